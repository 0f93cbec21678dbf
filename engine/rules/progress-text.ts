/** The text form of a progress report. */

import { messageOf } from '../../sim/windows/mod.ts'

/**
 * `Reason:Result:ResultText:[Path]` (SYNC-35): the HRESULT as an unsigned decimal (P4.2), its message text, and the path
 * without brackets, nothing for Begin and End (P4.1).
 */
export function progressText(report: { reason: number; result: number; path: string }): string {
  const { reason, result, path } = report
  return `${reason}:${result}:${messageOf(result)}:${path}`
}
