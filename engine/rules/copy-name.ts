/** The name of the copy that is made when both versions of an item are kept. */

import type { ItemType } from '../../sim/port/mod.ts'

/** Which copy of what is to be named. */
export interface CopyOf {
  readonly name: string
  readonly type: ItemType
  readonly user: string
}

/**
 * `samples (Alice v1).doc`: the user and a number before the extension, which is what follows the last dot (P3.3).
 * A name that only begins with a dot has none, and a directory's name is not split (P15.51).
 *
 * @param version From 1; the next one is tried while a name is taken.
 */
export function nameOfCopy({ name, type, user }: CopyOf, version: number): string {
  const dot = type === 'file' ? name.lastIndexOf('.') : -1
  const [base, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  return `${base} (${user} v${version})${extension}`
}
