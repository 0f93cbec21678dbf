/** `csclab link` as people use it: what a shortcut says, for people and for programs, and what is wrong with a file. */

import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { LINK_FLAG, SECOND, writeShellLink } from '../../sim/mod.ts'
import { hotKeyText, momentText } from '../link-text.ts'
import { main } from './main.ts'

interface Told {
  readonly code: number
  readonly out: string
  readonly error: string
}

async function csclab(...args: readonly string[]): Promise<Told> {
  let [out, error] = ['', '']
  const code = await main(args, { write: (text) => out += text, error: (text) => error += text })
  return { code, out, error }
}

const folder = mkdtempSync(join(tmpdir(), 'csclab-link-'))
test.after(() => rmSync(folder, { recursive: true }))

function fileOf(bytes: Uint8Array, name = 'plan.lnk'): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** Expects exit code 2, nothing on standard output, and a message of two lines without a stack. */
async function refused(args: readonly string[], told: RegExp): Promise<void> {
  const { code, out, error } = await csclab('link', ...args)
  assert.equal([code, out], [2, ''], error)
  assert.match(error, told)
  assert.match(error, /^csclab: [^\n]+\n {2}[^\n]+\n$/)
}

const FULL = {
  target: '\\\\hq\\docs\\art\\plan.txt',
  local: { path: 'D:\\data\\art\\plan.txt', label: 'DATA', serial: 0x1234 },
  device: 'Z:',
  size: 1234,
  creation: 0,
  lastWrite: 90 * SECOND + 1,
  iconIndex: -3,
  showCommand: 7,
  hotKey: 0x641,
  items: true,
  environment: '%SHARE%\\plan.txt',
  strings: {
    description: 'The plan',
    arguments: '/x',
    iconLocation: 'a.ico',
    relativePath: '.',
    workingDirectory: 'C:\\',
  },
  blocks: [{ signature: 0x99, data: new Uint8Array(3) }],
}

test('a shortcut is told line by line', async () => {
  const { code, out } = await csclab('link', fileOf(writeShellLink(FULL)))
  assert.is(code, 0)
  const lines = [
    'Target             \\\\hq\\docs\\art\\plan.txt',
    'Kind               file, as it was when the link was made',
    'Named by           its link info',
    'Attributes         ARCHIVE (0x00000020)',
    'Size               1,234 bytes',
    'Created            2010-01-04 09:00:00',
    'Accessed           not set',
    'Written            2010-01-04 09:01:30.0000001',
    'Local path         D:\\data\\art\\plan.txt',
    'Volume             fixed, serial 0x1234, "DATA"',
    'Share path         \\\\hq\\docs\\art\\plan.txt, drive Z:, provider 0x20000',
    'Description        The plan',
    'Relative path      .',
    'Working directory  C:\\',
    'Arguments          /x',
    'Icon               a.ico',
    'Icon index         -3',
    'Window             minimized',
    'Hot key            Ctrl+Alt+A',
    'Environment path   %SHARE%\\plan.txt',
    'Item 1             root folder {F02C1A0D-BE21-4350-88B0-7367FC96EF3C}',
    'Item 2             server \\\\hq',
    'Item 3             share \\\\hq\\docs',
    'Item 4             directory art',
    'Item 5             file plan.txt',
    'Block              EnvironmentVariableDataBlock (0xa0000001), 780 bytes',
    'Block              unknown block (0x99), 3 bytes',
  ]
  assert.equal(out.split('\n').filter((line) => line !== '' && !line.startsWith('Flags')), lines)
  assert.match(out, /\nFlags {14}HasLinkTargetIDList, HasLinkInfo, HasName, .*HasExpString \(0x000002ff\)\n/)
})

test('a shortcut without a target says why, and what is odd about it', async () => {
  const bytes = writeShellLink({ local: { path: 'C:\\a.txt' }, showCommand: 9, attributes: 0 })
  const { code, out } = await csclab('link', fileOf(Uint8Array.of(...bytes, 7)))
  assert.is(code, 0)
  assert.match(out, /^Target +none: "C:\\a\.txt" is not on a share\nAttributes +none \(0x00000000\)\n/)
  assert.match(out, /\nVolume +fixed, serial 0x0, no label\n/)
  assert.match(out, /\nWindow +9, read as normal\n/)
  assert.match(out, /\nOdd +ShowCommand is 9, which is read as 1 \(at byte 60, 0x3c\)\n/)
  assert.match(out, /\nOdd +1 bytes follow the TerminalBlock/)
})

