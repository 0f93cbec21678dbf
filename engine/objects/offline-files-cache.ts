/** `Win32_OfflineFilesCache` as a plain library: its methods and properties, and its items. */

import {
  ask,
  CsclabError,
  type FileOperation,
  type OperationResult,
  type Session,
} from '../../sim/port/mod.ts'
import { messageOf, shareOf } from '../../sim/windows/mod.ts'
import { orCode, redirect } from '../cache/mod.ts'
import { RULES, type Rules } from '../rules/mod.ts'
import { synchronize } from '../run/mod.ts'
import { deleteItems } from './delete-items.ts'
import { describeItem, describeItems } from './describe-item.ts'
import type { CallerAnswers, SessionHost, SessionOptions } from './host.ts'
import type { OfflineFilesItem } from './item.ts'
import { pin } from './pin.ts'
import { suspendRoot } from './suspend-root.ts'
import { type OfflineResult, transitionOffline, transitionOnline } from './transition.ts'
import { unpin } from './unpin.ts'

/** Options of {@linkcode OfflineFilesCache}; the answers are those of whoever calls its methods. */
export interface OfflineFilesCacheOptions extends Partial<CallerAnswers> {
  /** Who calls; rights on servers are this user's. Default `alice`. */
  readonly user?: string
  /** The caller is an administrator. Default false. */
  readonly administrator?: boolean
  /** The machine whose cache it is. Default: the host's first. */
  readonly client?: string
  /** Default {@linkcode RULES}. */
  readonly rules?: Rules
}

/** Paths as a caller may give them. */
type Paths = readonly (string | null)[] | null

/** Where the cache lies on the client's own disk, as far as its users are told. */
const LOCATION = 'C:\\Windows\\CSC'

/**
 * The Offline Files cache of one client, over a host that runs its sessions, such as `Host` of `csclab/sim`. Methods return
 * what the documented ones do: 0, or a system error code. The object keeps nothing itself: several may stand over one cache,
 * each for another user, another caller or other rules.
 *
 * `Encrypt`, `RenameItem` and `Enable` are not there yet.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { DELETE_FLAG, OfflineFilesCache, PIN_FLAG } from 'csclab/engine'
 * import { Host, SYNC_FLAG, World } from 'csclab/sim'
 *
 * const docs = '\\\\hq\\docs'
 * const plan = '\\\\hq\\docs\\plan.txt'
 * const world = new World()
 * world.addShare(docs)
 * world.lay('server', plan, { content: new TextEncoder().encode('first draft') })
 * const cache = new OfflineFilesCache(new Host(world))
 *
 * assert.equal(cache.pin([docs], PIN_FLAG.PINFORUSER, { deep: true }), 0)
 * assert.equal(cache.item(plan)?.sparse, true)
 * assert.equal(cache.synchronize([docs], SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT), 0)
 * assert.equal(cache.item(plan)?.sparse, false)
 *
 * assert.equal(cache.transitionOnline(plan), 0)
 * assert.equal(cache.suspendRoot(docs, true), 0)
 * assert.deepEqual(cache.item(plan)?.connectionInfo, { connectState: 1, offlineReason: 6 })
 * assert.deepEqual(cache.transitionOffline(plan), { returned: 0, openFiles: false })
 *
 * assert.equal(cache.unpin([docs], PIN_FLAG.PINFORUSER, { deep: true }), 0)
 * assert.equal(cache.deleteItems([docs], DELETE_FLAG.NOPINNED), 0)
 * assert.deepEqual(cache.items(), [])
 * ```
 */
export class OfflineFilesCache {
  readonly #host: SessionHost
  readonly #rules: Rules
  readonly #user: string
  readonly #administrator: boolean
  readonly #options: Omit<SessionOptions, 'scope' | 'actor'>
  readonly #conflictHandler: boolean
  #calls = 0

