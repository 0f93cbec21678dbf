/** Schemas of steps, scenarios and scenario files, made from the registry of verbs; and the JSON Schema of the files. */

import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { anyBytes, anyContent, anyNode, anyStart, anyTree } from './content-types.ts'
import { strictObject } from './field.ts'
import { anyId, REQUIREMENT, TEXT } from './field-types.ts'
import { anyEffect } from './place-types.ts'
import { anyMeanwhile, anySyncPath } from './sync-types.ts'
import { stepSchema } from './verb-schema.ts'
import { VERBS } from './verbs.ts'

/** The name of a scenario in its file, and of a row of a parameter table: `both-edited`, `policies[keep-local]`. */
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\[[A-Za-z0-9._-]+\])?$/

/** The name of a row of a parameter table. */
const ROW = /^[A-Za-z0-9._-]+$/

const NAME_FORM =
  'must be small letters, digits and single dashes\nSuch as "both-edited", or "policies[keep-local]" for a row of a table'
const ROW_FORM = 'must be letters, digits, dots, dashes and low lines'

/** A step of any verb. */
export const STEP: v.GenericSchema<unknown, unknown> = stepSchema(VERBS)

/** What an author says about a scenario. */
const head = {
  title: describe(TEXT.schema, 'One sentence that tells what is shown, for people who did not write it.'),
  covers: describe(
    v.pipe(v.array(REQUIREMENT.schema, 'must be a list of ids'), v.nonEmpty('must name at least one id')),
    'Ids of the promises, choices, states and field patterns it stands for.',
  ),
}

const tags: v.GenericSchema<unknown, string[]> = describe(
  v.array(TEXT.schema, 'must be a list of words'),
  'Words to select by.',
)

/** A scenario as data; its steps are judged on their own. */
export const SCENARIO: v.GenericSchema<unknown, unknown> = strictObject('The scenario', {
  kind: v.literal('scenario', 'must be "scenario"'),
  ...head,
  tags,
  steps: someSteps(v.unknown()),
  row: v.undefinedable(v.pipe(v.string(ROW_FORM), v.regex(ROW, ROW_FORM))),
})

/** A scenario in a file; its steps are judged on their own. */
export const FILE_SCENARIO: v.GenericSchema<unknown, FileScenario<unknown>> = fileScenario(v.unknown())

/** A file; its scenarios are judged on their own. */
export const FILE: v.GenericSchema<unknown, ScenarioFile<unknown>> = scenarioFile(v.unknown())

/** A scenario in a file. */
export interface FileScenario<S> {
  readonly name: string
  readonly title: string
  readonly covers: readonly string[]
  readonly tags?: readonly string[]
  readonly steps: readonly S[]
}

interface ScenarioFile<S> {
  readonly $schema?: string
  readonly scenarios: readonly S[]
}

/**
 * The JSON Schema (draft 2020-12) of scenario files, for editors: every verb and every field with its description.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { scenarioJsonSchema } from 'csclab/scenarios'
 *
 * assert.ok(JSON.stringify(scenarioJsonSchema()).includes('"$id":"csclab-scenario"'))
 * ```
 */
export function scenarioJsonSchema(): object {
  const schema = toJsonSchema(scenarioFile(fileScenario(STEP)), {
    target: 'draft-2020-12',
    ignoreActions: ['check', 'guard'],
    definitions: {
      step: STEP,
      meanwhile: anyMeanwhile,
      tree: anyTree,
      'tree-or-folder': anyStart,
      'tree-node': anyNode,
      content: anyContent,
      bytes: anyBytes,
      effect: anyEffect,
      'sync-path': anySyncPath,
      id: anyId,
    },
  })
  const { $schema, ...rest } = schema
  return { $schema, $id: 'csclab-scenario', title: 'csclab scenarios', ...rest }
}

function scenarioFile<S>(scenario: v.GenericSchema<unknown, S>): v.GenericSchema<unknown, ScenarioFile<S>> {
  return strictObject('The file', {
    $schema: v.exactOptional(describe(v.string('must be a text'), 'Where editors find this schema.')),
    scenarios: describe(
      v.pipe(
        v.array(scenario, 'must be a list of scenarios'),
        v.nonEmpty('must hold at least one scenario'),
      ),
      'The scenarios, each with its own name.',
    ),
  })
}

function fileScenario<S>(step: v.GenericSchema<unknown, S>): v.GenericSchema<unknown, FileScenario<S>> {
  return strictObject('The scenario', {
    name: describe(
      v.pipe(v.string(NAME_FORM), v.regex(NAME, NAME_FORM)),
      'Small letters, digits and dashes, such as `both-edited`; `policies[keep-local]` for a row of a table.',
    ),
    ...head,
    tags: v.exactOptional(tags),
    steps: someSteps(step),
  })
}

function someSteps<S>(step: v.GenericSchema<unknown, S>): v.GenericSchema<unknown, S[]> {
  return describe(
    v.pipe(v.array(step, 'must be a list of steps'), v.nonEmpty('must hold at least one step')),
    'What happens and what is expected, in order.',
  )
}

function describe<T>(schema: v.GenericSchema<unknown, T>, doc: string): v.GenericSchema<unknown, T> {
  return v.pipe(schema, v.description(doc))
}
