/** What a sweep finds wrong. */

/** Which expectation is not met. */
export type Check =
  /** The engine broke the rules of the port. */
  | 'engine'
  /** Bytes that somebody wrote are on no side any more. */
  | 'lost'
  /** A file holds what nobody wrote, or a name is there that nobody gave. */
  | 'half-written'
  /** What the engine says of its items does not fit what is there. */
  | 'records'
  /** An item that was reported a success is not done, or is reported again. */
  | 'finished'
  /** The calls after it do not come to rest. */
  | 'restless'
  /** The calls after it come to another end, which the oracle does not allow. */
  | 'end'

/** One thing that is wrong. */
export interface Finding {
  readonly check: Check
  /** A sentence: what is wrong and where. */
  readonly message: string
  /** UNC path of the item, when it is about one. */
  readonly path?: string
  readonly expected?: string
  readonly actual?: string
  /** Ids of the promises and choices it stands on. */
  readonly ids: readonly string[]
}
