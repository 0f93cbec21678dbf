/** The points of a call: what can go otherwise at each of its requests. */

import type { Request } from '../../sim/mod.ts'
import type { ProgressAnswer } from '../language/mod.ts'
import type { Course, Moment } from './course.ts'
import { plausibleCodes } from './plausible-codes.ts'
import type { DeviationKind, Point, Script } from './point.ts'
import { racesAt } from './races.ts'

/** The points of a call, kind by kind, each in the order of the requests. */
export function pointsOf(course: Course, kinds: readonly DeviationKind[]): readonly Point[] {
  return kinds.flatMap((kind) => POINTS[kind](course))
}

const POINTS: Readonly<Record<DeviationKind, (course: Course) => readonly Point[]>> = {
  crash: crashes,
  cancel: cancellations,
  abort: (course) => answers(course, 'abort'),
  retry: (course) => answers(course, 'retry'),
  fault: faults,
  disconnect: disconnections,
  race: races,
}

/** What all points at one request have in common. */
function at(moment: Moment, index: number): Pick<Point, 'address' | 'moment' | 'after' | 'race'> {
  return { address: moment.pending.address, moment: index, after: false, race: undefined }
}

function crashes({ moments }: Course): readonly Point[] {
  return moments.flatMap((moment, index) => {
    const { address } = moment.pending
    const point = (when: 'before' | 'after'): Point => ({
      ...at(moment, index),
      kind: 'crash',
      words: `dropped ${when} it`,
      script: { crash: { address, when } },
      after: when === 'after',
    })
    return [point('before'), point('after')]
  })
}

/** A call that is cancelled learns it when it asks: once for every number of items finished by then. */
function cancellations({ moments, step }: Course): readonly Point[] {
  const points = new Map<number, Point>()
  let finished = 0
  for (const [index, moment] of moments.entries()) {
    const { request } = moment.pending
    if (request.kind === 'progress' && request.reason === 3) finished++
    if (request.kind !== 'query-abort' || points.has(finished)) continue
    if (step.cancelAfter !== undefined && step.cancelAfter <= finished) continue
    points.set(finished, {
      ...at(moment, index),
      kind: 'cancel',
      words: `cancelled when it asks, with ${finished} ${finished === 1 ? 'item' : 'items'} finished`,
      script: { cancelAfter: finished },
    })
  }
  return [...points.values()]
}

const REASONS: readonly (ProgressAnswer['to'] | undefined)[] = [
  'begin',
  undefined,
  'item-begin',
  'item-result',
]

function answers({ moments }: Course, answer: 'abort' | 'retry'): readonly Point[] {
  const met = new Map<string, number>()
  return moments.flatMap((moment, index) => {
    const report = reportOf(moment.pending.request)
    if (report === undefined) return []
    const key = `${report.to} ${report.path ?? ''}`
    const nth = (met.get(key) ?? 0) + 1
    met.set(key, nth)
    const script: Script = { progress: [{ ...report, nth, answer }] }
    return [{ ...at(moment, index), kind: answer, words: `answered with ${answer}`, script }]
  })
}

/** A report that can be answered otherwise; all but End. */
function reportOf(request: Request): Pick<ProgressAnswer, 'to' | 'path'> | undefined {
  if (request.kind !== 'progress') return undefined
  const to = REASONS[request.reason]
  if (to === undefined) return undefined
  return request.path === '' ? { to } : { to, path: request.path.replaceAll('\\', '/') }
}

function faults({ moments }: Course): readonly Point[] {
  return moments.flatMap((moment, index) => {
    const { request, on, address } = moment.pending
    return plausibleCodes(request.kind, on).map((code): Point => ({
      ...at(moment, index),
      kind: 'fault',
      words: `fails with ${code}`,
      script: { faults: [{ address, then: { fail: code } }] },
    }))
  })
}

function disconnections({ moments }: Course): readonly Point[] {
  return moments.flatMap((moment, index) => {
    const { on, address } = moment.pending
    if (on !== 'server') return []
    const script: Script = { faults: [{ address, then: { disconnect: true } }] }
    return [{ ...at(moment, index), kind: 'disconnect', words: 'the connection drops', script }]
  })
}

/** Calls in which others already have a hand are left alone: who threw what away could not be told any more. */
function races({ moments, step }: Course): readonly Point[] {
  if (step.during !== undefined) return []
  return moments.flatMap((moment, index) =>
    racesAt(moment, step.client).map((race): Point => ({
      ...at(moment, index),
      kind: 'race',
      words: `${race.side === 'server' ? 'a person at the server' : 'an application'} ${
        RACE_WORDS[race.step.do] ?? 'changes'
      } the item first`,
      script: { during: [{ address: moment.pending.address, steps: [race.step] }] },
      race,
    }))
  )
}

const RACE_WORDS: Readonly<Record<string, string>> = {
  write: 'writes',
  remove: 'deletes',
  rename: 'renames',
}
