/** What changes in a world, as events tell it. */

import type { Json, Side } from '../port/mod.ts'
import type { VolumeEffect } from '../volume/mod.ts'

/** Something that changed in the world. */
export type Effect =
  | (VolumeEffect & {
    readonly on: Side
    /** Whose cache it is, when it is not the first client's. */
    readonly client?: string
  })
  | {
    readonly effect: 'record'
    readonly bucket: string
    readonly key: string
    readonly value: Json | undefined
    readonly client?: string
  }

/** A listener to everything that changes. */
export type WorldListener = (effect: Effect) => void
