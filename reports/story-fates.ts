/** What became of every write, as a story tells it. */

import type { FateKind, FateRecord } from '../scenarios/mod.ts'
import { MAX_ROWS } from './story-trees.ts'

/** A write, and what has become of it. */
export interface StoryFate {
  /** Where it was made: `step 3`. */
  readonly token: string
  readonly writer: string
  /** With the named stream behind a colon, if it was one. */
  readonly path: string
  readonly fate: FateKind
  /** The fate in words, with where the bytes are or what took their place. */
  readonly words: string
}

/** Writes about which there is something new. */
export interface StoryFates {
  /** The lost ones first, and of all the first 200. */
  readonly news: readonly StoryFate[]
  readonly totalNews: number
  /** Writes of which there is nothing new. */
  readonly unchanged: number
}

/** How a fate is called. */
export const FATE_WORDS: Readonly<Record<FateKind, string>> = {
  both: 'on both sides',
  'one-side': 'on one side',
  waiting: 'waiting',
  kept: 'in a kept copy',
  superseded: 'superseded',
  discarded: 'discarded',
  lost: 'LOST',
}

/** Tells the fates of writes. */
export function tellFates(fates: readonly FateRecord[], unchanged: number): StoryFates {
  const lost = fates.filter(({ fate }) => fate === 'lost')
  const others = fates.filter(({ fate }) => fate !== 'lost')
  const news = [...lost, ...others].slice(0, MAX_ROWS).map(tellFate)
  return { news, totalNews: fates.length, unchanged }
}

function tellFate({ token, writer, path, stream, fate, words }: FateRecord): StoryFate {
  const name = FATE_WORDS[fate]
  return {
    token,
    writer,
    path: stream === undefined ? path : `${path}:${stream}`,
    fate,
    words: words === '' ? name : `${name}: ${words}`,
  }
}
