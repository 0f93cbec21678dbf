/** What happens to the items of a volume. */

import type { FileInfo } from '../port/mod.ts'
import type { Content } from './content.ts'

/** What happened to one item of a volume; a change of content or information puts the whole item anew. */
export type VolumeEffect =
  | {
    readonly effect: 'put'
    readonly path: string
    readonly info: FileInfo
    readonly content: Content | undefined
  }
  | { readonly effect: 'gone'; readonly path: string }
  | { readonly effect: 'move'; readonly path: string; readonly to: string }

/** A listener to effects. */
export type EffectListener = (effect: VolumeEffect) => void

/** A path on a volume: the names from the root down. */
export type Names = readonly string[]
