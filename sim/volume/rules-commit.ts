/** Commit: staged bytes become the unnamed stream of their path, in one step. */

import type { CommitRequest, Failed, FileInfo } from '../port/mod.ts'
import { ATTRIBUTE, ERROR } from '../windows/mod.ts'
import type { HandleState } from './handles.ts'
import { checkExpectation, failed, withChange } from './info.ts'
import { contentOfStored } from './memfs-content.ts'
import { AS_STAGING } from './rules-open.ts'
import type { VolumeState } from './volume-state.ts'

/** Commits staged bytes and closes their handle; where it refuses, the handle stays. */
export function commitStaged(
  { items, handles }: VolumeState,
  handle: HandleState,
  { expect, info: change = {} }: Pick<CommitRequest, 'expect' | 'info'>,
): FileInfo | Failed {
  const { staged, keys, number } = handle
  if (staged === undefined) return failed(ERROR.INVALID_HANDLE)
  const entry = items.at(keys)
  const refused = checkExpectation(expect, entry?.line.info)
  if (refused !== undefined) return refused
  if (entry === undefined) {
    const content = contentOfStored(staged)
    const full = items.refusesNew(handle.path) ??
      items.space.refuses(handle.createdBy ?? '', content.allocated)
    if (full !== undefined) return full
    handles.close(number)
    return items.create(handle.path, { content, change, createdBy: handle.createdBy })
  }
  const { line, extras } = entry
  if (entry.content === undefined) return failed(ERROR.ACCESS_DENIED)
  const target = { id: line.info.id, keys, ...AS_STAGING, except: number }
  if (handles.refuses(target)) return failed(ERROR.SHARING_VIOLATION)
  const content = contentOfStored(staged.withSparse(staged.sparse || entry.content.sparse))
  const full = items.space.refuses(extras?.createdBy ?? '', content.allocated - entry.content.allocated)
  if (full !== undefined) return full
  handles.makeWay(target)
  handles.close(number)
  const attributes = line.info.attributes | ATTRIBUTE.ARCHIVE | (content.sparse ? ATTRIBUTE.SPARSE_FILE : 0)
  const before = { ...line.info, attributes, size: content.size }
  const info = withChange(before, { lastWrite: items.clock.now(), ...change }, items.clock)
  return items.update(keys, { info, content }, 'data')
}
