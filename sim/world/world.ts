/** The world of a scenario: file servers, a client with its cache, a network between them and one clock. */

import { CsclabError } from '../errors.ts'
import type { CachingMode, Connection, Json, PolicySettings, Side } from '../port/mod.ts'
import { ERROR, partsOf, shareOf, type Ticks, type UncPath, upcase } from '../windows/mod.ts'
import { type Tree, Volume, type VolumeEffect } from '../volume/mod.ts'
import { RecordStore } from './records.ts'

/** Something that changed in the world. */
export type Effect =
  | (VolumeEffect & { readonly on: Side })
  | {
    readonly effect: 'record'
    readonly bucket: string
    readonly key: string
    readonly value: Json | undefined
  }

/** A file server. */
export interface Server {
  readonly name: string
  readonly volume: Volume
  reachable: boolean
  /** Shares by folded name. */
  readonly shares: Map<string, Share>
}

/** A share of a server. */
export interface Share {
  readonly name: string
  readonly caching: CachingMode
}

/** Where a path leads: a volume and the number of its handles' residue class. */
export interface Place {
  readonly volume: Volume
  readonly index: number
}

interface ClientState {
  volume: Volume
  records: RecordStore
  settings: PolicySettings
  enabled: boolean
  active: boolean
  /** Connections by folded share path. */
  readonly connections: Map<string, Connection>
}

/** How a share of a new world stands: the user works offline although the server could be reached. */
const WORKING_OFFLINE: Connection = { online: false, reason: 2 }

/** Volumes a world can hold; a handle's number modulo this tells its volume. */
const MAX_VOLUMES = 64

/**
 * A world. It starts empty at tick 0; servers and shares are added, trees are laid, then requests change it.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { World } from 'csclab/sim'
 *
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * world.lay('server', '\\\\hq\\docs\\plan.txt', { content: new TextEncoder().encode('first draft') })
 * assert.deepEqual([...world.tree('server').values()].map((item) => item.path).at(-1), '\\\\hq\\docs\\plan.txt')
 * ```
 */
export class World {
  #now: Ticks = 0
  readonly #servers: Map<string, Server>
  readonly #client: ClientState
  #listener: ((effect: Effect) => void) | undefined

