/** Making a folder, whatever the file system answers. */

import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it; one that is there is left as it is. Node's own recursive mkdir never comes back
 * where a file system (`/proc`, for one) says "no such file" of a folder whose parent exists.
 *
 * @throws {Error} What the file system says, with its `code`.
 * @example
 * ```ts
 * import { makeFolder } from 'csclab/scenarios'
 *
 * makeFolder('csclab-report/attachments')
 * ```
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'EEXIST') return
    if (code !== 'ENOENT') {
      // A drive's root and a read-only volume refuse, though the folder is there.
      if (existsSync(folder)) return
      throw cause
    }
    const parent = dirname(folder)
    if (parent === folder) throw cause
    makeFolder(parent)
    mkdirSync(folder)
  }
}
