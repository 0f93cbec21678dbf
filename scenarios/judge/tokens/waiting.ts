/** Why a token has not left the side it was written on, as far as a sync tells. */

import { ERROR, isWithin, parentOf, SYNC_FLAG, type UncPath, upcase } from '../../../sim/mod.ts'
import type { RoundFacts } from '../oracle/mod.ts'
import type { TokenRound } from './search.ts'
import { cacheOf, type Token } from './token.ts'

/** The reason in words; `undefined` when the sync left a token where it is though nothing speaks for that. */
export function whyWaiting(
  { home }: Token,
  path: UncPath,
  { facts, client }: TokenRound,
): string | undefined {
  if (home !== 'server' && home !== cacheOf(client)) return 'its client made no call'
  const key = upcase(path)
  const code = facts.results.get(key) ?? ERROR.SUCCESS
  if (isInConflict(key, facts)) return 'its conflict is recorded'
  if (code !== ERROR.SUCCESS) return `its item failed with ${code}`
  if (facts.returned === undefined || facts.interrupted) return 'the call broke off'
  if (facts.returned !== ERROR.SUCCESS) return `the call returned ${facts.returned}`
  const isNamed = (facts.paths ?? []).some((scope) => scope !== null && isWithin(path, plain(scope)))
  if (!isNamed) return 'the call named other paths'
  const needed = home === 'server' ? SYNC_FLAG.SYNCIN : SYNC_FLAG.SYNCOUT
  return (facts.flags & needed) === 0 ? 'the call did not ask for this direction' : undefined
}

/** True for an item with an open conflict record, or below a directory that has one. */
function isInConflict(key: string, { conflictsBefore, conflicts }: RoundFacts): boolean {
  const open = new Set(conflictsBefore)
  for (const { path, change } of conflicts) {
    if (change === 'removed') open.delete(upcase(path))
    else open.add(upcase(path))
  }
  for (let up: string | undefined = key; up !== undefined; up = parentOf(up)) if (open.has(up)) return true
  return false
}

/** A path of a call without the prefix of long paths and without a trailing backslash. */
function plain(path: string): string {
  return path.replace(/^\\\\\?\\UNC\\/i, '\\\\').replace(/\\$/, '')
}
