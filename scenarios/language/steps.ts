/**
 * The steps of a scenario: frozen, tagged, plain data. The builder and JSON files both yield lists of them, the interpreter
 * knows nothing else. Paths are written with slashes: `//server/share/name`.
 */

import type { AttributeName, CachingMode, RequestKind, SyncOperation, SyncStateName } from '../../sim/mod.ts'

/** Where an edit or an expectation is about: the file server, or the client as its user sees it. */
export type StepSide = 'server' | 'local'

/** What a file holds: a text (UTF-8), a recipe for reproducible bytes, or bytes in base64. */
export type ContentSpec =
  | string
  /** `bytes` pseudo-random bytes; the same seed gives the same bytes. */
  | { readonly bytes: number; readonly seed: number }
  | { readonly base64: string }

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
interface Common {
  /**
   * `still`: no time passes in the step or after it, so that the next one happens in the same tick. Without it every
   * request takes a tick and every step ends with the clock one second on.
   */
  readonly clock?: 'still'
}

/** A share with its first tree: on the server and, in sync, in the client's cache, the client working offline. */
export interface ShareStep extends Common {
  readonly do: 'share'
  /** `//server/share`. */
  readonly path: string
  readonly tree: TreeSpec | FolderSpec
  /** Who pins the share root, inherited by what is in it. Default `none`. */
  readonly pin?: PinSpec
  /** Default `manual`. */
  readonly caching?: CachingMode
}

interface Edit extends Common {
  readonly side: StepSide
  readonly path: string
  /** The edit is refused with this Win32 code; without it, a refused edit is a mistake of the scenario. */
  readonly fails?: number
}

/** Creates a file or replaces all it holds. */
export interface WriteStep extends Edit {
  readonly do: 'write'
  readonly content: ContentSpec
}

/** Adds to the end of a file. */
export interface AppendStep extends Edit {
  readonly do: 'append'
  readonly content: ContentSpec
}

/** Overwrites part of a file from an offset in bytes, in place. */
export interface EditStep extends Edit {
  readonly do: 'edit'
  readonly offset: number
  readonly content: ContentSpec
}

/** Sets the last-write time to the present. */
export interface TouchStep extends Edit {
  readonly do: 'touch'
}

/** Makes a directory. */
export interface MkdirStep extends Edit {
  readonly do: 'mkdir'
}

/** Renames or moves an item within its share; a file in the way is replaced. */
export interface RenameStep extends Edit {
  readonly do: 'rename'
  readonly to: string
}

/** Removes a file, or a directory with all it holds. */
export interface RemoveStep extends Edit {
  readonly do: 'remove'
}

/** Sets and clears attributes. */
export interface SetAttributesStep extends Edit {
  readonly do: 'set-attributes'
  readonly set?: readonly AttributeName[]
  readonly clear?: readonly AttributeName[]
}

/** Sets times, each a UTC text such as `2010-01-04 08:30:00`. */
export interface SetTimesStep extends Edit {
  readonly do: 'set-times'
  readonly lastWrite?: string
  readonly creation?: string
}

/** Lets time pass. */
export interface WaitStep extends Common {
  readonly do: 'wait'
  readonly seconds: number
}

interface Reach extends Common {
  /** `//server`. */
  readonly server: string
}

/** Cuts a server off from the client. */
export interface UnreachableStep extends Reach {
  readonly do: 'unreachable'
}

/** Brings a server back. */
export interface ReachableStep extends Reach {
  readonly do: 'reachable'
}

/** Cuts a server off from the client, or brings it back. */
export type ReachStep = UnreachableStep | ReachableStep

/** A word to the reader, kept in the story. */
export interface NoteStep extends Common {
  readonly do: 'note'
  readonly text: string
}

/** A path given to the call: with slashes, or untouched, `null` included. */
export type SyncPath = string | { readonly raw: string | null }

/** An answer of the progress sink other than `continue`. */
export interface ProgressAnswer {
  readonly to: 'begin' | 'item-begin' | 'item-result'
  /** Only for this item; without it for any. */
  readonly path?: string
  /** Only the n-th time it applies, from 1; without it every time. */
  readonly nth?: number
  readonly answer: 'retry' | 'abort'
}

/** Where the engine is dropped. All that is given must apply. */
export interface CrashSpec {
  readonly when: 'before' | 'after'
  readonly request: RequestKind
  readonly path?: string
  readonly operation?: SyncOperation
  /** The n-th such request of the run, from 1. Default 1. */
  readonly nth?: number
}

