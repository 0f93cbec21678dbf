/** Tests that content means the same bytes everywhere, and is told shortly. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CsclabError } from '../../sim/mod.ts'
import { bytes, contentBytes, describeContent, folder, holes, linkTo, sizeOf } from './content.ts'

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

test('a file with holes is never held as a whole', () => {
  const spec = holes({ size: 2 ** 40, parts: [{ at: 5, content: 'x' }] })
  assert.equal(spec, { size: 1_099_511_627_776, parts: [{ at: 5, content: 'x' }] })
  assert.throws(
    () => contentBytes(spec),
    (error: unknown) =>
      error instanceof CsclabError && error.code === 'scenario' &&
      error.message === 'A file of 1 TiB with holes is not held as a whole',
  )
})

test('sizes are those of the bytes', () => {
  const specs = ['', 'é€', bytes(9), { base64: '' }, { base64: 'AA==' }, { base64: 'AAA=' }, {
    base64: 'AAAA',
  }]
  for (const spec of specs) assert.is(sizeOf(spec), contentBytes(spec).length)
  assert.is(sizeOf(bytes(2 ** 26)), 2 ** 26)
})

test('a link to a file has the bytes of a shell link', () => {
  assert.equal(linkTo('//srv/share/docs/a.txt'), { link: '//srv/share/docs/a.txt' })
  assert.equal(
    hex(contentBytes(linkTo('//srv/share/docs/a.txt'))),
    [
      '4c0000000114020000000000c00000000000004682000000200000000000000000000000000000000000000000000000',
      '000000000000000000000000010000000000000000000000000000004700',
      '00001c0000000200000000000000000000001c0000003c000000200000000200000014000000000000000000020',
      '05c5c7372765c736861726500646f63735c612e7478740000000000',
    ].join(''),
  )
})

test('a link to a directory or a share tells so', () => {
  const link = contentBytes(linkTo('//srv/share/docs', { directory: true }))
  assert.is(link[0x18], 0x10)
  assert.is(
    hex(link.subarray(0x4c)),
    '410000001c0000000200000000000000000000001c0000003c00000020000000020000001400000000000000000002005c5c7372765c' +
      '736861726500646f63730000000000',
  )
  const share = contentBytes(linkTo('//srv/share', { directory: true }))
  assert.is(share.length, link.length - 'docs'.length)
})

test('names beyond ASCII stand in the Unicode strings of a link', () => {
  const link = contentBytes(linkTo('//srv/share/d\u00f4cs/\u65e5.txt'))
  assert.is(
    hex(link.subarray(0x4c)),
    '85000000240000000200000000000000000000002400000064000000000000006f00000040000000020000001c000000000000000000' +
      '020028000000000000005c5c7372765c7368617265005c005c007300720076005c00730068006100720065000000643f63735c3f2e74' +
      '7874006400f400630073005c00e5652e00740078007400000000000000',
  )
})

test('contents in a few words', () => {
  assert.is(describeContent('first draft'), '"first draft"')
  assert.is(describeContent('two\nlines'), '"two\\nlines"')
  assert.is(describeContent(bytes(4096)), '4,096 bytes (seed 1)')
  assert.is(describeContent(bytes(1_234_567, 7)), '1,234,567 bytes (seed 7)')
  assert.is(describeContent(bytes(1)), '1 byte (seed 1)')
  assert.is(describeContent(bytes(100)), '100 bytes (seed 1)')
  assert.is(describeContent({ base64: 'AP+A' }), '3 bytes (base64)')
  assert.is(describeContent(linkTo('//hq/docs/a')), 'a link to //hq/docs/a')
  assert.is(describeContent(linkTo('//hq/docs', { directory: true })), 'a link to the directory //hq/docs')
  assert.is(describeContent(holes({ size: 0, parts: [] })), 'a file of 0 bytes with nothing written')
  assert.is(
    describeContent(
      holes({ size: 3 * 2 ** 30, parts: [{ at: 0, content: 'x' }, { at: 9, content: bytes(2) }] }),
    ),
    'a file of 3 GiB with "x" at 0, 2 bytes (seed 1) at 9',
  )
})

test('a long text is cut after 60 characters, never inside one', () => {
  assert.is(describeContent('x'.repeat(60)), `"${'x'.repeat(60)}"`)
  assert.is(describeContent('x'.repeat(61)), `"${'x'.repeat(60)}…"`)
  assert.is(describeContent('😀'.repeat(61)), `"${'😀'.repeat(60)}…"`)
})

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

test.run()
