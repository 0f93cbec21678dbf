/** Tokens as results tell them: what is new of each, and the failure that a lost one is. */

import type { Failure, FateRecord } from '../result.ts'
import type { Fate, Token, Tracked } from './token.ts'

/** What there is to tell. */
export interface Told {
  /** Tokens that are new, or whose fate is another than when it was last told. */
  readonly fates: readonly FateRecord[]
  /** All others. */
  readonly unchanged: number
  /** One for every token that is lost by now and was not before. */
  readonly failures: readonly Failure[]
}

/** What is new since fates were last told. `round`: the number of the sync, when one was made. */
export function newsOf(
  tracked: readonly Tracked[],
  told: ReadonlyMap<Token, Fate>,
  round?: number,
): Told {
  const news = tracked.flatMap(({ token, fate }) => {
    if (fate === undefined) return []
    const last = told.get(token)
    return last?.kind === fate.kind && last.words === fate.words ? [] : [{ token, fate }]
  })
  return {
    fates: news.map(({ token, fate }) => recordOf(token, fate)),
    unchanged: tracked.length - news.length,
    failures: news.filter(({ fate }) => fate.kind === 'lost').map(({ token, fate }) =>
      failureOf(token, fate, round)
    ),
  }
}

function recordOf(token: Token, { kind, words }: Fate): FateRecord {
  const { id, writer, path, stream, size, digest } = token
  return {
    token: id,
    writer,
    path,
    ...(stream === undefined ? {} : { stream }),
    size,
    digest,
    fate: kind,
    words,
  }
}

function failureOf({ id, writer, path, stream, size }: Token, fate: Fate, round?: number): Failure {
  const where = stream === undefined ? path : `${path}:${stream}`
  const what = `the ${size} bytes that ${writer} wrote to "${where}" in ${id} are lost: ${fate.words}`
  return {
    kind: 'fate',
    message: round === undefined ? `At the end ${what}` : `Round ${round}: ${what}`,
    ...(round === undefined ? {} : { round }),
    path,
    ids: fate.ids ?? [],
    hint: 'Bytes may go only where somebody who saw them overwrote them, or chose so in a conflict',
  }
}
