/**
 * Links of every kind, shown to two programs that know nothing of csclab: liblnk's `lnkinfo`, whose whole output is compared,
 * and ExifTool for the numbers of the header. Each has faults of its own, named where they are stepped around.
 */

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readShellLink } from './read.ts'
import type { ShellLink } from './shell-link.ts'
import { shellLinkTarget } from './target.ts'
import { arbitrarySpec } from './testing/arbitrary-spec.ts'
import { fileEntry } from './testing/file-entry.ts'
import { headerMatrix, itemMatrix, type LinkMatrix, partMatrix, targetMatrix } from './testing/link-matrix.ts'
import { lnkinfoLines } from './testing/lnkinfo-text.ts'
import { writeShellLink } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'csclab-lnkinfo-'))

/** Runs a program; one that is missing or complains fails the test. */
function run(command: string, args: readonly string[]): string {
  const done = spawnSync(command, [...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 1 << 28,
  })
  if (done.error !== undefined) {
    throw new Error(`${command} cannot be run; see .ci/run for its package`, { cause: done.error })
  }
  assert.is(done.status, 0, `${command} ${args.join(' ')}: ${done.stderr}`)
  assert.is(done.stderr, '', `${command} ${args.join(' ')}`)
  return done.stdout
}

/** What lnkinfo prints: no empty lines and no version, indentation left out, one space around the colon. */
function lnkinfo(bytes: Uint8Array): readonly string[] {
  const file = join(folder, 'one.lnk')
  writeFileSync(file, bytes)
  const lines = run('lnkinfo', [file]).split('\n').map((line) => line.trim().replace(/\s*\t+: ?/, ' : '))
  return lines.filter((line) => line !== '').slice(1)
}

/**
 * liblnk 20181227 answers with the file size when asked for show command and hot key, which ExifTool is asked for below, and puts
 * the halves of a surrogate pair together to another character, always the same.
 */
function withoutFault(told: readonly string[], link: ShellLink): readonly string[] {
  const wrongWindow = `Show Window value : 0x${link.size.toString(16).padStart(8, '0')}`
  const wrongKey = `Hot Key value : ${link.size & 0xffff}`
  const right = lnkinfoLines(link)
  const line = (start: string): string => right.find((one) => one.startsWith(start)) ?? ''
  return told.map((one) => {
    if (one === wrongWindow) return line('Show Window value')
    return one === wrongKey ? line('Hot Key value') : one.replaceAll('🈁', '😀')
  })
}

function compare(name: string, bytes: Uint8Array): void {
  const link = readShellLink(bytes)
  const told = withoutFault(lnkinfo(bytes), link).map((line) => line.trimEnd())
  assert.is(told.join('\n'), lnkinfoLines(link).map((line) => line.trimEnd()).join('\n'), name)
  const target = shellLinkTarget(link)
  if (target?.place === 'link-info') assert.ok(told.includes(`Network path : ${target.path}`), name)
  if (target?.place === 'environment' && link.environment?.unicode !== '') {
    assert.ok(told.includes(`Environment variables location : ${target.path}`), name)
  }
}

const GROUPS: Readonly<Record<string, LinkMatrix>> = {
  'targets on shares': targetMatrix(),
  'samples and headers': headerMatrix(),
  'local targets, strings and blocks': partMatrix(),
  'items': itemMatrix(),
}

for (const [group, matrix] of Object.entries(GROUPS)) {
  test(`lnkinfo says of each of ${Object.keys(matrix).length} links what csclab says: ${group}`, () => {
    for (const [name, spec] of Object.entries(matrix)) compare(name, writeShellLink(spec))
  })
}

for (const version of [3, 7, 8, 9]) {
  test(`lnkinfo finds the same long name in version ${version} of the extension block`, () => {
    const bytes = writeShellLink({ items: [{ kind: 'other', data: fileEntry(version, 'long näme 日.txt') }] })
    const link = readShellLink(bytes)
    const told = withoutFault(lnkinfo(bytes), link)
    assert.ok(told.includes('Long name : long näme 日.txt'))
    // csclab does not read the file's number on its volume, which these versions have, too.
    const known = told.filter((line) => !line.startsWith('NTFS file reference'))
    assert.is(known.length, told.length - (version === 3 ? 0 : 1))
    assert.equal(known, lnkinfoLines(link))
  })
}

test('lnkinfo says of any link what csclab says', () => {
  // liblnk refuses empty strings and halves of surrogate pairs, and reads more into items and blocks than their frame.
  const readable = arbitrarySpec().map((spec) => {
    const { items, blocks: _, strings = {}, ...rest } = spec
    const filled = Object.fromEntries(Object.entries(strings).filter(([, text]) => text !== ''))
    return { ...rest, strings: filled, items: items === true }
  }).filter((spec) => !/[\ud800-\udfff]|\\ud/.test(JSON.stringify(spec)))
  fc.assert(fc.property(readable, (spec) => compare(JSON.stringify(spec), writeShellLink(spec))), {
    numRuns: 150,
    seed: 1,
  })
})

test('ExifTool reads the same numbers from each header', () => {
  const links = new Map(Object.values(GROUPS).flatMap((matrix) => Object.entries(matrix)))
  const all = join(folder, 'all')
  mkdirSync(all)
  for (const [name, spec] of links) writeFileSync(join(all, `${name}.lnk`), writeShellLink(spec))
  const told: unknown = JSON.parse(run('exiftool', ['-json', '-n', '-q', '-ext', 'lnk', all]))
  assert.ok(Array.isArray(told))
  assert.is(told.length, links.size)
  for (const one of told) {
    const fields: Readonly<Record<string, unknown>> = Object(one)
    const name = String(fields['FileName']).replace(/\.lnk$/, '')
    const spec = links.get(name) ?? {}
    const link = readShellLink(writeShellLink(spec))
    const { local, network } = link.linkInfo ?? {}
    const expected = {
      Flags: link.flags,
      FileAttributes: link.attributes,
      TargetFileSize: spec.size ?? 0,
      IconIndex: (spec.iconIndex ?? 0) >>> 0,
      RunWindow: spec.showCommand ?? 1,
      HotKey: spec.hotKey ?? 0,
      DriveType: local?.driveType,
      DriveSerialNumber: local?.serial,
      NetProviderType: network?.provider,
    }
    const actual = Object.fromEntries(Object.keys(expected).map((field) => [field, fields[field]]))
    assert.equal(actual, expected, name)
  }
})

test.after(() => rmSync(folder, { recursive: true }))

test.run()
