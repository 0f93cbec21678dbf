/** Judges what a scenario's author expects of the events of a call: their order, and what the engine found changed. */

import { fromSlashes, isRequestEvent, type TraceEvent, upcase } from '../../sim/mod.ts'
import type { ChangeName, CourseMark, ExpectationStep } from '../language/mod.ts'
import { differ, lines, type Mismatch } from './mismatch.ts'
import type { RoundRecord } from './result.ts'
import { Unsupported } from './witness.ts'

/** An expectation of the events of a call. */
export type EventStep = Extract<ExpectationStep, { readonly do: 'expect-course' | 'expect-changes' }>

/** Checks one; `undefined` when it holds. */
export function checkEvents(
  events: readonly TraceEvent[],
  round: RoundRecord,
  step: EventStep,
): Mismatch | undefined {
  const path = step.path === undefined ? undefined : fromSlashes(step.path)
  const about = { round: round.round, ...(path === undefined ? {} : { path }) }
  if (step.do === 'expect-course') {
    const of = path === undefined ? '' : ` for "${path}"`
    return differ(
      { ...about, what: `Round ${round.round} went another way${of}` },
      lines(step.marks),
      lines(courseOf(events, round, path)),
    )
  }
  return differ(
    { ...about, what: `Round ${round.round} found other changes of "${path}"` },
    changesText(changeBits(step.changes)),
    lines([...new Set(foundIn(events, path ?? '').map(changesText))]),
  )
}

const REASONS: readonly CourseMark[] = ['Begin', 'End', 'ItemBegin', 'ItemResult']

/** What happened, changes on one side that follow each other taken as one. */
function courseOf(
  events: readonly TraceEvent[],
  { client }: RoundRecord,
  path: string | undefined,
): readonly CourseMark[] {
  const isMeant = (one: string): boolean => path === undefined || upcase(one) === upcase(path)
  const marks = events.filter((event) => event.actor === 'engine' && event.client === client).flatMap((
    event,
  ) => marksOf(event, isMeant))
  return marks.filter((mark, i) => !mark.endsWith(' changed') || mark !== marks[i - 1])
}

function marksOf(
  { request, effects }: TraceEvent,
  isMeant: (path: string) => boolean,
): readonly CourseMark[] {
  if (request.kind === 'progress') {
    const mark = REASONS[request.reason]
    return mark !== undefined && isMeant(request.path) ? [mark] : []
  }
  if (request.kind === 'publish') {
    const { event } = request
    return isMeant('path' in event ? event.path : '') ? [event.event] : []
  }
  return effects.flatMap((effect): readonly CourseMark[] => {
    if (effect.effect === 'record' || !isMeant(effect.path)) return []
    return [effect.on === 'server' ? 'server changed' : 'local changed']
  })
}

/** OFFLINEFILES_CHANGES, each name at the place of its bit. */
const CHANGES: readonly ChangeName[] = [
  'LOCAL_SIZE',
  'LOCAL_ATTRIBUTES',
  'LOCAL_TIME',
  'REMOTE_SIZE',
  'REMOTE_ATTRIBUTES',
  'REMOTE_TIME',
]

function changeBits(names: readonly ChangeName[]): number {
  return names.reduce((bits, name) => bits | (1 << CHANGES.indexOf(name)), 0)
}

function changesText(bits: number): string {
  const names = CHANGES.filter((_, place) => (bits & (1 << place)) !== 0)
  return names.length === 0 ? 'no changes' : names.join(' | ')
}

/** The bits the engine logged of an item, and those it told the conflict handler. */
function foundIn(events: readonly TraceEvent[], path: string): readonly number[] {
  const requests = events.filter(isRequestEvent).map(({ request }) => request)
  const logged = requests.flatMap((request) => request.kind === 'log' ? [request.entry] : [])
  if (logged.every(({ state }) => state === undefined)) {
    throw new Unsupported('The engine logs no sync states')
  }
  const isMeant = (one: string): boolean => upcase(one) === upcase(path)
  return [
    ...logged.filter((entry) => isMeant(entry.path)).map(({ changes = 0 }) => changes),
    ...requests.flatMap((request) =>
      request.kind === 'resolve-conflict' && isMeant(request.path) ? [request.changes] : []
    ),
  ]
}
