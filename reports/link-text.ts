/** A shell link as a person reads it: where it leads, what it says of its target, and what is odd about it. */

import {
  attributeNames,
  formatTime,
  linkFlagNames,
  type ShellItem,
  type ShellLink,
  type ShellLinkInfo,
  shellLinkLocalPath,
  shellLinkNetworkPath,
  shellLinkRefusal,
  shellLinkTarget,
  type Ticks,
  toFiletime,
} from '../sim/mod.ts'
import { counted, visibleLine } from './visible.ts'

/** A line: what it is about, and what it says. */
type Row = readonly [label: string, text: string]

/**
 * The lines `csclab link` prints. Times are UTC.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { linkText } from 'csclab/reports'
 * import { readShellLink, writeShellLink } from 'csclab/sim'
 *
 * const text = linkText(readShellLink(writeShellLink({ target: '\\\\hq\\shared\\plan.txt' })))
 * assert.match(text, /^Target +\\\\hq\\shared\\plan\.txt\nKind +file/)
 * ```
 */
export function linkText(link: ShellLink): string {
  const rows: readonly Row[] = [
    ...targetRows(link),
    ['Attributes', named(attributeNames(link.attributes), link.attributes)],
    ['Size', counted(link.size, 'byte')],
    ['Created', momentText(link.creation)],
    ['Accessed', momentText(link.lastAccess)],
    ['Written', momentText(link.lastWrite)],
    ['Flags', named(linkFlagNames(link.flags), link.flags)],
    ...link.linkInfo === undefined ? [] : infoRows(link.linkInfo),
    ...stringRows(link),
    ...(link.items ?? []).map((item, index): Row => [`Item ${index + 1}`, itemText(item)]),
    ...link.blocks.map(({ name = 'unknown block', signature, data }): Row => [
      'Block',
      `${name} (${hex(signature)}), ${counted(data.length, 'byte')}`,
    ]),
    ...link.oddities.map(({ offset, text }): Row => ['Odd', `${text} (at byte ${offset}, ${hex(offset)})`]),
  ]
  const width = Math.max(...rows.map(([label]) => label.length)) + 2
  return rows.map(([label, text]) => `${label.padEnd(width)}${visibleLine(text)}\n`).join('')
}

/** A moment as text, or `not set`; one past the year 9999 as the FILETIME it is. */
export function momentText(ticks: Ticks | undefined): string {
  if (ticks === undefined) return 'not set'
  const text = formatTime(ticks)
  return /^\d{4}-/.test(text) ? text : `FILETIME ${toFiletime(ticks)}`
}

/** A hot key as it is pressed, such as `Ctrl+Alt+A`; the number of a key without a name. */
export function hotKeyText(hotKey: number): string {
  const [key, modifiers] = [hotKey & 0xff, hotKey >> 8]
  const held = ['Shift', 'Ctrl', 'Alt'].filter((_, bit) => (modifiers & (1 << bit)) !== 0)
  return [...held, keyName(key)].join('+')
}

function keyName(key: number): string {
  if ((key >= 0x30 && key <= 0x39) || (key >= 0x41 && key <= 0x5a)) return String.fromCharCode(key)
  if (key >= 0x70 && key <= 0x87) return `F${key - 0x6f}`
  return key === 0x90 ? 'Num Lock' : key === 0x91 ? 'Scroll Lock' : hex(key)
}

function targetRows(link: ShellLink): readonly Row[] {
  const target = shellLinkTarget(link)
  if (target === undefined) return [['Target', `none: ${shellLinkRefusal(link) ?? ''}`]]
  const places = { 'link-info': 'its link info', environment: 'its environment block', items: 'its items' }
  return [
    ['Target', target.path],
    ['Kind', `${target.kind}, as it was when the link was made`],
    ['Named by', places[target.place]],
  ]
}

function infoRows(info: ShellLinkInfo): readonly Row[] {
  const { local, network } = info
  const rows: Row[] = []
  if (local !== undefined) {
    const kinds = ['unknown', 'no root', 'removable', 'fixed', 'remote', 'CD-ROM', 'RAM disk']
    const kind = kinds[local.driveType] ?? `type ${local.driveType}`
    const label = local.label === '' ? 'no label' : `"${local.label}"`
    rows.push(['Local path', shellLinkLocalPath(info) ?? ''])
    rows.push(['Volume', `${kind}, serial ${hex(local.serial)}, ${label}`])
  }
  if (network !== undefined) {
    const device = network.device === undefined ? '' : `, drive ${network.device}`
    const provider = network.provider === undefined ? '' : `, provider ${hex(network.provider)}`
    rows.push(['Share path', `${shellLinkNetworkPath(info) ?? ''}${device}${provider}`])
  }
  return rows
}

function stringRows({ strings, environment, iconIndex, showCommand, hotKey }: ShellLink): readonly Row[] {
  const windows = new Map([[1, 'normal'], [3, 'maximized'], [7, 'minimized']])
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Description', strings.description],
    ['Relative path', strings.relativePath],
    ['Working directory', strings.workingDirectory],
    ['Arguments', strings.arguments],
    ['Icon', strings.iconLocation],
    ['Icon index', iconIndex === 0 ? undefined : String(iconIndex)],
    ['Window', windows.get(showCommand) ?? `${showCommand}, read as normal`],
    ['Hot key', hotKey === 0 ? undefined : hotKeyText(hotKey)],
    ['Environment path', environment === undefined ? undefined : environment.unicode || environment.ansi],
  ]
  return rows.flatMap(([label, text]) => text === undefined ? [] : [[label, text] as const])
}

function itemText(item: ShellItem): string {
  switch (item.kind) {
    case 'root':
      return `root folder ${item.folder}`
    case 'volume':
      return `drive ${item.name}`
    case 'network':
      return `${item.level.replace('-', ' ')} ${item.location}`
    case 'entry':
      return `${item.type === 'unknown' ? 'entry' : item.type} ${item.longName ?? item.name}`
    case 'other':
      return `not understood, ${counted(item.data.length, 'byte')}`
  }
}

function named(names: readonly string[], bits: number): string {
  return `${names.length === 0 ? 'none' : names.join(', ')} (0x${bits.toString(16).padStart(8, '0')})`
}

function hex(value: number): string {
  return `0x${value.toString(16)}`
}
