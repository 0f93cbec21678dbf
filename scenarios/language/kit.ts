/** The words a scenario's function is given. */

import type { CachingMode } from '../../sim/mod.ts'
import { FileHandle } from './file-handle.ts'
import type { ClientOptions, StepOptions } from './handle-options.ts'
import type { Recorder } from './recorder.ts'
import { RoundHandle } from './round-handle.ts'
import { ShareHandle } from './share-handle.ts'
import type {
  FaultSpec,
  FolderSpec,
  PinSpec,
  PolicyStep,
  ServerSpec,
  ServiceStep,
  SyncPath,
  TreeSpec,
} from './steps.ts'
import { syncFields, type SyncOptions } from './sync-options.ts'

/** How a share starts. */
export interface ShareOptions extends StepOptions {
  /** Who pins the share root, inherited by what is in it. Default `none`. */
  readonly pin?: PinSpec
  /** Default `manual`. */
  readonly caching?: CachingMode
}

/** What a call may be told to synchronize. */
export type SyncTarget = ShareHandle | SyncPath

/** Makes a share with its first tree. */
export interface MakeShare {
  (path: string, tree: TreeSpec | FolderSpec): ShareHandle
  (path: string, options: ShareOptions, tree: TreeSpec | FolderSpec): ShareHandle
}

/** A machine: a server, `//server`, or a client by its name. */
export type MachineName = { readonly server: string } | { readonly client: string }

/** A user's quota on a server. */
export interface QuotaOptions extends StepOptions {
  /** `//server`. */
  readonly server: string
  /** `null`: no limit. */
  readonly bytes: number | null
}

/** The words of the language. */
export interface Kit {
  /** Tells how a server, `//server`, differs from a Windows server; comes before its first share. Gives its path. */
  readonly server: (path: string, profile: ServerSpec & StepOptions) => string
  /** Makes another client, which has every share cached and in sync. Gives its name. */
  readonly client: (name: string, options?: StepOptions) => string
  /** Makes another user. Gives the name. */
  readonly user: (name: string, options?: StepOptions) => string
  /** Makes a share with its first tree, on the server and, in sync, in every client's cache. */
  readonly share: MakeShare
  /**
   * Calls `Synchronize` for a share, a whole path, something raw, a list of these, or `null` for no list at all. Flags are
   * words such as `'in | out'`, or a number. Paths in the options may be relative when one share is synchronized.
   */
  readonly sync: (
    what: SyncTarget | readonly SyncTarget[] | null,
    flags: string | number,
    options?: SyncOptions,
  ) => RoundHandle
  /** Says something to the reader. */
  readonly note: (text: string, options?: StepOptions) => void
  /** Lets time pass, in seconds. */
  readonly wait: (seconds: number, options?: StepOptions) => void
  /** Cuts a server, `//server`, off from a client, or from all. */
  readonly unreachable: (server: string, options?: ClientOptions) => void
  /** Brings a server back, for a client or for all. */
  readonly reachable: (server: string, options?: ClientOptions) => void
  /** Lets every request over the network to a server take so many milliseconds, for a client or for all. */
  readonly latency: (server: string, milliseconds: number, options?: ClientOptions) => void
  /** Lets a machine's clock jump: seconds ahead of true time from now on, negative for behind. */
  readonly setClock: (machine: MachineName, ahead: number, options?: StepOptions) => void
  /** Changes policy settings of a client; those left out stay as they are. */
  readonly policy: (settings: Omit<PolicyStep, 'do'>) => void
  /** Changes the service of a client; what is left out stays as it is. */
  readonly service: (state: Omit<ServiceStep, 'do'>) => void
  /** Limits what a machine's disk holds, in bytes; `null` for no limit. */
  readonly limitDisk: (machine: MachineName, bytes: number | null, options?: StepOptions) => void
  /** Limits what a user may own on a server. */
  readonly limitUser: (user: string, quota: QuotaOptions) => void
  /** Lets something go wrong in any later session, until it has struck often enough. */
  readonly fault: (fault: FaultSpec & StepOptions) => void
  /** Takes away all faults that have not struck. */
  readonly clearFaults: (options?: StepOptions) => void
  /** Lets a program close the file it has open under a name. */
  readonly close: (file: FileHandle | string, options?: StepOptions) => void
  /** A path that is passed to the call untouched; `null` for none. */
  readonly raw: (path: string | null) => SyncPath
}

/** The words, bound to the recorder that takes their steps. */
export function kitOf(recorder: Recorder): Kit {
  return {
    server: (path, profile) => {
      recorder.add({ do: 'server', path, ...profile })
      return path
    },
    client: (name, options = {}) => {
      recorder.add({ do: 'client', name, ...options })
      return name
    },
    user: (name, options = {}) => {
      recorder.add({ do: 'user', name, ...options })
      return name
    },
    share: (path: string, ...given: [TreeSpec | FolderSpec] | [ShareOptions, TreeSpec | FolderSpec]) => {
      const [options, tree] = given.length === 1 ? [{}, given[0]] : given
      recorder.add({ do: 'share', path, tree, ...options })
      return new ShareHandle(recorder, path)
    },
    sync: (what, flags, options = {}) => {
      const targets = what === null || isList(what) ? what : [what]
      const paths = targets?.map((target) => target instanceof ShareHandle ? target.path : target) ?? null
      const [first, ...others] = targets ?? []
      const share = first instanceof ShareHandle && others.length === 0 ? first.path : undefined
      recorder.add({ do: 'sync', paths, flags, ...syncFields(recorder, options, share) })
      return new RoundHandle(recorder, share)
    },
    note: (text, options = {}) => recorder.add({ do: 'note', text, ...options }),
    wait: (seconds, options = {}) => recorder.add({ do: 'wait', seconds, ...options }),
    unreachable: (server, options = {}) => recorder.add({ do: 'unreachable', server, ...options }),
    reachable: (server, options = {}) => recorder.add({ do: 'reachable', server, ...options }),
    latency: (server, milliseconds, options = {}) =>
      recorder.add({ do: 'latency', server, milliseconds, ...options }),
    setClock: (machine, ahead, options = {}) =>
      recorder.add({ do: 'set-clock', ...machine, ahead, ...options }),
    policy: (settings) => recorder.add({ do: 'policy', ...settings }),
    service: (state) => recorder.add({ do: 'service', ...state }),
    limitDisk: (machine, bytes, options = {}) =>
      recorder.add({ do: 'limit-disk', ...machine, bytes, ...options }),
    limitUser: (user, quota) => recorder.add({ do: 'limit-user', user, ...quota }),
    fault: (fault) => recorder.add({ do: 'fault', ...fault }),
    clearFaults: (options = {}) => recorder.add({ do: 'clear-faults', ...options }),
    close: (file, options = {}) =>
      recorder.add({ do: 'close', handle: file instanceof FileHandle ? file.name : file, ...options }),
    raw: (path) => ({ raw: path }),
  }
}

function isList(what: SyncTarget | readonly SyncTarget[]): what is readonly SyncTarget[] {
  return Array.isArray(what)
}
