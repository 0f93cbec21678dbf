/** A volume as plain data that JSON can hold. */

import type { Access, Contention, FileInfo, ShareMode } from '../port/mod.ts'
import type { VolumeProfile } from './profile.ts'
import type { Rights } from './rights.ts'

/** Bytes of a stream: its 64-KiB blocks that are no holes, by number, in base64 without the zeros at their ends. */
export interface BytesData {
  readonly size: number
  readonly sparse: boolean
  readonly blocks: readonly (readonly [index: number, base64: string])[]
}

/** An item with all below it. */
export interface ItemData {
  readonly name: string
  readonly info: FileInfo
  readonly content?: BytesData
  readonly streams?: readonly (readonly [name: string, bytes: BytesData])[]
  readonly rights?: readonly (readonly [user: string, rights: Rights])[]
  readonly createdBy?: string
  readonly children?: readonly ItemData[]
}

/** An open handle. */
export interface HandleData {
  readonly number: number
  readonly id?: number
  readonly keys: readonly string[]
  readonly path: readonly string[]
  readonly stream?: string
  readonly access: Access
  readonly share: ShareMode
  readonly contention: Contention
  readonly snapshot?: BytesData
  readonly staged?: BytesData
  readonly createdBy?: string
  readonly broken: boolean
}

/** A whole volume. Of the change journal there is only the number it stands at. */
export interface VolumeData {
  readonly version: 1
  readonly profile: VolumeProfile
  readonly capacity?: number
  readonly quotas: readonly (readonly [user: string, bytes: number])[]
  readonly nextId: number
  readonly nextHandle: number
  readonly lastChange: number
  readonly root: ItemData
  /** Ids of the items that go when their last handle closes. */
  readonly pending: readonly number[]
  readonly handles: readonly HandleData[]
}
