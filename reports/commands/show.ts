/** `csclab show`: one scenario as a story, or as a file again. */

import { type NamedScenario, printJson, printTypeScript, runScenario } from '../../scenarios/mod.ts'
import { canRead, wantsColor } from '../environment.ts'
import { storyOf } from '../story.ts'
import { requestsText } from '../requests-text.ts'
import { storyText } from '../story-text.ts'
import { type Command, type Invocation, isSet, usage, valueOf } from './command.ts'
import { ENGINE_OPTION, findEngine } from './engine.ts'
import { CONFIG_OPTION } from './config.ts'
import { shortened } from '../relative.ts'
import { commandAgain, nothingMatches, SELECT_OPTIONS, selectScenarios } from './select.ts'

/** The command. */
export const showCommand: Command = {
  name: 'show',
  summary: 'Runs one scenario and tells it as a story, or prints it as TypeScript or JSON.',
  usage: 'ID | FILE',
  options: [
    ...SELECT_OPTIONS,
    ENGINE_OPTION,
    CONFIG_OPTION,
    {
      name: 'as',
      value: 'story|typescript|json',
      choices: ['story', 'typescript', 'json'],
      help: 'what to print (default story)',
    },
    {
      name: 'requests',
      help: 'also every request with its address and answer: where faults and edits of others can go',
    },
  ],
  examples: ['csclab show conflicts/both-edited', 'csclab show conflicts/both-edited --as json'],
  run: show,
}

/** Stories told at once; more is a list. */
const LIMIT = 5

async function show(invocation: Invocation): Promise<number> {
  const selection = await selectScenarios(invocation)
  const { scenarios } = selection
  const { out, positionals } = invocation
  if (positionals.length === 0) throw usage('csclab show needs the id of a scenario', 'See csclab list')
  if (scenarios.length === 0) {
    out.error(`${nothingMatches(invocation, selection)}\n`)
    return 1
  }
  const exact = scenarios.filter(({ id }) => positionals.includes(id))
  const chosen = exact.length > 0 ? exact : scenarios
  const as = valueOf(invocation, 'as') ?? 'story'
  if (as !== 'story') {
    const entries = chosen.map(({ id, scenario }) => ({ name: id.slice(id.indexOf('/') + 1), scenario }))
    out.write(as === 'json' ? printJson(entries) : printTypeScript(entries))
    return 0
  }
  if (chosen.length > LIMIT) {
    throw usage(
      `${chosen.length} scenarios match`,
      `Name one of them: ${chosen.slice(0, LIMIT).map(({ id }) => id).join(', ')} …`,
    )
  }
  const command = commandAgain('run', selection, valueOf(invocation, 'engine'))
  return await tell(invocation, chosen, command)
}

async function tell(
  invocation: Invocation,
  chosen: readonly NamedScenario[],
  command: string,
): Promise<number> {
  const engine = await findEngine(valueOf(invocation, 'engine'))
  const color = wantsColor()
  let code = 0
  for (const named of chosen) {
    const result = await runScenario(named, { engine, canRead })
    invocation.out.write(storyText(storyOf(shortened(process.cwd(), result), { command }), { color }))
    if (isSet(invocation, 'requests')) invocation.out.write(requestsText(result.trace))
    if (result.verdict === 'fail' || result.verdict === 'error') code = 1
  }
  return code
}
