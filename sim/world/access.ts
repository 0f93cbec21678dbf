/** Which rights a request needs, and whether the one who asks has them. */

import { type Failed, isFailure, type Request, type Right } from '../port/mod.ts'
import { ERROR, parentOf, partsOf, type UncPath } from '../windows/mod.ts'
import { failed, type Volume } from '../volume/mod.ts'

interface Need {
  readonly right: Right
  readonly path: UncPath
}

/**
 * Why a user may not have a request performed on a server's volume: 5, or `undefined` when nothing stands in the way.
 * Looking at an item needs no right of its own; what needs none is answered as if the item were anybody's (P2.24, P15.60).
 */
export function checkRights(volume: Volume, request: Request, user: string): Failed | undefined {
  const needs = needsOf(volume, request)
  return needs.every(({ right, path }) => volume.allows(partsOf(path), user, right))
    ? undefined
    : failed(ERROR.ACCESS_DENIED)
}

function needsOf(volume: Volume, request: Request): readonly Need[] {
  switch (request.kind) {
    case 'list':
      return [{ right: 'list', path: request.path }]
    case 'list-streams':
      return [{ right: 'read', path: request.path }]
    case 'open':
      return toOpen(volume, request)
    case 'stage':
    case 'set-info':
    case 'mkdir':
    case 'remove':
      return [toWrite(volume, request.path)]
    case 'rename':
      return [toWrite(volume, request.path), toWrite(volume, request.to)]
    default:
      return []
  }
}

function toOpen(
  volume: Volume,
  { path, access, disposition }: Request & { readonly kind: 'open' },
): readonly Need[] {
  const read: Need = { right: 'read', path }
  switch (access) {
    case 'read':
      if (exists(volume, path)) return [read]
      return disposition === 'open' ? [] : [toWrite(volume, path)]
    case 'read-write':
      return [read, toWrite(volume, path)]
    default:
      return [toWrite(volume, path)]
  }
}

/** To change an item takes the right to write it; to make one, the right to write its directory. */
function toWrite(volume: Volume, path: UncPath): Need {
  return { right: 'write', path: exists(volume, path) ? path : parentOf(path) ?? path }
}

function exists(volume: Volume, path: UncPath): boolean {
  return !isFailure(volume.stat(partsOf(path)))
}
