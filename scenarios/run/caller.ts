/** The caller of a scripted `Synchronize`: answers progress as its step says, and remembers what it was told. */

import {
  type Caller,
  type ProgressRequest,
  type ProgressResponse,
  type PromptChannel,
  upcase,
} from '../../sim/mod.ts'
import { type HandlerAnswer, type ProgressAnswer, RESOLUTIONS, type SyncStep } from '../language/mod.ts'
import type { HandlerReply, ProgressRecord } from '../judge/mod.ts'
import { uncPath } from './paths.ts'

const REASONS = ['begin', 'end', 'item-begin', 'item-result'] as const

/** A caller, and what it was told. */
export interface ScriptedCaller {
  readonly caller: Caller
  readonly progress: readonly ProgressRecord[]
  /** How the user was asked for credentials, in order. */
  readonly prompts: readonly PromptChannel[]
  /** The last answer of the conflict handler about each item, by folded path. */
  readonly replies: ReadonlyMap<string, HandlerReply>
  /** True once the caller has answered abort or cancelled the call. */
  readonly stopped: () => boolean
  /** True when it may answer an identical call otherwise. */
  readonly isScripted: boolean
}

/** Makes the caller of a step. */
export function scriptedCaller(step: SyncStep): ScriptedCaller {
  const progress: ProgressRecord[] = []
  const prompts: PromptChannel[] = []
  const replies = new Map<string, HandlerReply>()
  const met = new Map<ProgressAnswer | HandlerAnswer, number>()
  let stopped = false
  let finished = 0

  /** The first answer whose turn it is, of those that apply; each counts how often it applied. */
  const due = <A extends ProgressAnswer | HandlerAnswer>(applying: readonly A[]): A | undefined => {
    for (const scripted of applying) met.set(scripted, (met.get(scripted) ?? 0) + 1)
    return applying.find((scripted) => scripted.nth === undefined || scripted.nth === met.get(scripted))
  }

  const answer = (report: ProgressRequest): ProgressResponse => {
    const scripted = due((step.progress ?? []).filter((one) => applies(one, report)))
    return scripted?.answer ?? 'continue'
  }

  const caller: Caller = {
    resolveConflict({ path }) {
      const { answer: word = 'none', newName } =
        due((step.handler ?? []).filter((one) => isAbout(one, path))) ?? {}
      const reply = { resolution: RESOLUTIONS[word], ...(newName === undefined ? {} : { newName }) }
      replies.set(upcase(path), reply)
      stopped ||= word === 'abort'
      return reply
    },
    giveCredentials({ channel }) {
      prompts.push(channel)
      return step.credentials === 'given'
    },
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
  const isScripted = [step.progress, step.handler, step.credentials, step.cancelAfter].some((one) =>
    one !== undefined
  )
  return { caller, progress, prompts, replies, stopped: () => stopped, isScripted }
}

function applies(scripted: ProgressAnswer, report: ProgressRequest): boolean {
  return isAbout(scripted, report.path) && REASONS[report.reason] === scripted.to
}

function isAbout(scripted: { readonly path?: string }, path: string): boolean {
  return scripted.path === undefined || upcase(uncPath(scripted.path)) === upcase(path)
}
