/** The clock of a volume: how far it is off, and how finely the volume stores what it shows. */

import type { Ticks } from '../windows/mod.ts'
import type { VolumeProfile } from './profile.ts'

/** Tells a volume its time. */
export class VolumeClock {
  readonly #now: () => Ticks
  readonly #offset: Ticks
  readonly #granularity: Ticks

  constructor(now: () => Ticks, { clockOffset, timeGranularity }: VolumeProfile) {
    this.#now = now
    this.#offset = clockOffset
    this.#granularity = timeGranularity
  }

  /** The present, as the volume stores it. */
  now(): Ticks {
    return this.round(this.#now() + this.#offset)
  }

  /** A moment, as the volume stores it. */
  round(time: Ticks): Ticks {
    return this.#granularity === 1 ? time : Math.floor(time / this.#granularity) * this.#granularity
  }
}