  constructor(host: SessionHost, options: OfflineFilesCacheOptions = {}) {
    const { user = 'alice', administrator = false, rules = RULES, client } = options
    this.#host = host
    this.#rules = rules
    this.#user = user
    this.#administrator = administrator
    this.#conflictHandler = options.resolveConflict !== undefined
    this.#options = {
      user,
      ...(client === undefined ? {} : { client }),
      caller: {
        progress: options.progress ?? (() => 'continue'),
        queryAbort: options.queryAbort ?? (() => false),
        resolveConflict: options.resolveConflict ?? (() => ({ resolution: 0 })),
        giveCredentials: options.giveCredentials ?? (() => false),
      },
    }
  }

  /** Configured to run. */
  get enabled(): boolean {
    return found(this.#look('Enabled', status())).enabled
  }

  /** Running now; where it is not, every method returns 1062. */
  get active(): boolean {
    return found(this.#look('Active', status())).active
  }

  /** The local directory of the cache. */
  get location(): string {
    return LOCATION
  }

  /**
   * Synchronizes files and directories between the cache and their servers.
   *
   * @param flags See `SYNC_FLAG` and `CONFLICT_POLICY`.
   */
  synchronize(paths: Paths, flags: number): number {
    const call = { paths, flags, user: this.#user, conflictHandler: this.#conflictHandler }
    return this.#call('Synchronize', synchronize(this.#rules, call))
  }

  /**
   * Makes items always available offline.
   *
   * @param flags See {@linkcode PIN_FLAG}; without one of its PINFOR… bits there is nothing to do.
   * @param options `deep`: everything below a directory now; else (the default) the directory, and its children by the next
   * run with SYNCIN.
   */
  pin(paths: Paths, flags: number, { deep = false }: { readonly deep?: boolean } = {}): number {
    return this.#call('Pin', pin(this.#rules, { paths, flags, deep, user: this.#user }))
  }

  /**
   * Takes pins away; an item without changes may then be evicted at any time.
   *
   * @param flags See {@linkcode PIN_FLAG}: the categories to take away.
   * @param options `deep`: from everything below a directory; else (the default) from it and the files directly in it.
   */
  unpin(paths: Paths, flags: number, { deep = false }: { readonly deep?: boolean } = {}): number {
    return this.#call('Unpin', unpin(this.#rules, { paths, flags, deep, user: this.#user }))
  }

  /**
   * Takes items out of the cache; the server is not touched.
   *
   * @param flags See {@linkcode DELETE_FLAG}.
   */
  deleteItems(paths: Paths, flags = 0): number {
    const call = { paths, flags, user: this.#user, administrator: this.#administrator }
    return this.#call('DeleteItems', deleteItems(this.#rules, call))
  }

  /** Suspends a share or directory with all below it, or takes that back. */
  suspendRoot(path: string | null, suspend: boolean): number {
    return this.#call('SuspendRoot', suspendRoot(this.#rules, { path, suspend, user: this.#user }))
  }

  /**
   * Takes the share of a path online.
   *
   * @param flags See {@linkcode TRANSITION_FLAG}.
   */
  transitionOnline(path: string | null, flags = 0): number {
    return this.#call('TransitionOnline', transitionOnline(this.#rules, { path, flags, user: this.#user }))
  }

  /**
   * Takes the share of a path offline, until it is taken online again.
   *
   * @param options `force`: close open files that stand in the way (default false); `flags`: see
   * {@linkcode TRANSITION_FLAG}.
   */
  transitionOffline(
    path: string | null,
    { force = false, flags = 0 }: { readonly force?: boolean; readonly flags?: number } = {},
  ): OfflineResult {
    const call = { path, force, flags, user: this.#user }
    return this.#call('TransitionOffline', transitionOffline(this.#rules, call))
  }

  /** Every item of the cache: servers, shares, directories and files, parents before children. */
  items(): readonly OfflineFilesItem[] {
    return found(this.#look('Items', describeItems()))
  }

  /** One item by its path; `undefined` for what is not cached, and for what is no path. */
  item(path: string): OfflineFilesItem | undefined {
    const item = this.#look('Item', describeItem(path))
    return item === undefined ? undefined : found(item)
  }

  /**
   * Does with a file what an application on the client does: online on its server, offline in the cache, where the change is
   * marked for the next sync.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { OfflineFilesCache, PIN_FLAG } from 'csclab/engine'
   * import { Host, World } from 'csclab/sim'
   *
   * const world = new World()
   * world.addShare('\\\\hq\\docs')
   * const cache = new OfflineFilesCache(new Host(world))
   * cache.pin(['\\\\hq\\docs'], PIN_FLAG.PINFORUSER)
   * assert.equal(cache.perform({ do: 'mkdir', path: '\\\\hq\\docs\\art' }).code, 0)
   * assert.equal(cache.item('\\\\hq\\docs\\art')?.changeInfo?.createdOffline, true)
   * ```
   */
  perform(operation: FileOperation): OperationResult {
    const session = orCode(useFile(operation, this.#user), (code) => ({ code }))
    return this.#run(`Application ${operation.do}`, session, { actor: 'application' })
  }

  #call<T>(method: string, session: Session<T>): T {
    return this.#run(method, session, { actor: 'engine' })
  }

  #look<T>(property: string, session: Session<T>): T | Unreadable {
    const guarded = orCode<T | Unreadable>(session, (code) => ({ unreadable: code }))
    return this.#run(property, guarded, { actor: 'engine', still: true })
  }

  #run<T>(name: string, session: Session<T>, options: Pick<SessionOptions, 'actor' | 'still'>): T {
    const scope = `${name} ${++this.#calls}`
    const result = this.#host.run(session, { ...this.#options, ...options, scope })
    if (result.ended === 'returned') return result.value
    throw new CsclabError('protocol', `The engine was dropped at ${result.at}`, {
      hint: 'A fault of the host says so; what was done until then stays done, and the next call goes on',
    })
  }
}

/** The records of the cache could not be read. */
interface Unreadable {
  readonly unreadable: number
}

/** What was looked for. */
function found<T extends object>(looked: T | Unreadable): T {
  if (!isUnreadable(looked)) return looked
  const { unreadable: code } = looked
  throw new CsclabError('file', `The records of the cache cannot be read: code ${code}, ${messageOf(code)}`)
}

function isUnreadable(looked: object): looked is Unreadable {
  return 'unreadable' in looked
}

function* status(): Session<{ readonly enabled: boolean; readonly active: boolean } | Unreadable> {
  const reply = yield* ask({ kind: 'status' })
  return reply.kind === 'failed' ? { unreadable: reply.code } : reply
}

/** Closing a file has no path: it is the same online and offline. */
function* useFile(operation: FileOperation, user: string): Session<OperationResult> {
  const clock = yield* ask({ kind: 'clock' })
  if (clock.kind === 'failed') return clock
  const share = 'path' in operation ? shareOf(operation.path) : undefined
  const reply = share === undefined ? undefined : yield* ask({ kind: 'get-connection', share })
  if (reply?.kind === 'failed') return reply
  const connection = reply?.connection ?? { online: false, reason: 0 }
  return yield* redirect({ user, operation, connection, now: clock.now })
}
