/** A progress report that tells another code than the one there was. */

import { RULES } from '../../../engine/mod.ts'
import { hresultOf, type Request, win32Of } from '../../../sim/mod.ts'

/** The report with its code changed, and the text of that code. */
export function toldAs(
  request: Request & { readonly kind: 'progress' },
  change: (code: number) => number,
): Request {
  const { reason, path } = request
  const result = hresultOf(change(win32Of(request.result)))
  return { ...request, result, message: RULES.progressText({ reason, result, path }) }
}