test('items of every kind have words, and nothing in a file can act on the terminal', async () => {
  const bytes = writeShellLink({
    items: [
      { kind: 'volume', name: 'C:\\' },
      {
        kind: 'network',
        level: 'entire-network',
        location: 'All',
        description: undefined,
        comments: undefined,
      },
      { kind: 'other', data: Uint8Array.of(1, 2) },
    ],
    strings: { description: '\u001b[31mred\n' },
  })
  const { out } = await csclab('link', fileOf(bytes))
  assert.match(out, /\nItem 1 +drive C:\\\nItem 2 +entire network All\nItem 3 +not understood, 2 bytes\n/)
  assert.match(out, /\nDescription +\\x1b\[31mred\\n\n/)
})

test('--json gives all of it as plain values', async () => {
  const { code, out } = await csclab('link', fileOf(writeShellLink(FULL)), '--json')
  assert.is(code, 0)
  const link: unknown = JSON.parse(out)
  assert.equal(Object.keys(Object(link)), [
    'target',
    'refusal',
    'flags',
    'attributes',
    'creation',
    'lastAccess',
    'lastWrite',
    'size',
    'iconIndex',
    'showCommand',
    'hotKey',
    'items',
    'linkInfo',
    'strings',
    'environment',
    'blocks',
    'oddities',
  ])
  assert.match(out, /"target": \{\n {4}"path": "\\\\\\\\hq\\\\docs\\\\art\\\\plan.txt",\n {4}"kind": "file"/)
  assert.match(out, /"refusal": null/)
  assert.match(out, /"lastAccess": null,\n {2}"lastWrite": "2010-01-04 09:01:30.0000001"/)
  assert.match(out, /"name": null,\n {6}"signature": 153,\n {6}"data": "000000"/)
})

test('a file that is no shortcut names the place and what is wrong', async () => {
  const bytes = writeShellLink({ target: '\\\\hq\\docs' })
  bytes[96] = 0xff
  const told =
    /plan\.lnk" is no shell link: the offset of CommonNetworkRelativeLink is 255 .* \(at byte 96, 0x60\)\n/
  await refused([fileOf(bytes)], told)
  await refused(
    [fileOf(new Uint8Array(0))],
    /at least 76 bytes, these are 0 \(at byte 0, 0x0\)\n {2}.*no target/,
  )
})

test('what cannot be read is told, too', async () => {
  mkdirSync(join(folder, 'folder.lnk'))
  await refused(
    [join(folder, 'folder.lnk')],
    /^csclab: "[^"]*folder\.lnk" is a directory, so no shell link\n/,
  )
  await refused([join(folder, 'none.lnk')], /none\.lnk" cannot be read: ENOENT/)
  const large = fileOf(new Uint8Array(0), 'large.lnk')
  truncateSync(large, 16_777_217)
  await refused([large], /16777217 bytes, more than any shell link/)
  await refused([], /needs one file/)
  await refused(['a.lnk', 'b.lnk'], /needs one file/)
  if (process.platform === 'linux' && Reflect.get(globalThis, 'Deno') === undefined) {
    await refused(['/dev/zero'], /no ordinary file/)
  }
})

if (Reflect.get(globalThis, 'Deno') === undefined) {
  test('where Deno does not allow reading, that is told without a question', async () => {
    const permissions = { querySync: () => ({ state: 'prompt' }) }
    Reflect.set(globalThis, 'Deno', { version: { deno: '2.0.0' }, permissions })
    try {
      await refused(['plan.lnk'], /Reading "plan\.lnk" is not allowed\n {2}Run Deno with --allow-read/)
    } finally {
      Reflect.deleteProperty(globalThis, 'Deno')
    }
  })
}

test('hot keys are told as they are pressed', () => {
  const told = [0x130, 0x25a, 0x470, 0x787, 0x90, 0x291, 0x1].map(hotKeyText)
  assert.equal(told, [
    'Shift+0',
    'Ctrl+Z',
    'Alt+F1',
    'Shift+Ctrl+Alt+F24',
    'Num Lock',
    'Ctrl+Scroll Lock',
    '0x1',
  ])
})

test('moments are told in UTC, those past the year 9999 as numbers', () => {
  assert.is(momentText(undefined), 'not set')
  assert.is(momentText(SECOND), '2010-01-04 09:00:01')
  assert.match(momentText(2 ** 63), /^FILETIME \d{19}$/)
})

test('a preferred environment block is named as the place', async () => {
  const spec = { ...FULL, environment: '\\\\hq\\new\\plan.txt', flags: LINK_FLAG.PreferEnvironmentPath }
  const { out } = await csclab('link', fileOf(writeShellLink(spec)))
  assert.match(out, /^Target +\\\\hq\\new\\plan\.txt\nKind .*\nNamed by +its environment block\n/)
})

test.run()
