/** What judges may look at: what has happened, and what would happen if it were asked again. */

import type { ItemView, OperationResult, SyncCall, TraceEvent, UncPath } from '../../sim/mod.ts'
import type { RoundRecord, Trees } from './result.ts'

/** A scenario cannot be asked of this engine or on this runtime; no failure of either. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported'
}

/** An identical call, made on a copy of the world. */
export interface Again {
  /** `undefined` when the engine did not return. */
  readonly returned: number | undefined
  readonly trace: readonly TraceEvent[]
}

/** A scenario under way, as its judges see it. */
export interface Witness {
  readonly rounds: readonly RoundRecord[]
  /** The events of a round, in order. */
  readonly eventsOf: (round: RoundRecord) => readonly TraceEvent[]
  /** The trees as they are: the servers', and a client's cache. */
  readonly trees: (client?: string) => Trees
  /**
   * What the engine says of the items of a client, by folded path.
   *
   * @throws {Unsupported} If the engine shows none.
   */
  readonly views: (client?: string) => Promise<ReadonlyMap<string, ItemView>>
  /** Makes a call once more on a copy of the world, which is then forgotten. */
  readonly again: (call: SyncCall, client: string) => Promise<Again>
  /** What a program gets that reads a file now; the world forgets that it did. */
  readonly read: (
    side: 'server' | 'cache',
    path: UncPath,
    who: { readonly client?: string | undefined; readonly user?: string | undefined },
  ) => Promise<OperationResult>
}
