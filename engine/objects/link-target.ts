/** Where a shell link of the cache leads, as far as pinning goes with it. */

import { performOperation, type Session } from '../../sim/port/mod.ts'
import {
  readShellLink,
  ShellLinkError,
  shellLinkTarget,
  type UncPath,
  upcase,
} from '../../sim/windows/mod.ts'
import { readItem } from '../cache/mod.ts'

/**
 * The item on a share that a link leads to; `undefined` for what is no link (P6.11), cannot be read, is malformed, or leads
 * nowhere or to a local disk (P6.8). Its content comes from the cache if it is there, else from the server.
 */
export function* linkTarget(path: UncPath): Session<UncPath | undefined> {
  if (!upcase(path).endsWith('.LNK')) return undefined
  const record = yield* readItem(path)
  if (record === undefined || record.type !== 'file') return undefined
  const side = record.sparse || record.ghost === true ? 'server' : 'cache'
  const { bytes } = yield* performOperation(side, { do: 'read', path })
  return bytes === undefined ? undefined : targetIn(bytes)
}

function targetIn(bytes: Uint8Array): UncPath | undefined {
  try {
    return shellLinkTarget(readShellLink(bytes))?.path
  } catch (error) {
    if (error instanceof ShellLinkError) return undefined
    throw error
  }
}
