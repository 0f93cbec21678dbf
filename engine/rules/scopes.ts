/** The paths of a call: checked, normalised, each scope once. */

import type { SyncCall } from '../../sim/port/mod.ts'
import {
  checkName,
  checkShareName,
  ERROR,
  foldPath,
  MAX_PATH_UNITS,
  partsOf,
  type UncPath,
} from '../../sim/windows/mod.ts'

/** WBEM_E_INVALID_METHOD_PARAMETERS: what WMI answers when a required parameter is missing. */
const INVALID_METHOD_PARAMETERS = 0x8004_102f

const LONG_UNC = '\\\\?\\UNC\\'

/** The scopes of a call, or the code it is refused with; `missing` when there is no array of paths at all. */
export type Scopes =
  | { readonly missing: number }
  | { readonly refused: number }
  | { readonly paths: readonly UncPath[] }

/**
 * Checks the paths in their order, each for its shape (87) before its names (123, 206); a path given twice counts once
 * (P1.7 … P1.16, P15.36, P15.37).
 */
export function scopesOf(call: SyncCall): Scopes {
  if (call.paths === null) return { missing: INVALID_METHOD_PARAMETERS }
  if (call.paths.length === 0) return { refused: ERROR.INVALID_PARAMETER }
  const paths: UncPath[] = []
  for (const path of call.paths) {
    const checked = checkPath(path)
    if (typeof checked === 'number') return { refused: checked }
    paths.push(checked)
  }
  const distinct = paths.filter((path, i) =>
    paths.findIndex((other) => foldPath(other) === foldPath(path)) === i
  )
  return { paths: distinct }
}

function checkPath(path: string | null): UncPath | number {
  if (path === null || path === '') return ERROR.INVALID_PARAMETER
  const plain = path.toLowerCase().startsWith(LONG_UNC.toLowerCase())
    ? `\\\\${path.slice(LONG_UNC.length)}`
    : path
  const trimmed = plain.endsWith('\\') ? plain.slice(0, -1) : plain
  const looksUnc = trimmed.startsWith('\\\\') && !trimmed.includes('/') && !/^\\\\[.?]\\/.test(trimmed)
  if (!looksUnc || trimmed.length < 3) return ERROR.INVALID_PARAMETER
  if (trimmed.length > MAX_PATH_UNITS) return ERROR.FILENAME_EXCED_RANGE
  const [server = '', share, ...names] = partsOf(trimmed)
  if (checkName(server) !== 0 || (share !== undefined && checkShareName(share) !== 0)) {
    return ERROR.INVALID_NAME
  }
  return names.every((name) => checkName(name) === 0) ? trimmed : ERROR.INVALID_NAME
}
