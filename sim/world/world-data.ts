/** A world as plain data that JSON can hold, and a world made of it. */

import { CsclabError } from '../errors.ts'
import type { CachingMode, Connection, PolicySettings } from '../port/mod.ts'
import { type Ticks, upcase } from '../windows/mod.ts'
import { Volume, type VolumeData } from '../volume/mod.ts'
import type { Client, Link } from './client.ts'
import { Handles } from './handles.ts'
import { type PlacedRecord, RecordStore } from './records.ts'
import type { Server } from './server.ts'

/** A server. */
export interface ServerData {
  readonly name: string
  readonly volume: VolumeData
  readonly reachable: boolean
  readonly clockJump: Ticks
  readonly asksCredentials: boolean
  readonly shares: readonly { readonly name: string; readonly caching: CachingMode }[]
}

/** A client. */
export interface ClientData {
  readonly name: string
  readonly volume: VolumeData
  readonly records: readonly PlacedRecord[]
  readonly settings: PolicySettings
  readonly enabled: boolean
  readonly active: boolean
  readonly clockAhead: Ticks
  readonly links: readonly (readonly [server: string, link: Link])[]
  readonly connections: readonly (readonly [share: string, connection: Connection])[]
  readonly signedIn: readonly string[]
}

/** A whole world: machines in the order of their arrival. */
export interface WorldData {
  readonly version: 1
  readonly now: Ticks
  readonly machines: readonly ({ readonly server: ServerData } | { readonly client: ClientData })[]
  readonly handles: ReturnType<Handles['all']>
}

/** A server as plain data. */
export function serverData(server: Server): ServerData {
  const { name, volume, reachable, clockJump, asksCredentials, shares } = server
  return {
    name,
    volume: volume.toData(),
    reachable,
    clockJump,
    asksCredentials,
    shares: [...shares.values()].map((share) => ({ ...share })),
  }
}

/** A client as plain data. */
export function clientData(client: Client): ClientData {
  const { name, volume, records, settings, enabled, active, clockAhead, links, connections, signedIn } =
    client
  return {
    name,
    volume: volume.toData(),
    records: records.all(),
    settings,
    enabled,
    active,
    clockAhead,
    links: [...links],
    connections: [...connections],
    signedIn: [...signedIn],
  }
}

/** A server made of its data. */
export function serverFrom(data: ServerData, now: () => Ticks): Server {
  const { shares, volume, ...rest } = data
  return {
    ...rest,
    volume: Volume.fromData(volume, { now }),
    shares: new Map(shares.map((share) => [upcase(share.name), { ...share }])),
  }
}

/** A client made of its data. */
export function clientFrom(data: ClientData, now: () => Ticks): Client {
  const { volume, records, links, connections, signedIn, ...rest } = data
  return {
    ...rest,
    volume: Volume.fromData(volume, { now }),
    records: new RecordStore(records),
    links: new Map(links),
    connections: new Map(connections),
    signedIn: new Set(signedIn),
  }
}

/** The handles of a world made of their data. */
export function handlesFrom({ owners, lost }: WorldData['handles']): Handles {
  return new Handles(owners, lost)
}

/**
 * Makes sure that data is of a kind that can be read.
 *
 * @throws {CsclabError} `file` if it is of another version.
 */
export function checkVersion({ version }: { readonly version: number }): void {
  if (version === 1) return
  throw new CsclabError('file', `The data of a world is of version ${version}, which is not known`, {
    hint: 'Write it again with this csclab: version 1 is read',
  })
}
