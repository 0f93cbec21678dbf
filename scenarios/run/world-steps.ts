/** Steps that change what surrounds the files: what they mean for the world. */

import {
  type Fault,
  FIRST_CLIENT,
  type Machine,
  type RequestMatch,
  SECOND,
  type Ticks,
  type World,
  type WorldChange,
} from '../../sim/mod.ts'
import {
  type AccessStep,
  type ConnectionStep,
  type FaultEffect,
  type FaultSpec,
  type MachineStep,
  type PlaceSpec,
  type PolicyStep,
  RESOLUTIONS,
} from '../language/mod.ts'
import { sideOf, uncPath } from './paths.ts'

/** OFFLINEFILES_OFFLINE_REASON. */
const REASON = { notApplicable: 1, forced: 2, slow: 3 } as const

const MILLISECOND: Ticks = SECOND / 1_000

/** A step that changes the world besides any session. */
export type WorldStep = ConnectionStep | MachineStep | (AccessStep & { readonly do: 'allow' | 'deny' })

/** What a step changes, in order. */
export function changesOf(step: WorldStep, world: World): readonly WorldChange[] {
  switch (step.do) {
    case 'go-online':
      return [setConnection(step, { online: true, reason: REASON.notApplicable })]
    case 'go-offline':
      return [setConnection(step, { online: false, reason: REASON.forced })]
    case 'slow':
      return [setConnection(step, { online: false, reason: REASON.slow }), ...slowed(step)]
    case 'unreachable':
    case 'reachable': {
      const { client } = step
      const change = {
        kind: 'set-reachable',
        server: uncPath(step.server),
        reachable: step.do === 'reachable',
      } as const
      return [client === undefined ? change : { ...change, client }]
    }
    case 'latency':
      return clientsOf(step, world).map((client) => latency(step.server, client, step.milliseconds))
    case 'set-clock':
      return [{ kind: 'set-clock', machine: machineOf(step), ahead: Math.round(step.ahead * SECOND) }]
    case 'policy':
      return [policyOf(step, world)]
    case 'service': {
      const { client = FIRST_CLIENT } = step
      const { enabled, active } = world.client(client)
      return [{
        kind: 'set-service',
        client,
        enabled: step.enabled ?? enabled,
        active: step.active ?? active,
      }]
    }
    case 'limit-disk':
      return [{ kind: 'set-capacity', machine: machineOf(step), bytes: step.bytes ?? undefined }]
    case 'limit-user':
      return [{
        kind: 'set-quota',
        server: uncPath(step.server),
        user: step.user,
        bytes: step.bytes ?? undefined,
      }]
    case 'allow':
    case 'deny': {
      const rights = Object.fromEntries(step.rights.map((right) => [right, step.do]))
      return [{ kind: 'set-rights', path: uncPath(step.path), user: step.user, rights }]
    }
  }
}

/** A fault as the host knows it. */
export function faultOf(spec: FaultSpec): Fault {
  const { every, times = 1 } = spec
  return {
    at: matchOf(spec),
    ...nthOf(spec),
    times: every === true ? spec.times ?? Infinity : times,
    then: mishapOf(spec.then),
  }
}

/** The requests that a place means. */
export function matchOf(place: PlaceSpec): RequestMatch {
  const { address, request, path, operation, side } = place
  return {
    ...(address === undefined ? {} : { address }),
    ...(request === undefined ? {} : { request }),
    ...(path === undefined ? {} : { path: uncPath(path) }),
    ...(operation === undefined ? {} : { operation }),
    ...(side === undefined ? {} : { on: sideOf(side) }),
  }
}

function nthOf({ nth, every }: PlaceSpec): { readonly nth?: number } {
  return nth === undefined || every === true ? {} : { nth }
}

function mishapOf(then: FaultEffect): Fault['then'] {
  return 'delay' in then ? { delay: Math.round(then.delay * MILLISECOND) } : then
}

function setConnection(
  { share, client = FIRST_CLIENT }: { readonly share: string; readonly client?: string },
  connection: { readonly online: boolean; readonly reason: number },
): WorldChange {
  return { kind: 'set-connection', share: uncPath(share), client, connection }
}

function slowed(step: ConnectionStep & { readonly do: 'slow' }): readonly WorldChange[] {
  const { share, client = FIRST_CLIENT, latency: milliseconds } = step
  if (milliseconds === undefined) return []
  const [server = ''] = share.slice(2).split('/')
  return [latency(`//${server}`, client, milliseconds)]
}

function latency(server: string, client: string, milliseconds: number): WorldChange {
  return {
    kind: 'set-latency',
    server: uncPath(server),
    client,
    latency: Math.round(milliseconds * MILLISECOND),
  }
}

function clientsOf({ client }: { readonly client?: string }, world: World): readonly string[] {
  return client === undefined ? world.clients.map(({ name }) => name) : [client]
}

function machineOf(
  { server, client = FIRST_CLIENT }: { readonly server?: string; readonly client?: string },
): Machine {
  return server === undefined ? { client } : { server: uncPath(server) }
}

/** Settings whose names are no UNC paths are passed as they are: the registry takes any (F91). */
function policyOf(
  { client = FIRST_CLIENT, conflicts, excludedTypes }: PolicyStep,
  world: World,
): WorldChange {
  const { settings } = world.client(client)
  const named = Object.entries(conflicts ?? {}).map(([path, resolution]) =>
    [path.startsWith('//') ? uncPath(path) : path, RESOLUTIONS[resolution]] as const
  )
  return {
    kind: 'set-policy',
    client,
    settings: {
      ...settings,
      ...(conflicts === undefined ? {} : { syncConflictHandling: Object.fromEntries(named) }),
      ...(excludedTypes === undefined ? {} : { excludedTypes }),
    },
  }
}
