/** Watches over every write of a scenario: leads its token through all that happens, and tells what became of it. */

import type { FileOperation, Host, TraceEvent } from '../../sim/mod.ts'
import {
  type Act,
  type AllTrees,
  type Fate,
  followEvents,
  newsOf,
  settleFates,
  takeAct,
  type Token,
  type TokenRound,
  type Told,
  type Tracked,
} from '../judge/mod.ts'

/** All writes of one scenario. */
export class TokenWatch {
  readonly #host: Host
  #tracked: readonly Tracked[] = []
  readonly #told = new Map<Token, Fate>()
  /** Events that have been looked at. */
  #seen = 0

  constructor(host: Host) {
    this.#host = host
  }

  /** A copy for a fork of the stage, whose host has the same events so far. */
  fork(host: Host): TokenWatch {
    const copy = new TokenWatch(host)
    copy.#tracked = this.#tracked
    for (const [token, fate] of this.#told) copy.#told.set(token, fate)
    copy.#seen = this.#seen
    return copy
  }

  /** Every token so far, ended ones included. */
  get tracked(): readonly Tracked[] {
    return this.#tracked
  }

  /** Takes in all that has happened so far; whatever comes next is what somebody does on purpose. */
  beforeAct(): void {
    this.#tracked = followEvents(this.#tracked, this.#unseen())
  }

  /** Takes in what somebody did since `beforeAct`. */
  afterAct(act: Omit<Act, 'events'> & { readonly operation: FileOperation }): void {
    this.#tracked = takeAct(this.#tracked, { ...act, events: this.#unseen() })
  }

  /** Takes in how a cached copy became a mere name: whoever sees the name knows the file, though not its bytes. */
  afterGhost(): void {
    const before = this.#tracked
    this.beforeAct()
    this.#tracked = this.#tracked.map((one, i) => withNames(one, before[i]?.places ?? one.places))
  }

  /** Settles the tokens and tells what is new of them. */
  settle(trees: AllTrees, round?: TokenRound & { readonly number: number }): Told {
    this.beforeAct()
    this.#tracked = settleFates(this.#tracked, { trees, round })
    const news = newsOf(this.#tracked, this.#told, round?.number)
    for (const { token, fate } of this.#tracked) if (fate !== undefined) this.#told.set(token, fate)
    return news
  }

  #unseen(): readonly TraceEvent[] {
    const events = this.#host.trace.slice(this.#seen)
    this.#seen = this.#host.trace.length
    return events
  }
}

function withNames(tracked: Tracked, before: Tracked['places']): Tracked {
  const names = [...before].map(([keeper, place]) => [keeper, { ...place, isWhole: false }] as const)
  return { ...tracked, places: new Map([...names, ...tracked.places]) }
}
