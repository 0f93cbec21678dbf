/** Scenario files in JSON: reading one, with all its mistakes at once. */

import type { Position } from '../../sim/mod.ts'
import { mistakeAt } from './check.ts'
import { expandEscapes } from './expand-escapes.ts'
import { type Flaw, flawsIn } from './flaw.ts'
import { freezePlain } from './freeze.ts'
import { type JsonText, readJson } from './json-text.ts'
import { type Mistake, ScenarioMistakes } from './mistakes.ts'
import { rememberPosition, type Scenario } from './scenario.ts'
import { FILE, FILE_SCENARIO, type FileScenario } from './schema.ts'
import { flawsOfSteps } from './step-flaws.ts'
import type { Step } from './steps.ts'

/** A scenario under the name it has in its file. */
export interface ParsedScenario {
  readonly name: string
  readonly scenario: Scenario
}

/** A scenario file, read. */
export interface ParsedFile {
  readonly file: string
  readonly scenarios: readonly ParsedScenario[]
}

/**
 * Reads a scenario file: strict JSON of the form that {@linkcode scenarioJsonSchema} describes. The positions of scenarios
 * and steps are remembered.
 *
 * @param text The file's text.
 * @param file Its path, for positions in messages and results.
 * @throws {ScenarioMistakes} with everything that is wrong in the file.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { parseScenarioJson } from 'csclab/scenarios'
 *
 * const text = `{ "scenarios": [{
 *   "name": "nothing-to-do",
 *   "title": "A share in sync stays as it is",
 *   "covers": ["SYNC-02"],
 *   "steps": [{ "do": "share", "path": "//hq/docs", "tree": { "plan.txt": "first draft" } }]
 * }] }`
 * const { scenarios } = parseScenarioJson(text, 'mine.json')
 * assert.equal(scenarios[0]?.name, 'nothing-to-do')
 * ```
 */
export function parseScenarioJson(text: string, file: string): ParsedFile {
  const json = readJson(text, file)
  const mistakes: Mistake[] = [...json.mistakes]
  const scenarios = json.readable ? readFile(json, mistakes) : []
  if (mistakes.length > 0) throw new ScenarioMistakes(mistakes.sort(byPosition))
  return { file, scenarios }
}

function readFile(json: JsonText, mistakes: Mistake[]): readonly ParsedScenario[] {
  mistakes.push(...located(flawsIn(FILE, json.value, 'file'), json, []))
  const values = listIn(json.value, 'scenarios')
  const names = values.map((value) => fieldOf(value, 'name'))
  return values.flatMap((value, index) => {
    const name = names[index]
    if (typeof name === 'string' && names.indexOf(name) < index) {
      const position = json.positionOf(['scenarios', index, 'name'])
      const message = `Two scenarios have the name ${JSON.stringify(name)}`
      mistakes.push({ message, hint: 'Give one of them another name', position })
    }
    const entry = readScenario(value, ['scenarios', index], { json, mistakes })
    return entry === undefined ? [] : [entry]
  })
}

interface Reading {
  readonly json: JsonText
  readonly mistakes: Mistake[]
}

function readScenario(
  value: unknown,
  at: readonly (string | number)[],
  { json, mistakes }: Reading,
): ParsedScenario | undefined {
  const own = flawsIn(FILE_SCENARIO, value, 'scenario')
  const steps = listIn(value, 'steps')
  const ofSteps = flawsOfSteps(steps)
    .map((flaw): Flaw => ({ ...flaw, at: ['steps', flaw.step, ...flaw.at] }))
  mistakes.push(...located([...own, ...ofSteps], json, at))
  if (!isSound(value, [...own, ...ofSteps])) return undefined
  const { name, title, covers, tags = [] } = value
  const row = /\[(.*)\]$/.exec(name)?.[1]
  const scenario: Scenario = Object.freeze({
    kind: 'scenario',
    title,
    covers: freezePlain(covers),
    tags: freezePlain(tags),
    steps: freezePlain(value.steps.map((step) => expandEscapes(step))),
    row,
  })
  for (const [index, step] of scenario.steps.entries()) {
    rememberPosition(step, json.positionOf([...at, 'steps', index]))
  }
  rememberPosition(scenario, json.positionOf(at))
  return { name, scenario: scenario }
}

function isSound(value: unknown, flaws: readonly Flaw[]): value is FileScenario<Step> {
  return typeof value === 'object' && flaws.length === 0
}

function located(
  flaws: readonly Flaw[],
  json: JsonText,
  at: readonly (string | number)[],
): readonly Mistake[] {
  return flaws.map((flaw) => mistakeAt(flaw, json.positionOf([...at, ...flaw.at], flaw.onName)))
}

function listIn(value: unknown, field: string): readonly unknown[] {
  const list = fieldOf(value, field)
  return Array.isArray(list) ? list : []
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
}

function byPosition(a: Mistake, b: Mistake): number {
  return compare(a.position, b.position)
}

function compare(a: Position | undefined, b: Position | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
}
