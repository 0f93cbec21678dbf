/** Tests that literals say exactly their value, and show what could not be seen. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { contentLiteral, listLiteral, literal, quote, treeLiteral } from './typescript-literal.ts'

test('quotes, backslashes and line breaks are escaped', () => {
  assert.is(quote(''), "''")
  assert.is(quote(`it's "so" \\ \n\r\t`), `'it\\'s "so" \\\\ \\n\\r\\t'`)
  assert.is(quote('${x} `y` é 😀'), "'${x} `y` é 😀'")
})

test('what cannot be seen, joins its neighbour or is half a letter is escaped', () => {
  const unseen = [
    '\0',
    '\x1b',
    '\x7f',
    '\xa0\xad',
    'e\u0301',
    '\u200b',
    '\u202e',
    '\u2028',
    '\u2066',
    '\ud800',
    '\udc00',
    '\ufe0f',
    '\ufeff',
  ]
  assert.equal(unseen.map(quote), [
    "'\\u0000'",
    "'\\u001b'",
    "'\\u007f'",
    "'\xa0\\u00ad'",
    "'e\\u0301'",
    "'\\u200b'",
    "'\\u202e'",
    "'\\u2028'",
    "'\\u2066'",
    "'\\ud800'",
    "'\\udc00'",
    "'\\ufe0f'",
    "'\\ufeff'",
  ])
})

test('plain data', () => {
  assert.is(
    literal({ a: 1, 'b-c': [true, null, "x'"], d: {} }),
    "{ a: 1, 'b-c': [true, null, 'x\\''], d: {} }",
  )
  assert.is(literal(Object.fromEntries([['__proto__', 1]])), "{ ['__proto__']: 1 }")
})

test('content in its shortest form', () => {
  assert.is(contentLiteral('x'), "'x'")
  assert.is(contentLiteral({ bytes: 5, seed: 1 }), 'bytes(5)')
  assert.is(contentLiteral({ bytes: 5, seed: 2 }), 'bytes(5, 2)')
  assert.is(contentLiteral({ base64: 'AA==' }), "{ base64: 'AA==' }")
  assert.is(contentLiteral({ link: '//hq/docs' }), "linkTo('//hq/docs')")
  assert.is(
    contentLiteral({ link: '//hq/docs', directory: true }),
    "linkTo('//hq/docs', { directory: true })",
  )
  assert.is(
    contentLiteral({ size: 9, parts: [{ at: 1, content: { bytes: 2, seed: 1 } }] }),
    'holes({ size: 9, parts: [{ at: 1, content: bytes(2) }] })',
  )
})

test('trees: one name on a line, several on lines of their own', () => {
  assert.is(treeLiteral({}, '  '), '{}')
  assert.is(treeLiteral({ a: { b: null } }, '  '), "{ 'a': { 'b': null } }")
  assert.is(
    treeLiteral({ a: { b: '1', c: null }, d: { bytes: 1, seed: 1 } }, '  '),
    "{\n    'a': {\n      'b': '1',\n      'c': null,\n    },\n    'd': bytes(1),\n  }",
  )
  assert.is(
    treeLiteral({ a: { b: { c: '1', d: '2' } } }, ''),
    "{ 'a': { 'b': {\n  'c': '1',\n  'd': '2',\n} } }",
  )
})

test('lists: short ones on one line', () => {
  assert.is(listLiteral(["'a'", "'b'"], ''), "['a', 'b']")
  const long = 'x'.repeat(76)
  assert.is(listLiteral([long, 'y'], '  '), `[\n    ${long},\n    y,\n  ]`)
  assert.is(listLiteral([long], ''), `[${long}]`)
})

test.run()
