/** What a call may return: refusals, the result of a single file, or whether its paths could be prepared at all. */

import { ERROR, partsOf } from '../../../sim/mod.ts'
import type { RoundFacts } from './facts.ts'
import { isLeftOut } from './pins.ts'
import { readRound, type Round } from './round.ts'

/** What the oracle says of the value a call returned. */
export interface ReturnOpinion {
  /** The codes the reference allows; empty when it does not determine one. */
  readonly allowed: readonly number[]
  /** One line: what is allowed, and why. */
  readonly words: string
  readonly ids: readonly string[]
  /** A sentence; `undefined` when all is well. */
  readonly problem: string | undefined
}

/** The codes a call may return, and why. */
interface Return {
  readonly allowed: readonly number[]
  readonly why: string
  readonly ids: readonly string[]
}

/**
 * Judges what a call returned.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { judgeReturn, type RoundFacts } from 'csclab/scenarios'
 *
 * const none = { server: new Map(), local: new Map() }
 * const facts: RoundFacts = {
 *   flags: 0x4006,
 *   paths: ['\\\\hq\\docs'],
 *   originals: new Map(),
 *   before: none,
 *   after: none,
 *   results: new Map(),
 *   conflictsBefore: new Set(),
 *   conflicts: [],
 *   pins: new Map(),
 *   unreachable: new Set(),
 *   interrupted: false,
 *   returned: 0,
 * }
 * assert.equal(judgeReturn(facts).problem, 'The call returned 0, not 87')
 * ```
 */
export function judgeReturn(facts: RoundFacts): ReturnOpinion {
  const { returned } = facts
  const { allowed, why, ids } = expectedReturn(readRound(facts))
  const codes = [...new Set(allowed)]
  const isWrong = returned !== undefined && codes.length > 0 && !codes.includes(returned)
  return {
    allowed: codes,
    words: codes.length === 0 ? `anything, ${why}` : `${codes.join(' or ')}, ${why}`,
    ids,
    problem: isWrong ? `The call returned ${returned}, not ${codes.join(' or ')}` : undefined,
  }
}

function expectedReturn(round: Round): Return {
  const { facts, call } = round
  if (facts.returned === undefined) return { allowed: [], why: 'for it did not return', ids: [] }
  if (facts.inactive === true && facts.paths !== null) {
    return {
      allowed: [ERROR.SERVICE_NOT_ACTIVE],
      why: 'for Offline Files is not active',
      ids: ['P1.21', 'P15.36'],
    }
  }
  if (call.refusal !== undefined) {
    const { code, why, ids } = call.refusal
    return { allowed: [code], why: `for ${why}`, ids }
  }
  if (facts.stopped === true) {
    const late = call.asyncProgress ? [ERROR.SUCCESS] : []
    return {
      allowed: [ERROR.CANCELLED, ...late],
      why: 'for the caller stopped it',
      ids: ['P4.8', 'P4.10', 'P15.34'],
    }
  }
  if (facts.interrupted || (facts.unsteady?.size ?? 0) > 0) {
    return { allowed: [], why: 'for it was cut short in the middle', ids: [] }
  }
  const ends = [...call.scopes].map((scope) => endOf(scope, round))
  if (!call.in && !call.out && !call.fill) {
    const allowed = ends.some(({ isKnown }) => isKnown)
      ? [ERROR.SUCCESS]
      : [ERROR.SUCCESS, ERROR.FILE_NOT_FOUND]
    return { allowed, why: 'for it names no direction', ids: ['P1.4', 'P15.75'] }
  }
  const [end, ...others] = ends
  if (end === undefined) return { allowed: [], why: 'for it names no path', ids: [] }
  return others.length === 0 ? ofOne(end) : ofSeveral([end, ...others])
}

/** How one path of a call ended. */
interface End {
  /** Some side has it. */
  readonly isKnown: boolean
  readonly isFile: boolean
  /** Its server could be asked when the call began. */
  readonly isReached: boolean
  /** Its own result, or the one of the first share of a server. */
  readonly result: number
}

function endOf(key: string, round: Round): End {
  const { facts } = round
  const { before, originals, results } = facts
  const [local, server] = [before.local.get(key)?.info, before.server.get(key)?.info]
  const isKnown = local !== undefined || server !== undefined || originals.has(key)
  const info = local ?? originals.get(key)?.local ?? server
  const isServer = partsOf(key).length === 1
  const first = [...results].find(([path]) => path === key || (isServer && path.startsWith(`${key}\\`)))?.[1]
  const isCached = local !== undefined || originals.has(key) || facts.marks?.has(key) === true
  const unknown = isCached || isServer || isLeftOut(key, round) ? ERROR.SUCCESS : ERROR.FILE_NOT_FOUND
  return {
    isKnown,
    isFile: info?.type === 'file',
    isReached: !facts.unreachable.has(partsOf(key)[0] ?? ''),
    result: first ?? unknown,
  }
}

/** One path: a file's own result (rule 10), else whether the directory could be prepared. */
function ofOne({ isKnown, isFile, isReached, result }: End): Return {
  if (isFile || !isKnown) {
    return { allowed: [result], why: 'which is the result of the only file', ids: ['F90', 'P1.15'] }
  }
  if (!isReached) {
    return { allowed: [result], why: 'for its server could not be reached', ids: ['P1.19', 'P9.7'] }
  }
  if (result === ERROR.SUCCESS) return { allowed: [result], why: 'for the run was completed', ids: ['P1.18'] }
  return {
    allowed: [ERROR.SUCCESS, result],
    why: 'for the directory itself failed, before or after it was prepared',
    ids: ['P1.18', 'P1.19'],
  }
}

/** Several paths: 0 if at least one was prepared, else the error of the first (P15.17). */
function ofSeveral(ends: readonly [End, ...End[]]): Return {
  const ids = ['P1.18', 'P15.17']
  const [{ result }] = ends
  if (ends.some((end) => end.isReached && end.isKnown && end.result === ERROR.SUCCESS)) {
    return { allowed: [ERROR.SUCCESS], why: 'for at least one path was prepared', ids }
  }
  if (ends.every((end) => !end.isReached || !end.isKnown)) {
    return { allowed: [result], why: 'for no path was prepared', ids }
  }
  return {
    allowed: [ERROR.SUCCESS, result],
    why: 'for every path failed, before or after it was prepared',
    ids,
  }
}
