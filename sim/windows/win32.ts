/** Win32 result codes: names, message texts and their HRESULT form. */

import { type CodeEntry, COM_CODES, WIN32_CODES, WMI_CODES } from './win32-codes.ts'

/**
 * The codes this project names in its own code, under the names of winerror.h.
 * A result is always such a number; 0 is success.
 */
export const ERROR = {
  SUCCESS: 0,
  FILE_NOT_FOUND: 2,
  PATH_NOT_FOUND: 3,
  ACCESS_DENIED: 5,
  INVALID_HANDLE: 6,
  NOT_ENOUGH_MEMORY: 8,
  NOT_SAME_DEVICE: 17,
  SHARING_VIOLATION: 32,
  NOT_SUPPORTED: 50,
  BAD_NETPATH: 53,
  NETNAME_DELETED: 64,
  BAD_NET_NAME: 67,
  FILE_EXISTS: 80,
  INVALID_PARAMETER: 87,
  DISK_FULL: 112,
  INVALID_NAME: 123,
  DIR_NOT_EMPTY: 145,
  ALREADY_EXISTS: 183,
  FILENAME_EXCED_RANGE: 206,
  DIRECTORY: 267,
  DELETE_PENDING: 303,
  OPERATION_ABORTED: 995,
  SERVICE_NOT_ACTIVE: 1062,
  CANCELLED: 1223,
  USER_MAPPED_FILE: 1224,
  LOGON_FAILURE: 1326,
  DISK_QUOTA_EXCEEDED: 1295,
  FILE_OFFLINE: 4350,
} as const

/**
 * True for the two codes of what is not there: no item of that name, or no directory to look in.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { isNotThere } from 'csclab/sim'
 *
 * assert.equal([2, 3, 5].filter(isNotThere).join(), '2,3')
 * ```
 */
export function isNotThere(code: number): boolean {
  return code === ERROR.FILE_NOT_FOUND || code === ERROR.PATH_NOT_FOUND
}

const HRESULT_FROM_WIN32 = 0x8007_0000

const byCode: ReadonlyMap<number, CodeEntry> = new Map(
  [...WMI_CODES, ...COM_CODES, ...WIN32_CODES].map((entry) => [entry.code, entry]),
)

/**
 * The entry of a code in any of its forms: a Win32 code, the HRESULT that wraps one, a COM or a WMI result.
 * A wrapped Win32 code answers with the Win32 text (P11.1).
 *
 * @param code A Win32 code or an unsigned 32-bit HRESULT.
 * @returns The entry, or `undefined` for a code that is in none of the tables.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { findCode } from 'csclab/sim'
 *
 * assert.equal(findCode(0x80070020)?.name, 'ERROR_SHARING_VIOLATION')
 * ```
 */
export function findCode(code: number): CodeEntry | undefined {
  const win32 = win32Of(code)
  return byCode.get(win32) ?? byCode.get(code)
}

/**
 * The message text that belongs to a code (SYNC-41), or a text that names the number when there is none.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { messageOf } from 'csclab/sim'
 *
 * assert.equal(messageOf(0), 'The operation completed successfully.')
 * assert.equal(messageOf(0x800704c7), 'The operation was canceled by the user.')
 * ```
 */
export function messageOf(code: number): string {
  return findCode(code)?.text ?? `Unknown error ${code} (0x${code.toString(16)}).`
}

/** The HRESULT that carries a Win32 code: 0 stays 0 (SYNC-40), everything else gets facility Win32. */
export function hresultOf(win32: number): number {
  return win32 === 0 || win32 > 0xffff ? win32 : HRESULT_FROM_WIN32 + win32
}

/** The Win32 code inside an HRESULT of facility Win32; any other number is returned unchanged (P1.20). */
export function win32Of(hresult: number): number {
  return hresult >= HRESULT_FROM_WIN32 && hresult <= HRESULT_FROM_WIN32 + 0xffff
    ? hresult - HRESULT_FROM_WIN32
    : hresult
}
