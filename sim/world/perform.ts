/** Performs one request on a world: the only place where a request becomes a change. */

import { type Failed, type FileInfo, isFailure, type Reply, type Request, type Side } from '../port/mod.ts'
import { ERROR, foldPath, partsOf, shareOf, type UncPath, upcase } from '../windows/mod.ts'
import { failed, type OpenHandle, type Volume } from '../volume/mod.ts'
import type { Caller } from './caller.ts'
import type { Place, World } from './world.ts'

/** Who asks. */
export interface Asker {
  /** The request comes over the network when it is about the server; false for people at the server itself. */
  readonly across: boolean
  readonly caller: Caller
}

/** Performs a request and answers it. */
export function perform(world: World, request: Request, asker: Asker): Reply {
  switch (request.kind) {
    case 'connect':
      return connect(world, request.share, asker)
    case 'list':
      return at(world, request, asker, ({ volume }, names) => {
        const entries = volume.list(names)
        return isFailure(entries) ? entries : { kind: 'list', entries }
      })
    case 'stat':
      return at(world, request, asker, ({ volume }, names) => {
        const line = volume.stat(names)
        return isFailure(line) ? line : { kind: 'stat', name: line.name, info: line.info }
      })
    case 'open':
      return at(world, request, asker, (place, names) => {
        const handle = place.volume.open(names, request)
        const info = isFailure(handle) ? handle : place.volume.infoOf(handle)
        if (isFailure(handle)) return handle
        return isFailure(info)
          ? info
          : { kind: 'open', handle: world.handleNumber(place, handle.number), info }
      })
    case 'stage':
      return at(world, request, asker, (place, names) => {
        const handle = place.volume.stage(names, request)
        return isFailure(handle)
          ? handle
          : { kind: 'stage', handle: world.handleNumber(place, handle.number) }
      })
    case 'read':
      return withHandle(world, request.handle, asker, (volume, handle) => {
        const bytes = volume.read(handle, request.offset, request.length)
        return isFailure(bytes) ? bytes : { kind: 'read', bytes }
      })
    case 'write':
      return withHandle(
        world,
        request.handle,
        asker,
        (volume, handle) => volume.write(handle, request.offset, request.bytes) ?? { kind: 'write' },
      )
    case 'truncate':
      return withHandle(
        world,
        request.handle,
        asker,
        (volume, handle) => volume.truncate(handle, request.size) ?? { kind: 'truncate' },
      )
    case 'commit':
      return withHandle(
        world,
        request.handle,
        asker,
        (volume, handle) => withInfo('commit', volume.commit(handle, request)),
      )
    case 'close': {
      const place = world.handlePlace(request.handle)
      return place?.volume.close(place.number) ??
        (place === undefined ? failed(ERROR.INVALID_HANDLE) : { kind: 'close' })
    }
    case 'set-info':
      return at(
        world,
        request,
        asker,
        ({ volume }, names) => withInfo('set-info', volume.setInfo(names, request)),
      )
    case 'mkdir':
      return changing(request) ?? at(
        world,
        request,
        asker,
        ({ volume }, names) => withInfo('mkdir', volume.mkdir(names, request.info)),
      )
    case 'rename':
      return changing(request) ?? at(
        world,
        request,
        asker,
        ({ volume }, names) => withInfo('rename', volume.rename(names, partsOf(request.to), request)),
      )
    case 'remove':
      return changing(request) ?? at(
        world,
        request,
        asker,
        ({ volume }, names) => volume.remove(names, request) ?? { kind: 'remove' },
      )
    case 'get-record':
      return { kind: 'get-record', value: world.client.records.get(request.bucket, request.key) }
    case 'put-record':
      world.putRecord(request.bucket, request.key, request.value)
      return { kind: 'put-record' }
    case 'list-records':
      return { kind: 'list-records', records: world.client.records.list(request.bucket) }
    case 'clock':
      return { kind: 'clock', now: world.now }
    case 'status':
      return { kind: 'status', enabled: world.client.enabled, active: world.client.active }
    case 'settings':
      return { kind: 'settings', settings: world.client.settings }
    case 'progress':
      return { kind: 'progress', response: asker.caller.progress(request) }
    case 'query-abort':
      return { kind: 'query-abort', abort: asker.caller.queryAbort() }
    case 'resolve-conflict':
      return { kind: 'resolve-conflict', ...asker.caller.resolveConflict(request) }
    case 'ask-credentials':
      return { kind: 'ask-credentials', given: asker.caller.giveCredentials(request) }
    case 'publish':
      return { kind: 'publish' }
    case 'log':
      return { kind: 'log' }
  }
}

/** Servers and shares are no directories that come and go, and nothing moves from one share to another. */
function changing(request: { readonly path: UncPath; readonly to?: UncPath }): Failed | undefined {
  const { path, to = path } = request
  if (partsOf(path).length < 3 || partsOf(to).length < 3) return failed(ERROR.ACCESS_DENIED)
  return foldPath(shareOf(path)) === foldPath(shareOf(to)) ? undefined : failed(ERROR.NOT_SAME_DEVICE)
}

function connect(world: World, share: UncPath, asker: Asker): Reply {
  const place = world.locate('server', share, asker.across)
  if (typeof place === 'number') return failed(place)
  const [serverName = '', shareName = ''] = partsOf(share)
  const caching = world.server(serverName)?.shares.get(upcase(shareName))?.caching
  return { kind: 'connect', caching: caching ?? 'manual' }
}

function at(
  world: World,
  request: { readonly on: Side; readonly path: UncPath },
  asker: Asker,
  act: (place: Place, names: readonly string[]) => Reply,
): Reply {
  const place = world.locate(request.on, request.path, asker.across)
  return typeof place === 'number' ? failed(place) : act(place, partsOf(request.path))
}

function withHandle(
  world: World,
  number: number,
  asker: Asker,
  act: (volume: Volume, handle: OpenHandle) => Reply,
): Reply {
  const place = world.handlePlace(number)
  if (place === undefined) return failed(ERROR.INVALID_HANDLE)
  if (asker.across && !place.reachable) return failed(ERROR.NETNAME_DELETED)
  const handle = place.volume.handle(place.number)
  return isFailure(handle) ? handle : act(place.volume, handle)
}

function withInfo(kind: 'commit' | 'set-info' | 'mkdir' | 'rename', info: FileInfo | Failed): Reply {
  return isFailure(info) ? info : { kind, info }
}
