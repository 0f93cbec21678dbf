/** The marks after a judged round: what came in is complete and pinned, what went is forgotten. */

import { ERROR, isWithin, NOT_PINNED, parentOf, type Pins } from '../../../sim/mod.ts'
import type { Item } from './classify.ts'
import { sameCopies } from './compare.ts'
import type { EntryMarks, Opinion, Outcome, RoundFacts } from './facts.ts'
import { isHalfCleared } from './halves.ts'
import { isLinkName, pendingAfter } from './links.ts'
import { inherited, isPinned, joined, marksOf, pinsBy, pinsOf } from './marks.ts'
import { settledMarks } from './memory.ts'
import { originalOf } from './originals.ts'
import { isLeftOut, isPinnedNew, pinsOfNew } from './pins.ts'
import { readRound, type Round } from './round.ts'

/**
 * The marks after a judged round, by folded path.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { judgeRound, nextMarks, type RoundFacts } from 'csclab/scenarios'
 * import { World } from 'csclab/sim'
 *
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * const trees = { server: world.tree('server'), local: world.tree('cache') }
 * const facts: RoundFacts = {
 *   flags: 0x6,
 *   paths: ['\\\\hq\\docs'],
 *   originals: new Map(),
 *   before: trees,
 *   after: trees,
 *   results: new Map(),
 *   conflictsBefore: new Set(),
 *   conflicts: [],
 *   pins: new Map(),
 *   unreachable: new Set(),
 *   interrupted: false,
 *   returned: 0,
 * }
 * assert.equal(nextMarks(facts, judgeRound(facts)).size, 0)
 * ```
 */
export function nextMarks(facts: RoundFacts, opinions: readonly Opinion[]): ReadonlyMap<string, EntryMarks> {
  const round = readRound(facts)
  const items = new Map(round.items.map((item) => [item.key, item]))
  const marks = new Map(facts.marks)
  for (const { key, outcome } of opinions) {
    const item = items.get(key)
    if (item === undefined) continue
    const next = outcome === undefined ? marksAfterFault(item, round) : marksAfter(item, outcome, round)
    if (next === undefined) marks.delete(item.key)
    else if (Object.keys(next).length > 0 || marks.has(item.key)) marks.set(item.key, next)
  }
  pinTargets(marks, round)
  for (const [key, own] of facts.marks ?? []) {
    if (own.pinsBelow !== undefined && isDone(key, round)) spread(marks, { key, round })
  }
  return marks
}

/** The marks of one item after what happened to it; `undefined` when its entry is gone. */
function marksAfter(item: Item, outcome: Outcome, round: Round): EntryMarks | undefined {
  const { key } = item
  const { facts } = round
  const own = marksOf(key, facts)
  if (item.copyOf !== undefined) {
    return facts.after.local.has(key) ? { pins: pinsOf(item.copyOf.key, facts) } : undefined
  }
  const isNew = item.local === undefined && (item.original === undefined || own.ghost === true)
  const comes = outcome.local === 'server-copy' || outcome.local === 'sparse'
  const pins: Pins | undefined = isNew && comes ? newPins(item, round) : undefined
  const pinned = pins === undefined ? {} : { pins }
  if (outcome.awaits === true && !facts.after.local.has(key)) {
    const isDirectory = facts.after.server.get(key)?.info.type === 'directory'
    return { ...settledMarks(own), ...pinned, ...(isDirectory ? { unlisted: true } : { sparse: true }) }
  }
  if (outcome.local === 'sparse') {
    return isWritten(key, facts) ? { ...settledMarks(own), ...pinned } : { ...own, ...pinned, sparse: true }
  }
  if (!outcome.settled && outcome.forgets !== true) {
    return maybeSparse(item, outcome, round) ??
      pending(item, { ...own, ...seenSame(item, outcome, round), ...contestedBy(item, round) }, round)
  }
  const isGone = !facts.after.local.has(key) && !facts.after.server.has(key)
  if (outcome.forgets === true && !facts.after.local.has(key) && isPinned(pinsOf(key, facts))) {
    // The pins stay with the path (P15.59): perhaps as an entry that waits for its content, perhaps as none.
    return { ...settledMarks(own), sparse: 'maybe' }
  }
  if (isGone || outcome.local === 'gone') return undefined
  return pending(item, { ...settledMarks(own), ...pinned }, round)
}

function contestedBy(item: Item, round: Round): Pick<EntryMarks, 'contested'> {
  return isHalfCleared(item, round) ? { contested: true } : {}
}

/** An application wrote the whole file here during the call, and nobody after it (P8.3). */
function isWritten(key: string, { disturbed, after }: RoundFacts): boolean {
  const last = disturbed?.get(key)?.filter(({ side }) => side === 'local').at(-1)?.next
  return last?.content !== undefined && last.content.digest() === after.local.get(key)?.content?.digest()
}

