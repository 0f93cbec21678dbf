/** Large and sparse files cost what is in them, and equal bytes have equal digests however they are stored. */

import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ATTRIBUTE } from '../windows/mod.ts'
import type { Content } from './content.ts'
import type { VolumeEffect } from './effect.ts'
import { type FileBytes, NO_BYTES } from './file-bytes.ts'
import { contentOfStored, type StoredContent } from './memfs-content.ts'
import {
  at,
  bytes,
  code,
  good,
  info,
  open,
  options,
  PLAN,
  read,
  text,
  volume,
  write,
} from './testing/support.ts'
import type { Volume } from './volume.ts'

const KIB = 1_024
const MIB = 1_024 * KIB
const GIB = 1_024 * MIB
const BLOCK = 64 * KIB

function contentOf(on: Volume): Content {
  const content = on.contentOf(PLAN)
  if (content === undefined) throw new Error('no plan')
  return content
}

function sparseFile(on: Volume, size: number): ReturnType<typeof open> {
  const handle = open(on, PLAN)
  good(on.setSparse(handle, true))
  good(on.truncate(handle, size))
  return handle
}

test('every write is visible at once, so a write that is cut short leaves a torn file', () => {
  const on = volume()
  write(on, PLAN, 'a'.repeat(3 * BLOCK))
  const handle = open(on, PLAN)
  const versions: Content[] = []
  on.listen((effect: VolumeEffect) => {
    if (effect.effect === 'put' && effect.content !== undefined) versions.push(effect.content)
  })
  good(on.write(handle, 0, bytes('b'.repeat(BLOCK))))
  good(on.write(handle, BLOCK, bytes('b'.repeat(10))))
  assert.is(read(on, PLAN), 'b'.repeat(BLOCK + 10) + 'a'.repeat(2 * BLOCK - 10))
  assert.equal(versions.map((content) => text(content.read(BLOCK - 1, 3))), ['baa', 'bbb'])
  assert.is(info(on, PLAN).size, 3 * BLOCK)
})

test('versions that share blocks stay as they were, also when both sides of a fork append', () => {
  const on = volume()
  const handle = open(on, PLAN)
  good(on.write(handle, 0, bytes('x'.repeat(BLOCK + 5))))
  const before = contentOf(on)
  const fork = on.fork(options)
  good(on.write(handle, BLOCK + 5, bytes('one')))
  good(fork.write(handle, BLOCK + 5, bytes('other')))
  good(fork.truncate(handle, BLOCK + 6))
  good(fork.truncate(handle, BLOCK + 9))
  assert.equal([before, contentOf(on), contentOf(fork)].map((content) => text(content.read(BLOCK, 20))), [
    'xxxxx',
    'xxxxxone',
    'xxxxxo\0\0\0',
  ])
})

test('what another version wrote behind the end of a file is not seen in a gap', () => {
  const on = volume()
  const handle = open(on, PLAN)
  good(on.write(handle, 0, bytes('x'.repeat(BLOCK + 5))))
  const fork = on.fork(options)
  good(on.write(handle, BLOCK + 5, bytes('seen')))
  good(fork.write(handle, BLOCK + 12, bytes('z')))
  good(on.truncate(handle, BLOCK + 6))
  good(on.write(handle, BLOCK + 10, bytes('z')))
  assert.equal([contentOf(on), contentOf(fork)].map((content) => text(content.read(BLOCK + 4, 20))), [
    'xs\0\0\0\0z',
    'x\0\0\0\0\0\0\0z',
  ])
})

test('a terabyte of nothing takes no room, and what is written in it takes its blocks', () => {
  const on = volume({ capacity: MIB })
  const handle = sparseFile(on, 1_024 * GIB)
  assert.equal([contentOf(on).allocated, contentOf(on).extents(), on.usage().used], [0, [], 0])
  good(on.write(handle, 700 * GIB - 1, bytes('ab')))
  const content = contentOf(on)
  assert.equal([content.size, content.allocated], [1_024 * GIB, 2 * BLOCK])
  assert.equal(content.extents(), [{ offset: 700 * GIB - BLOCK, length: 2 * BLOCK }])
  assert.equal([...good(on.read(handle, 700 * GIB - 2, 4))], [0, 97, 98, 0])
  assert.equal([...content.read(1_024 * GIB - 2, 10)], [0, 0])
  assert.is(info(on, PLAN).attributes, ATTRIBUTE.ARCHIVE | ATTRIBUTE.SPARSE_FILE)
  assert.is(content.digest(), contentOf(on.fork(options)).digest())
})

