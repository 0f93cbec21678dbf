import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Content, itemAt, World } from '../sim/mod.ts'
import { HEX_BYTES, previewNote, previewOf, TEXT_BYTES } from './preview.ts'

function contentOf(bytes: Uint8Array | string): Content {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  const world = new World()
  world.addShare('\\\\hq\\docs')
  world.lay('server', '\\\\hq\\docs\\file', { content })
  const found = itemAt(world.tree('server'), '\\\\hq\\docs\\file')?.content
  if (found === undefined) throw new Error('the file is not there')
  return found
}

test('text is shown as text, the invisible in it as escapes', () => {
  assert.equal(previewOf(contentOf('Grüße\tto\r\nyou\u202e')), {
    text: 'Grüße\\tto\\r\nyou\\u202e',
    hex: false,
    size: 18,
    shown: 18,
  })
})

test('bytes that are no UTF-8, and text with control characters, are shown in hexadecimal', () => {
  assert.equal(previewOf(contentOf(Uint8Array.of(0xff, 0x41, 0x0a))), {
    text: 'ff 41 0a',
    hex: true,
    size: 3,
    shown: 3,
  })
  assert.is(previewOf(contentOf('a\u0000b')).text, '61 00 62')
})

test('long content is cut, and the cut is stated', () => {
  const hex = previewOf(contentOf(new Uint8Array(5000)))
  assert.is(hex.text.length, HEX_BYTES * 3 - 1)
  assert.is(previewNote(hex), 'showing 32 of 5,000 bytes')
  const text = previewOf(contentOf('x'.repeat(TEXT_BYTES + 1)))
  assert.is(text.text.length, TEXT_BYTES)
  assert.is(previewNote(text), 'showing 4,096 of 4,097 bytes')
  assert.is(previewNote(previewOf(contentOf('short'))), '')
})

test('a cut does not go through a character', () => {
  const preview = previewOf(contentOf(`${'x'.repeat(TEXT_BYTES - 1)}文文`))
  assert.is(preview.hex, false)
  assert.is(preview.shown, TEXT_BYTES - 1)
})

test.run()
