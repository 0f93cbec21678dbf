/** Tells which allowed outcome happened, or what is wrong with the one that comes closest. */

import { nameOf, partsOf, type Ticks, type TreeEntry } from '../../../sim/mod.ts'
import type { Item } from './classify.ts'
import { differences } from './compare.ts'
import type { Copies, Version } from './meanwhile.ts'
import type { Outcome, RoundFacts } from './facts.ts'
import { resolutionOf } from './outcomes.ts'

/** What the round did to conflict records. */
export interface Records {
  /** Paths with an open record after the round. */
  readonly open: ReadonlySet<string>
  /** The last word on each path. */
  readonly published: ReadonlyMap<string, 'added' | 'updated' | 'removed'>
}

/** One item, ready to be held against outcomes. */
export interface Fate {
  readonly item: Item
  readonly state: number | undefined
  /** The copies as the round left them. */
  readonly after: Copies
  /** The server keeps times in steps of so many ticks. */
  readonly timeStep: Ticks
  readonly recordBefore: boolean
  /** The caller had a record of it; `undefined` where nobody knows whose records there were. */
  readonly ownRecordBefore: boolean | undefined
  readonly recordAfter: boolean
  readonly published: 'added' | 'updated' | 'removed' | undefined
  /** The last ItemResult, as a Win32 code; `undefined` when it was not reported. */
  readonly result: number | undefined
}

/** The fate of an item, in one order of what happened. */
export function fateOf(
  { item, left }: Version,
  state: number | undefined,
  seen: { facts: RoundFacts; records: Records },
): Fate {
  const { facts, records } = seen
  return {
    item,
    state,
    after: left,
    timeStep: facts.timeSteps?.get(partsOf(item.key)[0] ?? '') ?? 1,
    recordBefore: facts.conflictsBefore.has(item.key),
    ownRecordBefore: facts.ownConflicts?.has(item.key),
    recordAfter: records.open.has(item.key),
    published: records.published.get(item.key),
    result: facts.results.get(item.key),
  }
}

/** What is wrong with a fate, measured by an outcome; empty when that is what happened. */
export function mismatches(fate: Fate, outcome: Outcome): readonly string[] {
  const found = [
    sideMismatch(fate, 'server', outcome),
    sideMismatch(fate, 'local', outcome),
    recordMismatch(fate, outcome),
    reportMismatch(fate, outcome),
    outcome.unasked === true ? 'the conflict handler was not asked' : undefined,
  ]
  return found.filter((words) => words !== undefined)
}

function sideMismatch(fate: Fate, side: 'server' | 'local', outcome: Outcome): string | undefined {
  const { item, after } = fate
  const [name, others] = side === 'server' ? ['the server copy', 'local'] : ['the local copy', 'server']
  const [own, other] = side === 'server' ? [item.server, item.local] : [item.local, item.server]
  if (isIncomplete(fate, side, outcome)) return incompleteMismatch(fate, outcome)
  const wanted = outcome[side] === 'as-before' ? own : outcome[side] === 'gone' ? undefined : other
  const now = after[side]
  if (now === undefined) {
    if (wanted === undefined) return undefined
    return own === undefined ? `${name} was not made` : `${name} is gone`
  }
  if (wanted === undefined) return own === undefined ? `${name} was made` : `${name} is still there`
  const found = differences(now, wanted, {
    untouched: isUntouched(outcome) && item.copyOf === undefined,
    spellings: side === outcome.misspelt && own !== undefined
      ? [nameOf(own.path)]
      : spellingsFor(fate, wanted, outcome),
    timeStep: fate.timeStep,
  })
  if (found.length === 0) return undefined
  if (outcome[side] === 'as-before') return `${name} was changed (${found.join(', ')})`
  return `${name} differs from the ${others} one in ${found.join(', ')}`
}

/** True for a local copy whose content is not complete and need not be: nothing but its presence tells. */
function isIncomplete({ item }: Fate, side: 'server' | 'local', outcome: Outcome): boolean {
  const { sparse, ghost } = item.marks
  return side === 'local' &&
    (outcome.local === 'sparse' || (outcome.local === 'as-before' && (sparse === true || ghost === true)))
}

/** Blocks that were fetched may stay (P8.6), all of them may not; without an entry before there may be one after P15.54. */
function incompleteMismatch({ item, after }: Fate, outcome: Outcome): string | undefined {
  const { local: own, server } = item
  const now = after.local
  if (now === undefined) {
    return own === undefined || outcome.local === 'sparse' ? undefined : 'the local copy is gone'
  }
  if (now.info.type !== 'file') return 'the local copy was changed (kind)'
  if (outcome.local === 'sparse') return undefined
  if (own === undefined) return 'the local copy was made'
  const whole = server?.content?.digest()
  const isFilled = now.content?.digest() === whole && own.content?.digest() !== whole
  return isFilled ? 'the local copy was filled' : undefined
}

function reportMismatch({ result }: Fate, outcome: Outcome): string | undefined {
  if (outcome.silent === true && result !== undefined) return 'it was reported as an item'
  if (outcome.result === undefined || outcome.result === result) return undefined
  return result === undefined ? 'it was not reported' : `its result was ${result}, not ${outcome.result}`
}

/** When a conflict of two spellings is resolved, the reference does not say which of them stays (P15.46). */
function spellingsFor({ item, state }: Fate, wanted: TreeEntry, outcome: Outcome): readonly string[] {
  if (isUntouched(outcome) || resolutionOf(state) === undefined) return [nameOf(wanted.path)]
  return [item.server, item.local].flatMap((copy) => copy === undefined ? [] : [nameOf(copy.path)])
}

function isUntouched({ server, local }: Outcome): boolean {
  return server === 'as-before' && local === 'as-before'
}

function recordMismatch(fate: Fate, { conflict }: Outcome): string | undefined {
  const wasRecorded = fate.published === 'added' || fate.published === 'updated'
  switch (conflict) {
    case 'recorded':
      if (!wasRecorded) return 'no conflict was recorded'
      if (fate.ownRecordBefore === true && fate.published === 'added') {
        return 'its conflict was recorded a second time'
      }
      return fate.ownRecordBefore === false && fate.published === 'updated'
        ? 'a record of its conflict was updated that the caller does not have'
        : undefined
    case 'none':
      if (!fate.recordAfter) return undefined
      return wasRecorded ? 'a conflict was recorded' : 'its conflict record is still open'
    case 'untouched':
      if (fate.published === undefined) return undefined
      return wasRecorded ? 'a conflict was recorded' : 'its conflict record was removed'
  }
}
