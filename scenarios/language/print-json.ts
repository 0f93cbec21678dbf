/** Scenarios as a JSON file, one step a line. */

import type { ParsedScenario } from './json.ts'
import type { Scenario } from './scenario.ts'

/**
 * A scenario file; read again by {@linkcode parseScenarioJson}, it yields exactly the same scenarios.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { parseScenarioJson, printJson, scenario } from 'csclab/scenarios'
 *
 * const nothing = scenario({ title: 'Nothing to do', covers: ['SYNC-02'] }, ({ share }) => {
 *   share('//hq/docs', { 'plan.txt': 'first draft' })
 * })
 * const text = printJson([{ name: 'nothing-to-do', scenario: nothing }])
 * assert.deepEqual(parseScenarioJson(text, 'mine.json').scenarios[0]?.scenario, nothing)
 * ```
 */
export function printJson(entries: readonly ParsedScenario[]): string {
  const scenarios = entries.map(({ name, scenario }) => printScenario(name, scenario))
  return `{\n  "scenarios": [${scenarios.join(',')}\n  ]\n}\n`
}

function printScenario(name: string, { title, covers, tags, steps }: Scenario): string {
  const lines = [
    `"name": ${inlineJson(name)},`,
    `"title": ${inlineJson(title)},`,
    `"covers": ${inlineJson(covers)},`,
    ...(tags.length === 0 ? [] : [`"tags": ${inlineJson(tags)},`]),
    '"steps": [',
    ...steps.map((step, index) => `  ${inlineJson(step)}${index < steps.length - 1 ? ',' : ''}`),
    ']',
  ]
  return `\n    {\n${lines.map((line) => `      ${line}\n`).join('')}    }`
}

/** A value as JSON on one line, with the spaces a person would write. */
export function inlineJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inlineJson).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${inlineJson(part)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}
