/** The words a scenario's function is given. */

import type { CachingMode } from '../../sim/mod.ts'
import type { Recorder } from './recorder.ts'
import { resolvePath } from './resolve-path.ts'
import { RoundHandle } from './round-handle.ts'
import { ShareHandle } from './share-handle.ts'
import type { StepOptions } from './side-handle.ts'
import type { CrashSpec, FolderSpec, PinSpec, ProgressAnswer, SyncPath, TreeSpec } from './steps.ts'

/** How a share starts. */
export interface ShareOptions extends StepOptions {
  /** Who pins the share root, inherited by what is in it. Default `none`. */
  readonly pin?: PinSpec
  /** Default `manual`. */
  readonly caching?: CachingMode
}

/** How a call is made. */
export interface SyncOptions extends StepOptions {
  /** Who calls; without it the client's first user. */
  readonly user?: string
  /** Answers of the progress sink other than `continue`. */
  readonly progress?: readonly ProgressAnswer[]
  /** The call is cancelled once this many items have had their result. */
  readonly cancelAfter?: number
  /** Where the engine is dropped. */
  readonly crash?: CrashSpec
}

/** What a call may be told to synchronize. */
export type SyncTarget = ShareHandle | SyncPath

/** Makes a share with its first tree. */
export interface MakeShare {
  (path: string, tree: TreeSpec | FolderSpec): ShareHandle
  (path: string, options: ShareOptions, tree: TreeSpec | FolderSpec): ShareHandle
}

/** The words of the language. */
export interface Kit {
  /** Makes a share with its first tree, on the server and, in sync, in the client's cache. */
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
  /** Cuts a server, `//server`, off from the client. */
  readonly unreachable: (server: string, options?: StepOptions) => void
  /** Brings a server back. */
  readonly reachable: (server: string, options?: StepOptions) => void
  /** A path that is passed to the call untouched; `null` for none. */
  readonly raw: (path: string | null) => SyncPath
}

/** The words, bound to the recorder that takes their steps. */
export function kitOf(recorder: Recorder): Kit {
  return {
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
      recorder.add({ do: 'sync', paths, flags, ...withWholePaths(options, share) })
      return new RoundHandle(recorder, share)
    },
    note: (text, options = {}) => recorder.add({ do: 'note', text, ...options }),
    wait: (seconds, options = {}) => recorder.add({ do: 'wait', seconds, ...options }),
    unreachable: (server, options = {}) => recorder.add({ do: 'unreachable', server, ...options }),
    reachable: (server, options = {}) => recorder.add({ do: 'reachable', server, ...options }),
    raw: (path) => ({ raw: path }),
  }
}

function isList(what: SyncTarget | readonly SyncTarget[]): what is readonly SyncTarget[] {
  return Array.isArray(what)
}

function withWholePaths(options: SyncOptions, share: string | undefined): SyncOptions {
  if (share === undefined) return options
  const whole = <T extends { readonly path?: string }>(part: T): T =>
    part.path === undefined ? part : { ...part, path: resolvePath(part.path, share) }
  const { progress, crash } = options
  return {
    ...options,
    ...(progress === undefined ? {} : { progress: progress.map(whole) }),
    ...(crash === undefined ? {} : { crash: whole(crash) }),
  }
}
