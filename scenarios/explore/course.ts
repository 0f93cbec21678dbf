/** The undisturbed course of one call: every request with the world as it was right before it. */

import {
  type Host,
  isRequestEvent,
  type Pending,
  type Reply,
  type RequestKind,
  type TraceEvent,
} from '../../sim/mod.ts'
import type { SyncStep } from '../language/mod.ts'
import type { Stage } from '../run/parts.ts'
import { type Made, play, type Played } from './play.ts'

/** The moment right before one request. */
export interface Moment {
  readonly pending: Pending
  /** Everything as it is at this moment. */
  readonly stage: Stage
  /** Progress reports the caller has had so far. */
  readonly reported: number
  /** Moments of one version have the same world, the time aside: between them nothing was changed, opened or closed. */
  readonly version: number
}

/** The course of a call. */
export interface Course {
  /** Everything as it is before the call. */
  readonly base: Stage
  readonly step: SyncStep
  /** Index of the step in its scenario. */
  readonly index: number
  readonly round: number
  readonly moments: readonly Moment[]
  /** The answers to the requests of the moments; one fewer where the last was not performed. */
  readonly replies: readonly Reply[]
  readonly played: Played
  /** False where a call cannot be entered in the middle: an async engine, or faults that still count requests. */
  readonly resumable: boolean
}

/** Plays the call of a step on a fork of a stage, and keeps a fork of every moment. */
export async function courseOf(base: Stage, step: SyncStep, index: number): Promise<Course> {
  const round = base.rounds.length + 1
  const stage = base.fork()
  const seen: Omit<Moment, 'version'>[] = []
  const played = await play(stage, step, {
    round,
    onRequest: (pending, reported) => seen.push({ pending, stage: stage.fork(), reported }),
  })
  const { trace } = stage.host
  const replies = repliesOf(trace, seen)
  const { faults } = base.host
  return {
    base,
    step,
    index,
    round,
    moments: withVersions(seen, trace),
    replies,
    played,
    resumable: (faults === undefined || faults.isSpent) && isSynchronous(base, played),
  }
}

/** The stage at a moment, ready to go on, and what the call has asked by then; its beginning where it cannot be entered. */
export function enter(
  { base, moments, replies, resumable }: Course,
  index: number,
): { readonly stage: Stage; readonly made: readonly Made[] } {
  const moment = moments[index]
  if (!resumable || moment === undefined) return { stage: base.fork(), made: [] }
  const made = moments.slice(0, index).flatMap(({ pending }, i) => {
    const reply = replies[i]
    return reply === undefined ? [] : [{ pending, reply }]
  })
  return { stage: moment.stage.fork(), made }
}

function isSynchronous({ engine }: Stage, { broke }: Played): boolean {
  if (broke !== undefined) return false
  const session = engine.synchronize({ paths: null, flags: 0, user: '', conflictHandler: false })
  return Symbol.iterator in session
}

/** An address names one request of a call. */
function repliesOf(
  trace: Host['trace'],
  moments: readonly Omit<Moment, 'version'>[],
): readonly Reply[] {
  return moments.flatMap(({ pending }) => {
    const event = answered(trace, pending)
    return event === undefined ? [] : [event]
  })
}

/** What others do right before a request has numbers of its own, so the request's may have moved on. */
function answered(trace: Host['trace'], { number, address }: Pending): Reply | undefined {
  for (let i = number - 1; i < trace.length; i++) {
    const event = trace[i]
    if (event !== undefined && event.address === address && isRequestEvent(event)) return event.reply
  }
  return undefined
}

function withVersions(
  seen: readonly Omit<Moment, 'version'>[],
  trace: Host['trace'],
): readonly Moment[] {
  let version = 0
  let last = seen[0]?.pending.number ?? 1
  return seen.map((moment) => {
    const { number } = moment.pending
    if (trace.slice(last - 1, number - 1).some(isChanging)) version++
    last = number
    return { ...moment, version }
  })
}

/** Requests that change what a fork of the world holds without an effect to tell of it. */
const CHANGING: readonly RequestKind[] = [
  'set-connection',
  'ask-credentials',
  'open',
  'stage',
  'commit',
  'close',
  'write',
  'truncate',
]

function isChanging(event: TraceEvent): boolean {
  return !isRequestEvent(event) || event.effects.length > 0 || CHANGING.includes(event.request.kind)
}
