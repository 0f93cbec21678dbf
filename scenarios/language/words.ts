/** Steps in plain English, for stories. */

import { fromSlashes, partsOf } from '../../sim/mod.ts'
import type { Scenario } from './scenario.ts'
import { isAccess, isConnection, isEditing, isExpectation, isSettingUp, isState } from './step-kinds.ts'
import type { MeanwhileStep, Step } from './steps.ts'
import { counted, type PathText } from './word-parts.ts'
import { expectationText } from './words-expect.ts'
import { accessText, editText, stateText } from './words-items.ts'
import { callText } from './words-sync.ts'
import { connectionText, faultText, machineText, settingUpText } from './words-world.ts'

/** What a step does not know of itself. */
export interface StepTextOptions {
  /** The number of the call that a `sync` makes. */
  readonly round?: number
  /** Write paths whole, for scenarios with several shares; else without server and share. */
  readonly whole?: boolean
}

/**
 * A step in plain English.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { stepText } from 'csclab/scenarios'
 *
 * assert.equal(
 *   stepText({ do: 'write', side: 'server', path: '//hq/docs/plan.txt', content: 'edited at the office' }),
 *   'server: write plan.txt = "edited at the office"',
 * )
 * assert.equal(
 *   stepText({ do: 'sync', paths: ['//hq/docs'], flags: 'in | out' }, { round: 1 }),
 *   'round 1: Synchronize //hq/docs with in | out',
 * )
 * ```
 */
export function stepText(step: Step, { round, whole = false }: StepTextOptions = {}): string {
  const name = whole ? (path: string): string => path : nameBelowShare
  const text = bareText(step, name)
  const prefix = step.do === 'sync' && round !== undefined ? `round ${round}: ` : ''
  return stillText(step, `${prefix}${text}`)
}

/**
 * All steps of a scenario in plain English, calls with their numbers, paths whole when there are several shares.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { scenario, scenarioTexts } from 'csclab/scenarios'
 *
 * const nothing = scenario({ title: 'Nothing to do', covers: ['SYNC-02'] }, ({ share, sync }) => {
 *   sync(share('//hq/docs', { 'plan.txt': 'first draft' }), 'in | out').returns(0)
 * })
 * assert.deepEqual(scenarioTexts(nothing), [
 *   'share //hq/docs with 1 file',
 *   'round 1: Synchronize //hq/docs with in | out',
 *   'expect: round 1 returns 0',
 * ])
 * ```
 */
export function scenarioTexts({ steps }: Pick<Scenario, 'steps'>): readonly string[] {
  const whole = steps.filter((step) => step.do === 'share').length > 1
  let round = 0
  return steps.map((step) => stepText(step, step.do === 'sync' ? { whole, round: ++round } : { whole }))
}

function nameBelowShare(path: string): string {
  const [server, share, ...names] = partsOf(fromSlashes(path))
  return names.length === 0 ? `//${server}/${share}` : names.join('/')
}

function bareText(step: Step, name: PathText): string {
  if (isExpectation(step)) {
    return `expect: ${expectationText(step, name)}${step.because === undefined ? '' : ` [${step.because}]`}`
  }
  if (isSettingUp(step)) return settingUpText(step)
  if (isState(step)) return stateText(step, name)
  switch (step.do) {
    case 'wait':
      return `wait ${counted(step.seconds, 'second')}`
    case 'note':
      return `note: ${step.text}`
    case 'fault':
      return `fault: ${faultText(step, name)}`
    case 'clear-faults':
      return 'no more faults'
    case 'sync':
      return callText(step, name, (inner) => stillText(inner, meanwhileText(inner, name)))
    default:
      return meanwhileText(step, name)
  }
}

function meanwhileText(step: MeanwhileStep, name: PathText): string {
  if (isEditing(step)) return editText(step, name)
  if (isAccess(step)) return accessText(step, name)
  return isConnection(step) ? connectionText(step) : machineText(step)
}

function stillText(step: Step, text: string): string {
  return step.clock === 'still' ? `${text}, with the clock standing still` : text
}
