/** Performs one request on a world: the only place where a request becomes a change. */

import {
  type DirEntry,
  type Failed,
  type FileInfo,
  isFailure,
  type Json,
  type Reply,
  type Request,
  type Right,
  type Side,
} from '../port/mod.ts'
import { ERROR, foldPath, partsOf, shareOf, type UncPath, upcase } from '../windows/mod.ts'
import { failed, type OpenHandle, type Volume } from '../volume/mod.ts'
import { checkRights } from './access.ts'
import type { Caller } from './caller.ts'
import { FIRST_CLIENT } from './client.ts'
import type { Actor } from './trace.ts'
import type { Server } from './server.ts'
import type { Place } from './place.ts'
import type { World } from './world.ts'

/** Who asks. */
export interface Asker {
  /** An engine or application asks over the network when it is about the server; a person at the server does not. */
  readonly actor: Actor
  /** Default: the first client. */
  readonly client?: string
  /** Whose rights count; without a user nobody's do, as for an administrator at the server. */
  readonly user?: string
  readonly caller: Caller
}

type VolumeRequest = Extract<Request, { readonly on: Side; readonly path: UncPath }>

/** Performs a request and answers it. */
export function perform(world: World, request: Request, asker: Asker): Reply {
  switch (request.kind) {
    case 'connect':
      return connect(world, request.share, asker)
    case 'list':
    case 'stat':
    case 'open':
    case 'stage':
    case 'set-info':
    case 'list-streams':
      return at(world, request, asker)
    case 'mkdir':
    case 'rename':
    case 'remove':
      return changing(request) ?? at(world, request, asker)
    case 'read':
    case 'write':
    case 'truncate':
    case 'set-sparse':
    case 'zero':
    case 'query-ranges':
    case 'commit':
      return withHandle(world, request, asker)
    case 'close':
      return close(world, request.handle)
    default:
      return onClient(world, request, asker)
  }
}

/** Requests about the client machine itself, and those its caller answers. */
function onClient(world: World, request: Request, { client: name, caller, user }: Asker): Reply {
  const client = world.client(name)
  switch (request.kind) {
    case 'get-record':
      return { kind: 'get-record', value: client.records.get(request.bucket, request.key) }
    case 'put-record': {
      const { bucket, key, expect } = request
      if (expect !== undefined && !isSameJson(client.records.get(bucket, key), expect.value)) {
        return { kind: 'failed', code: ERROR.USER_MAPPED_FILE, unexpected: true }
      }
      world.putRecord(request, name)
      return { kind: 'put-record' }
    }
    case 'list-records':
      return { kind: 'list-records', records: client.records.list(request.bucket) }
    case 'clock':
      return { kind: 'clock', now: world.now + client.clockAhead }
    case 'status':
      return { kind: 'status', enabled: client.enabled, active: client.active }
    case 'settings':
      return { kind: 'settings', settings: client.settings }
    case 'get-connection':
      return { kind: 'get-connection', connection: world.connection(request.share, name) }
    case 'set-connection':
      world.setConnection(request.share, request.connection, name)
      return { kind: 'set-connection' }
    case 'progress':
      return { kind: 'progress', response: caller.progress(request) }
    case 'query-abort':
      return { kind: 'query-abort', abort: caller.queryAbort() }
    case 'resolve-conflict':
      return { kind: 'resolve-conflict', ...caller.resolveConflict(request) }
    case 'ask-credentials': {
      const given = caller.giveCredentials(request)
      if (given) client.signedIn.add(signature(request.server, user))
      return { kind: 'ask-credentials', given }
    }
    case 'publish':
      return { kind: 'publish' }
    case 'log':
      return { kind: 'log' }
    default:
      return failed(ERROR.NOT_SUPPORTED)
  }
}

/** Who asks for what is where. */
interface Visit {
  readonly world: World
  readonly place: Place
  readonly asker: Asker
}