  constructor(from?: World) {
    const options = { now: () => this.#now }
    this.#servers = new Map()
    if (from === undefined) {
      this.#client = {
        volume: Volume.create(options),
        records: new RecordStore(),
        settings: { syncConflictHandling: {}, excludedTypes: [] },
        enabled: true,
        active: true,
        connections: new Map(),
      }
      return
    }
    this.#now = from.now
    const client = from.client
    this.#client = {
      ...client,
      volume: client.volume.fork(options),
      records: client.records.fork(),
      connections: new Map(client.connections),
    }
    for (const [key, server] of from.#servers) {
      this.#servers.set(key, {
        ...server,
        volume: server.volume.fork(options),
        shares: new Map(server.shares),
      })
    }
  }

  /** A second world that starts as this one and goes its own way; costs what the two change afterwards. */
  fork(): World {
    return new World(this)
  }

  /** The present, in ticks since the world's epoch. */
  get now(): Ticks {
    return this.#now
  }

  /** Moves the clock forward. */
  advance(ticks: Ticks): void {
    this.#now += ticks
  }

  /** The client. */
  get client(): ClientState {
    return this.#client
  }

  /** All servers, in the order they were added. */
  get servers(): readonly Server[] {
    return [...this.#servers.values()]
  }

  /** Adds a share, and its server if that is new. The client has an empty directory for it in its cache. */
  addShare(path: UncPath, caching: CachingMode = 'manual'): void {
    const [serverName = '', shareName = ''] = partsOf(path)
    const server = this.#servers.get(upcase(serverName)) ?? this.#addServer(serverName)
    server.shares.set(upcase(shareName), { name: shareName, caching })
    this.lay('server', path, {})
    this.lay('cache', path, {})
  }

  /**
   * Lays an item as the world's first state has it; missing parents of a share are made.
   *
   * @throws {CsclabError} `scenario` if the volume cannot hold it: a bad name, a name twice, no parent.
   */
  lay(on: Side, path: UncPath, item: LaidItem): void {
    const names = partsOf(path)
    const { volume } = this.#volumeOf(on, names)
    if (names.length === 2) volume.lay(names.slice(0, 1), laidInfo({}, this.#now), undefined)
    const refused = volume.lay(names, laidInfo(item, this.#now), item.content)
    if (refused !== undefined) {
      throw new CsclabError('scenario', `Cannot lay "${path}" in the world: code ${refused.code}`)
    }
  }

  /** The server with a name, or `undefined`. */
  server(name: string): Server | undefined {
    return this.#servers.get(upcase(name))
  }

  /** The volume a path leads to, or the Win32 code why not. `across` says the request comes over the network. */
  locate(on: Side, path: UncPath, across: boolean): Place | number {
    if (on === 'cache') return { volume: this.#client.volume, index: 0 }
    const [serverName = '', shareName] = partsOf(path)
    const server = this.#servers.get(upcase(serverName))
    if (server === undefined || (across && !server.reachable)) return ERROR.BAD_NETPATH
    if (shareName !== undefined && !server.shares.has(upcase(shareName))) return ERROR.BAD_NET_NAME
    return this.#volumeOf(on, [serverName])
  }

  /** Joins a volume's own handle number and the volume. */
  handleNumber(place: Place, number: number): number {
    return number * MAX_VOLUMES + place.index
  }

  /** The opposite: the volume and its own number, and whether the volume's server can be reached. */
  handlePlace(
    handle: number,
  ): { readonly volume: Volume; readonly number: number; readonly reachable: boolean } | undefined {
    const index = handle % MAX_VOLUMES
    const number = Math.floor(handle / MAX_VOLUMES)
    if (index === 0) return { volume: this.#client.volume, number, reachable: true }
    const server = this.servers[index - 1]
    return server === undefined ? undefined : { volume: server.volume, number, reachable: server.reachable }
  }

  /** How a share stands for the client. */
  connection(path: UncPath): Connection {
    return this.#client.connections.get(upcase(shareOf(path))) ?? WORKING_OFFLINE
  }

  /** Sets how a share stands for the client. */
  setConnection(path: UncPath, connection: Connection): void {
    this.#client.connections.set(upcase(shareOf(path)), connection)
  }

  /** Puts one of the engine's records. */
  putRecord(bucket: string, key: string, value: Json | undefined): void {
    this.#client.records.put(bucket, key, value)
    this.#listener?.({ effect: 'record', bucket, key, value })
  }

  /** Everything on one side, server trees one after the other. */
  tree(on: Side): Tree {
    if (on === 'cache') return this.#client.volume.tree()
    const [first, ...rest] = this.servers.map((server) => server.volume.tree())
    return rest.length === 0
      ? first ?? new Map()
      : new Map([...first ?? [], ...rest.flatMap((tree) => [...tree])])
  }

  /** Calls a function with every effect from now on; `undefined` stops it. */
  listen(listener: ((effect: Effect) => void) | undefined): void {
    this.#listener = listener
    const tell = (on: Side): ((effect: VolumeEffect) => void) | undefined =>
      listener === undefined ? undefined : (effect) => listener({ on, ...effect })
    this.#client.volume.listen(tell('cache'))
    for (const server of this.servers) server.volume.listen(tell('server'))
  }

  #addServer(name: string): Server {
    if (this.#servers.size === MAX_VOLUMES - 1) {
      throw new CsclabError('scenario', `A world holds at most ${MAX_VOLUMES - 1} servers`)
    }
    const server = {
      name,
      volume: Volume.create({ now: () => this.#now }),
      reachable: true,
      shares: new Map(),
    }
    this.#servers.set(upcase(name), server)
    return server
  }

  #volumeOf(on: Side, names: readonly string[]): Place {
    if (on === 'cache') return { volume: this.#client.volume, index: 0 }
    const key = upcase(names[0] ?? '')
    const index = [...this.#servers.keys()].indexOf(key)
    const server = this.#servers.get(key)
    if (server === undefined) throw new CsclabError('scenario', `There is no server "${names[0]}"`)
    return { volume: server.volume, index: index + 1 }
  }
}

/** An item of a world's first state; what is left out is as a new item has it. */
export interface LaidItem {
  /** Bytes of a file; without them the item is a directory. */
  readonly content?: Uint8Array
  readonly attributes?: number
  readonly lastWrite?: Ticks
  readonly creation?: Ticks
}

/** Files of a new world are a day old, so that no edit falls together with their times. */
const LAID_BEFORE = 864_000_000_000

function laidInfo(item: LaidItem, now: Ticks): Parameters<Volume['lay']>[1] {
  const { content, attributes, lastWrite = now - LAID_BEFORE, creation = lastWrite } = item
  const type = content === undefined ? 'directory' : 'file'
  const settable = attributes ?? (type === 'file' ? 0x20 : 0)
  return {
    type,
    attributes: type === 'directory' ? settable | 0x10 : settable,
    size: content?.length ?? 0,
    times: { creation, lastWrite, change: lastWrite, lastAccess: lastWrite },
  }
}
