/** Named streams: what a file carries beside its bytes. */

import { type Failed, isFailure, type StreamEntry } from '../port/mod.ts'
import { ATTRIBUTE, ERROR, upcase } from '../windows/mod.ts'
import type { Names } from './effect.ts'
import { failed, written } from './info.ts'
import type { StoredContent } from './memfs-content.ts'
import type { Extras, Held } from './memfs-store.ts'
import { checkStreamName } from './paths.ts'
import type { VolumeState } from './volume-state.ts'

/** A stream and its content. */
export interface NamedStream {
  readonly name: string
  readonly content: StoredContent
}

/** Finds a stream of an item; case does not matter. */
export function findStream(item: Held | undefined, name: string): NamedStream | undefined {
  const streams = item?.extras?.streams
  if (streams === undefined) return undefined
  const key = upcase(name)
  for (const [stored, content] of streams) if (upcase(stored) === key) return { name: stored, content }
  return undefined
}

/** What an item has beside its bytes once a stream is put, or taken away where there is no content. */
export function withStream(
  extras: Extras | undefined,
  name: string,
  content: StoredContent | undefined,
): Extras {
  const others = [...extras?.streams ?? []].filter(([stored]) => stored !== name)
  const all = content === undefined ? others : [...others, [name, content] as const]
  all.sort(([a], [b]) => upcase(a) < upcase(b) ? -1 : 1)
  const { streams: _, ...rest } = extras ?? {}
  return all.length === 0 ? rest : { ...rest, streams: new Map(all) }
}

/** Puts a stream of an item that has a name. */
export function putStream({ items }: VolumeState, keys: Names, { name, content }: NamedStream): void {
  const entry = items.at(keys)
  if (entry === undefined) return
  const info = written(entry.line.info, entry.line.info.size, items.clock)
  items.update(keys, { info, extras: withStream(entry.extras, name, content) }, 'stream')
}

/** Lists the streams of an item, in the order of their folded names. */
export function listStreams({ items }: VolumeState, path: Names): readonly StreamEntry[] | Failed {
  const entry = items.get(path)
  if (isFailure(entry)) return entry
  return [...entry.extras?.streams ?? []].map(([name, { size }]) => ({ name, size }))
}

/** Removes a stream. Whoever has it open is in the way. */
export function removeStream(state: VolumeState, path: Names, name: string): Failed | undefined {
  const { items, handles } = state
  const bad = checkStreamName(name, items.profile)
  if (bad !== ERROR.SUCCESS) return failed(bad)
  const entry = items.get(path)
  if (isFailure(entry)) return entry
  const found = findStream(entry, name)
  if (found === undefined) return failed(ERROR.FILE_NOT_FOUND)
  const { info } = entry.line
  if ((info.attributes & ATTRIBUTE.READONLY) !== 0) return failed(ERROR.ACCESS_DENIED)
  if (handles.hasOpenStream(info.id, upcase(name))) return failed(ERROR.SHARING_VIOLATION)
  const after = {
    info: written(info, info.size, items.clock),
    extras: withStream(entry.extras, found.name, undefined),
  }
  items.update(items.keysOf(path), after, 'stream')
  return undefined
}
