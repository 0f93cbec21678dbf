/** `csclab list`: the scenarios there are. */

import type { NamedScenario } from '../../scenarios/mod.ts'
import { type Command, type Invocation, isSet } from './command.ts'
import { CONFIG_OPTION } from './config.ts'
import { countedScenarios } from '../words.ts'
import { nothingMatches, SELECT_OPTIONS, selectScenarios } from './select.ts'

/** The command. */
export const listCommand: Command = {
  name: 'list',
  summary: 'Lists scenarios with what they cover and their tags.',
  usage: '[FILE | FOLDER | builtin | part of an ID …]',
  options: [...SELECT_OPTIONS, CONFIG_OPTION, { name: 'json', help: 'print them as JSON' }],
  examples: ['csclab list', 'csclab list --covers SYNC-33', 'csclab list conflicts --json'],
  run: list,
}

async function list(invocation: Invocation): Promise<number> {
  const selection = await selectScenarios(invocation)
  const { scenarios } = selection
  const { out } = invocation
  if (isSet(invocation, 'json')) {
    out.write(`${JSON.stringify(scenarios.map(entryOf), undefined, 2)}\n`)
    return 0
  }
  if (scenarios.length === 0) {
    out.error(`${nothingMatches(invocation, selection)}\n`)
    return 1
  }
  for (const named of scenarios) {
    const { title, covers, tags } = named.scenario
    const marks = tags.map((tag) => `@${tag}`).join(' ')
    out.write(`${named.id}\n    ${title}\n    ${covers.join(' ')}${marks === '' ? '' : `  ${marks}`}\n`)
  }
  out.write(`${countedScenarios(scenarios.map(({ scenario }) => scenario))}\n`)
  return 0
}

function entryOf({ id, scenario, position }: NamedScenario): object {
  const { title, covers, tags } = scenario
  return { id, title, covers, tags, file: position?.file ?? null, line: position?.line ?? null }
}