test('files beyond 4 GiB work without being sparse, and beyond 16 TiB there are none', () => {
  const on = volume()
  const handle = open(on, PLAN)
  good(on.truncate(handle, 5 * GIB))
  good(on.write(handle, 5 * GIB, bytes('end')))
  assert.equal([contentOf(on).size, contentOf(on).allocated], [5 * GIB + 3, 5 * GIB + 3])
  assert.equal(contentOf(on).extents(), [{ offset: 0, length: 5 * GIB + 3 }])
  assert.is(text(good(on.read(handle, 5 * GIB, 10))), 'end')
  assert.is(code(on.truncate(handle, 16 * 1_024 * GIB)), 87)
  assert.is(code(on.write(handle, 16 * 1_024 * GIB - BLOCK, bytes('x'))), 87)
  assert.is(code(on.write(handle, -1, bytes('x'))), 87)
  assert.is(code(on.truncate(handle, 0.5)), 87)
  assert.throws(() => contentOf(on).bytes(), /too large for one array/)
})

test('zeroing gives whole blocks of a sparse file back, and nothing of a plain one', () => {
  const on = volume()
  const handle = open(on, PLAN)
  good(on.write(handle, 0, new Uint8Array(4 * BLOCK).fill(1)))
  good(on.zero(handle, BLOCK / 2, BLOCK))
  assert.equal([contentOf(on).allocated, [...contentOf(on).read(BLOCK / 2 - 1, 2)]], [4 * BLOCK, [1, 0]])
  good(on.setSparse(handle, true))
  assert.is(contentOf(on).allocated, 4 * BLOCK)
  good(on.zero(handle, BLOCK - 1, 2 * BLOCK + 1))
  assert.equal(contentOf(on).extents(), [{ offset: 0, length: BLOCK }, { offset: 3 * BLOCK, length: BLOCK }])
  good(on.zero(handle, 3 * BLOCK, 99 * BLOCK))
  assert.equal([contentOf(on).size, contentOf(on).allocated], [4 * BLOCK, BLOCK])
  good(on.truncate(handle, BLOCK + 10))
  good(on.write(handle, BLOCK, bytes('last block')))
  good(on.zero(handle, BLOCK, 10))
  assert.equal(
    [contentOf(on).size, contentOf(on).allocated],
    [BLOCK + 10, BLOCK],
    'the last one, though not full',
  )
  good(on.truncate(handle, 4 * BLOCK))
  good(on.setSparse(handle, false))
  assert.equal([contentOf(on).allocated, info(on, PLAN).attributes & ATTRIBUTE.SPARSE_FILE], [4 * BLOCK, 0])
  good(on.setSparse(PLAN, true))
  assert.equal([contentOf(on).allocated, contentOf(on).extents().length], [4 * BLOCK, 1])
})

test('a staged copy of a sparse file stays sparse', () => {
  const on = volume({ capacity: MIB })
  on.close(sparseFile(on, GIB).number)
  const staged = good(on.stage(PLAN))
  good(on.write(staged, 8 * GIB, bytes('end')))
  good(on.commit(staged, { expect: 'any' }))
  assert.equal([contentOf(on).size, contentOf(on).allocated], [8 * GIB + 3, 3])
  assert.ok((info(on, PLAN).attributes & ATTRIBUTE.SPARSE_FILE) !== 0)
})

test('a plain copy committed to a sparse file is sparse again, with all of it allocated', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  good(on.setSparse(PLAN, true))
  const staged = good(on.stage(PLAN))
  good(on.setSparse(staged, false))
  good(on.truncate(staged, 3 * BLOCK))
  good(on.commit(staged, { expect: 'any' }))
  assert.ok((info(on, PLAN).attributes & ATTRIBUTE.SPARSE_FILE) !== 0)
  const handle = open(on, PLAN)
  good(on.truncate(handle, 9 * BLOCK))
  assert.is(contentOf(on).allocated, 3 * BLOCK)
})

test('sparse is refused to those who may not write', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  const reader = open(on, PLAN, { access: 'read' })
  assert.is(code(on.setSparse(reader, true)), 5)
  assert.is(code(on.zero(reader, 0, 1)), 5)
  assert.is(code(on.setSparse(at(), true)), 5)
  assert.is(code(on.setSparse(at('none'), true)), 2)
  on.close(reader.number)
  const lock = open(on, PLAN, { access: 'read', share: ['read'] })
  assert.is(code(on.setSparse(PLAN, true)), 32)
  on.close(lock.number)
  on.setInfo(PLAN, { info: { attributes: ATTRIBUTE.READONLY } })
  assert.is(code(on.setSparse(PLAN, true)), 5)
})

test('a digest is the SHA-256 of the bytes up to 64 MiB, and one of sizes and blocks beyond', () => {
  const sha = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')
  const small = NO_BYTES.resize(64 * MIB).write(5, bytes('x'))
  assert.is(contentOfStored(small).digest(), sha(small.read(0, 64 * MIB)))
  const large = small.resize(64 * MIB + 1).write(64 * MIB, bytes('y')).write(BLOCK, new Uint8Array(BLOCK))
  const first = large.read(0, BLOCK)
  assert.is(contentOfStored(large).digest(), sha(`67108865\n0 ${sha(first)}\n1024 ${sha('y')}\n`))
})

