/** The caller of a scripted `Synchronize`: answers progress as its step says, and remembers what it was told. */

import {
  type Caller,
  type ProgressRequest,
  type ProgressResponse,
  SILENT_CALLER,
  upcase,
} from '../../sim/mod.ts'
import type { ProgressAnswer, SyncStep } from '../language/mod.ts'
import type { ProgressRecord } from '../judge/mod.ts'
import { uncPath } from './paths.ts'

const REASONS = ['begin', 'end', 'item-begin', 'item-result'] as const

/** A caller, and what it was told. */
export interface ScriptedCaller {
  readonly caller: Caller
  readonly progress: readonly ProgressRecord[]
  /** True once the caller has answered abort or cancelled the call. */
  readonly stopped: () => boolean
}

/** Makes the caller of a step. */
export function scriptedCaller(step: SyncStep): ScriptedCaller {
  const progress: ProgressRecord[] = []
  const met = new Map<ProgressAnswer, number>()
  let stopped = false
  let finished = 0

  const answer = (report: ProgressRequest): ProgressResponse => {
    for (const scripted of step.progress ?? []) {
      if (!applies(scripted, report)) continue
      const times = (met.get(scripted) ?? 0) + 1
      met.set(scripted, times)
      if (scripted.nth === undefined || scripted.nth === times) return scripted.answer
    }
    return 'continue'
  }

  const caller: Caller = {
    ...SILENT_CALLER,
    progress(report) {
      const given = answer(report)
      const { reason, result, path, message } = report
      progress.push({ reason, result, path, message, answer: given })
      if (reason === 3) finished++
      stopped ||= given === 'abort'
      return given
    },
    queryAbort() {
      const cancelled = step.cancelAfter !== undefined && finished >= step.cancelAfter
      stopped ||= cancelled
      return cancelled
    },
  }
  return { caller, progress, stopped: () => stopped }
}

function applies(scripted: ProgressAnswer, report: ProgressRequest): boolean {
  const samePath = scripted.path === undefined || upcase(uncPath(scripted.path)) === upcase(report.path)
  return samePath && REASONS[report.reason] === scripted.to
}
