/** A laptop with one share on its desk: tests let applications, the cache and people at the server act on it. */

import * as assert from 'uvu/assert'
import {
  type Arrangement,
  type CachingMode,
  type Connection,
  type FileOperation,
  type ItemView,
  NOT_PINNED,
  type OperationResult,
  type Pins,
  type Reply,
  type Request,
  type Session,
  type Side,
} from '../../../sim/port/mod.ts'
import { foldPath, SECOND, type UncPath, upcase } from '../../../sim/windows/mod.ts'
import {
  FIRST_USER,
  Host,
  type Interruption,
  isRequestEvent,
  itemAt,
  type Pending,
  type RequestEvent,
  type RightsChange,
  type RunOptions,
  type TreeEntry,
  World,
  type WorldChange,
} from '../../testing/world.ts'
import { arrange } from '../arrange.ts'
import type { CacheRecord } from '../cache-record.ts'
import { baseline, inspect } from '../inspect.ts'
import { orCode } from '../records-failed.ts'
import { BUCKET, readItem, writeItem, writeRecord } from '../records.ts'
import { redirect } from '../redirector.ts'

/** The share. */
export const DOCS = '\\\\hq\\docs'

/** Pinned by the user, inherited. */
export const USER_PINS: Pins = { ...NOT_PINNED, user: 2 }

const WORKING_OFFLINE: Connection = { online: false, reason: 2 }
const WORKING_ONLINE: Connection = { online: true, reason: 1 }

/** How a desk is made. */
export interface DeskOptions {
  readonly caching?: CachingMode
  /** Pins of everything that is there at first. Default none. */
  readonly pins?: Pins
}

/** Who does something, and what comes in between. */
export interface Doing {
  /** Default: alice, for whom the share was taken up. */
  readonly user?: string
  readonly interrupt?: (pending: Pending) => Interruption | undefined
  /** No time passes. */
  readonly still?: true
}

/** The content of files by their names below the share; `null` is a directory. Parents come before what is in them. */
export type Tree = Readonly<Record<string, string | null>>

/** A whole path. */
export function at(name: string): UncPath {
  return name === '' ? DOCS : `${DOCS}\\${name}`
}