/** One call of `Synchronize`. Rounds are counted from 1 in the order of these steps. */
export interface SyncStep extends Common {
  readonly do: 'sync'
  /** `null`: the caller passes no array at all. */
  readonly paths: readonly SyncPath[] | null
  /** `'in | out | keep-latest'`, header names, or a number. */
  readonly flags: string | number
  readonly user?: string
  readonly progress?: readonly ProgressAnswer[]
  /** The call is cancelled once this many items have had their result. */
  readonly cancelAfter?: number
  readonly crash?: CrashSpec
}

/** What every expectation may have. */
interface Expectation extends Common {
  /** The id of the promise or choice this expectation stands on; without it the scenario's `covers` speak. */
  readonly because?: string
}

interface RoundExpectation extends Expectation {
  readonly round: number
}

interface ItemExpectation extends RoundExpectation {
  readonly path: string
}

interface TreeExpectation extends Expectation {
  readonly side: StepSide
  readonly path: string
}

/** The call returned this code. */
export interface ExpectReturnStep extends RoundExpectation {
  readonly do: 'expect-return'
  readonly code: number
}

/** After the round a conflict of the item was recorded or updated, in this state. */
export interface ExpectConflictStep extends ItemExpectation {
  readonly do: 'expect-conflict'
  readonly state: SyncStateName
}

/** The round recorded and updated no conflict. */
export interface ExpectNoConflictsStep extends RoundExpectation {
  readonly do: 'expect-no-conflicts'
}

/** The item's last ItemResult of the round had this Win32 code. */
export interface ExpectResultStep extends ItemExpectation {
  readonly do: 'expect-result'
  readonly code: number
}

/** The round reported these items and no others, in this order. */
export interface ExpectItemsStep extends RoundExpectation {
  readonly do: 'expect-items'
  readonly paths: readonly string[]
}

/** The engine found the item in this state. */
export interface ExpectStateStep extends ItemExpectation {
  readonly do: 'expect-state'
  readonly state: SyncStateName
}

/** The caller received exactly these progress texts. */
export interface ExpectProgressStep extends RoundExpectation {
  readonly do: 'expect-progress'
  readonly messages: readonly string[]
}

/** The engine was dropped in this round. */
export interface ExpectCrashedStep extends RoundExpectation {
  readonly do: 'expect-crashed'
}

/** A file is there and holds this. */
export interface ExpectHoldsStep extends TreeExpectation {
  readonly do: 'expect-holds'
  readonly content: ContentSpec
}

/** Nothing has this name. */
export interface ExpectMissingStep extends TreeExpectation {
  readonly do: 'expect-missing'
}

/** A directory has this name. */
export interface ExpectDirectoryStep extends TreeExpectation {
  readonly do: 'expect-directory'
}

/** The item has exactly these settable attributes. */
export interface ExpectAttributesStep extends TreeExpectation {
  readonly do: 'expect-attributes'
  readonly attributes: readonly AttributeName[]
}

/** The item's name is stored in exactly this spelling. */
export interface ExpectSpellingStep extends TreeExpectation {
  readonly do: 'expect-spelling'
}

/** Below the path there is this tree and nothing else. */
export interface ExpectTreeStep extends TreeExpectation {
  readonly do: 'expect-tree'
  readonly tree: TreeSpec
}

/** Below the path both sides hold the same. */
export interface ExpectSameStep extends Expectation {
  readonly do: 'expect-same'
  readonly path: string
}

/** The cache has unsynchronized changes of the item, or has none. */
export interface ExpectDirtyStep extends Expectation {
  readonly do: 'expect-dirty'
  readonly path: string
  readonly dirty: boolean
}

/** The item is pinned in these categories and no others. */
export interface ExpectPinnedStep extends Expectation {
  readonly do: 'expect-pinned'
  readonly path: string
  readonly pins: readonly Exclude<PinSpec, 'none'>[]
}

/** A step that changes a file or directory. */
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

/** A step that expects something. */
export type ExpectationStep =
  | ExpectReturnStep
  | ExpectConflictStep
  | ExpectNoConflictsStep
  | ExpectResultStep
  | ExpectItemsStep
  | ExpectStateStep
  | ExpectProgressStep
  | ExpectCrashedStep
  | ExpectHoldsStep
  | ExpectMissingStep
  | ExpectDirectoryStep
  | ExpectAttributesStep
  | ExpectSpellingStep
  | ExpectTreeStep
  | ExpectSameStep
  | ExpectDirtyStep
  | ExpectPinnedStep

/** Any step. */
export type Step = ShareStep | EditingStep | WaitStep | ReachStep | NoteStep | SyncStep | ExpectationStep

/** The verb of a step. */
export type Verb = Step['do']

/** The step of one verb. */
export type StepOf<V extends Verb> = Extract<Step, { readonly do: V }>
