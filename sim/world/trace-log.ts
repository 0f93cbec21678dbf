/** A trace that grows at its end; a fork shares it until it has an event of its own. */

import type { TraceEvent } from './trace.ts'

/** The events of one host. */
export class TraceLog {
  /** Another log's array, of which the first `#length` events count, or an own one. */
  #events: TraceEvent[]
  #length: number
  #isOwn = true

  constructor(events: readonly TraceEvent[] = []) {
    this.#events = [...events]
    this.#length = events.length
  }

  /** A log that starts as this one is. */
  fork(): TraceLog {
    const copy = new TraceLog()
    copy.#events = this.#events
    copy.#length = this.#length
    copy.#isOwn = false
    return copy
  }

  /** Events so far. */
  get length(): number {
    return this.#length
  }

  /** All events so far. */
  get events(): readonly TraceEvent[] {
    return this.#own()
  }

  /** Adds an event. */
  push(event: TraceEvent): void {
    this.#own().push(event)
    this.#length++
  }

  #own(): TraceEvent[] {
    if (!this.#isOwn) {
      this.#events = this.#events.slice(0, this.#length)
      this.#isOwn = true
    }
    return this.#events
  }
}
