/** Tests that escapes in names mean what they say, everywhere, and that what is none stays or is a mistake. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { scenario } from './builder.ts'
import { checkScenario } from './check.ts'
import { expandEscapes } from './expand-escapes.ts'
import { parseScenarioJson } from './json.ts'
import { expandName, wrongEscape } from './name-escapes.ts'
import { printJson } from './print-json.ts'

test('letters are decomposed and composed', () => {
  assert.is(expandName('{nfd:é}.txt'), 'e\u0301.txt')
  assert.is(expandName('caf{nfc:e\u0301}'), 'caf\u00e9')
  assert.is(expandName('{nfd:éà}{nfc:e\u0301}'), 'e\u0301a\u0300\u00e9')
})

test('code points stand in four to six hexadecimal digits', () => {
  assert.is(expandName('{u+00e9}{u+1F600}{u+d800}{u+0000}'), '\u00e9\u{1f600}\ud800\0')
  assert.is(expandName('{u+10FFFF}'), String.fromCodePoint(0x10ffff))
})

test('escapes go into each other', () => {
  assert.is(expandName('{nfd:{u+00e9}}'), 'e\u0301')
  assert.is(expandName('{nf{u+0064}:é}'), 'e\u0301')
  assert.is(expandName('{u+00{nfc:e}9}'), '\u00e9')
})

test('other braces are letters like others', () => {
  for (const name of ['{x}', '{', '}', '{nfd}', '{u}', '{NFD:é}', '{{x}}', '{u 00e9}', 'a{b']) {
    assert.is(expandName(name), name)
    assert.is(wrongEscape(name), undefined)
  }
})

test('an escape that means nothing is found', () => {
  const wrong: readonly (readonly [name: string, escape: string])[] = [
    ['a{u+e9}', '{u+e9}'],
    ['{u+0000e9f}b', '{u+0000e9f}'],
    ['{u+110000}', '{u+110000}'],
    ['{u+00eg}', '{u+00eg}'],
    ['{u+002f}', '{u+002f}'],
    ['{u+005c}', '{u+005c}'],
    ['{u+007b}nfd:x}', '{u+007b}'],
    ['{nfd:}', '{nfd:}'],
    ['{nfc:a{b}', '{nfc:a{b}'],
    ['x{nfd:é', '{nfd:é'],
    ['{nfd:\u0378}', '{nfd:\u0378}'],
    ['{u+00e9}{u+1}', '{u+1}'],
  ]
  for (const [name, escape] of wrong) assert.is(wrongEscape(name), escape, name)
})

test('paths and trees of steps are expanded, and nothing else', () => {
  const text = '{u+0061}'
  assert.equal(expandEscapes({ do: 'note', text }), { do: 'note', text })
  assert.equal(
    expandEscapes({
      do: 'share',
      path: `//hq/${text}`,
      tree: { [text]: text, b: { [text]: null }, c: { link: `//hq/${text}`, directory: true } },
    }),
    {
      do: 'share',
      path: '//hq/a',
      tree: { a: text, b: { a: null }, c: { link: '//hq/a', directory: true } },
    },
  )
  assert.equal(
    expandEscapes({
      do: 'sync',
      paths: [`//hq/${text}`, { raw: text }],
      faults: [{ address: text, path: `//hq/${text}` }],
      handler: [{ path: `//hq/${text}`, newName: text }],
      during: [{ steps: [{ do: 'rename', path: `//hq/${text}`, to: `//hq/${text}2` }] }],
      crash: { path: `//hq/${text}` },
    }),
    {
      do: 'sync',
      paths: ['//hq/a', { raw: text }],
      faults: [{ address: text, path: '//hq/a' }],
      handler: [{ path: '//hq/a', newName: text }],
      during: [{ steps: [{ do: 'rename', path: '//hq/a', to: '//hq/a2' }] }],
      crash: { path: '//hq/a' },
    },
  )
  assert.equal(
    expandEscapes({ do: 'policy', conflicts: { [`//hq/${text}`]: 'log', [text]: 'skip' } }),
    { do: 'policy', conflicts: { '//hq/a': 'log', [text]: 'skip' } },
  )
  assert.equal(
    expandEscapes({
      do: 'expect-items',
      paths: [`//hq/${text}`],
      server: `//${text}`,
      share: `//hq/${text}`,
    }),
    { do: 'expect-items', paths: ['//hq/a'], server: '//a', share: '//hq/a' },
  )
})

test('the builder and JSON expand alike, relations included', () => {
  const built = scenario({ title: 'Names', covers: ['SYNC-05'] }, ({ share }) => {
    const docs = share('//hq/{nfd:é}', { 'a{u+00e9}': 'x', ['__proto__']: 'y' })
    docs.server.write('{nfc:e\u0301}', 'x')
  })
  const path = '//hq/e\u0301'
  const steps = [
    { do: 'share', path, tree: Object.fromEntries([['a\u00e9', 'x'], ['__proto__', 'y']]) },
    { do: 'write', side: 'server', path: `${path}/\u00e9`, content: 'x' },
  ]
  assert.equal(built.steps, steps)
  assert.equal(checkScenario(built), [])
  const file = printJson([{ name: 'names', scenario: built }])
    .replaceAll('e\u0301', '{nfd:é}').replace('a\u00e9', 'a{u+00e9}').replace('/\u00e9"', '/{nfc:e\u0301}"')
  assert.match(file, '{nfd:é}/{nfc:e\u0301}')
  assert.equal(parseScenarioJson(file, 'names.json').scenarios[0]?.scenario.steps, steps)
})

test('two names of a tree that become one are a mistake, in both', () => {
  const tree = { '{nfc:e\u0301}': 'x', '\u00c9': 'y' }
  const built = scenario(
    { title: 'Twice', covers: ['SYNC-05'] },
    ({ share }) => void share('//hq/docs', tree),
  )
  assert.equal(checkScenario(built).map(({ message }) => message), ['The tree names "\u00c9" twice'])
  const same = { 'a{u+00e9}': 'x', 'a\u00e9': 'y' }
  const collided = scenario(
    { title: 'Twice', covers: ['SYNC-05'] },
    ({ share }) => void share('//hq/docs', same),
  )
  assert.equal(checkScenario(collided).map(({ message }) => message), ['The tree names "a\u00e9" twice'])
  assert.throws(
    () => parseScenarioJson(printJson([{ name: 'twice', scenario: collided }]), 'twice.json'),
    (error: unknown) => error instanceof Error && error.message.includes('The tree names "a\u00e9" twice'),
  )
})

test('an escape that means nothing is a mistake, with its place', () => {
  const built = scenario({ title: 'Wrong', covers: ['SYNC-05'] }, ({ share, policy }) => {
    const docs = share('//hq/docs', { '{nfd:': 'x' })
    docs.server.touch('{u+e9}')
    policy({ conflicts: { '//hq/{u+e9}': 'log', '{u+e9}': 'log' } })
  })
  const hint =
    'Escapes are {nfd:é}, {nfc:é} and {u+00e9}: assigned letters, or 4 to 6 hexadecimal digits, but no slash or brace'
  assert.equal(checkScenario(built).map(({ message, hint: said }) => [message, said]), [
    ['Unknown escape "{nfd:" in a name', hint],
    ['Unknown escape "{u+e9}" in a name', hint],
    ['Unknown escape "{u+e9}" in a name', hint],
  ])
})

test.run()
