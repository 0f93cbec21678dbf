/** What is written is read, and no bytes, however damaged, lead to another error or to much work. */

import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { LINK_FLAG } from './link-flags.ts'
import { readCounted, readShellLink } from './read.ts'
import { ShellLinkError } from './shell-link-error.ts'
import type { ShellLinkSpec } from './shell-link-spec.ts'
import { shellLinkLocalPath, shellLinkNetworkPath, shellLinkRefusal, shellLinkTarget } from './target.ts'
import { arbitrarySpec } from './testing/arbitrary-spec.ts'
import { FILE, hex, joined, SAMPLES } from './testing/samples.ts'
import { writeShellLink } from './write.ts'

/** Every run draws the same links. */
const SEED = 20100104

/** Times a byte is looked at, at most: five texts of a link info may be the same bytes, each searched and then decoded. */
const COST = 12

/** Reads bytes that may be anything. Says whether they are a link. */
function isLink(bytes: Uint8Array): boolean {
  const work = { bytes: 0 }
  try {
    const link = readCounted(bytes, work)
    assert.is(shellLinkTarget(link) === undefined, shellLinkRefusal(link) !== undefined)
    return true
  } catch (error) {
    if (!(error instanceof ShellLinkError)) throw error
    assert.ok(error.offset >= 0 && error.offset <= bytes.length, error.message)
    return false
  } finally {
    assert.ok(work.bytes <= COST * (bytes.length + 100), `${work.bytes} for ${bytes.length} bytes`)
  }
}

function expectSame(spec: ShellLinkSpec): void {
  const link = readShellLink(writeShellLink(spec))
  const { target, local, environment, strings = {}, items, blocks = [], flags = 0 } = spec
  const { kind = 'file', unicode = true, forceNoLinkInfo = false, size = 0 } = spec
  assert.equal(
    [
      link.creation,
      link.lastAccess,
      link.lastWrite,
      link.size,
      link.iconIndex,
      link.showCommand,
      link.hotKey,
    ],
    [
      spec.creation,
      spec.lastAccess,
      spec.lastWrite,
      size,
      spec.iconIndex ?? 0,
      spec.showCommand ?? 1,
      spec.hotKey ?? 0,
    ],
  )
  assert.is(link.attributes, spec.attributes ?? (kind === 'file' ? 0x20 : 0x10))
  assert.is(link.flags & flags, flags)
  assert.is((link.flags & LINK_FLAG.IsUnicode) !== 0, unicode)
  assert.is((link.flags & LINK_FLAG.ForceNoLinkInfo) !== 0, forceNoLinkInfo)
  const info = link.linkInfo
  assert.is(info === undefined ? undefined : shellLinkNetworkPath(info), target)
  assert.is(info === undefined ? undefined : shellLinkLocalPath(info), local?.path)
  if (target !== undefined) {
    assert.is(info?.network?.device, spec.device)
    assert.is(info?.network?.provider, spec.provider ?? 0x20000)
  }
  if (local !== undefined) {
    const { driveType = 3, serial = 0, label = '' } = local
    assert.equal([info?.local?.driveType, info?.local?.serial, info?.local?.label], [
      driveType,
      serial,
      label,
    ])
  }
  for (
    const name of ['description', 'relativePath', 'workingDirectory', 'arguments', 'iconLocation'] as const
  ) {
    assert.is(link.strings[name], strings[name])
  }
  assert.is(unicode ? link.environment?.unicode : link.environment?.ansi, environment)
  if (items !== true) assert.equal(link.items, items === false ? undefined : items)
  const extra = link.blocks.slice(environment === undefined ? 0 : 1)
  assert.equal(extra.map(({ signature, data }) => ({ signature, data })), blocks)
  assert.equal(link.oddities, [])
}

test('what is written is read', () => {
  fc.assert(fc.property(arbitrarySpec(), expectSame), { numRuns: 500, seed: SEED })
})