/** Records are plain data: equal when they are written alike. */
function isSameJson(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** A request with a path, by what it does on its volume. */
function onVolume(request: VolumeRequest, { world, place, asker }: Visit): Reply {
  const { volume } = place
  const names = partsOf(request.path)
  const by = asker.user === undefined ? {} : { as: asker.user }
  // Only servers keep rights, and whoever looks at an item there is told of their own.
  const reader = place.server === undefined ? undefined : asker.user
  switch (request.kind) {
    case 'list': {
      const entries = volume.list(names)
      if (isFailure(entries)) return entries
      return {
        kind: 'list',
        entries: reader === undefined ? entries : withDenied(entries, volume.deniedIn(names, reader)),
      }
    }
    case 'stat': {
      const line = volume.stat(names)
      if (isFailure(line)) return line
      const { name, info } = line
      const denied = reader === undefined ? undefined : volume.denied(names, reader)
      return denied === undefined || denied.length === 0
        ? { kind: 'stat', name, info }
        : { kind: 'stat', name, info, denied }
    }
    case 'open': {
      const handle = volume.open(names, { ...request, ...by })
      const info = isFailure(handle) ? handle : volume.infoOf(handle)
      if (isFailure(handle)) return handle
      if (isFailure(info)) return info
      return { kind: 'open', handle: world.handleNumber(place, handle.number, ownerOf(place, asker)), info }
    }
    case 'stage': {
      const handle = volume.stage(names, { ...request, ...by })
      if (isFailure(handle)) return handle
      return { kind: 'stage', handle: world.handleNumber(place, handle.number, ownerOf(place, asker)) }
    }
    case 'set-info':
      return withInfo('set-info', volume.setInfo(names, request))
    case 'mkdir':
      return withInfo('mkdir', volume.mkdir(names, request.info, by))
    case 'rename':
      return withInfo('rename', volume.rename(names, partsOf(request.to), request))
    case 'remove': {
      const { stream } = request
      const refused = stream === undefined
        ? volume.remove(names, request)
        : volume.removeStream(names, stream)
      return refused ?? { kind: 'remove' }
    }
    case 'list-streams': {
      const streams = volume.streams(names)
      return isFailure(streams) ? streams : { kind: 'list-streams', streams }
    }
  }
}

function withDenied(
  entries: readonly DirEntry[],
  denied: ReadonlyMap<string, readonly Right[]>,
): readonly DirEntry[] {
  if (denied.size === 0) return entries
  const seen = entries.map((entry) => {
    const lacks = denied.get(entry.name)
    return lacks === undefined ? entry : Object.freeze({ ...entry, denied: Object.freeze(lacks) })
  })
  return Object.freeze(seen)
}

function at(world: World, request: VolumeRequest, asker: Asker): Reply {
  const across = asker.actor !== 'server'
  const place = world.locate(request.on, request.path, { across, ...whose(asker) })
  if (typeof place === 'number') return failed(place)
  const { server } = place
  if (server !== undefined) {
    const refused = (across ? refusesUser(world, server, asker) : undefined) ??
      (asker.user === undefined ? undefined : checkRights(place.volume, request, asker.user))
    if (refused !== undefined) return refused
    if (across && needsOplock(request, asker) && !place.volume.profile.oplocks) {
      return failed(ERROR.SHARING_VIOLATION)
    }
  }
  return onVolume(request, { world, place, asker })
}

/** The cache's transfers stand on opportunistic locks: where there are none, each of them is refused (F34). */
function needsOplock(request: Request, asker: Asker): boolean {
  return asker.actor === 'engine' && (request.kind === 'open' || request.kind === 'stage')
}

/** A server that asks for credentials answers no user who gave none. */
function refusesUser(world: World, server: Server, asker: Asker): Failed | undefined {
  if (!server.asksCredentials || asker.user === undefined) return undefined
  const { signedIn } = world.client(asker.client)
  return signedIn.has(signature(`\\\\${server.name}`, asker.user)) ? undefined : failed(ERROR.LOGON_FAILURE)
}

function signature(server: UncPath, user = ''): string {
  return `${foldPath(server)}\\${user}`
}

/** Servers and shares are no directories that come and go, and nothing moves from one share to another. */
function changing(request: { readonly path: UncPath; readonly to?: UncPath }): Failed | undefined {
  const { path, to = path } = request
  if (partsOf(path).length < 3 || partsOf(to).length < 3) return failed(ERROR.ACCESS_DENIED)
  return foldPath(shareOf(path)) === foldPath(shareOf(to)) ? undefined : failed(ERROR.NOT_SAME_DEVICE)
}

function connect(world: World, share: UncPath, asker: Asker): Reply {
  const place = world.locate('server', share, { across: asker.actor !== 'server', ...whose(asker) })
  if (typeof place === 'number') return failed(place)
  const { server } = place
  const refused = server === undefined ? undefined : refusesUser(world, server, asker)
  if (refused !== undefined) return refused
  return {
    kind: 'connect',
    caching: server?.shares.get(upcase(partsOf(share)[1] ?? ''))?.caching ?? 'manual',
  }
}

type HandleRequest = Extract<
  Request,
  { readonly kind: 'read' | 'write' | 'truncate' | 'set-sparse' | 'zero' | 'query-ranges' | 'commit' }
>

function withHandle(world: World, request: HandleRequest, asker: Asker): Reply {
  const place = world.handlePlace(request.handle)
  if (place === undefined) return failed(ERROR.INVALID_HANDLE)
  const cut = asker.actor !== 'server' && place.server !== undefined &&
    !world.reaches(place.server, asker.client)
  if (cut || world.handles.isLost(request.handle)) return failed(ERROR.NETNAME_DELETED)
  const handle = place.volume.handle(place.number)
  if (isFailure(handle)) return handle
  const reply = onHandle(place.volume, handle, request)
  if (request.kind === 'commit' && !isFailure(reply)) world.handles.remove(request.handle)
  return reply
}

function onHandle(volume: Volume, handle: OpenHandle, request: HandleRequest): Reply {
  switch (request.kind) {
    case 'read': {
      const bytes = volume.read(handle, request.offset, request.length)
      return isFailure(bytes) ? bytes : { kind: 'read', bytes }
    }
    case 'write':
      return volume.write(handle, request.offset, request.bytes) ?? { kind: 'write' }
    case 'truncate':
      return volume.truncate(handle, request.size) ?? { kind: 'truncate' }
    case 'set-sparse':
      return volume.setSparse(handle, request.sparse) ?? { kind: 'set-sparse' }
    case 'zero':
      return volume.zero(handle, request.offset, request.length) ?? { kind: 'zero' }
    case 'query-ranges': {
      const ranges = volume.ranges(handle)
      return isFailure(ranges) ? ranges : { kind: 'query-ranges', ranges }
    }
    case 'commit':
      return withInfo('commit', volume.commit(handle, request))
  }
}

function close(world: World, handle: number): Reply {
  const place = world.handlePlace(handle)
  const wasLost = world.handles.isLost(handle)
  world.handles.remove(handle)
  if (wasLost) return { kind: 'close' }
  if (place === undefined) return failed(ERROR.INVALID_HANDLE)
  return place.volume.close(place.number) ?? { kind: 'close' }
}

/** Whose handle it is, when it crosses the network. */
function ownerOf(place: Place, asker: Asker): string | undefined {
  return place.server === undefined || asker.actor === 'server' ? undefined : asker.client ?? FIRST_CLIENT
}

function whose({ client }: Asker): { readonly client?: string } {
  return client === undefined ? {} : { client }
}

function withInfo(kind: 'commit' | 'set-info' | 'mkdir' | 'rename', info: FileInfo | Failed): Reply {
  return isFailure(info) ? info : { kind, info }
}
