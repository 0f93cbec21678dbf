/** The world of a scenario: file servers, clients with their caches, a network between them and the true time. */

import { checkFields, MOMENT } from '../check-fields.ts'
import { CsclabError } from '../errors.ts'
import { type CachingMode, type Connection, isFailure, type Json, type Side } from '../port/mod.ts'
import { ERROR, partsOf, shareOf, type Ticks, type UncPath, upcase } from '../windows/mod.ts'
import { type Tree, Volume, type VolumeOptions } from '../volume/mod.ts'
import {
  type Client,
  FIRST_CLIENT,
  forkClient,
  type Link,
  newClient,
  PLAIN_LINK,
  WORKING_OFFLINE,
} from './client.ts'
import type { WorldListener } from './effect.ts'
import { Handles } from './handles.ts'
import { JoinedTrees } from './joined-trees.ts'
import { type LaidItem, layItem } from './laid-item.ts'
import { newServerName, newShareNames } from './new-names.ts'
import type { Place, Traveller } from './place.ts'
import { RecordStore } from './records.ts'
import { forkServer, newServer, type Server, serverAt, type ServerOptions } from './server.ts'
import {
  checkVersion,
  clientData,
  clientFrom,
  handlesFrom,
  serverData,
  serverFrom,
  type WorldData,
} from './world-data.ts'

/** Machines a world can hold; a handle's number modulo this tells its volume. */
const MAX_VOLUMES = 64

