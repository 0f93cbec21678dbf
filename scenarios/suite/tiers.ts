/** Tiers of the built-in suite, as tags: what to ask a sync tool that knows nothing of Offline Files, what to ask first, and what to ask all in all. */

import { isMatrixRow, type NamedScenario, type Scenario, type Step } from '../language/mod.ts'
import { PROMISES } from '../requirements/mod.ts'

/** Only two trees and plain edits: any sync tool can be asked. */
const CORE = 'core'

/** It needs what only Offline Files knows. */
const CSC = 'csc'

/** One scenario for each promise of the method's page, the first that stands for it. */
const QUICK = 'quick'

/** Everything but what is large on purpose. */
const FULL = 'full'

/** The author's word for what is large on purpose. */
const SLOW = 'slow'

/** Steps and expectations about two trees, besides edits on either side. */
const PLAIN_STEPS: readonly Step['do'][] = [
  'share',
  'sync',
  'note',
  'wait',
  'expect-return',
  'expect-holds',
  'expect-missing',
  'expect-directory',
  'expect-tree',
  'expect-same',
]

/** Edits that every file system has. */
const PLAIN_EDITS: readonly Step['do'][] = [
  'write',
  'append',
  'edit',
  'touch',
  'mkdir',
  'rename',
  'remove',
  'set-times',
]

/** Fields that say more than what is done to which path. */
const TELLING: readonly string[] = ['client', 'user', 'stream', 'fails', 'caching', 'clock']

/** Flags of a call that goes one way or both, with what is new or without it, and no more. */
const PLAIN_FLAGS: readonly unknown[] = ['in', 'out', 'in | out', 'in | pin-new', 'in | out | pin-new']

/** A suite with the tags of its tiers on every scenario. */
export function withTiers(suite: readonly NamedScenario[]): readonly NamedScenario[] {
  const quick = new Set(PROMISES.flatMap(({ id }) => firstFor(id, suite) ?? []))
  return suite.map((named) => {
    const { scenario } = named
    const tiers = [
      isCore(scenario) ? CORE : CSC,
      ...(quick.has(named) ? [QUICK] : []),
      ...(scenario.tags.includes(SLOW) ? [] : [FULL]),
    ]
    return { ...named, scenario: tagged(scenario, tiers) }
  })
}

/** The first scenario that somebody wrote for a promise: chapters and files go from the plain to the special. */
function firstFor(id: string, suite: readonly NamedScenario[]): NamedScenario | undefined {
  return suite.find(({ scenario }) => scenario.covers.includes(id) && !isMatrixRow(scenario))
}

function tagged(scenario: Scenario, tiers: readonly string[]): Scenario {
  return Object.freeze({ ...scenario, tags: Object.freeze([...new Set([...scenario.tags, ...tiers])]) })
}

function isCore({ steps, tags }: Scenario): boolean {
  return !tags.includes(SLOW) && steps.every(isPlain)
}

function isPlain(step: Step): boolean {
  if (TELLING.some((field) => field in step)) return false
  if (step.do === 'sync') return isPlainCall(step)
  return PLAIN_STEPS.includes(step.do) || PLAIN_EDITS.includes(step.do)
}

/** True for a call of shares or items as they are spelled, one way or both, in which nothing special happens. */
function isPlainCall(step: Step & { readonly do: 'sync' }): boolean {
  const { do: _, paths, flags, ...more } = step
  return Object.keys(more).length === 0 && PLAIN_FLAGS.includes(flags) &&
    paths?.every((path) => typeof path === 'string') === true
}
