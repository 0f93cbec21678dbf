/** Links of every kind that csclab writes, to be shown to other programs that read links. */

import { ATTRIBUTE_NAMES, attributeBits } from '../../attributes.ts'
import { SECOND } from '../../filetime.ts'
import { LINK_FLAG } from '../link-flags.ts'
import type { ShellItem } from '../shell-link.ts'
import type { ShellLinkSpec } from '../shell-link-spec.ts'
import { hex, joined, MOMENT, SAMPLES } from './samples.ts'

/** Specs by a name that says what is special about them. */
export type LinkMatrix = Readonly<Record<string, ShellLinkSpec>>

const TARGETS: Readonly<Record<string, string>> = {
  'file': '\\\\hq\\docs\\plan.txt',
  'share': '\\\\hq\\docs$',
  'deep': `\\\\file-server.example.org\\a share\\${'long directory name\\'.repeat(10)}plan.txt`,
  'odd-length': '\\\\hq\\d\\ab',
  'ansi': '\\\\hq\\dôcs\\naïve €.txt',
  'foreign-file': '\\\\hq\\docs\\日本\\план.txt',
  'foreign-share': '\\\\сервер\\日\\a.txt',
  'astral': '\\\\hq\\docs\\😀.txt',
}

/** Every target with every way to say more of it. */
export function targetMatrix(): LinkMatrix {
  const matrix: Record<string, ShellLinkSpec> = {}
  for (const [name, target] of Object.entries(TARGETS)) {
    const isForeign = /[^\0-\u00ff€]/.test(target)
    const below = target.split('\\').slice(4)
    const local = { path: ['D:', 'dätä', ...below].join('\\'), serial: 0x1234_abcd, label: 'DATA' }
    const times = { creation: MOMENT, lastAccess: MOMENT + SECOND, lastWrite: MOMENT + 2 * SECOND }
    const kind = below.length === 0 ? 'directory' : 'file'
    const forms: LinkMatrix = {
      plain: { target, kind },
      mapped: { target, kind, device: 'Z:' },
      local: { target, kind, local },
      everything: {
        target,
        kind,
        local,
        device: 'Z:',
        size: 5,
        ...times,
        environment: target,
        ...ALL_STRINGS,
      },
      directory: { target, kind: 'directory' },
      ignored: { target, kind, forceNoLinkInfo: true, environment: target },
    }
    Object.assign(matrix, prefixed(name, forms))
    if (!isForeign) {
      Object.assign(matrix, prefixed(`${name}-ansi`, mapped(forms, { unicode: false, ...ANSI_STRINGS })))
    }
    if (name !== 'foreign-share') {
      Object.assign(matrix, prefixed(`${name}-items`, mapped(forms, { items: true })))
    }
  }
  return matrix
}

/** The samples, and every field of the header. */
export function headerMatrix(): LinkMatrix {
  const target = '\\\\hq\\docs\\plan.txt'
  const free = Object.entries(LINK_FLAG).filter(([name]) => !/^(?:Has|IsUnicode|RunWithShim)/.test(name))
  const all: LinkMatrix = {
    nothing: {},
    ...Object.fromEntries(
      Object.entries(SAMPLES).map(([name, { spec }]) => [name.replaceAll(' ', '-'), spec]),
    ),
    ...Object.fromEntries(free.map(([name, flags]) => [`flag-${name}`, { target, flags }])),
    ...Object.fromEntries(
      ATTRIBUTE_NAMES.map((name) => [name, { target, attributes: attributeBits([name]) }]),
    ),
    'no-attributes': { target, attributes: 0 },
    'all-attributes': { target, attributes: attributeBits(ATTRIBUTE_NAMES) },
  }
  const sizes = [1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff].map((size) => ({ size }))
  const icons = [1, -1, 0x7fff_ffff, -0x8000_0000].map((iconIndex) => ({ iconIndex }))
  const windows = [1, 3, 7].map((showCommand) => ({ showCommand, size: 9 }))
  const keys = [0x41, 0x130, 0x25a, 0x470, 0x787, 0x690, 0x591].map((hotKey) => ({ hotKey, size: 10_000 }))
  const moments = [1, 0.5 * SECOND, -400 * 365 * 86_400 * SECOND, 500 * 365 * 86_400 * SECOND].map((
    creation,
  ) => ({
    creation,
    lastAccess: creation,
  }))
  const numbered = [...sizes, ...icons, ...windows, ...keys, ...moments]
  return {
    ...all,
    ...Object.fromEntries(numbered.map((spec, index) => [`header-${index}`, { target, ...spec }])),
  }
}

