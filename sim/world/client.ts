/** A client machine of the world: its disk with the cache, its engine's records, and how it sees the network. */

import type { Connection, PolicySettings } from '../port/mod.ts'
import type { Ticks } from '../windows/mod.ts'
import type { Volume } from '../volume/mod.ts'
import type { RecordStore } from './records.ts'

/** The client that every world has. */
export const FIRST_CLIENT = 'laptop'

/** The user that every client has. */
export const FIRST_USER = 'alice'

/** The way from one client to one server. */
export interface Link {
  /** False: nothing gets through, while others may still reach the server. */
  readonly up: boolean
  /** Ticks every request takes on its way, there and back; at least 0. */
  readonly latency: Ticks
}

/** A way as it is unless something was said about it. */
export const PLAIN_LINK: Link = { up: true, latency: 0 }

/** How a share stands unless something was said about it: the user works offline although the server could be reached. */
export const WORKING_OFFLINE: Connection = { online: false, reason: 2 }

/** A client machine. */
export interface Client {
  readonly name: string
  /** The disk that holds the cached copies. */
  readonly volume: Volume
  readonly records: RecordStore
  settings: PolicySettings
  /** Configured to run. */
  enabled: boolean
  /** Running now. */
  active: boolean
  /** Ticks the client's clock is ahead of the true time; negative when it is behind. */
  clockAhead: Ticks
  /** Ways to servers, by folded server name, as far as they are not plain. */
  readonly links: Map<string, Link>
  /** How shares stand for the client, by folded share path. */
  readonly connections: Map<string, Connection>
  /** Who has given credentials to whom: folded server name, a backslash, user name. */
  readonly signedIn: Set<string>
}

/** A fresh client machine. */
export function newClient(parts: Pick<Client, 'name' | 'volume' | 'records'>): Client {
  return {
    ...parts,
    settings: { syncConflictHandling: {}, excludedTypes: [] },
    enabled: true,
    active: true,
    clockAhead: 0,
    links: new Map(),
    connections: new Map(),
    signedIn: new Set(),
  }
}

/** The same machine in a forked world. */
export function forkClient(client: Client, volume: Volume): Client {
  return {
    ...client,
    volume,
    records: client.records.fork(),
    links: new Map(client.links),
    connections: new Map(client.connections),
    signedIn: new Set(client.signedIn),
  }
}
