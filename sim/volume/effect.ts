/** What happens to the items of a volume. */

import type { FileInfo } from '../port/mod.ts'
import type { Content } from './content.ts'
import type { Rights } from './rights.ts'

/** An item as an effect or a tree tells it, without its place. */
export interface ItemState {
  readonly info: FileInfo
  /** The unnamed stream; present for files. */
  readonly content: Content | undefined
  /** Named streams by their names, sorted; only when there are any. */
  readonly streams?: ReadonlyMap<string, Content>
  /** Explicit rights by user, sorted; only when there are any. */
  readonly rights?: ReadonlyMap<string, Rights>
}

/** What happened to one item of a volume; a change of content, streams, information or rights puts the whole item anew. */
export type VolumeEffect =
  | ({ readonly effect: 'put'; readonly path: string } & ItemState)
  | { readonly effect: 'gone'; readonly path: string }
  | { readonly effect: 'move'; readonly path: string; readonly to: string }

/** A listener to effects. */
export type EffectListener = (effect: VolumeEffect) => void

/** A path on a volume: the names from the root down. */
export type Names = readonly string[]
