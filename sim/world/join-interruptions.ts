/** Puts together what two sources say about one request. */

import type { Interruption } from './interruption.ts'

/** Both: the delays one after the other, and where the two exclude each other, what the second says. */
export function joined(first: Interruption | undefined, second: Interruption | undefined): Interruption {
  const delay = (first?.delay ?? 0) + (second?.delay ?? 0)
  return { ...first, ...second, ...(delay === 0 ? {} : { delay }) }
}
