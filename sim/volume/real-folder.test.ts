/** A folder of the real disk is taken as it is. */

import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attributeBits, fromUnixNanoseconds } from '../windows/mod.ts'
import { readFolder } from './real-folder.ts'

let folder = ''

test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), 'csclab-folder-'))
})

test.after.each(() => rmSync(folder, { recursive: true }))

test('bytes, times and read-only marks are kept, parents come before children, links are left out', () => {
  mkdirSync(join(folder, 'b'))
  writeFileSync(join(folder, 'b', 'inside'), 'inside')
  writeFileSync(join(folder, 'a'), 'a')
  writeFileSync(join(folder, 'Z'), '')
  symlinkSync('a', join(folder, 'link'))
  utimesSync(join(folder, 'a'), 1_000_000_000, 1_000_000_000.25)
  chmodSync(join(folder, 'a'), 0o444)
  const items = readFolder(folder)
  assert.equal(items.map(({ names }) => names.join('/')), ['Z', 'a', 'b', 'b/inside'])
  const [empty, a, b, inside] = items
  assert.equal([empty?.content, a?.content, b?.content], [new Uint8Array(), Uint8Array.of(97), undefined])
  assert.is(new TextDecoder().decode(inside?.content), 'inside')
  assert.is(a?.lastWrite, fromUnixNanoseconds(1_000_000_000_250_000_000n))
  const { birthtimeNs } = statSync(join(folder, 'a'), { bigint: true })
  assert.is(a?.creation, birthtimeNs === 0n ? a?.lastWrite : fromUnixNanoseconds(birthtimeNs))
  assert.equal([a?.attributes, inside?.attributes, b?.attributes], [
    attributeBits(['READONLY', 'ARCHIVE']),
    attributeBits(['ARCHIVE']),
    0,
  ])
})

test('a folder that is not there is an error that says so', () => {
  assert.throws(() => readFolder(join(folder, 'none')), /none" cannot be read: ENOENT/)
})

test('ten thousand files are read, and none is left out', () => {
  for (let d = 0; d < 100; d++) {
    mkdirSync(join(folder, `d${d}`))
    for (let i = 0; i < 100; i++) writeFileSync(join(folder, `d${d}`, `f${i}`), 'x')
  }
  assert.is(readFolder(folder).length, 10_100)
})

test.run()
