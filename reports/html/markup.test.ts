import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { anchorOf, linkTo, markup, trusted } from './markup.ts'

test('everything that is not markup is escaped, in text and in attributes', () => {
  const evil = `<img src="x" onerror='alert(1)'>&\``
  assert.is(`${markup`<p title="${evil}">${evil}</p>`}`.includes('<img'), false)
  assert.is(`${markup`<p title="${`"'`}">`}`, '<p title="&#34;&#39;">')
  assert.is(`${markup`${'</script>'}`}`, '&#60;/script&#62;')
})

test('markup within markup stays, lists are joined, nothing leaves nothing', () => {
  const list = ['a', '<b>'].map((text) => markup`<li>${text}</li>`)
  assert.is(`${markup`<ul>${list}</ul>${undefined}${false}${7}`}`, '<ul><li>a</li><li>&#60;b&#62;</li></ul>7')
  assert.is(`${markup`${trusted('a > b')}`}`, 'a > b')
})

test('control characters, direction overrides and lone surrogates become visible', () => {
  assert.is(`${markup`${'a\u0000\u202e\ud800\u001b'}`}`, 'a\\x00\\u202e\\ud800\\x1b')
})

test('ordinary ids are their own anchors', () => {
  for (const id of ['conflicts/both-edited', 'names/nfd[é,文]', 'a.b_c-d:e']) assert.is(anchorOf(id), id)
})

test('anchors hold nothing that needs care, and differ when ids do', () => {
  const ids = ['a b', 'a\tb', 'a~0020b', 'a"b', 'a%20b', 'a\ud800b', 'a\ud801b', 'a#b', 'a<b']
  const anchors = ids.map(anchorOf)
  assert.is(new Set(anchors).size, ids.length)
  assert.ok(anchors.every((anchor) => /^[\w~]+$/.test(anchor)), anchors.join(' '))
  assert.ok(ids.every((id) => linkTo(id).startsWith('#a~')))
})

test.run()
