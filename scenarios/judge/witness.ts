/** What judges may look at: what has happened, and what would happen if it were asked again. */

import type { ItemView, SyncCall, TraceEvent } from '../../sim/mod.ts'
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
  /** The trees as they are. */
  readonly trees: () => Trees
  /**
   * What the engine says of its items, by folded path.
   *
   * @throws {Unsupported} If the engine shows none.
   */
  readonly views: () => Promise<ReadonlyMap<string, ItemView>>
  /** Makes a call once more on a copy of the world, which is then forgotten. */
  readonly again: (call: SyncCall) => Promise<Again>
}