/** The bytes of a text. */
export function text(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

/** A laptop with a share that is cached and in sync; it works offline, as every new world does. */
export class Desk {
  readonly host: Host
  #step = 0

  constructor(tree: Tree, { caching = 'manual', pins = NOT_PINNED }: DeskOptions = {}) {
    const world = new World()
    world.addShare(DOCS, caching)
    for (const [name, content] of Object.entries(tree)) {
      const item = content === null ? {} : { content: text(content) }
      world.lay('server', at(name), item)
      world.lay('cache', at(name), item)
    }
    this.host = new Host(world)
    const taken = this.run(baseline({ shares: [{ path: DOCS, pins }], user: FIRST_USER }), {
      actor: 'engine',
    })
    assert.is(taken, 0)
  }

  /** Lets a session run to its end. */
  run<T>(session: Session<T>, options: Doing & Pick<RunOptions, 'actor'>): T {
    const { user = FIRST_USER, actor, interrupt, still } = options
    const scope = `step ${++this.#step}`
    if (still !== true) this.host.world.advance(SECOND)
    const result = this.host.run(session, {
      actor,
      scope,
      user,
      ...(interrupt === undefined ? {} : { interrupt }),
      ...(still === undefined ? {} : { still }),
    })
    if (result.ended === 'crashed') throw new Error(`Crashed at ${result.at}`)
    return result.value
  }

  /** Lets an application do something. */
  act(operation: FileOperation, doing: Doing = {}): OperationResult {
    const { world } = this.host
    const { user = FIRST_USER } = doing
    const call = { user, operation, connection: world.connection(DOCS), now: world.now }
    return this.run(orCode(redirect(call), (code) => ({ code })), { ...doing, actor: 'application' })
  }

  /** Lets an application write a whole file. */
  write(name: string, content: string, doing: Doing = {}): number {
    return this.act({ do: 'write', path: at(name), bytes: text(content) }, doing).code
  }

  /** What an application reads, or the code it is refused with. */
  read(name: string, doing: Doing = {}): string | number {
    const { code, bytes } = this.act({ do: 'read', path: at(name) }, doing)
    return bytes === undefined ? code : new TextDecoder().decode(bytes)
  }

  /** The names an application sees in a directory. */
  list(name = '', doing: Doing = {}): readonly string[] {
    const { code, entries = [] } = this.act({ do: 'list', path: at(name) }, doing)
    assert.is(code, 0)
    return entries.map((entry) => entry.name)
  }

  /** Lets a program open a file and close it again; the code of the open. */
  open(
    name: string,
    access: Extract<FileOperation, { readonly do: 'open' }>['access'],
    doing: Doing = {},
  ): number {
    const share = ['read', 'write', 'delete'] as const
    const { code, handle } = this.act({ do: 'open', path: at(name), access, share }, doing)
    if (handle !== undefined) this.act({ do: 'close', handle }, doing)
    return code
  }

  /** Brings the cache into a state. */
  arrange(arrangement: Arrangement, doing: Doing = {}): number {
    const { user = FIRST_USER } = doing
    const { now } = this.host.world
    const session = arrange({ user, arrangement, now })
    return this.run(orCode(session, (code) => code), { ...doing, actor: 'engine' })
  }

  /** Lets somebody at the server do something. */
  there(operation: FileOperation): void {
    this.host.world.advance(SECOND)
    assert.is(this.host.act('server', operation, { actor: 'server', scope: `step ${++this.#step}` }).code, 0)
  }

  /** Lets somebody at the server write a whole file. */
  writeThere(name: string, content: string): void {
    this.there({ do: 'write', path: at(name), bytes: text(content) })
  }

  /** Changes the world. */
  change(change: WorldChange): void {
    this.host.change(change, `step ${++this.#step}`)
  }

  /** Gives a user rights on the server, or denies them. */
  setRights(user: string, name: string, rights: RightsChange): void {
    this.change({ kind: 'set-rights', path: at(name), user, rights })
  }

  goOnline(): void {
    this.host.world.setConnection(DOCS, WORKING_ONLINE)
  }

  goOffline(): void {
    this.host.world.setConnection(DOCS, WORKING_OFFLINE)
  }

  get connection(): Connection {
    return this.host.world.connection(DOCS)
  }

  /** The server can be reached, or not. */
  set reachable(reachable: boolean) {
    this.change({ kind: 'set-reachable', server: '\\\\hq', reachable })
  }

  /** What a side has under a name: a file's content, `null` for a directory, `undefined` for nothing. */
  at(on: Side, name: string): string | null | undefined {
    const item = this.item(on, name)
    if (item === undefined) return undefined
    return item.content === undefined ? null : new TextDecoder().decode(item.content.bytes())
  }

  /** What the cache holds under a name, see `at`. */
  here(name: string): string | null | undefined {
    return this.at('cache', name)
  }

  /** The cache's record of a name. */
  record(name: string): CacheRecord | undefined {
    return this.#aside(readItem(at(name)))
  }

  /** Puts the cache's record of a name otherwise than it is. */
  alter(name: string, change: Partial<CacheRecord>): void {
    const record = this.record(name)
    assert.ok(record)
    if (record === undefined) return
    this.run(writeItem(at(name), { ...record, ...change }), { actor: 'engine', still: true })
  }

  /** Records a conflict of a name, as a sync does. */
  recordConflict(name: string, state: number): void {
    const path = at(name)
    this.run(writeRecord(BUCKET.conflicts, foldPath(path), { path, state, users: [FIRST_USER] }), {
      actor: 'engine',
    })
  }

  /** The spelling of a name and its information on a side. */
  item(on: Side, name: string): TreeEntry | undefined {
    return itemAt(this.host.world.tree(on), at(name))
  }

  /** What the engine shows of a name. */
  view(name: string): ItemView | undefined {
    const views = this.#aside(inspect())
    return views.find(({ path }) => upcase(path) === upcase(at(name)))
  }

  /** The requests of what has been done last. */
  get lastRequests(): readonly RequestEvent[] {
    const scope = `step ${this.#step} · `
    return this.host.trace.filter(isRequestEvent).filter(({ address }) => address.startsWith(scope))
  }

  /** Requests of one kind in what has been done last. */
  asked<K extends Request['kind']>(kind: K): readonly Extract<Request, { readonly kind: K }>[] {
    return this.lastRequests.map(({ request }) => request).filter((request) => isOf(request, kind))
  }

  /** The handles that what has been done last has left open. */
  get leftOpen(): number {
    const opened = this.lastRequests.filter(({ reply }) => isHandle(reply)).length
    const closed =
      this.lastRequests.filter(({ request, reply }) =>
        reply.kind !== 'failed' && (request.kind === 'close' || request.kind === 'commit')
      ).length
    return opened - closed
  }

  #aside<T>(session: Session<T>): T {
    const result = this.host.fork().run(session, { actor: 'engine', scope: 'aside' })
    if (result.ended === 'crashed') throw new Error(`Crashed at ${result.at}`)
    return result.value
  }
}

/** Refuses the first request of a kind, on a side when one is named. */
export function refuse(
  kind: Request['kind'],
  code: number,
  on?: Side,
): (pending: Pending) => Interruption | undefined {
  let struck = false
  return (pending) => {
    if (struck || pending.request.kind !== kind || (on !== undefined && pending.on !== on)) return undefined
    struck = true
    return { refuse: code }
  }
}

function isOf<K extends Request['kind']>(
  request: Request,
  kind: K,
): request is Extract<Request, { readonly kind: K }> {
  return request.kind === kind
}

function isHandle(reply: Reply): boolean {
  return reply.kind === 'open' || reply.kind === 'stage'
}
