/** Pins what is in a directory that was pinned alone, so that the run that meets it fetches it (P15.12). */

import { ask, type Pins, type Session } from '../../sim/port/mod.ts'
import { childOf, type UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, inheritedPins, readItem } from '../cache/mod.ts'
import { isExcluded, pinsHandedDown } from '../rules/mod.ts'
import { changePins } from './change-pins.ts'
import { pinNew } from './fetch.ts'

/** What is handed down to everything in a directory, and what is kept out of it. */
interface HandingDown {
  readonly pins: Pins
  readonly excluded: readonly string[]
}

/**
 * Gives every child of a directory on the server, at any depth, the pins the directory hands down: an entry without content
 * where there is none, which the run then fills. What was deleted here stays deleted. The mark goes once all was seen.
 *
 * @returns The record of the directory as it is then.
 */
export function* pinChildren(directory: UncPath, record: CacheRecord): Session<CacheRecord | undefined> {
  const settings = yield* ask({ kind: 'settings' })
  const excluded = settings.kind === 'failed' ? [] : settings.settings.excludedTypes
  const isWhole = yield* pinIn(directory, { pins: inheritedPins(record.pins), excluded })
  return isWhole ? yield* changePins(directory, withoutMark) : record
}

function withoutMark(record: CacheRecord): CacheRecord {
  const { childrenToPin: _, ...kept } = record
  return kept
}

/** True when everything in a directory could be looked at. */
function* pinIn(directory: UncPath, handing: HandingDown): Session<boolean> {
  const listing = yield* ask({ kind: 'list', on: 'server', path: directory })
  if (listing.kind === 'failed') return false
  let isWhole = true
  for (const server of listing.entries) {
    const path = childOf(directory, server.name)
    const isFile = server.info.type === 'file'
    if (isFile && isExcluded(server.name, handing.excluded)) continue
    const record = yield* readItem(path)
    if (record?.marks.deletedOffline === true) continue
    if (record !== undefined) yield* changePins(path, (known) => withAll(known, handing.pins))
    else if (!(yield* isHere(path))) yield* pinNew({ path, record, newPins: handing.pins }, server)
    if (!isFile) isWhole = (yield* pinIn(path, handing)) && isWhole
  }
  return isWhole
}

/** What lies in the cache without an entry was made there, and is no child of the server's. */
function* isHere(path: UncPath): Session<boolean> {
  return (yield* ask({ kind: 'stat', on: 'cache', path })).kind !== 'failed'
}

function withAll(record: CacheRecord, handed: Pins): CacheRecord {
  const pins = pinsHandedDown(record.pins, handed)
  return pins === record.pins ? record : { ...record, pins }
}
