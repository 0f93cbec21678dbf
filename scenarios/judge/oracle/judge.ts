/** Judges one round: what each item may have become by the reference, and whether it did. */

import { ERROR, parentOf, upcase } from '../../../sim/mod.ts'
import { type Cell, classify, type Item } from './classify.ts'
import { copyVerdict } from './copies.ts'
import { type Copies, type Version, versionsOf } from './meanwhile.ts'
import { otherReadings } from './readings.ts'
import type { Opinion, Outcome, RoundFacts } from './facts.ts'
import { withEviction } from './eviction.ts'
import { type Fate, fateOf, mismatches, type Records } from './fates.ts'
import { verdictOn } from './plan.ts'
import { readRound, type Round } from './round.ts'
import { withSetbacks } from './setbacks.ts'
import type { Below, Plan, Verdict } from './verdict.ts'
import { nameOfCell, opinionWords, problemWords } from './words.ts'

/** What is known of a directory once it is judged, for what is below it. */
interface Judged {
  readonly below: Below
  readonly failed: boolean
}

const NOTHING_ABOVE: Judged = { below: 'free', failed: false }

/**
 * Judges one call of `Synchronize` by what the harness saw: one opinion for every item that was on either side, that an
 * original is known of, or that appeared; parents first. Items out of the call's scope must not have changed.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { judgeRound, originalsOf } from 'csclab/scenarios'
 * import { Host, performOperation, World } from 'csclab/sim'
 *
 * const world = new World()
 * const plan = '\\\\hq\\docs\\plan.txt'
 * world.addShare('\\\\hq\\docs')
 * for (const side of ['server', 'cache'] as const) world.lay(side, plan, { content: new Uint8Array() })
 * const trees = () => ({ server: world.tree('server'), local: world.tree('cache') })
 * const originals = originalsOf(trees())
 *
 * const edit = performOperation('cache', { do: 'write', path: plan, bytes: new Uint8Array(1) })
 * new Host(world).run(edit, { actor: 'application', scope: 'step 1' })
 *
 * const opinions = judgeRound({
 *   flags: 0x4,
 *   paths: ['\\\\hq\\docs'],
 *   originals,
 *   before: trees(),
 *   after: trees(),
 *   results: new Map(),
 *   conflictsBefore: new Set(),
 *   conflicts: [],
 *   pins: new Map(),
 *   unreachable: new Set(),
 *   interrupted: false,
 *   returned: 0,
 * })
 * const [, opinion] = opinions
 * assert.equal(opinion?.words, 'FileChangedOnClient: the server gets the local copy')
 * assert.equal(opinion?.problem, 'The server copy differs from the local one in content, last-write time')
 * ```
 */
export function judgeRound(facts: RoundFacts): readonly Opinion[] {
  const round = readRound(facts)
  const records = recordsAfter(facts)
  const judged = new Map<string, Judged>()
  const opinions = new Map<string, Opinion>()
  // Copies come last: what becomes of them hangs on the conflict they belong to.
  for (
    const item of [...round.items].sort((a, b) =>
      Number(a.copyOf !== undefined) - Number(b.copyOf !== undefined)
    )
  ) {
    const above = judged.get(parentOf(item.key) ?? '') ?? NOTHING_ABOVE
    const conflict = item.copyOf === undefined ? undefined : opinions.get(item.copyOf.conflict)
    const { opinion, below } = judgeItem(item, { round, records, above, conflict })
    const failed = above.failed || (facts.results.get(item.key) ?? ERROR.SUCCESS) !== ERROR.SUCCESS
    judged.set(item.key, { below, failed })
    opinions.set(item.key, opinion)
  }
  return round.items.flatMap(({ key }) => opinions.get(key) ?? [])
}

interface Judging {
  readonly round: Round
  readonly records: Records
  readonly above: Judged
  /** The opinion on the conflict that a copy belongs to. */
  readonly conflict: Opinion | undefined
}

