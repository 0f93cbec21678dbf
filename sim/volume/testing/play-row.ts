/** Plays a row in a place and says in words what came of it. */

import type { DiskRow, Watched } from './disk-row.ts'
import { type Place, type PlaceTimes, TIME_KINDS, type TimeKind } from './place.ts'

/** What came of a row in one place. */
export interface Played {
  /** The answers, then the times that moved, joined by `; `. */
  readonly outcome: string
  /** True when every step was refused. */
  readonly allRefused: boolean
  readonly before: ReadonlyMap<string, string | undefined>
  readonly after: ReadonlyMap<string, string | undefined>
}

/**
 * Plays a row.
 *
 * @throws {Error} when the place does not do what the row takes as given.
 */
export function playRow(row: DiskRow, place: Place): Played {
  const { start = {}, given = [], steps, times = [] } = row
  place.lay(start)
  for (const step of given) {
    const answer = place.answer(step)
    if (answer !== 'ok') {
      throw new Error(`${row.operation}: given ${step.join(' ')}, but it answers "${answer}"`)
    }
  }
  const before = place.tree()
  place.pass()
  const old = times.map((watched) => place.times(typeof watched === 'string' ? watched : watched[0]))
  const answers = steps.map((step) => place.answer(step))
  const moved = times.map((watched, i) => movedTimes(watched, old[i], place))
  const allRefused = answers.every((answer) => answer.startsWith('refused'))
  return { outcome: [...answers, ...moved].join('; '), allRefused, before, after: place.tree() }
}

function movedTimes(watched: Watched, before: PlaceTimes | undefined, place: Place): string {
  const path = typeof watched === 'string' ? watched : watched[1]
  const after = place.times(path)
  if (after === undefined) return `${path} is not there`
  const moved = TIME_KINDS.filter((kind) => before?.[kind] !== after[kind])
  return `times of ${path}: ${moved.length === 0 ? 'none' : moved.join(' ')}`
}

/** An outcome that speaks of the times in `seen` only. */
export function withTimes(outcome: string, seen: readonly TimeKind[]): string {
  return outcome.replaceAll(/(times of \S+: )([a-z ]+)/g, (_, head: string, kinds: string) => {
    const kept = seen.filter((kind) => kinds.split(' ').includes(kind))
    return `${head}${kept.length === 0 ? 'none' : kept.join(' ')}`
  })
}
