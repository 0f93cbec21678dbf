/** Looks at a change of the world before it is made: it must be one, and about machines that are there. */

import {
  BOOLEAN,
  type Check,
  checkFields,
  type Checks,
  COUNT,
  listOf,
  MOMENT,
  OBJECT,
  objectOf,
  oneOf,
  optional,
  shown,
  TEXT,
  UNC,
} from '../check-fields.ts'
import { CsclabError } from '../errors.ts'
import { partsOf, type UncPath, upcase } from '../windows/mod.ts'
import type { WorldChange } from './change.ts'
import { CONNECTION } from './check-request.ts'
import { serverAt } from './server.ts'
import type { World } from './world.ts'

const RIGHT = optional(oneOf('allow', 'deny', 'inherit'))

const MACHINE: Check = (value, at) => {
  const isServer = typeof value === 'object' && value !== null && 'server' in value
  const isClient = typeof value === 'object' && value !== null && 'client' in value
  if (isServer === isClient) {
    return { at, value, must: 'a machine, { server: "\\\\\\\\hq" } or { client: "laptop" }' }
  }
  return objectOf(isServer ? { server: UNC } : { client: TEXT })(value, at)
}

/** The fields of each kind of change. */
const FIELDS: Readonly<Record<WorldChange['kind'], Checks>> = {
  'set-reachable': { server: UNC, client: optional(TEXT), reachable: BOOLEAN },
  'set-connection': { share: UNC, client: TEXT, connection: CONNECTION },
  'set-latency': { server: UNC, client: TEXT, latency: COUNT },
  'set-clock': { machine: MACHINE, ahead: MOMENT },
  'set-policy': {
    client: TEXT,
    settings: objectOf({ syncConflictHandling: OBJECT, excludedTypes: listOf(TEXT) }),
  },
  'set-service': { client: TEXT, enabled: BOOLEAN, active: BOOLEAN },
  'set-capacity': { machine: MACHINE, bytes: optional(COUNT) },
  'set-quota': { server: UNC, user: TEXT, bytes: optional(COUNT) },
  'set-rights': { path: UNC, user: TEXT, rights: objectOf({ list: RIGHT, read: RIGHT, write: RIGHT }) },
}

const BY_KIND: ReadonlyMap<unknown, Checks> = new Map(Object.entries(FIELDS))

/**
 * Checks a change.
 *
 * @throws {CsclabError} `scenario` if its kind is unknown, a field is not as it must be, or a server, share or client is not
 * there.
 */
export function checkChange(world: World, change: WorldChange): void {
  const fields = BY_KIND.get(change.kind)
  if (fields === undefined) {
    throw new CsclabError('scenario', `A change of the world is of an unknown kind ${shown(change.kind)}`, {
      hint: `Kinds are ${Object.keys(FIELDS).join(', ')}`,
    })
  }
  checkFields(change, fields, { code: 'scenario', what: `The change "${change.kind}"` })
  const machine = 'machine' in change ? change.machine : change
  if ('client' in machine && machine.client !== undefined) world.client(machine.client)
  if ('server' in machine) serverAt(world, machine.server)
  if (change.kind === 'set-connection') checkShare(world, change.share)
}

function checkShare(world: World, path: UncPath): void {
  const [server = '', share = '', ...rest] = partsOf(path)
  const known = serverAt(world, `\\\\${server}`).shares.has(upcase(share))
  if (!known || rest.length > 0) throw new CsclabError('scenario', `There is no share "${path}"`)
}
