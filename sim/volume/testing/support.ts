/** Small words for tests of volumes. */

import { CsclabError } from '../../errors.ts'
import { type Failed, type FileInfo, isFailure } from '../../port/mod.ts'
import type { Ticks } from '../../windows/mod.ts'
import type { Names } from '../effect.ts'
import type { OpenHandle, OpenOptions } from '../open-handle.ts'
import { Volume, type VolumeOptions } from '../volume.ts'

/** A clock that tests set. */
export const time: { now: Ticks } = { now: 0 }

/** Takes its time from {@linkcode time}. */
export const options: Pick<VolumeOptions, 'now'> = { now: () => time.now }

/** A volume with `\\hq\docs` at tick 0. */
export function volume(more: Omit<VolumeOptions, 'now'> = {}): Volume {
  time.now = 0
  const made = Volume.create({ ...options, ...more })
  made.mkdir(['hq'])
  made.mkdir(['hq', 'docs'])
  return made
}

/** A path in `\\hq\docs`. */
export function at(...names: readonly string[]): Names {
  return ['hq', 'docs', ...names]
}

/** The path most tests work on. */
export const PLAN: Names = at('plan.txt')

/** A result that is no refusal. */
export function good<T extends object | undefined>(result: T | Failed): T {
  if (isFailure(result)) throw new Error(`refused with ${result.code}`)
  return result
}

/** The code of a refusal; 0 for anything else. */
export function code(result: object | undefined): number {
  return isFailure(result) ? result.code : 0
}

/** Opens for reading and writing, everything shared, unless told otherwise. */
export function open(on: Volume, path: Names, more: Partial<OpenOptions> = {}): OpenHandle {
  const share = ['read', 'write', 'delete'] as const
  return good(on.open(path, { access: 'read-write', share, disposition: 'open-or-create', ...more }))
}

/** What an error says, and what to do about it. */
export function refusal(action: () => unknown): readonly (string | undefined)[] {
  try {
    action()
  } catch (error) {
    return error instanceof CsclabError ? [error.message, error.hint] : [String(error)]
  }
  return []
}

/** Bytes of a text. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Bytes as text. */
export function text(content: Uint8Array | undefined): string | undefined {
  return content === undefined ? undefined : new TextDecoder().decode(content)
}

/** Writes a whole file, or a stream of one. */
export function write(on: Volume, path: Names, content: string, more: Partial<OpenOptions> = {}): void {
  const handle = open(on, path, more)
  good(on.truncate(handle, 0))
  good(on.write(handle, 0, bytes(content)))
  on.close(handle.number)
}

/** What a file holds, or a stream of one. */
export function read(on: Volume, path: Names, stream?: string): string | undefined {
  return text(on.contentOf(path, stream)?.bytes())
}

/** Looks at an item that must be there. */
export function info(on: Volume, path: Names): FileInfo {
  return good(on.stat(path)).info
}
