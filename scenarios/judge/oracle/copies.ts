/** The copies that keeping all changes makes in a round: where they come from, where they go, what may become of them. */

import { isWithin, partsOf, uncOf, upcase } from '../../../sim/mod.ts'
import { classify, type Item } from './classify.ts'
import { decide } from './decide.ts'
import type { Outcome, RoundFacts } from './facts.ts'
import { type Destination, destinationOf } from './keep-all.ts'
import { NO_MARKS } from './marks.ts'
import { type Version, versionsOf } from './meanwhile.ts'
import { done, mayKeepAll, UNTOUCHED } from './outcomes.ts'
import type { Round } from './round.ts'
import { anyOf, type Verdict, verdict } from './verdict.ts'

/** Where the local copies of conflicts go that are to be kept, by folded path. */
export function destinations(
  items: readonly Item[],
  round: Pick<Round, 'call' | 'facts'>,
): ReadonlyMap<string, Destination> {
  const found = new Map<string, Destination>()
  const claimed = new Set<string>()
  for (const item of items) {
    if (!round.call.covers(item.key) || !versionsOf(item, round.facts).some(isForKeepAll)) continue
    const { answer, by, newName } = decide(item.key, round)
    if (answer !== 'keep-all') continue
    const to = destinationOf(item.local?.path ?? item.path, {
      facts: round.facts,
      isFile: item.local?.info.type === 'file',
      by: by === 'handler' ? 'handler' : 'machine',
      newName,
      claimed,
    })
    found.set(item.key, to)
    if ('path' in to) claimed.add(upcase(to.path))
  }
  return found
}

function isForKeepAll({ item }: Version): boolean {
  const state = classify(item)
  return typeof state === 'number' && mayKeepAll(state)
}

/** The copies as items: on the client under their new names, with everything below them. */
export function copyItems(
  found: ReadonlyMap<string, Destination>,
  { before: { local }, disturbed }: RoundFacts,
): readonly Item[] {
  return [...found].flatMap(([from, to]) => {
    if (!('path' in to)) return []
    const depth = partsOf(from).length
    const keys = [
      ...local.keys(),
      ...[...disturbed ?? []].map(([key]) => key).filter((key) => !local.has(key)),
    ]
    return keys.filter((key) => isWithin(key, from)).map((key) => {
      const entry = local.get(key)
      const path = uncOf([...partsOf(to.path), ...partsOf(entry?.path ?? key).slice(depth)])
      return {
        key: upcase(path),
        path,
        server: undefined,
        local: entry === undefined ? undefined : { ...entry, path },
        original: undefined,
        marks: NO_MARKS,
        copyOf: { key, conflict: from },
      }
    })
  })
}

/** Nothing is left of the copy: it was not made. */
const NOT_MADE: Outcome = { ...UNTOUCHED, local: 'gone' }

/** Made on the client only: it waits to be created on the server. */
const MADE_HERE: Outcome = { ...UNTOUCHED, conflict: 'none' }

/** The verdict on a copy, `fate` being what happened to the conflict it belongs to. */
export function copyVerdict(
  fate: Outcome | undefined,
  { key, copyOf }: Item,
  { call, facts }: Round,
): Verdict {
  const ids = ['P3.1', 'P3.6']
  const made = call.noNewOut ? verdict([MADE_HERE], [...ids, 'P15.8']) : verdict([done('write server')], ids)
  const isMoved = fate?.local === 'server-copy' || fate?.local === 'gone'
  if (!facts.interrupted || facts.stopped === true) {
    if (!isMoved) return verdict([NOT_MADE], ['P2.20'])
    const wentWrong = [key, copyOf?.conflict ?? key].some((one) => isHindered(one, facts))
    return wentWrong
      ? anyOf([made, verdict([MADE_HERE], ['P2.20', 'P15.66'])], 'something went wrong while both were kept')
      : made
  }
  const halves = fate?.local === 'as-before' ? [MADE_HERE, NOT_MADE] : [MADE_HERE]
  return {
    plans: [...made.plans, ...verdict(halves, []).plans],
    ids: [...made.ids, 'SYNC-43'],
    note: 'the run was cut short',
  }
}

/** Something failed about an item, or others wrote it during the call. */
function isHindered(key: string, { results, troubled, disturbed }: RoundFacts): boolean {
  return (results.get(key) ?? 0) !== 0 || troubled?.has(key) === true || disturbed?.has(key) === true
}
