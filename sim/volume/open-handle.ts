/** What is open, and how it was to be opened. */

import type { Access, Contention, OpenRequest, ShareMode } from '../port/mod.ts'
import type { Names } from './effect.ts'

/** An open item, or staged bytes. */
export interface OpenHandle {
  readonly number: number
  /** The path as asked for. */
  readonly path: Names
  readonly access: Access
  readonly share: ShareMode
}

/** How an item is to be opened. */
export interface OpenOptions
  extends Pick<OpenRequest, 'access' | 'share' | 'disposition' | 'contention' | 'snapshot'> {
  /** A named stream; the disposition is about it, and a missing file comes into being with it. */
  readonly stream?: string
  /** Who makes the item if it is new, for quotas. Default: nobody in particular, `''`. */
  readonly as?: string
}

/** How bytes are to be staged. */
export interface StageOptions {
  /** Default `hold`. */
  readonly contention?: Contention
  /** Who makes the item if it is new, for quotas. Default: nobody in particular, `''`. */
  readonly as?: string
}
