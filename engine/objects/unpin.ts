/** `Unpin(Paths[], Flags, Deep)`: takes pins away; an item without changes may then leave the cache at any time. */

import type { Session } from '../../sim/port/mod.ts'
import { childOf, ERROR, foldPath, partsOf, type UncPath } from '../../sim/windows/mod.ts'
import { type CacheRecord, isCacheRecord, readDirectory, readItem } from '../cache/mod.ts'
import { isPinned, namesPins, pinsLost, type Rules } from '../rules/mod.ts'
import { changePins, conduct, type RunContext } from '../run/mod.ts'
import { eachPath, type PathDone, prepared, workItem } from './each-path.ts'
import { PIN_FLAG, rulesFor } from './flags.ts'
import type { PinCall } from './pin.ts'

/**
 * Runs one call of `Unpin`: the categories the flags name are taken from each item named and, of a directory, from the files
 * directly in it or, with `deep`, from everything below it. Only the cache is looked at, so that it works without any server.
 * FILL and PINLINKTARGETS mean nothing here.
 *
 * @returns 0, or 2 for what is not cached.
 */
export function* unpin(rules: Rules, { deep, ...call }: PinCall): Session<number> {
  return yield* conduct(
    rulesFor(rules, PIN_FLAG),
    { ...call, conflictHandler: false },
    function* (run, paths) {
      const named = namesPins(run.flags) ? paths : []
      return yield* eachPath(run, named, (path) => unpinPath(run, path, deep))
    },
  )
}

function* unpinPath(run: RunContext, path: UncPath, deep: boolean): Session<PathDone> {
  const record = yield* prepared(run, path, () => known(path))
  if (typeof record === 'number') return { failed: record }
  const items = [path, ...(yield* itemsIn(path, deep))]
  run.counts.upperBound += items.filter((item) => !run.results.has(foldPath(item))).length
  for (const item of items) {
    if (run.cancelled) break
    yield* workItem(run, item, () => unpinItem(item, run.flags))
  }
  return record.type === 'file' ? { result: run.results.get(foldPath(path)) } : {}
}

function* known(path: UncPath): Session<CacheRecord | number> {
  const record = partsOf(path).length < 2 ? undefined : yield* readItem(path)
  return record ?? ERROR.FILE_NOT_FOUND
}

function* itemsIn(directory: UncPath, deep: boolean): Session<readonly UncPath[]> {
  const items: UncPath[] = []
  for (const record of (yield* readDirectory(directory)).values()) {
    if (!isCacheRecord(record)) continue
    const path = childOf(directory, record.name)
    if (deep || record.type === 'file') items.push(path)
    if (deep) items.push(...(yield* itemsIn(path, deep)))
  }
  return items
}

function* unpinItem(path: UncPath, flags: number): Session<number> {
  const after = yield* changePins(path, (record) => withoutPins(record, flags))
  return after === undefined ? ERROR.FILE_NOT_FOUND : ERROR.SUCCESS
}

/** What is left to be pinned below a directory goes with its last pin. */
function withoutPins(record: CacheRecord, flags: number): CacheRecord {
  const pins = pinsLost(record.pins, flags)
  if (pins === record.pins) return record
  const { childrenToPin, ...kept } = { ...record, pins }
  return childrenToPin === true && isPinned(pins) ? { ...kept, childrenToPin } : kept
}
