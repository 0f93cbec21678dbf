/** A file server of the world, with its disk and its shares. */

import { CsclabError } from '../errors.ts'
import type { CachingMode } from '../port/mod.ts'
import { partsOf, type Ticks, type UncPath } from '../windows/mod.ts'
import { Volume, type VolumeProfile } from '../volume/mod.ts'
import type { World } from './world.ts'

/** A share of a server. */
export interface Share {
  readonly name: string
  readonly caching: CachingMode
}

/** A file server. */
export interface Server {
  readonly name: string
  readonly volume: Volume
  /** False: the machine is down, or cut off from every client. */
  reachable: boolean
  /** Ticks the server's clock has jumped ahead of what its profile says; negative when it fell behind. */
  clockJump: Ticks
  /** True: users must give credentials before it answers them; until then it answers 1326. */
  readonly asksCredentials: boolean
  /** Shares by folded name. */
  readonly shares: Map<string, Share>
}

/** How a server differs from an ordinary Windows file server. */
export interface ServerOptions {
  /** What its file system can do; what is left out is as on NTFS. */
  readonly profile?: Partial<VolumeProfile>
  /** Bytes its disk holds; without it there is no limit. */
  readonly capacity?: number
  /** Users must give credentials. Default false. */
  readonly asksCredentials?: boolean
}

/**
 * The server at a path.
 *
 * @throws {CsclabError} `scenario` if there is none.
 */
export function serverAt(world: World, path: UncPath): Server {
  const server = world.server(partsOf(path)[0] ?? '')
  if (server === undefined) throw new CsclabError('scenario', `There is no server "${path}"`)
  return server
}

/**
 * A fresh server machine.
 *
 * @throws {CsclabError} `scenario` for a profile or capacity that no volume can have.
 */
export function newServer(name: string, now: () => Ticks, options: ServerOptions): Server {
  const { profile, capacity, asksCredentials = false } = options
  const volume = Volume.create({
    now,
    ...(profile === undefined ? {} : { profile }),
    ...(capacity === undefined ? {} : { capacity }),
  })
  return { name, volume, reachable: true, clockJump: 0, asksCredentials, shares: new Map() }
}

/** The same machine in a forked world. */
export function forkServer(server: Server, volume: Volume): Server {
  return { ...server, volume, shares: new Map(server.shares) }
}
