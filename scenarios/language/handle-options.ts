/** What steps may be given besides what they are about. */

import type { Access, PinCategory, Right, SettableName, ShareMode } from '../../sim/mod.ts'
import type { CachedRange, OnClient } from './steps.ts'

/** What every step may be given. */
export interface StepOptions {
  /** `still`: no time passes in the step or after it, so that the next one happens in the same tick. */
  readonly clock?: 'still'
}

/** What a step on a client may be given. */
export interface ClientOptions extends StepOptions, OnClient {}

/** What a step that brings an item of a client's cache into a state may be given. */
export interface ArrangeOptions extends ClientOptions {
  /** It is refused with this Win32 code; without it, a refusal is a mistake of the scenario. */
  readonly fails?: number
}

/** What everything that somebody does may be given. */
export interface EditOptions extends StepOptions {
  /** Who does it. Without it, on a client the first user, on the server the administrator at the machine. */
  readonly user?: string
  /** It is refused with this Win32 code; without it, a refusal is a mistake of the scenario. */
  readonly fails?: number
}

/** What an edit of a file's content may be given. */
export interface StreamEditOptions extends EditOptions {
  /** A named stream of the file instead of the unnamed one. */
  readonly stream?: string
}

/** How an item is renamed. */
export interface RenameOptions extends EditOptions {
  /** False: where something has the new name already, it is refused with 183. Default true. */
  readonly replace?: boolean
}

/** Where an edit of part of a file begins. */
export interface EditAtOptions extends StreamEditOptions {
  /** Bytes from the start of the file. */
  readonly offset: number
}

/** How a file is opened. */
export interface OpenOptions extends EditOptions {
  readonly access: Access
  /** What others may do with the file meanwhile. */
  readonly share: ShareMode
  /** The name under which it is open. Default `file1`, `file2` and so on. */
  readonly as?: string
}

/** What every expectation may be given. */
export interface ExpectOptions extends StepOptions {
  /** The id of the promise or choice it stands on; without it the scenario's `covers` speak. */
  readonly because?: string
}

/** What an expectation of a file's content may be given. */
export interface StreamExpectOptions extends ExpectOptions {
  /** A named stream of the file instead of the unnamed one. */
  readonly stream?: string
}

/** What an expectation of a program's reading may be given. */
export interface ReadOptions extends ExpectOptions {
  /** Who reads. Without it, on a client the first user, on the server the administrator at the machine. */
  readonly user?: string
}

/** What an expectation of a client's cache may be given. */
export interface CacheExpectOptions extends ExpectOptions, OnClient {}

/** Attributes to change. */
export interface AttributeChange {
  readonly set?: readonly SettableName[]
  readonly clear?: readonly SettableName[]
}

/** Times to set, each a UTC text such as `2010-01-04 08:30:00`. */
export interface TimeChange {
  readonly lastWrite?: string
  readonly creation?: string
  readonly lastAccess?: string
}

/** How a share gets a slow link. */
export interface SlowOptions extends ClientOptions {
  /** Milliseconds that every request to the share takes. */
  readonly latency?: number
}

/** Whose pin is taken away, or by which call of Unpin. */
export interface UnpinOptions extends ArrangeOptions {
  /** Default `user`; not beside flags. */
  readonly for?: PinCategory
  /** The flags of a call of Unpin, which name the pins. */
  readonly flags?: number
  /** The call is about all that is below a directory. Default false; only beside flags. */
  readonly deep?: boolean
}

/** How DeleteItems is called. */
export interface DeleteItemsOptions extends ArrangeOptions {
  /** Default 0. */
  readonly flags?: number
  /** Who calls. Default: the first user. */
  readonly user?: string
  /** Whoever calls is an administrator. Default false. */
  readonly administrator?: boolean
}

/** How an item is pinned. */
export interface PinOptions extends ArrangeOptions {
  /** Default `user`. */
  readonly for?: PinCategory
  /** New items below take the pin as well. Default true for directories. */
  readonly inherit?: boolean
}

/** What of a file stays cached. */
export interface SparseOptions extends ArrangeOptions {
  /** Only these ranges are cached, in order, none over another; without them nothing is. */
  readonly present?: readonly CachedRange[]
}

/** What a user may do, or not. */
export interface RightsOptions extends StepOptions {
  readonly rights: readonly Right[]
}
