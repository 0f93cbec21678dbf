/** The bytes of a file are moved whole, in chunks, with the holes of a large one. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type ByteRange, isFailure, type Request } from '../../sim/port/mod.ts'
import type { Pending } from '../testing/world.ts'
import { copyDown } from './copy-down.ts'
import { at, Desk } from './testing/desk.ts'

const MEGABYTE = 1_048_576
const CHUNK = 65_536

/** Some bytes, no two neighbours of 64 KiB alike. */
function some(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i + Math.floor(i / CHUNK) * 7) % 251 + 1)
}

function copied(
  desk: Desk,
  name: string,
): { readonly same: boolean; readonly extents: readonly ByteRange[] } {
  assert.not.ok(isFailure(desk.run(copyDown(at(name)), { actor: 'engine' })))
  const [there, here] = [desk.item('server', name)?.content, desk.item('cache', name)?.content]
  return { same: here?.digest() === there?.digest(), extents: here?.extents() ?? [] }
}

test('files of every size come whole, however they fall into chunks', () => {
  for (
    const size of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, MEGABYTE, MEGABYTE + 1, 2 * MEGABYTE + 3]
  ) {
    const desk = new Desk({})
    desk.there({ do: 'write', path: at('disk.img'), bytes: some(size) })
    assert.ok(copied(desk, 'disk.img').same, `${size} bytes`)
  }
})

test('a large file is copied with its holes, and the room they save is saved here too', () => {
  const desk = new Desk({})
  const parts = [{ offset: MEGABYTE, bytes: some(10) }, { offset: 40 * MEGABYTE, bytes: some(CHUNK + 5) }]
  desk.there({ do: 'write-sparse', path: at('disk.img'), size: 50 * MEGABYTE, parts })
  const { same, extents } = copied(desk, 'disk.img')
  assert.ok(same)
  assert.equal(extents, desk.item('server', 'disk.img')?.content?.extents())
  assert.ok(desk.asked('read').reduce((sum, { length }) => sum + length, 0) < MEGABYTE)
  desk.there({ do: 'write-sparse', path: at('empty.img'), size: 2 * MEGABYTE, parts: [] })
  assert.equal(copied(desk, 'empty.img'), { same: true, extents: [] })
  assert.is(desk.item('cache', 'empty.img')?.info.size, 2 * MEGABYTE)
})

test('a large file without holes is no sparse one here', () => {
  const desk = new Desk({})
  desk.there({ do: 'write', path: at('disk.img'), bytes: some(2 * MEGABYTE) })
  copied(desk, 'disk.img')
  assert.equal([desk.asked('set-sparse').length, desk.asked('truncate').length], [0, 0])
})

test('whatever request fails, the copy fails with its code', () => {
  for (
    const [kind, nth] of [['query-ranges', 1], ['set-sparse', 1], ['truncate', 1], ['read', 2], [
      'write',
      2,
    ]] as const
  ) {
    const desk = new Desk({})
    const parts = [{ offset: 0, bytes: some(3 * CHUNK) }]
    desk.there({ do: 'write-sparse', path: at('disk.img'), size: 2 * MEGABYTE, parts })
    const interrupt = refuseNth(kind, nth)
    const result = desk.run(copyDown(at('disk.img')), { actor: 'application', interrupt })
    assert.equal(result, { kind: 'failed', code: 1117 }, kind)
    assert.equal([desk.here('disk.img'), desk.leftOpen], [undefined, 0], kind)
  }
})

function refuseNth(kind: Request['kind'], nth: number): (pending: Pending) => { refuse: number } | undefined {
  let met = 0
  return ({ request }) => request.kind === kind && ++met === nth ? { refuse: 1117 } : undefined
}

test.run()
