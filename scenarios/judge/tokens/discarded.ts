/** Tells whether somebody chose that a token be given up: in a conflict, and on the side that lost it. */

import { type UncPath, upcase } from '../../../sim/mod.ts'
import type { RoundFacts } from '../oracle/mod.ts'
import { choiceAgainst } from './choices.ts'
import type { Search, TokenRound } from './search.ts'
import { cacheOf, type Fate, isSamePath, type Token, type Tracked } from './token.ts'

type Side = 'server' | 'local'

/** The fate of a token that was discarded; `undefined` when nobody chose so, or there was no conflict. */
export function discardedBy(search: Search): Fate | undefined {
  const { tracked: { token, paths }, facts: { round } } = search
  if (round === undefined || !isContested(search)) return undefined
  const { facts, choices } = round
  const side = sideOf(token, round)
  const choice = choiceAgainst(side, paths.at(-1) ?? token.path, { choices, flags: facts.flags })
  if (choice === undefined) return undefined
  return { kind: 'discarded', words: `${choice.words} kept ${winnerWords(search, { facts, side })}` }
}

/** The side of the call a token counts for: another client's has come to the server, or has no part in the call. */
function sideOf({ home }: Token, { client }: TokenRound): Side {
  return home === cacheOf(client) ? 'local' : 'server'
}

/**
 * True for a conflict: the other side has something else to say of the item than at the last good sync, or may have; or the two
 * have a file and a directory of one name.
 */
export function isContested({ tracked: { token, paths }, facts: { round } }: Search): boolean {
  if (round === undefined) return false
  const { before, originals, disturbed, marks } = round.facts
  const other = sideOf(token, round) === 'server' ? 'local' : 'server'
  return paths.some((path) => {
    const key = upcase(path)
    const isUnclear = disturbed?.has(key) === true || marks?.has(key) === true
    const types = [before.server.get(key)?.info.type, before.local.get(key)?.info.type]
    const isClash = !types.includes(undefined) && types[0] !== types[1]
    return isUnclear || isClash || before[other].get(key)?.info !== originals.get(key)?.[other]
  })
}

/** What is there instead. */
function winnerWords(
  { tracked: { token, paths }, all }: Search,
  { facts: { after }, side }: { readonly facts: RoundFacts; readonly side: Side },
): string {
  const others = side === 'local' ? 'the server' : 'the client'
  const isThere = paths.some((path) => after.server.has(upcase(path)) || after.local.has(upcase(path)))
  if (!isThere) return `the deletion on ${others}`
  const winner = all.findLast((one) => one.token !== token && isNowAt(one, paths))
  return winner === undefined
    ? `what ${others} had`
    : `what ${winner.token.writer} wrote in ${winner.token.id}`
}

function isNowAt({ places }: Tracked, paths: readonly UncPath[]): boolean {
  return [...places.values()].some(({ path, isWhole }) =>
    isWhole && paths.some((one) => isSamePath(one, path))
  )
}
