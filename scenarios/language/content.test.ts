/** Tests that content means the same bytes everywhere, and is told shortly. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bytes, contentBytes, describeContent, folder } from './content.ts'

test('a text is UTF-8', () => {
  assert.equal(
    contentBytes('aé€😀'),
    Uint8Array.of(0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80),
  )
})

test('base64 is what it says', () => {
  assert.equal(contentBytes({ base64: 'AP+A' }), Uint8Array.of(0, 255, 128))
  assert.equal(contentBytes({ base64: '' }), new Uint8Array(0))
})

test('a recipe gives the bytes of mulberry32', () => {
  assert.equal(Array.from(contentBytes(bytes(10))), [243, 234, 135, 160, 201, 73, 179, 0, 235, 196])
  assert.equal(Array.from(contentBytes(bytes(6, 0xffff_ffff))), [211, 243, 123, 229, 164, 165])
  assert.equal(contentBytes(bytes(0)), new Uint8Array(0))
})

test('a longer recipe begins with the shorter one, another seed differs', () => {
  assert.equal(contentBytes(bytes(1000)).subarray(0, 7), contentBytes(bytes(7)))
  assert.not.equal(contentBytes(bytes(8, 2)), contentBytes(bytes(8, 3)))
})

test('the seed is 1 unless told', () => {
  assert.equal(bytes(4096), { bytes: 4096, seed: 1 })
  assert.equal(bytes(5, 9), { bytes: 5, seed: 9 })
})

test('a folder is a path', () => {
  assert.equal(folder('./office'), { folder: './office' })
})

test('contents in a few words', () => {
  assert.is(describeContent('first draft'), '"first draft"')
  assert.is(describeContent('two\nlines'), '"two\\nlines"')
  assert.is(describeContent(bytes(4096)), '4,096 bytes (seed 1)')
  assert.is(describeContent(bytes(1_234_567, 7)), '1,234,567 bytes (seed 7)')
  assert.is(describeContent(bytes(1)), '1 byte (seed 1)')
  assert.is(describeContent(bytes(100)), '100 bytes (seed 1)')
  assert.is(describeContent({ base64: 'AP+A' }), '3 bytes (base64)')
})

test('a long text is cut after 60 characters, never inside one', () => {
  assert.is(describeContent('x'.repeat(60)), `"${'x'.repeat(60)}"`)
  assert.is(describeContent('x'.repeat(61)), `"${'x'.repeat(60)}…"`)
  assert.is(describeContent('😀'.repeat(61)), `"${'😀'.repeat(60)}…"`)
})

test.run()
