/** Whether a path names an item on a share. */

import { checkName, checkShareName, MAX_PATH_UNITS } from '../names.ts'
import { partsOf } from '../unc.ts'

/**
 * What keeps a path from being `\\server\share` or something below it, in words that follow it; `undefined` when nothing does.
 * Names must be those Windows accepts (P14.4, P14.7, P14.8).
 */
export function uncFlaw(path: string): string | undefined {
  if (!path.startsWith('\\\\')) return 'is not of the form \\\\server\\share'
  if (path.length > MAX_PATH_UNITS) return `is longer than ${MAX_PATH_UNITS} characters`
  const [server = '', share, ...names] = partsOf(path)
  if (share === undefined) return 'names no share'
  const refused = checkName(server) !== 0
    ? server
    : checkShareName(share) !== 0
    ? share
    : names.find((name) => checkName(name) !== 0)
  return refused === undefined ? undefined : `has a part "${refused}", which is no name Windows accepts`
}