/** Where a round went wrong, an entry with the server's content is complete, and one that went has no marks. */
function marksAfterFault(item: Item, { facts }: Round): EntryMarks | undefined {
  const own = marksOf(item.key, facts)
  const [server, local] = [facts.after.server.get(item.key), facts.after.local.get(item.key)]
  if (server === undefined && local === undefined) return undefined
  const isSame = server !== undefined && local !== undefined && sameCopies(server, local)
  return isSame ? settledMarks(own) : own
}

/** A parent of a link's target comes as a plain entry; anything else new is pinned by its directory and the categories named. */
function newPins(item: Item, round: Round): Pins {
  const own = item.marks.pins ?? NOT_PINNED
  const isTarget = round.targets.has(item.key)
  const isNew = !isTarget && isPinnedNew(item, round).is !== 'no'
  return joined(own, isNew ? pinsOfNew(item.key, round) : handedOn(item.key, round))
}

/** What an entry gets from its directory alone. */
function handedOn(key: string, { facts }: Round): Pins {
  const above = parentOf(key)
  return above === undefined ? NOT_PINNED : inherited(pinsOf(above, facts))
}

/** A link's target has the categories of the link, each with 1: they came by no directory (P6.5, P15.10). */
function pinTargets(marks: Map<string, EntryMarks>, round: Round): void {
  const { facts } = round
  for (const [key, { link, isSure }] of round.targets) {
    if (!isSure || !(facts.after.local.has(key) || marks.has(key))) continue
    const known = { marks, pins: facts.pins }
    const of = pinsOf(link, known)
    const given = pinsBy((category) => of[category] === 0 ? 0 : 1)
    marks.set(key, { ...marks.get(key), pins: joined(pinsOf(key, known), given) })
  }
}

/** Cut short, a run may have pinned a new file and not said so. */
function maybeSparse(item: Item, outcome: Outcome, { facts }: Round): EntryMarks | undefined {
  const isNew = item.local === undefined && item.original === undefined && item.server?.info.type === 'file'
  const isOpen = facts.interrupted && facts.stopped !== true && outcome.local === 'as-before'
  return isNew && isOpen && item.marks.sparse === undefined && isPinned(pinsOf(item.key, facts))
    ? { ...item.marks, sparse: 'maybe' }
    : undefined
}

/** An entry without an original, of which a run found both copies the same. */
function seenSame({ key, marks }: Item, outcome: Outcome, { facts, call }: Round): Pick<EntryMarks, 'seen'> {
  const [server, local] = [facts.after.server.get(key), facts.after.local.get(key)]
  const isLookedAt = (call.in || call.out) && call.refusal === undefined && call.covers(key)
  if (marks.adopted === undefined || server === undefined || local === undefined || !isLookedAt) return {}
  const isIdle = outcome.server === 'as-before' && outcome.local === 'as-before'
  return isIdle && sameCopies(server, local) ? { seen: originalOf(server, local) } : {}
}

function pending(item: Item, marks: EntryMarks, round: Round): EntryMarks {
  const { linkPending: _, ...rest } = marks
  const isAsked = round.call.pinTargets && isLinkName(item.path)
  const linkPending = isAsked ? pendingAfter(item, round) : marks.linkPending
  return linkPending === undefined ? rest : { ...rest, linkPending }
}

/** True for a directory with the mark of P15.12 that the run has gone over. */
function isDone(key: string, { call, facts }: Round): boolean {
  return call.in && call.refusal === undefined && call.covers(key) && (facts.results.get(key) ?? 0) === 0
}

/**
 * Everything below has the pins of the directory now, and the mark has done its work; as long as something below could not be
 * listed, failed, or was left out as suspended, it stays for the next run.
 */
function spread(
  marks: Map<string, EntryMarks>,
  { key, round }: { readonly key: string; readonly round: Round },
): void {
  const { facts } = round
  const pins = inherited(pinsOf(key, facts))
  const failed = [...facts.results].flatMap(([one, code]) =>
    code !== ERROR.SUCCESS && isWithin(one, key) ? [one] : []
  )
  let isAll = failed.length === 0
  for (const [child, own] of marks) {
    if (!child.startsWith(`${key}\\`)) continue
    const isLeft = isLeftOut(child, round)
    if (isLeft) isAll = false
    const isReached = !isLeft && !failed.some((one) => isWithin(child, one))
    if (isReached && own.pins !== undefined) marks.set(child, { ...own, pins: joined(own.pins, pins) })
  }
  if (!isAll) return
  const { pinsBelow: _, ...rest } = marks.get(key) ?? {}
  marks.set(key, facts.interrupted ? { ...rest, pinsBelow: 'maybe' } : rest)
}