/** Local targets, strings, environment blocks and other blocks. */
export function partMatrix(): LinkMatrix {
  const drives = [0, 1, 2, 3, 4, 5, 6].map((driveType) => [
    `drive-${driveType}`,
    { local: { path: 'E:\\data\\plan.txt', driveType, serial: driveType * 0x1111_1111 } },
  ])
  const labels = ['', 'DATA', 'Dätä', '日本'].map((
    label,
    i,
  ) => [`label-${i}`, { local: { path: 'E:\\data\\plan.txt', label } }])
  const strings = Object.entries(ALL_STRINGS.strings).map((
    [name, text],
  ) => [name, { strings: { [name]: text } }])
  return {
    ...Object.fromEntries(drives),
    ...Object.fromEntries(labels),
    ...Object.fromEntries(strings),
    'local-foreign': { local: { path: 'C:\\日本\\a.txt', label: '日' } },
    'local-ansi': { local: { path: 'C:\\dätä\\€.txt', label: 'é' }, unicode: false },
    'all-strings': ALL_STRINGS,
    'all-strings-ansi': { ...ANSI_STRINGS, unicode: false },
    'long-string': { strings: { arguments: 'x'.repeat(5000) } },
    'environment-variable': { environment: '%HOMESHARE%\\plan.txt' },
    'environment-foreign': { environment: '\\\\hq\\docs\\日.txt' },
    'environment-longest': { environment: `\\\\hq\\${'x'.repeat(254)}` },
    'environment-ansi': { environment: '\\\\hq\\docs\\é.txt', unicode: false },
    'tracker': { blocks: [TRACKER] },
    'icon': { blocks: [pathBlock(0xa000_0007, '%SystemRoot%\\日.ico')] },
    'darwin': { blocks: [pathBlock(0xa000_0006, 'darwin')] },
    'blocks': {
      target: '\\\\hq\\docs\\plan.txt',
      environment: '%X%',
      blocks: [
        { signature: 0xa000_0002, data: new Uint8Array(0xc4).fill(1) },
        { signature: 0xa000_0004, data: hex('e4 04 00 00') },
        { signature: 0xa000_0005, data: hex('25 00 00 00 04 00 00 00') },
        { signature: 0xa000_0009, data: new Uint8Array(4) },
        { signature: 0xa000_000b, data: new Uint8Array(20).fill(7) },
        { signature: 0xa000_000c, data: new Uint8Array(2) },
        TRACKER,
        { signature: 0x1234_5678, data: new Uint8Array(5) },
      ],
    },
  }
}

/** Lists of items. */
export function itemMatrix(): LinkMatrix {
  const root = (folder: string): ShellItem => ({ kind: 'root', folder, sortIndex: 0x50 })
  const place = { kind: 'network', location: 'Öffice', description: undefined, comments: undefined } as const
  const entry = {
    kind: 'entry',
    type: 'file',
    name: 'LONGNA~1.TXT',
    longName: 'long näme 日.txt',
    size: 7,
    attributes: 0x27,
    lastWrite: MOMENT,
    creation: MOMENT + 86_400 * SECOND,
    lastAccess: undefined,
  } as const
  return {
    'items-none': { items: [] },
    'items-root': { items: [root('{20D04FE0-3AEA-1069-A2D8-08002B30309D}')] },
    'items-drive': {
      items: [root('{20D04FE0-3AEA-1069-A2D8-08002B30309D}'), { kind: 'volume', name: 'C:\\' }, entry],
    },
    'items-network': {
      items: [
        { ...place, level: 'domain' },
        { ...place, level: 'server', description: 'Miçrosoft' },
        { ...place, level: 'share', comments: 'çomment' },
        { ...place, level: 'network', description: 'd', comments: 'c' },
        { ...place, level: 'entire-network' },
      ],
    },
    'items-entries': {
      items: [
        entry,
        { ...entry, type: 'directory', attributes: 0x10 },
        { ...entry, type: 'unknown' },
        { ...entry, name: 'näme' },
        { ...entry, type: 'directory', name: 'ab', longName: 'x' },
        { ...entry, name: 'abc', longName: 'xy' },
        { ...entry, longName: undefined, creation: undefined },
      ],
    },
    'items-other': { items: [{ kind: 'other', data: hex('80 01 02 03 04 05') }] },
  }
}

const ALL_STRINGS = {
  strings: {
    description: 'The plän',
    relativePath: '..\\plan 日.txt',
    workingDirectory: 'C:\\Ж',
    arguments: '/a "b c"',
    iconLocation: '%SystemRoot%\\a.ico',
  },
} as const

const ANSI_STRINGS = {
  strings: { ...ALL_STRINGS.strings, relativePath: '..\\€', workingDirectory: 'C:\\é' },
} as const

const TRACKER = {
  signature: 0xa000_0003,
  data: joined(
    hex('58 00 00 00 00 00 00 00'),
    new TextEncoder().encode('office-pc\0\0\0\0\0\0\0'),
    Uint8Array.from({ length: 64 }, (_, i) => i + 100),
  ),
}

function pathBlock(
  signature: number,
  path: string,
): { readonly signature: number; readonly data: Uint8Array } {
  const data = new Uint8Array(780)
  data.set(new TextEncoder().encode('other'))
  const units = new DataView(data.buffer)
  for (let i = 0; i < path.length; i++) units.setUint16(260 + i * 2, path.charCodeAt(i), true)
  return { signature, data }
}

function prefixed(prefix: string, matrix: LinkMatrix): LinkMatrix {
  return Object.fromEntries(Object.entries(matrix).map(([name, spec]) => [`${prefix}-${name}`, spec]))
}

function mapped(matrix: LinkMatrix, more: ShellLinkSpec): LinkMatrix {
  return Object.fromEntries(Object.entries(matrix).map(([name, spec]) => [name, { ...spec, ...more }]))
}
