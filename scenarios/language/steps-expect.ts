/** Steps that expect something: of a round, of files and directories, of the cache. */

import type { CacheEvent, PinCategory, PromptChannel, SettableName, SyncStateName } from '../../sim/mod.ts'
import type { ContentSpec, OnClient, StepBase, StepSide, TreeSpec } from './steps-common.ts'

/** What every expectation may have. */
interface Expectation extends StepBase {
  /** The id of the promise or choice this expectation stands on; without it the scenario's `covers` speak. */
  readonly because?: string
}

interface RoundExpectation extends Expectation {
  readonly round: number
}

interface ItemExpectation extends RoundExpectation {
  readonly path: string
}

interface CacheExpectation extends Expectation, OnClient {
  readonly path: string
}

/** `client` is for the side `local`. */
interface TreeExpectation extends CacheExpectation {
  readonly side: StepSide
}

interface StreamExpectation extends TreeExpectation {
  /** A named stream instead of the unnamed one. */
  readonly stream?: string
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

/** The user was asked for credentials so many times, in these ways. */
export interface ExpectPromptsStep extends RoundExpectation {
  readonly do: 'expect-prompts'
  readonly prompts: readonly PromptChannel[]
}

/** The engine was dropped in this round. */
export interface ExpectCrashedStep extends RoundExpectation {
  readonly do: 'expect-crashed'
}

/** What can happen in the course of a call: what the caller is told, changes, and published events by their names. */
export type CourseMark =
  | 'Begin'
  | 'ItemBegin'
  | 'ItemResult'
  | 'End'
  | 'server changed'
  | 'local changed'
  | CacheEvent['event']

/** This happened in the round, or for one item in it, in this order. */
export interface ExpectCourseStep extends RoundExpectation {
  readonly do: 'expect-course'
  /** Only what is about this item; without it all that happened. */
  readonly path?: string
  readonly marks: readonly CourseMark[]
}

/** What of a copy differs from the original (OFFLINEFILES_CHANGES). */
export type ChangeName =
  | 'LOCAL_SIZE'
  | 'LOCAL_ATTRIBUTES'
  | 'LOCAL_TIME'
  | 'REMOTE_SIZE'
  | 'REMOTE_ATTRIBUTES'
  | 'REMOTE_TIME'

/** The engine found just these differences from the original. */
export interface ExpectChangesStep extends ItemExpectation {
  readonly do: 'expect-changes'
  readonly changes: readonly ChangeName[]
}

/** A file (or a named stream of it) is there and holds this. */
export interface ExpectHoldsStep extends StreamExpectation {
  readonly do: 'expect-holds'
  readonly content: ContentSpec
}

/** Nothing has this name, or the item has no stream of that name. */
export interface ExpectMissingStep extends StreamExpectation {
  readonly do: 'expect-missing'
}

/** A directory has this name. */
export interface ExpectDirectoryStep extends TreeExpectation {
  readonly do: 'expect-directory'
}

/** The item has exactly these settable attributes. */
export interface ExpectAttributesStep extends TreeExpectation {
  readonly do: 'expect-attributes'
  readonly attributes: readonly SettableName[]
}

/** The item's name is stored in exactly this spelling. */
export interface ExpectSpellingStep extends TreeExpectation {
  readonly do: 'expect-spelling'
}

/** The item has these named streams and no others. */
export interface ExpectStreamsStep extends TreeExpectation {
  readonly do: 'expect-streams'
  readonly streams: readonly string[]
}

/** Below the path there is this tree and nothing else. */
export interface ExpectTreeStep extends TreeExpectation {
  readonly do: 'expect-tree'
  readonly tree: TreeSpec
}

/** A program opens a file and reads it: it gets this content, or is refused with this code; exactly one is given. */
export interface ExpectReadStep extends TreeExpectation {
  readonly do: 'expect-read'
  /** Who reads. Without it, on a client the first user, on the server the administrator at the machine. */
  readonly user?: string
  readonly content?: ContentSpec
  /** The Win32 code. */
  readonly fails?: number
}

/** Below the path both sides hold the same. */
export interface ExpectSameStep extends CacheExpectation {
  readonly do: 'expect-same'
}

/** The cache has unsynchronized changes of the item, or has none. */
export interface ExpectDirtyStep extends CacheExpectation {
  readonly do: 'expect-dirty'
  readonly dirty: boolean
}

/** The item is pinned in these categories and no others. */
export interface ExpectPinnedStep extends CacheExpectation {
  readonly do: 'expect-pinned'
  readonly pins: readonly PinCategory[]
}

/** What an engine tells of an item in its cache. */
export type ShownState =
  | 'sparse'
  | 'ghost'
  | 'suspended'
  | 'suspendedRoot'
  | 'dirty'
  | 'createdOffline'
  | 'deletedOffline'
  | 'modifiedData'
  | 'modifiedAttributes'
  | 'modifiedTime'
  | 'autoCached'

/** The engine tells this of the item in its cache; what is left out is not looked at. */
export interface ExpectShowsStep extends CacheExpectation {
  readonly do: 'expect-shows'
  readonly shows: Readonly<Partial<Record<ShownState, boolean>>>
}

/** How an item stands: online, or offline for a reason (OFFLINEFILES_OFFLINE_REASON). */
export type ConnectionWord =
  | 'online'
  | 'working offline'
  | 'slow connection'
  | 'net disconnected'
  | 'need to sync'
  | 'suspended'

/** The engine tells this of how the item stands. */
export interface ExpectConnectionStep extends CacheExpectation {
  readonly do: 'expect-connection'
  readonly is: ConnectionWord
}

/** A step that expects something of a round. */
export type RoundStep =
  | ExpectReturnStep
  | ExpectConflictStep
  | ExpectNoConflictsStep
  | ExpectResultStep
  | ExpectItemsStep
  | ExpectStateStep
  | ExpectProgressStep
  | ExpectPromptsStep
  | ExpectCourseStep
  | ExpectChangesStep
  | ExpectCrashedStep

/** A step that expects something of an item on one side. */
export type TreeStep =
  | ExpectHoldsStep
  | ExpectMissingStep
  | ExpectDirectoryStep
  | ExpectAttributesStep
  | ExpectSpellingStep
  | ExpectStreamsStep
  | ExpectTreeStep
  | ExpectReadStep

/** A step that expects something of both sides, or of what the cache knows. */
export type CacheStep =
  | ExpectSameStep
  | ExpectDirtyStep
  | ExpectPinnedStep
  | ExpectShowsStep
  | ExpectConnectionStep

/** A step that expects something. */
export type ExpectationStep = RoundStep | TreeStep | CacheStep