test('a link cut off anywhere is a link or an error of its own kind', () => {
  for (const { bytes } of Object.values(SAMPLES)) {
    for (let length = 0; length < bytes.length; length++) isLink(bytes.slice(0, length))
  }
  fc.assert(
    fc.property(arbitrarySpec(), fc.nat(), (spec, cut) => {
      const bytes = writeShellLink(spec)
      isLink(bytes.slice(0, cut % bytes.length))
    }),
    { seed: SEED },
  )
})

test('a link with any bit flipped is a link or an error of its own kind', () => {
  let links = 0
  for (const { bytes } of Object.values(SAMPLES)) {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const copy = bytes.slice()
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      if (isLink(copy)) links++
    }
  }
  assert.ok(links > 0)
})

test('a link with any bytes replaced is a link or an error of its own kind', () => {
  const patches = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 12 })
  fc.assert(
    fc.property(arbitrarySpec(), patches, (spec, changes) => {
      const bytes = writeShellLink(spec)
      for (const [at, value] of changes) bytes[at % bytes.length] = value
      isLink(bytes)
    }),
    { numRuns: 500, seed: SEED },
  )
})

test('any bytes behind any flags are a link or an error of its own kind', () => {
  fc.assert(
    fc.property(fc.nat({ max: 0x3ff }), fc.uint8Array({ maxLength: 300 }), (flags, rest) => {
      isLink(withFlags(flags, rest))
    }),
    { numRuns: 2000, seed: SEED },
  )
})

test('64 KiB made to cost time cost no more than their length allows', () => {
  const list = (item: string): Uint8Array => {
    const one = hex(item)
    const count = Math.floor(65_500 / one.length)
    const all = Uint8Array.from({ length: count * one.length }, (_, i) => one[i % one.length] ?? 0)
    return joined(u16(all.length + 2), all, hex('00 00'))
  }
  const items = LINK_FLAG.HasLinkTargetIDList
  const small = [
    '02 00',
    '03 00 1f',
    '08 00 32 00 00 00 00 00',
    '08 00 42 00 c0 00 00 00',
    '07 00 2f 41 41 41 41',
  ]
  for (const item of small) assert.ok(isLink(withFlags(items, list(item))), item)
  // One entry with a chain of the smallest blocks, none of which has the long name.
  const chain = new Uint8Array(65_000).map((_, i) => i % 8 === 0 ? 8 : 0)
  const entry = joined(hex('32 00 00 00 00 00 00 00 00 00 20 00 61 00'), chain, hex('10 00'))
  const long = joined(u16(entry.length + 4), u16(entry.length + 2), entry, hex('00 00'))
  assert.ok(isLink(withFlags(items, long)))
  // A link info whose five texts are the same long one: VolumeID at 36, CommonNetworkRelativeLink at 56.
  const info = new Uint8Array(65_536).fill(0x41).fill(0, 65_534)
  const numbers = new Uint32Array(info.buffer)
  numbers.set([65_536, 36, 3, 36, 100, 56, 100, 100, 100])
  numbers.set([65_500, 3, 0, 20, 64], 9)
  numbers.set([65_480, 3, 28, 28, 0x2_0000, 44, 44], 14)
  assert.ok(isLink(withFlags(LINK_FLAG.HasLinkInfo, info)))
  // The smallest blocks there are, and the longest strings.
  const blocks = new Uint8Array(65_536).map((_, i) => i % 8 === 0 ? 8 : 0)
  assert.ok(isLink(withFlags(0, blocks)))
  const string = joined(hex('ff ff'), new Uint8Array(131_070).fill(0xd8))
  assert.ok(isLink(withFlags(LINK_FLAG.HasName | LINK_FLAG.IsUnicode, string)))
})

function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >> 8)
}

function withFlags(flags: number, rest: Uint8Array): Uint8Array {
  const bytes = joined(FILE.bytes.slice(0, 76), rest)
  new DataView(bytes.buffer).setUint32(20, flags, true)
  return bytes
}

test.run()
