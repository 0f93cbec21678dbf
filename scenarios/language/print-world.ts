/** Steps that make and change the world as the TypeScript that says them. */

import { call, INDENT, options, printPath, type PrintScope } from './print-scope.ts'
import type { ConnectionStep, FaultStep, MachineStep, SettingUpStep, ShareStep } from './steps.ts'
import { isFolder } from './tree-spec.ts'
import { literal, quote, treeLiteral } from './typescript-literal.ts'

const PROFILE = [
  'caseSensitive',
  'timeGranularity',
  'clockAhead',
  'names',
  'streams',
  'oplocks',
  'storageBits',
  'capacity',
  'credentials',
]

/** The fields of a place, in the order a person writes them. */
export const PLACE: readonly string[] = ['address', 'request', 'path', 'operation', 'side', 'nth', 'every']

/** A step that makes part of the world. */
export function printSettingUp(step: SettingUpStep): string {
  switch (step.do) {
    case 'server':
      return call('server', quote(step.path), options(step, [...PROFILE, 'clock']) ?? '{}')
    case 'client':
    case 'user':
      return call(step.do, quote(step.name), options(step, ['clock']))
    case 'share':
      return printShare(step)
  }
}

/** A step that changes a connection. */
export function printConnection(step: ConnectionStep, { shares }: PrintScope): string {
  const given = options(step, ['client', 'clock'])
  switch (step.do) {
    case 'go-online':
      return call(`${shares.get(step.share)}.goOnline`, given)
    case 'go-offline':
      return call(`${shares.get(step.share)}.goOffline`, given)
    case 'slow':
      return call(`${shares.get(step.share)}.slow`, options(step, ['latency', 'client', 'clock']))
    case 'unreachable':
    case 'reachable':
      return call(step.do, quote(step.server), given)
    case 'latency':
      return call('latency', quote(step.server), String(step.milliseconds), given)
  }
}

/** A step that changes a machine. */
export function printMachine(step: MachineStep): string {
  const machine = options(step, ['server', 'client']) ?? '{}'
  const clock = options(step, ['clock'])
  switch (step.do) {
    case 'set-clock':
      return call('setClock', machine, String(step.ahead), clock)
    case 'policy':
      return call('policy', options(step, ['client', 'conflicts', 'excludedTypes', 'clock']) ?? '{}')
    case 'service':
      return call('service', options(step, ['client', 'enabled', 'active', 'clock']) ?? '{}')
    case 'limit-disk':
      return call('limitDisk', machine, literal(step.bytes), clock)
    case 'limit-user':
      return call('limitUser', quote(step.user), options(step, ['server', 'bytes', 'clock']))
  }
}

/** A fault of its own. */
export function printFault(step: FaultStep, scope: PrintScope): string {
  const path: Readonly<Record<string, string>> = step.path === undefined
    ? {}
    : { path: printPath(step.path, scope) }
  return call('fault', options(step, [...PLACE, 'times', 'then', 'clock'], path))
}

function printShare(step: ShareStep): string {
  const tree = isFolder(step.tree) ? `folder(${quote(step.tree.folder)})` : treeLiteral(step.tree, INDENT)
  const given = options(step, ['pin', 'caching', 'clock'])
  return given === undefined
    ? call('share', quote(step.path), tree)
    : call('share', quote(step.path), given, tree)
}
