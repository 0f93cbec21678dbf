import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { counted, formatCount, visible, visibleLine } from './visible.ts'

test('terminal commands, direction overrides and lone surrogates become escapes', () => {
  assert.is(visible('\u001b[31mred\u0007'), '\\x1b[31mred\\x07')
  assert.is(visible('gnp.\u202etxt'), 'gnp.\\u202etxt')
  assert.is(visible('a\ud800b\udc00'), 'a\\ud800b\\udc00')
  assert.is(visible('tab\treturn\r'), 'tab\\treturn\\r')
})

test('ordinary text, pairs of surrogates and line feeds stay', () => {
  assert.is(visible('Ünïcode 文 🗂\nnext'), 'Ünïcode 文 🗂\nnext')
  assert.is(visibleLine('one\ntwo'), 'one\\ntwo')
})

test('counts have commas between thousands and the noun they belong to', () => {
  assert.equal([0, 999, 1000, 1234567].map(formatCount), ['0', '999', '1,000', '1,234,567'])
  assert.is(counted(1, 'item'), '1 item')
  assert.is(counted(5000, 'item'), '5,000 items')
  assert.is(counted(2, 'entry', 'entries'), '2 entries')
})

test.run()
