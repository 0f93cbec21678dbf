/** Steps that make and change the world in plain English. */

import { messageOf } from '../../sim/mod.ts'
import { aheadText, secondsText, sizeText } from './quantities.ts'
import {
  type ConnectionStep,
  type FaultEffect,
  type FaultSpec,
  FIRST_CLIENT,
  type MachineStep,
  type PlaceSpec,
  type ServerStep,
  type SettingUpStep,
  type ShareStep,
} from './steps.ts'
import { isFolder, treeItems } from './tree-spec.ts'
import { counted, type PathText, treeText } from './word-parts.ts'

/** What a step makes. */
export function settingUpText(step: SettingUpStep): string {
  switch (step.do) {
    case 'server':
      return serverText(step)
    case 'client':
      return `client ${step.name}, with every share cached and in sync`
    case 'user':
      return `user ${step.name}`
    case 'share':
      return shareText(step)
  }
}

/** How a connection changes. */
export function connectionText(step: ConnectionStep): string {
  const client = step.client ?? FIRST_CLIENT
  const forClient = step.client === undefined ? '' : ` from ${step.client}`
  switch (step.do) {
    case 'go-online':
      return `${client} works online with ${step.share}`
    case 'go-offline':
      return `${client} works offline with ${step.share}`
    case 'slow': {
      const late = step.latency === undefined
        ? ''
        : `: a request takes ${counted(step.latency, 'millisecond')}`
      return `${client} has a slow link to ${step.share}${late}`
    }
    case 'unreachable':
      return `${step.server} cannot be reached${forClient}`
    case 'reachable':
      return `${step.server} can be reached again${forClient}`
    case 'latency':
      return `a request to ${step.server}${forClient} takes ${counted(step.milliseconds, 'millisecond')}`
  }
}

/** How a machine changes. */
export function machineText(step: MachineStep): string {
  switch (step.do) {
    case 'set-clock':
      return `${ownerText(step.server ?? step.client ?? '')} clock is now ${aheadText(step.ahead)}`
    case 'policy': {
      const conflicts = Object.entries(step.conflicts ?? {}).map(([path, word]) => `${path} ${word}`)
      const settings = [
        ...(step.conflicts === undefined
          ? []
          : [`conflicts are resolved so: ${conflicts.join(', ') || 'nowhere'}`]),
        ...(step.excludedTypes === undefined
          ? []
          : [`not cached are ${step.excludedTypes.join(', ') || 'no types of files'}`]),
      ]
      return `policy of ${step.client ?? FIRST_CLIENT}: ${settings.join('; ') || 'as before'}`
    }
    case 'service': {
      const states = [
        ...(step.enabled === undefined ? [] : [step.enabled ? 'enabled' : 'disabled']),
        ...(step.active === undefined ? [] : [step.active ? 'running' : 'not running']),
      ]
      return `Offline Files on ${step.client ?? FIRST_CLIENT} is ${states.join(' and ') || 'as before'}`
    }
    case 'limit-disk':
      return `${ownerText(step.server ?? step.client ?? '')} disk holds ${limitText(step.bytes)}`
    case 'limit-user':
      return `${step.user} may own ${limitText(step.bytes)} on ${step.server}`
  }
}

/** What goes wrong, and where. */
export function faultText(fault: FaultSpec, name: PathText): string {
  const { times = 1 } = fault
  return `${placeText(fault, name)} ${effectText(fault.then)}${times === 1 ? '' : `, ${times} times`}`
}

/** The requests of a place. */
export function placeText(place: PlaceSpec, name: PathText): string {
  const { address, path, operation, side } = place
  return [
    requestText(place),
    ...(address === undefined ? [] : [`at "${address}"`]),
    ...(path === undefined ? [] : [`of ${name(path)}`]),
    ...(side === undefined ? [] : [`on the ${side} side`]),
    ...(operation === undefined ? [] : [`during ${operation}`]),
  ].join(' ')
}

/** An address is met once in a run, so that no number need be told. */
function requestText({ address, request, nth, every }: PlaceSpec): string {
  const what = request ?? 'request'
  if (every === true) return `every ${what}`
  return address !== undefined && nth === undefined ? `the ${what}` : `${what} number ${nth ?? 1}`
}

function effectText(effect: FaultEffect): string {
  if ('fail' in effect) return `fails with ${effect.fail} (${messageOf(effect.fail)})`
  if ('delay' in effect) return `takes ${counted(effect.delay, 'millisecond')}`
  return 'crash' in effect
    ? `drops its session ${effect.crash} it takes effect`
    : 'drops the connection to the server'
}

function serverText(step: ServerStep): string {
  const words = [
    ...(step.caseSensitive === undefined
      ? []
      : [step.caseSensitive ? 'case-sensitive' : 'not case-sensitive']),
    ...(step.timeGranularity === undefined ? [] : [`times in steps of ${secondsText(step.timeGranularity)}`]),
    ...(step.clockAhead === undefined ? [] : [`its clock ${aheadText(step.clockAhead)}`]),
    ...(step.names === undefined ? [] : [step.names === 'any' ? 'any names' : 'names as on Windows']),
    ...(step.streams === undefined ? [] : [step.streams ? 'with named streams' : 'without named streams']),
    ...(step.oplocks === undefined ? [] : [step.oplocks ? 'with oplocks' : 'without oplocks']),
    ...(step.storageBits === undefined ? [] : [`files stored ${step.storageBits.join(' ') || 'plainly'}`]),
    ...(step.capacity === undefined ? [] : [`a disk of ${sizeText(step.capacity)}`]),
    ...(step.credentials === undefined
      ? []
      : [step.credentials ? 'asking for credentials' : 'asking for no credentials']),
  ]
  return `server ${step.path}${words.length === 0 ? '' : `: ${words.join(', ')}`}`
}

function shareText({ path, tree, pin = 'none', caching }: ShareStep): string {
  const pinned = pin === 'none' ? '' : `, pinned for ${pin}`
  const cached = caching === undefined ? '' : `, caching ${caching}`
  const from = isFolder(tree) ? `from the folder ${tree.folder}` : `with ${treeText(treeItems(tree))}`
  return `share ${path} ${from}${pinned}${cached}`
}

function ownerText(machine: string): string {
  return `${machine.startsWith('//') ? machine : `the ${machine}`}’s`
}

function limitText(bytes: number | null): string {
  return bytes === null ? 'as much as there is' : `at most ${sizeText(bytes)}`
}
