/** Judges one round: what each item may have become by the reference, and whether it did. */

import { ERROR, parentOf, upcase } from '../../../sim/mod.ts'
import { classify, type Item } from './classify.ts'
import type { Opinion, Outcome, RoundFacts } from './facts.ts'
import { type Fate, fateOf, mismatches, type Records } from './fates.ts'
import { verdictOn } from './plan.ts'
import { readRound, type Round } from './round.ts'
import { withSetbacks } from './setbacks.ts'
import type { Below, Plan } from './verdict.ts'
import { nameOfCell, opinionWords, problemWords } from './words.ts'

/** What is known of a directory once it is judged, for what is below it. */
interface Judged {
  readonly below: Below
  readonly failed: boolean
}

const NOTHING_ABOVE: Judged = { below: 'free', failed: false }

/**
 * Judges one call of `Synchronize` by what the harness saw: one opinion for every item that was on either side, that an
 * original is known of, or that appeared; parents first. Items out of the call's scope must not have changed. Sparse files,
 * ghosts, suspended directories, link targets and machine policies are not looked at.
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
  return round.items.map((item) => {
    const above = judged.get(parentOf(item.key) ?? '') ?? NOTHING_ABOVE
    const { opinion, below } = judgeItem(item, { round, records, above })
    const failed = above.failed || (facts.results.get(item.key) ?? ERROR.SUCCESS) !== ERROR.SUCCESS
    judged.set(item.key, { below, failed })
    return opinion
  })
}

function judgeItem(
  item: Item,
  { round, records, above }: { readonly round: Round; readonly records: Records; readonly above: Judged },
): { readonly opinion: Opinion; readonly below: Below } {
  const cell = classify(item)
  const state = typeof cell === 'number' ? cell : undefined
  const plain = verdictOn(item, cell, { above: above.below, round })
  const verdict = withSetbacks(plain, item, { state, above: above.below, failedAbove: above.failed, round })
  const fate = fateOf(item, state, { facts: round.facts, records })
  const plans = distinct(verdict.plans, fate)
  const happened = plans.find(({ outcome }) => mismatches(fate, outcome).length === 0)
  const allowed = plans.map(({ outcome }) => outcome)
  const stateName = nameOfCell(cell)
  const opinion: Opinion = {
    path: item.path,
    state,
    stateName,
    allowed,
    outcome: happened?.outcome,
    words: opinionWords(stateName, allowed, verdict.note),
    ids: [...new Set([...state === undefined ? [] : [`STATE-${state}`], ...verdict.ids])],
    problem: happened === undefined ? problemOf(fate, allowed) : undefined,
  }
  return { opinion, below: (happened ?? plans[0])?.below ?? 'undecided' }
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

function problemOf(fate: Fate, allowed: readonly Outcome[]): string | undefined {
  const wrong = allowed.map((outcome) => mismatches(fate, outcome))
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
    published.set(key, change)
    if (change === 'removed') open.delete(key)
    else open.add(key)
  }
  return { open, published }
}