function judgeItem(
  item: Item,
  judging: Judging,
): { readonly opinion: Opinion; readonly below: Below } {
  const [version, ...others] = versionsOf(item, judging.round.facts)
  const first = tryVersion(version, judging)
  const readings = [version, ...others].flatMap(otherReadings)
  const trials = [first, ...[...others, ...readings].map((other) => tryVersion(other, judging))]
  const trial = trials.find(({ happened }) => happened !== undefined) ?? trials[others.length] ?? first
  const { state, stateName, verdict, happened, note } = trial
  const allowed = trials.flatMap(({ plans }) => plans.map(({ outcome }) => outcome))
  const opinion: Opinion = {
    key: item.key,
    path: item.path,
    state,
    stateName,
    allowed,
    outcome: happened?.outcome,
    words: opinionWords(stateName, allowed, note ?? verdict.note),
    ids: [...new Set([...state === undefined ? [] : [`STATE-${state}`], ...verdict.ids])],
    problem: happened === undefined ? problemOf(trials) : undefined,
    ...(judging.round.facts.disturbed?.has(item.key) === true ? { left: trial.left } : {}),
  }
  return { opinion, below: (happened ?? trial.plans[0])?.below ?? 'undecided' }
}

/** One order of what happened, held against what the reference allows for it. */
interface Trial {
  readonly state: number | undefined
  readonly stateName: string
  readonly verdict: Verdict
  readonly fate: Fate
  readonly plans: readonly Plan[]
  readonly happened: Plan | undefined
  readonly left: Copies
  /** Why there are other trials. */
  readonly note: string | undefined
}

function tryVersion(version: Version, judging: Judging): Trial {
  const { item, left, note } = version
  const { round, records } = judging
  const cell = item.copyOf === undefined ? classify(item) : 'none'
  const state = typeof cell === 'number' ? cell : undefined
  const verdict = verdictFor(item, cell, judging)
  const fate = fateOf(version, state, { facts: round.facts, records })
  const plans = distinct(verdict.plans, fate)
  const happened = plans.find(({ outcome }) => mismatches(fate, outcome).length === 0)
  const stateName = item.copyOf === undefined ? nameOfCell(cell) : 'Copy of a conflict'
  return { state, stateName, verdict, fate, plans, happened, left, note }
}

function verdictFor(item: Item, cell: Cell, { round, above, conflict }: Judging): Verdict {
  if (item.copyOf !== undefined) return copyVerdict(conflict?.outcome, item, round)
  const plain = withEviction(verdictOn(item, cell, { above: above.below, round }), item, { cell, round })
  const state = typeof cell === 'number' ? cell : undefined
  return withSetbacks(plain, item, { state, above: above.below, failedAbove: above.failed, round })
}

/** Without a record before, saying nothing of a conflict and leaving none open are the same. */
function distinct(plans: readonly Plan[], fate: Fate): readonly Plan[] {
  const found = new Map<string, Plan>()
  for (const plan of plans) {
    const isSame = plan.outcome.conflict === 'untouched' && !fate.recordBefore
    const outcome: Outcome = isSame ? { ...plan.outcome, conflict: 'none' } : plan.outcome
    const key = JSON.stringify(outcome)
    if (!found.has(key)) found.set(key, { ...plan, outcome })
  }
  return [...found.values()]
}

function problemOf(trials: readonly Trial[]): string | undefined {
  const wrong = trials.flatMap(({ fate, plans }) => plans.map(({ outcome }) => mismatches(fate, outcome)))
  const closest = wrong.reduce<readonly string[] | undefined>(
    (best, next) => best === undefined || next.length < best.length ? next : best,
    undefined,
  )
  return closest === undefined ? undefined : problemWords(closest)
}

function recordsAfter(facts: RoundFacts): Records {
  const open = new Set(facts.conflictsBefore)
  const published = new Map<string, 'added' | 'updated' | 'removed'>()
  for (const { path, change } of facts.conflicts) {
    const key = upcase(path)
    // An update of what the same call has added is part of its being added.
    if (change !== 'updated' || published.get(key) !== 'added') published.set(key, change)
    if (change === 'removed') open.delete(key)
    else open.add(key)
  }
  return { open, published }
}