test('the digest of a growing file takes up where the last one ended', () => {
  const on = volume()
  const handle = open(on, PLAN)
  const hash = createHash('sha256')
  for (let i = 0; i < 20; i++) {
    const part = new Uint8Array(10_000 + i).fill(i)
    hash.update(part)
    good(on.write(handle, contentOf(on).size, part))
    assert.is(contentOf(on).digest(), hash.copy().digest('hex'))
  }
  good(on.write(handle, 3, bytes('over')))
  assert.is(contentOf(on).digest(), createHash('sha256').update(contentOf(on).bytes()).digest('hex'))
  good(on.truncate(handle, 100_000))
  assert.is(contentOf(on).digest(), createHash('sha256').update(contentOf(on).bytes()).digest('hex'))
})

/** A change of bytes, and the same on a plain array. */
type Edit = readonly [kind: 'write' | 'resize' | 'zero' | 'sparse' | 'plain', offset: number, length: number]

const LIMIT = 5 * BLOCK

function edited(stored: FileBytes, [kind, offset, length]: Edit): FileBytes {
  switch (kind) {
    case 'write':
      return stored.write(offset, new Uint8Array(length).fill(1 + length % 3))
    case 'resize':
      return stored.resize(offset)
    case 'zero':
      return stored.zero(offset, length)
    default:
      return stored.withSparse(kind === 'sparse')
  }
}

function editedModel(model: Uint8Array, [kind, offset, length]: Edit): Uint8Array {
  const size = kind === 'resize'
    ? offset
    : kind === 'write' && length > 0
    ? Math.max(model.length, offset + length)
    : model.length
  const next = new Uint8Array(size)
  next.set(model.subarray(0, size))
  if (kind === 'write') next.fill(1 + length % 3, offset, offset + length)
  if (kind === 'zero') next.fill(0, offset, offset + length)
  return next
}

const OFFSET = fc.oneof(
  fc.nat({ max: LIMIT }),
  fc.nat({ max: 200 }),
  fc.constantFrom(0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK),
)
const EDIT: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom('write', 'write', 'resize', 'zero', 'sparse', 'plain'),
  OFFSET,
  fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 2 * BLOCK })),
)

test('bytes in blocks are the bytes of a plain array, in every version, and so is their digest', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), EDIT), { maxLength: 14 }), (script) => {
      const versions: { stored: FileBytes; content: StoredContent; model: Uint8Array }[] = [{
        stored: NO_BYTES,
        content: contentOfStored(NO_BYTES),
        model: new Uint8Array(),
      }]
      for (const [which, edit] of script) {
        const from = versions[which % versions.length]
        if (from === undefined) continue
        const stored = edited(from.stored, edit)
        if (which % 3 === 0) from.content.digest()
        const first = edit[0] === 'sparse' || edit[0] === 'plain' ? stored.size : edit[1]
        versions.push({
          stored,
          content: from.content.next(stored, first),
          model: editedModel(from.model, edit),
        })
      }
      for (const { stored, content, model } of versions) {
        assert.is(Buffer.compare(stored.read(0, LIMIT * 2), model), 0)
        assert.is(Buffer.compare(content.bytes(), model), 0)
        assert.is(content.digest(), createHash('sha256').update(model).digest('hex'))
        const extents = content.extents()
        assert.is(extents.reduce((sum, { length }) => sum + length, 0), content.allocated)
        assert.ok(stored.sparse || content.allocated === model.length)
        const seen = new Uint8Array(model.length)
        for (const { offset, length } of extents) seen.set(stored.read(offset, length), offset)
        assert.is(Buffer.compare(seen, model), 0, 'nothing but zeros outside the extents')
      }
    }),
    { numRuns: 400, seed: 20100104 },
  )
})

test('equal bytes have equal digests beyond 64 MiB too, whatever is allocated', () => {
  const base = 64 * MIB
  fc.assert(
    fc.property(fc.array(EDIT, { maxLength: 6 }), (edits) => {
      let plain = NO_BYTES.resize(base + 2 * LIMIT + 2 * BLOCK)
      let sparse = plain.withSparse(true).zero(0, plain.size)
      for (const [kind, offset, length] of edits) {
        if (kind !== 'write' && kind !== 'zero') continue
        plain = edited(plain, [kind, base + offset, length])
        sparse = edited(sparse, [kind, base + offset, length])
      }
      assert.is(contentOfStored(plain).digest(), contentOfStored(sparse).digest())
      const other = sparse.write(base, bytes('different'))
      assert.is.not(contentOfStored(plain).digest(), contentOfStored(other).digest())
    }),
    { numRuns: 100, seed: 20100104 },
  )
})

test.run()
