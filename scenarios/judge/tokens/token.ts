/** A token stands for one write of a person or program: who wrote which bytes where, and who has them since. */

import {
  type Content,
  type Effect,
  FIRST_CLIENT,
  type ItemState,
  type UncPath,
  upcase,
} from '../../../sim/mod.ts'
import type { FateKind } from '../result.ts'

/** One that can hold bytes: all servers together, or the cache of a client. */
export type Keeper = 'server' | `cache of ${string}`

/** One write that was answered with success. */
export interface Token {
  /** Where it was made: `step 3`, `round 1 meanwhile 2`. */
  readonly id: string
  /** Client and user, or the server and, unless it was an administrator, the user: `laptop · alice`, `server · bob`. */
  readonly writer: string
  /** Where the bytes lay when the write was done. */
  readonly home: Keeper
  /** As stored. */
  readonly path: UncPath
  /** The named stream that was written; `undefined` for the file's own content. */
  readonly stream: string | undefined
  /** Bytes of the whole content, or stream, after the write. */
  readonly size: number
  /** Digest of the same, see `Content.digest`. */
  readonly digest: string
}

/** Where a keeper has a token. */
export interface Place {
  /** As stored. */
  readonly path: UncPath
  /** The very bytes are there; else something that was made knowing them, such as a part of them. */
  readonly isWhole: boolean
}

/** What has become of a token, in a word and in a few. */
export interface Fate {
  readonly kind: FateKind
  readonly words: string
  /** Of a lost one: ids of the promises that forbid it. */
  readonly ids?: readonly string[]
}

/** A token with all that is known of it. */
export interface Tracked {
  readonly token: Token
  /** The paths it has had by what people did, its own first. */
  readonly paths: readonly UncPath[]
  readonly places: ReadonlyMap<Keeper, Place>
  /** A sync has ended with it on the server and in a cache. */
  readonly wasShared: boolean
  /** The address of the event that took the last whole copy, and from whom. */
  readonly takenAt: string | undefined
  readonly takenFrom: Keeper | undefined
  /** `undefined` until it is settled for the first time. */
  readonly fate: Fate | undefined
}

/** Fates after which nothing more is asked of a token. */
const ENDS: readonly (FateKind | undefined)[] = ['superseded', 'discarded', 'lost']

/** True as long as somebody has to have the bytes. */
export function isAlive({ fate }: Tracked): boolean {
  return !ENDS.includes(fate?.kind)
}

/** The cache of a client. */
export function cacheOf(client: string = FIRST_CLIENT): Keeper {
  return `cache of ${client}`
}

/** Whose item an effect is about. */
export function keeperOf({ on, client }: Exclude<Effect, { readonly effect: 'record' }>): Keeper {
  return on === 'server' ? 'server' : cacheOf(client)
}

/** A keeper as a part of a sentence. */
export function keeperWords(keeper: Keeper): string {
  return keeper === 'server' ? 'the server' : `the ${keeper}`
}

/** Where a keeper has things, as a part of a sentence. */
export function atKeeper(keeper: Keeper): string {
  return keeper === 'server' ? 'on the server' : `in ${keeperWords(keeper)}`
}

/** What an item holds in the place a token is about: the file's content, or one of its streams. */
export function contentIn(
  { content, streams }: Pick<ItemState, 'content' | 'streams'>,
  stream: string | undefined,
): Content | undefined {
  if (stream === undefined) return content
  return [...streams ?? []].find(([name]) => upcase(name) === upcase(stream))?.[1]
}

/** True for an item that holds a token's very bytes. */
export function holds(item: Pick<ItemState, 'content' | 'streams'>, token: Token): boolean {
  const content = contentIn(item, token.stream)
  return content !== undefined && content.size === token.size && content.digest() === token.digest
}

/** True for paths that differ in case at most. */
export function isSamePath(a: UncPath, b: UncPath): boolean {
  return a === b || upcase(a) === upcase(b)
}
