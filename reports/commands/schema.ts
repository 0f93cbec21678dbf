/** `csclab schema`: the JSON Schemas. */

import { scenarioJsonSchema } from '../../scenarios/mod.ts'
import { resultsJsonSchema } from '../formats/results-schema.ts'
import { type Command, type Invocation, usage } from './command.ts'

const SCHEMAS: Readonly<Record<string, () => object>> = {
  scenarios: scenarioJsonSchema,
  results: resultsJsonSchema,
}

/** The command. */
export const schemaCommand: Command = {
  name: 'schema',
  summary: 'Prints the JSON Schema of scenario files or of results.json.',
  usage: '[scenarios | results]',
  options: [],
  examples: ['csclab schema > csclab-scenario.schema.json', 'csclab schema results'],
  run: (invocation) => Promise.resolve(print(invocation)),
}

function print(invocation: Invocation): number {
  const [which = 'scenarios', ...more] = invocation.positionals
  const schema = SCHEMAS[which]
  if (schema === undefined || more.length > 0) {
    throw usage(
      `There is no schema "${invocation.positionals.join(' ')}"`,
      `Name one of ${Object.keys(SCHEMAS).join(', ')}`,
    )
  }
  invocation.out.write(`${JSON.stringify(schema(), undefined, 2)}\n`)
  return 0
}
