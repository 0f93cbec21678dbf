/** What printed steps can refer to, and the pieces they are put together from. */

import { shareAt } from './relations.ts'
import { shortenPath } from './resolve-path.ts'
import { literal, quote } from './typescript-literal.ts'

/** The constants of one printed scenario. */
export interface PrintScope {
  /** Names of the constants of shares by their paths. */
  readonly shares: ReadonlyMap<string, string>
  /** Names of the constants of rounds by their numbers; only rounds that something is expected of. */
  readonly rounds: ReadonlyMap<number, string>
  /** Paths of shares by the numbers of the rounds that were given just that share. */
  readonly roundShares: ReadonlyMap<number, string>
}

/** The share a path lies on, with the name of its constant. */
export function shareOf(
  path: string,
  { shares }: PrintScope,
): { readonly name: string; readonly path: string } {
  const share = shareAt(path, [...shares.keys()]) ?? ''
  return { name: shares.get(share) ?? '', path: share }
}

/** A whole path, through the constant of its share where there is one. */
export function printPath(path: string, { shares }: PrintScope): string {
  const share = [...shares.keys()].find((start) => shortenPath(path, start) !== path)
  if (share === undefined) return quote(path)
  return path === share
    ? `${shares.get(share)}.path`
    : call(`${shares.get(share)}.at`, quote(shortenPath(path, share)))
}

/** A call; arguments that are `undefined` are left out. */
export function call(name: string, ...given: readonly (string | undefined)[]): string {
  return `${name}(${given.filter((argument) => argument !== undefined).join(', ')})`
}

/** Those fields of a step that are there, as an object literal, or `undefined` when none is. */
export function options(step: object, names: readonly string[]): string | undefined {
  const entries = Object.entries(step)
  const given = names.flatMap((name) => entries.filter(([field]) => field === name))
  return given.length === 0 ? undefined : literal(Object.fromEntries(given))
}
