/** Making a folder, whatever the file system answers. */

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** What file systems say of a folder that is there: the last two of a root, on macOS and on Windows. */
const IS_THERE: readonly unknown[] = ['EEXIST', 'EISDIR', 'EPERM']

/**
 * Makes a folder and those above it; one that is there is left as it is. Node's own recursive mkdir never comes back
 * where a file system (`/proc`, for one) says "no such file" of a folder whose parent exists.
 *
 * @throws {Error} What the file system says, with its `code`.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (IS_THERE.includes(code)) return
    const parent = dirname(folder)
    if (code !== 'ENOENT' || parent === folder) throw cause
    makeFolder(parent)
    mkdirSync(folder)
  }
}
