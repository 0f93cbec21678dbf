/** Scenarios in TypeScript: a function that says steps, run once, yields them as data. */

import { callerPosition } from './caller-position.ts'
import { freezePlain } from './freeze.ts'
import { type Kit, kitOf } from './kit.ts'
import { Recorder } from './recorder.ts'
import { refusePromise } from './refuse-promise.ts'
import { rememberPosition, type Scenario, type ScenarioHead } from './scenario.ts'

/**
 * A scenario. `build` runs at once and is given the words of the language; what it says becomes a frozen list of steps,
 * each of which remembers where it was written. Mistakes are found by {@linkcode checkScenario}, all at once.
 *
 * @throws {CsclabError} `scenario` if `build` is asynchronous, or a step holds something that is no plain data. What
 * `build` itself throws goes through.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { scenario } from 'csclab/scenarios'
 *
 * const serverEdit = scenario({ title: 'A server edit reaches the cache', covers: ['SYNC-05'] }, ({ share, sync }) => {
 *   const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
 *   docs.server.write('plan.txt', 'edited at the office')
 *   const round = sync(docs, 'in')
 *   round.returns(0)
 *   docs.local.holds('plan.txt', 'edited at the office')
 * })
 * assert.deepEqual(serverEdit.steps.map((step) => step.do), ['share', 'write', 'sync', 'expect-return', 'expect-holds'])
 * ```
 */
export function scenario(head: ScenarioHead, build: (kit: Kit) => void): Scenario {
  return buildOne(head, build, undefined)
}

/**
 * One scenario over a table of parameters: `build` runs once for every row, with the row's value and name, and each run is
 * a scenario of its own. Names of rows are letters, digits, dots, dashes and low lines.
 *
 * @throws {CsclabError} as {@linkcode scenario} does.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { scenarioTable } from 'csclab/scenarios'
 *
 * const winners = { 'keep-local': 'train', 'keep-remote': 'office' }
 * const policies = scenarioTable(
 *   { title: 'A policy ends every conflict', covers: ['SYNC-29', 'SYNC-30'] },
 *   winners,
 *   ({ share, sync }, winner, policy) => {
 *     const docs = share('//hq/docs', { 'plan.txt': 'first draft' })
 *     docs.server.write('plan.txt', 'office')
 *     docs.local.write('plan.txt', 'train')
 *     sync(docs, `in | out | ${policy}`)
 *     docs.server.holds('plan.txt', winner)
 *     docs.same()
 *   },
 * )
 * assert.deepEqual(policies.map(({ row }) => row), ['keep-local', 'keep-remote'])
 * ```
 */
export function scenarioTable<Row>(
  head: ScenarioHead,
  rows: Readonly<Record<string, Row>>,
  build: (kit: Kit, row: Row, name: string) => void,
): readonly Scenario[] {
  return Object.entries(rows).map(([name, row]) => buildOne(head, (kit) => build(kit, row, name), name))
}

function buildOne(head: ScenarioHead, build: (kit: Kit) => unknown, row: string | undefined): Scenario {
  const position = callerPosition()
  const { title, covers, tags = [] } = freezePlain(structuredClone(head))
  const recorder = new Recorder()
  refusePromise(build(kitOf(recorder)), position)
  const result: Scenario = Object.freeze({
    kind: 'scenario',
    title,
    covers,
    tags,
    steps: recorder.close(),
    row,
  })
  if (position !== undefined) rememberPosition(result, position)
  return result
}
