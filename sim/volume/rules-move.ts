/** Renaming and removing: what memfs does without a word is refused here as Windows refuses it. */

import { type Failed, type FileInfo, isFailure, type RemoveRequest, type RenameRequest } from '../port/mod.ts'
import { ATTRIBUTE, ERROR } from '../windows/mod.ts'
import type { Names } from './effect.ts'
import { AS_DELETE } from './handles.ts'
import { checkExpectation, failed } from './info.ts'
import type { Entry } from './memfs-store.ts'
import type { VolumeState } from './volume-state.ts'

/** Where an item is to go. */
export interface Move extends Pick<RenameRequest, 'replace' | 'expect'> {
  readonly to: Names
}

/** Moves an item to another name; a name that is exactly the same already moves nothing. */
export function renameItem(state: VolumeState, path: Names, move: Move): FileInfo | Failed {
  const { items, handles } = state
  const entry = items.get(path)
  if (isFailure(entry)) return entry
  const unexpected = checkExpectation(move.expect ?? 'any', entry.line.info)
  if (unexpected !== undefined) return unexpected
  const from = items.keysOf(path)
  const target = items.keysOf(move.to)
  if (samePath(from, target) && entry.line.name === move.to.at(-1)) return entry.line.info
  const inTheWay = samePath(from, target) ? undefined : items.at(target)
  const refused = refusesMove(state, entry, { from, target, move, inTheWay })
  if (refused !== undefined) return refused
  handles.makeWay({ ...AS_DELETE, id: entry.line.info.id, keys: from })
  if (inTheWay !== undefined) {
    handles.makeWay({ ...AS_DELETE, id: inTheWay.line.info.id, keys: target })
    handles.breakAll(inTheWay.line.info.id)
    items.remove(target)
  }
  const info = items.move(path, move.to)
  handles.follow(from, target)
  return info
}

/** Removes a file or an empty directory; what is open and may be deleted goes with its last handle. */
export function removeItem(
  { items, handles }: VolumeState,
  path: Names,
  { expect = 'any', ignoreReadonly = false }: Pick<RemoveRequest, 'expect' | 'ignoreReadonly'>,
): Failed | undefined {
  const entry = items.get(path)
  if (isFailure(entry)) return entry
  const { info } = entry.line
  const refused = checkExpectation(expect, info)
  if (refused !== undefined) return refused
  if (entry.index !== undefined && entry.index.size > 0) return failed(ERROR.DIR_NOT_EMPTY)
  const protectedItem = (info.attributes & ATTRIBUTE.READONLY) !== 0 && !ignoreReadonly
  if (protectedItem) return failed(ERROR.ACCESS_DENIED)
  const target = { ...AS_DELETE, id: info.id, keys: items.keysOf(path) }
  if (handles.refuses(target)) return failed(ERROR.SHARING_VIOLATION)
  handles.makeWay(target)
  if (handles.isOpen(info.id)) items.removeLater(info.id)
  else items.remove(target.keys)
  return undefined
}

function refusesMove(
  { items, handles }: VolumeState,
  entry: Entry,
  { from, target, move, inTheWay }: {
    readonly from: Names
    readonly target: Names
    readonly move: Move
    readonly inTheWay: Entry | undefined
  },
): Failed | undefined {
  if (target.length > from.length && from.every((key, i) => target[i] === key)) {
    return failed(ERROR.ACCESS_DENIED)
  }
  const refused = items.refusesNew(move.to)
  if (refused !== undefined) return refused
  const isDirectory = entry.content === undefined
  if (inTheWay !== undefined) {
    if (items.isPending(inTheWay)) return failed(ERROR.DELETE_PENDING)
    if (!move.replace) return failed(ERROR.ALREADY_EXISTS)
    const readonly = (inTheWay.line.info.attributes & ATTRIBUTE.READONLY) !== 0
    const isOpen = handles.isHeld(inTheWay.line.info.id)
    if (isDirectory || inTheWay.content === undefined || readonly || isOpen) {
      return failed(ERROR.ACCESS_DENIED)
    }
    if (handles.refuses({ ...AS_DELETE, id: inTheWay.line.info.id, keys: target })) {
      return failed(ERROR.SHARING_VIOLATION)
    }
  }
  if (isDirectory && handles.isOpenBelow(from)) return failed(ERROR.ACCESS_DENIED)
  return handles.refuses({ ...AS_DELETE, id: entry.line.info.id, keys: from })
    ? failed(ERROR.SHARING_VIOLATION)
    : undefined
}

function samePath(a: Names, b: Names): boolean {
  return a.length === b.length && a.every((key, i) => b[i] === key)
}
