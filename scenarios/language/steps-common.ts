/** What steps of all groups share: sides, names, contents, trees. */

export { FIRST_CLIENT, FIRST_USER } from '../../sim/mod.ts'

/** Where an edit or an expectation is about: the file server, or a client as its user sees it. */
export type StepSide = 'server' | 'local'

/** Bytes said as they are: a text (UTF-8), a recipe for reproducible bytes, or base64. */
export type BytesSpec =
  | string
  /** `bytes` pseudo-random bytes; the same seed gives the same bytes. */
  | { readonly bytes: number; readonly seed: number }
  | { readonly base64: string }

/** A written part of a file with holes. */
export interface FilePart {
  /** Bytes from the start of the file. */
  readonly at: number
  readonly content: BytesSpec
}

/** A file of `size` bytes (at most 16 TiB less 64 KiB) of which only the parts are written, as an NTFS sparse file. */
export interface HolesSpec {
  readonly size: number
  /** In order, none over another, all within the size. */
  readonly parts: readonly FilePart[]
}

/** A shell link to a UNC path, `//server/share/name`. */
export interface LinkSpec {
  readonly link: string
  /** The target is a directory. Default false. */
  readonly directory?: boolean
}

/** What a file holds. */
export type ContentSpec = BytesSpec | HolesSpec | LinkSpec

/** A tree literal: names (or slash-separated paths) to content; `null` or a nested literal is a directory. */
export interface TreeSpec {
  readonly [name: string]: ContentSpec | TreeSpec | null
}

/** A real folder to take bytes and times from: a path relative to the scenario's file, or `package:NAME`. */
export interface FolderSpec {
  readonly folder: string
}

/** Who pins a share: categories of Win32_OfflineFilesPinInfo. */
export type PinSpec = 'user' | 'userPolicy' | 'computer' | 'redirection' | 'none'

/** What every step may have. */
export interface StepBase {
  /**
   * `still`: no time passes in the step or after it, so that the next one happens in the same tick. Without it every
   * request takes a tick and every step ends with the clock one second on.
   */
  readonly clock?: 'still'
}

/** What a step on a client may have. */
export interface OnClient {
  /** The client it is about. Default {@linkcode FIRST_CLIENT}. */
  readonly client?: string
}
