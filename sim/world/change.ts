/** What happens to a world besides requests: the network, clocks, disks, settings and rights change. */

import type { Connection, Failed, PolicySettings } from '../port/mod.ts'
import { isFailure } from '../port/mod.ts'
import { partsOf, type Ticks, type UncPath, upcase } from '../windows/mod.ts'
import type { RightsChange, Volume } from '../volume/mod.ts'
import { checkChange } from './check-change.ts'
import { type Client, PLAIN_LINK } from './client.ts'
import { serverAt } from './server.ts'
import type { World } from './world.ts'

/** One machine: a server by its UNC path, or a client by its name. */
export type Machine = { readonly server: UncPath } | { readonly client: string }

/** A change of the world, as plain data. */
export type WorldChange =
  /** A server is cut off, or can be reached again: for one client, or for all. */
  | {
    readonly kind: 'set-reachable'
    readonly server: UncPath
    readonly client?: string
    readonly reachable: boolean
  }
  /** How a share stands for a client. */
  | {
    readonly kind: 'set-connection'
    readonly share: UncPath
    readonly client: string
    readonly connection: Connection
  }
  /** Ticks each request of a client to a server takes on its way. */
  | {
    readonly kind: 'set-latency'
    readonly server: UncPath
    readonly client: string
    readonly latency: Ticks
  }
  /** A clock jumps: `ahead` is its difference to the true time from now on. */
  | { readonly kind: 'set-clock'; readonly machine: Machine; readonly ahead: Ticks }
  | { readonly kind: 'set-policy'; readonly client: string; readonly settings: PolicySettings }
  | {
    readonly kind: 'set-service'
    readonly client: string
    readonly enabled: boolean
    readonly active: boolean
  }
  /** Bytes a disk holds; `undefined` for no limit. */
  | { readonly kind: 'set-capacity'; readonly machine: Machine; readonly bytes: number | undefined }
  /** Bytes a user's files may take on a server's disk; `undefined` for no limit. */
  | {
    readonly kind: 'set-quota'
    readonly server: UncPath
    readonly user: string
    readonly bytes: number | undefined
  }
  /** What a user may do with an item of a server, and with what is below it and says nothing of its own. */
  | {
    readonly kind: 'set-rights'
    readonly path: UncPath
    readonly user: string
    readonly rights: RightsChange
  }

/** The answer to a change. */
export interface Changed {
  readonly kind: 'changed'
}

const CHANGED: Changed = { kind: 'changed' }

/**
 * Makes a change; an item that is not there answers with its code.
 *
 * @throws {CsclabError} `scenario` for what is no change, or is about a machine or share that is not there; nothing is
 * changed then.
 */
export function applyChange(world: World, change: WorldChange): Changed | Failed {
  checkChange(world, change)
  switch (change.kind) {
    case 'set-reachable':
      setReachable(world, change)
      return CHANGED
    case 'set-connection':
      world.setConnection(change.share, change.connection, change.client)
      return CHANGED
    case 'set-latency': {
      const { links } = world.client(change.client)
      const key = serverKey(change.server)
      links.set(key, { ...(links.get(key) ?? PLAIN_LINK), latency: change.latency })
      return CHANGED
    }
    case 'set-clock':
      setClock(world, change.machine, change.ahead)
      return CHANGED
    case 'set-policy':
      world.client(change.client).settings = change.settings
      return CHANGED
    case 'set-service': {
      const client = world.client(change.client)
      client.enabled = change.enabled
      client.active = change.active
      return CHANGED
    }
    case 'set-capacity':
      volumeOf(world, change.machine).limit({ capacity: change.bytes })
      return CHANGED
    case 'set-quota':
      volumeOf(world, change).limitUser(change.user, change.bytes)
      return CHANGED
    case 'set-rights': {
      const place = world.locate('server', change.path, { across: false })
      if (typeof place === 'number') return { kind: 'failed', code: place }
      const set = place.volume.setRights(partsOf(change.path), change.user, change.rights)
      return isFailure(set) ? set : CHANGED
    }
  }
}

function setReachable(world: World, change: WorldChange & { readonly kind: 'set-reachable' }): void {
  const { server: path, client, reachable } = change
  const server = serverAt(world, path)
  if (client === undefined) {
    server.reachable = reachable
    if (reachable) { for (const { links } of world.clients) restore(links, upcase(server.name)) }
    else world.dropHandles(server)
  } else if (!reachable) world.cut(server, client)
  else restore(world.client(client).links, upcase(server.name))
}

/** A server that is back is back for everyone. */
function restore(links: Client['links'], key: string): void {
  const link = links.get(key)
  if (link !== undefined) links.set(key, { ...link, up: true })
}

function setClock(world: World, machine: Machine, ahead: Ticks): void {
  if ('client' in machine) world.client(machine.client).clockAhead = ahead
  else {
    const server = serverAt(world, machine.server)
    server.clockJump = ahead - server.volume.profile.clockOffset
  }
}

function volumeOf(world: World, machine: Machine): Volume {
  return 'client' in machine ? world.client(machine.client).volume : serverAt(world, machine.server).volume
}

function serverKey(path: UncPath): string {
  return upcase(partsOf(path)[0] ?? '')
}
