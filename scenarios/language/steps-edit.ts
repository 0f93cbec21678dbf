/** Steps by which people and programs change files and directories, look at them, hold them open, and change who may do so. */

import type { Access, Right, SettableName, ShareMode } from '../../sim/mod.ts'
import type { BytesSpec, ContentSpec, StepBase, StepSide } from './steps-common.ts'

/** Where something is done, and by whom. */
interface ByUser extends StepBase {
  readonly side: StepSide
  readonly path: string
  /** The client at which it is done, for the side `local`. Default the first client. */
  readonly client?: string
  /** Who does it. Without it, on a client the first user, on the server the administrator at the machine. */
  readonly user?: string
  /** It is refused with this Win32 code; without it, a refusal is a mistake of the scenario. */
  readonly fails?: number
}

/** A step that may be about a named stream instead of the unnamed one. */
interface OfStream {
  readonly stream?: string
}

/** Creates a file or replaces all it holds. */
export interface WriteStep extends ByUser, OfStream {
  readonly do: 'write'
  readonly content: ContentSpec
}

/** Adds to the end of a file. */
export interface AppendStep extends ByUser, OfStream {
  readonly do: 'append'
  readonly content: BytesSpec
}

/** Overwrites part of a file from an offset in bytes, in place. */
export interface EditStep extends ByUser, OfStream {
  readonly do: 'edit'
  readonly offset: number
  readonly content: BytesSpec
}

/** Sets the last-write time to the present. */
export interface TouchStep extends ByUser {
  readonly do: 'touch'
}

/** Makes a directory. */
export interface MkdirStep extends ByUser {
  readonly do: 'mkdir'
}

/** Renames or moves an item within its share. */
export interface RenameStep extends ByUser {
  readonly do: 'rename'
  readonly to: string
  /** A file in the way is replaced. Default true. */
  readonly replace?: boolean
}

/** Removes a file, a directory with all it holds, or a named stream. */
export interface RemoveStep extends ByUser, OfStream {
  readonly do: 'remove'
}

/** Sets and clears attributes. */
export interface SetAttributesStep extends ByUser {
  readonly do: 'set-attributes'
  readonly set?: readonly SettableName[]
  readonly clear?: readonly SettableName[]
}

/** Sets times, each a UTC text such as `2010-01-04 08:30:00`. */
export interface SetTimesStep extends ByUser {
  readonly do: 'set-times'
  readonly lastWrite?: string
  readonly creation?: string
  readonly lastAccess?: string
}

/** A program reads a file to its end; what it gets is not looked at. */
export interface ReadStep extends ByUser, OfStream {
  readonly do: 'read'
}

/** A program lists a directory; what it gets is not looked at. */
export interface ListStep extends ByUser {
  readonly do: 'list'
}

/** A program opens a file and keeps it open under a name. */
export interface OpenStep extends ByUser {
  readonly do: 'open'
  readonly access: Access
  /** What others may do with the file meanwhile. */
  readonly share: ShareMode
  /** The name under which a step `close` closes it; no other step `open` has it. */
  readonly as: string
}

/** The program closes the file it had opened under this name. */
export interface CloseStep extends StepBase {
  readonly do: 'close'
  readonly handle: string
}

interface Rights extends StepBase {
  readonly side: 'server'
  readonly path: string
  readonly user: string
  readonly rights: readonly Right[]
}

/** A user may do this from now on. */
export interface AllowStep extends Rights {
  readonly do: 'allow'
}

/** A user may not do this any more. */
export interface DenyStep extends Rights {
  readonly do: 'deny'
}

/** A step by which somebody changes a file or directory, or looks at it. */
export type EditingStep =
  | WriteStep
  | AppendStep
  | EditStep
  | TouchStep
  | MkdirStep
  | RenameStep
  | RemoveStep
  | SetAttributesStep
  | SetTimesStep
  | ReadStep
  | ListStep

/** A step that opens or closes a file, or changes who may do what. */
export type AccessStep = OpenStep | CloseStep | AllowStep | DenyStep