/**
 * A world. It starts with one client, at tick 0; servers, shares and clients are added, trees are laid, then requests
 * change it.
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
  #now: Ticks
  readonly #servers: Map<string, Server> = new Map()
  readonly #clients: Map<string, Client> = new Map()
  /** Every volume with where it stands, in the order of the machines' arrival. */
  readonly #places: Place[] = []
  readonly #handles: Handles
  #listener: WorldListener | undefined
  readonly #serverTrees: JoinedTrees = new JoinedTrees()

  /**
   * A new world, or one that starts as another is, see `fork`, or was, see `toData`.
   *
   * @throws {CsclabError} `file` if the data is of another version.
   */
  constructor(from?: World | WorldData) {
    if (from === undefined) {
      this.#now = 0
      this.#handles = new Handles()
      this.addClient(FIRST_CLIENT)
    } else if (from instanceof World) {
      this.#now = from.now
      this.#handles = from.handles.fork()
      for (const place of from.places) this.#takeOver(from, place)
    } else {
      checkVersion(from)
      this.#now = from.now
      this.#handles = handlesFrom(from.handles)
      for (const machine of from.machines) this.#restore(machine)
    }
  }

  /**
   * Everything about it as plain data, which JSON can hold: machines with their disks, open handles and records, the ways
   * between them, the time. Changes of the files' journals are left out; they go on from their numbers.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { World } from 'csclab/sim'
   *
   * const world = new World()
   * world.addShare('\\\\hq\\docs')
   * const copy = new World(JSON.parse(JSON.stringify(world.toData())))
   * assert.deepEqual([...copy.tree('server').keys()], ['\\\\HQ', '\\\\HQ\\DOCS'])
   * ```
   */
  toData(): WorldData {
    const machines = this.#places.map(({ volume, server }) => {
      if (server !== undefined) return { server: serverData(server) }
      return { client: clientData(this.#clientWith(volume)) }
    })
    return { version: 1, now: this.#now, machines, handles: this.#handles.all() }
  }

  /** A second world that starts as this one and goes its own way; costs what the two change afterwards. */
  fork(): World {
    return new World(this)
  }

  /** The true time, in ticks since the world's epoch. Clocks of machines may differ from it. */
  get now(): Ticks {
    return this.#now
  }

  /**
   * Lets time pass.
   *
   * @throws {CsclabError} `scenario` for what is no whole number of ticks.
   */
  advance(ticks: Ticks): void {
    if (!Number.isSafeInteger(ticks)) {
      checkFields({ ticks }, { ticks: MOMENT }, { code: 'scenario', what: 'The time that passes' })
    }
    this.#now += ticks
  }

  /** All clients, in the order they were added. */
  get clients(): readonly Client[] {
    return [...this.#clients.values()]
  }

  /**
   * A client by its name; the first one without a name.
   *
   * @throws {CsclabError} `scenario` if there is none.
   */
  client(name: string = FIRST_CLIENT): Client {
    const client = this.#clients.get(name)
    if (client === undefined) throw new CsclabError('scenario', `There is no client "${name}"`)
    return client
  }

  /** All servers, in the order they were added. */
  get servers(): readonly Server[] {
    return [...this.#servers.values()]
  }

  /** The server with a name, or `undefined`. */
  server(name: string): Server | undefined {
    return this.#servers.get(upcase(name))
  }

  /** All volumes. */
  get places(): readonly Place[] {
    return this.#places
  }

  /** Which client has which handle. */
  get handles(): Handles {
    return this.#handles
  }

  /**
   * Adds a client. Its cache starts as the first client's is at this moment.
   *
   * @throws {CsclabError} `scenario` if there is one of that name, or the world is full.
   */
  addClient(name: string): void {
    if (this.#clients.has(name)) throw new CsclabError('scenario', `There is a client "${name}" already`)
    const first = this.#clients.get(FIRST_CLIENT)
    const options: VolumeOptions = { now: this.#clientClock(name) }
    const volume = first === undefined ? Volume.create(options) : first.volume.fork(options)
    this.#addClient(newClient({ name, volume, records: new RecordStore() }))
  }

  /**
   * Adds a server.
   *
   * @param path `\\\\server`.
   * @throws {CsclabError} `scenario` if there is one of that name or none can have it, its profile or capacity is none, or
   * the world is full; nothing is changed then.
   */
  addServer(path: UncPath, options: ServerOptions = {}): void {
    const name = newServerName(path)
    const key = upcase(name)
    if (this.#servers.has(key)) throw new CsclabError('scenario', `There is a server "${path}" already`)
    this.#addServer(key, newServer(name, this.#serverClock(key), options))
  }

  /**
   * Adds a share, and its server if that is new. Every client has an empty directory for it in its cache.
   *
   * @param path `\\\\server\\share`.
   * @throws {CsclabError} `scenario` if there is one of that name or none can have it (P14.4), a volume has something there
   * already, or the world has no room for the server; nothing is changed then.
   */
  addShare(path: UncPath, caching: CachingMode = 'manual'): void {
    const [serverName, name] = newShareNames(path)
    const key = upcase(name)
    const there = this.server(serverName)
    if (there?.shares.has(key)) throw new CsclabError('scenario', `There is a share "${path}" already`)
    const where = [...this.clients, ...there === undefined ? [] : [there]]
    const taken = where.find(({ volume }) => !isFailure(volume.stat([serverName, name])))
    if (taken !== undefined) {
      throw new CsclabError('scenario', `Cannot add the share "${path}": "${taken.name}" has something there`)
    }
    if (there === undefined) this.addServer(`\\\\${serverName}`)
    this.server(serverName)?.shares.set(key, { name, caching })
    this.lay('server', path, {})
    this.lay('cache', path, {})
  }

  /**
   * Lays an item as the world's first state has it, on its server or in the cache of every client.
   *
   * @throws {CsclabError} `scenario` if the volume cannot hold it: a bad name, a name twice, no parent, no room.
   */
  lay(on: Side, path: UncPath, item: LaidItem): void {
    const machines = on === 'cache' ? this.clients : [serverAt(this, path)]
    for (const { volume } of machines) layItem(volume, path, { item, now: this.#now })
  }

  /** The volume a path leads to, or the Win32 code why nobody gets there (53, 67). */
  locate(on: Side, path: UncPath, who: Traveller): Place | number {
    if (on === 'cache') return this.#placeOf(this.client(who.client).volume)
    const [serverName = '', shareName] = partsOf(path)
    const server = this.server(serverName)
    if (server === undefined || (who.across && !this.reaches(server, who.client))) return ERROR.BAD_NETPATH
    if (shareName !== undefined && !server.shares.has(upcase(shareName))) return ERROR.BAD_NET_NAME
    return this.#placeOf(server.volume)
  }

  /** True when the requests of a client get to a server. */
  reaches(server: Server, client?: string): boolean {
    return server.reachable && this.link(server, client).up
  }

  /** The way from a client to a server. */
  link(server: Server, client?: string): Link {
    return this.client(client).links.get(upcase(server.name)) ?? PLAIN_LINK
  }

  /** Joins a volume's own handle number and the volume. `owner`: the client whose handle it is, across the network. */
  handleNumber(place: Place, number: number, owner?: string): number {
    const handle = number * MAX_VOLUMES + place.index
    if (owner !== undefined) this.#handles.add(handle, owner)
    return handle
  }

  /** The opposite: where a handle belongs and its number there; `undefined` when there is no such volume. */
  handlePlace(handle: number): (Place & { readonly number: number }) | undefined {
    const place = this.#places[handle % MAX_VOLUMES]
    if (place === undefined) return undefined
    const { volume, index, server } = place
    return { volume, index, server, number: Math.floor(handle / MAX_VOLUMES) }
  }

  /** Cuts a client off from a server. */
  cut(server: Server, client: string): void {
    this.client(client).links.set(upcase(server.name), { ...this.link(server, client), up: false })
    this.dropHandles(server, client)
  }

  /** Closes what clients have open on a server they are cut off from: the server notices, they find out later. */
  dropHandles(server: Server, client?: string): void {
    const { index } = this.#placeOf(server.volume)
    for (
      const handle of this.#handles.lose((one, owner) =>
        one % MAX_VOLUMES === index && (client === undefined || owner === client)
      )
    ) server.volume.close(Math.floor(handle / MAX_VOLUMES))
  }

  /** How a share stands for a client. */
  connection(path: UncPath, client?: string): Connection {
    return this.client(client).connections.get(upcase(shareOf(path))) ?? WORKING_OFFLINE
  }

  /** Sets how a share stands for a client. */
  setConnection(path: UncPath, connection: Connection, client?: string): void {
    this.client(client).connections.set(upcase(shareOf(path)), connection)
  }

  /** Puts one of the records of a client's engine. */
  putRecord(
    record: { readonly bucket: string; readonly key: string; readonly value: Json | undefined },
    client?: string,
  ): void {
    const { bucket, key, value } = record
    const { name, records } = this.client(client)
    records.put(bucket, key, value)
    this.#listener?.({ effect: 'record', bucket, key, value, ...named(name) })
  }

  /** Everything on one side: all servers' trees one after the other, or a client's cache. */
  tree(on: Side, client?: string): Tree {
    if (on === 'cache') return this.client(client).volume.tree()
    return this.#serverTrees.of(this.servers.map(({ volume }) => volume.tree()))
  }

  /** Does something, and calls the listener with every effect of it. */
  hear<T>(listener: WorldListener, action: () => T): T {
    const before = this.#listener
    this.#listener = listener
    try {
      return action()
    } finally {
      this.#listener = before
    }
  }

  #clientClock(name: string): () => Ticks {
    return () => this.#now + (this.#clients.get(name)?.clockAhead ?? 0)
  }

  #serverClock(key: string): () => Ticks {
    return () => this.#now + (this.#servers.get(key)?.clockJump ?? 0)
  }

  #placeOf(volume: Volume): Place {
    for (const place of this.#places) if (place.volume === volume) return place
    throw new CsclabError('protocol', 'A volume is not of this world')
  }

  #makeSureOfRoom(): void {
    if (this.#places.length < MAX_VOLUMES) return
    throw new CsclabError('scenario', `A world holds at most ${MAX_VOLUMES} machines`)
  }

  #place(volume: Volume, server: Server | undefined): void {
    this.#places.push({ volume, index: this.#places.length, server })
  }

  #listenTo(volume: Volume, client: string | undefined): void {
    const where = client === undefined
      ? { on: 'server' as const }
      : { on: 'cache' as const, ...named(client) }
    volume.listen((effect) => this.#listener?.({ ...where, ...effect }))
  }

  /** Brings a machine of another world into this fork of it. */
  #takeOver(from: World, { server, volume }: Place): void {
    if (server === undefined) {
      const client = from.#clientWith(volume)
      this.#addClient(forkClient(client, volume.fork({ now: this.#clientClock(client.name) })))
    } else {
      const key = upcase(server.name)
      this.#addServer(key, forkServer(server, volume.fork({ now: this.#serverClock(key) })))
    }
  }

  #restore(machine: WorldData['machines'][number]): void {
    if ('client' in machine) {
      this.#addClient(clientFrom(machine.client, this.#clientClock(machine.client.name)))
    } else {
      const key = upcase(machine.server.name)
      this.#addServer(key, serverFrom(machine.server, this.#serverClock(key)))
    }
  }

  #addServer(key: string, server: Server): void {
    this.#makeSureOfRoom()
    this.#servers.set(key, server)
    this.#place(server.volume, server)
    this.#listenTo(server.volume, undefined)
  }

  #addClient(client: Client): void {
    this.#makeSureOfRoom()
    this.#clients.set(client.name, client)
    this.#place(client.volume, undefined)
    this.#listenTo(client.volume, client.name)
  }

  #clientWith(volume: Volume): Client {
    const client = this.clients.find((one) => one.volume === volume)
    if (client === undefined) throw new CsclabError('protocol', 'A volume is not of this world')
    return client
  }
}

/** The first client is meant where none is named. */
function named(client: string): { readonly client?: string } {
  return client === FIRST_CLIENT ? {} : { client }
}
