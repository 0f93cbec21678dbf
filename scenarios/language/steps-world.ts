/** Steps that make the world and change what surrounds the files: machines, users, connections, clocks, limits. */

import type { AttributeName, CachingMode } from '../../sim/mod.ts'
import type { ResolutionWord } from './resolutions.ts'
import type { FolderSpec, OnClient, PinSpec, StepBase, TreeSpec } from './steps-common.ts'

/** Attributes that tell how a server stores an item; nobody sets them by request. */
export type StorageBit = Exclude<
  AttributeName,
  'READONLY' | 'HIDDEN' | 'SYSTEM' | 'DIRECTORY' | 'ARCHIVE' | 'NORMAL' | 'NOT_CONTENT_INDEXED'
>

/** How a server differs from a Windows server with an NTFS volume; what is left out is as there. */
export interface ServerSpec {
  /** `a` and `A` are two names. Default false. */
  readonly caseSensitive?: boolean
  /** Times are kept in steps of so many seconds. Default 0.0000001 (100 ns). */
  readonly timeGranularity?: number
  /** Seconds its clock is ahead of true time; negative: behind. Default 0. */
  readonly clockAhead?: number
  /** `any`: also names that Windows refuses. Default `windows`. */
  readonly names?: 'windows' | 'any'
  /** Files may have named streams. Default true. */
  readonly streams?: boolean
  /** Clients get oplocks. Default true. */
  readonly oplocks?: boolean
  /** Attributes that every file on it has because of how it is stored. Default none. */
  readonly storageBits?: readonly StorageBit[]
  /** Bytes its disk holds. Default: no limit. */
  readonly capacity?: number
  /** It asks users for credentials. Default false. */
  readonly credentials?: boolean
}

/** The profile of a server; comes before its first share. */
export interface ServerStep extends StepBase, ServerSpec {
  readonly do: 'server'
  /** `//server`. */
  readonly path: string
}

/** Another client, which has every share cached and in sync. */
export interface ClientStep extends StepBase {
  readonly do: 'client'
  readonly name: string
}

/** Another user. */
export interface UserStep extends StepBase {
  readonly do: 'user'
  readonly name: string
}

/** A share with its first tree: on the server and, in sync, in every client's cache, the clients working offline. */
export interface ShareStep extends StepBase {
  readonly do: 'share'
  /** `//server/share`. */
  readonly path: string
  readonly tree: TreeSpec | FolderSpec
  /** Who pins the share root, inherited by what is in it. Default `none`. */
  readonly pin?: PinSpec
  /** Default `manual`. */
  readonly caching?: CachingMode
}

/** Lets time pass. */
export interface WaitStep extends StepBase {
  readonly do: 'wait'
  readonly seconds: number
}

interface Connection extends StepBase, OnClient {
  /** `//server/share`. */
  readonly share: string
}

/** A client works online with a share. */
export interface GoOnlineStep extends Connection {
  readonly do: 'go-online'
}

/** A client works offline with a share, by force. */
export interface GoOfflineStep extends Connection {
  readonly do: 'go-offline'
}

/** A client has a slow link to a share. */
export interface SlowStep extends Connection {
  readonly do: 'slow'
  /** Milliseconds that every request to the share takes. */
  readonly latency?: number
}

interface Reach extends StepBase {
  /** `//server`. */
  readonly server: string
  /** Only for this client; without it for all. */
  readonly client?: string
}

/** Cuts a server off. */
export interface UnreachableStep extends Reach {
  readonly do: 'unreachable'
}

/** Brings a server back. */
export interface ReachableStep extends Reach {
  readonly do: 'reachable'
}

/** Cuts a server off, or brings it back. */
export type ReachStep = UnreachableStep | ReachableStep

/** Every request over the network to a server takes so long. */
export interface LatencyStep extends Reach {
  readonly do: 'latency'
  readonly milliseconds: number
}

/** A machine: a server or a client, exactly one of them. */
interface Machine extends StepBase {
  /** `//server`. */
  readonly server?: string
  readonly client?: string
}

/** A machine's clock jumps. */
export interface SetClockStep extends Machine {
  readonly do: 'set-clock'
  /** Seconds it is ahead of true time from now on; negative: behind. */
  readonly ahead: number
}

/** Policy settings of a client; those left out stay as they are. */
export interface PolicyStep extends StepBase, OnClient {
  readonly do: 'policy'
  /**
   * How conflicts are resolved below a path (`SyncConflictHandling`): `//server/share/name` to a resolution. A name that
   * does not begin with `//` is passed as it is.
   */
  readonly conflicts?: Readonly<Record<string, ResolutionWord>>
  /** Patterns of names that are not cached, such as `*.pst`. */
  readonly excludedTypes?: readonly string[]
}

/** The service of a client: what is left out stays as it is. */
export interface ServiceStep extends StepBase, OnClient {
  readonly do: 'service'
  /** Offline Files is configured to run. */
  readonly enabled?: boolean
  /** Offline Files is running now. */
  readonly active?: boolean
}

/** A machine's disk holds so many bytes from now on; `null`: no limit. */
export interface LimitDiskStep extends Machine {
  readonly do: 'limit-disk'
  readonly bytes: number | null
}

/** What a user owns on a server may be so many bytes from now on; `null`: no limit. */
export interface LimitUserStep extends StepBase {
  readonly do: 'limit-user'
  /** `//server`. */
  readonly server: string
  readonly user: string
  readonly bytes: number | null
}

/** A word to the reader, kept in the story. */
export interface NoteStep extends StepBase {
  readonly do: 'note'
  readonly text: string
}

/** A step that makes part of the world; all of them come before the first edit, call or expectation. */
export type SettingUpStep = ServerStep | ClientStep | UserStep | ShareStep

/** A step that changes how a share stands for a client, or whether and how fast a server is reached. */
export type ConnectionStep = GoOnlineStep | GoOfflineStep | SlowStep | ReachStep | LatencyStep

/** A step that changes a clock, a setting or a limit of a machine. */
export type MachineStep = SetClockStep | PolicyStep | ServiceStep | LimitDiskStep | LimitUserStep
