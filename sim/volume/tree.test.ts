/** Trees tell a volume as it is, stay as they were, and share what no change has touched. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { at, good, open, options, PLAN, time, volume, write } from './testing/support.ts'
import type { Tree } from './tree.ts'
import { Volume } from './volume.ts'

/** A tree as plain text, line by line. */
function told(tree: Tree): readonly string[] {
  return [...tree].map(([key, { path, info, content, streams, rights }]) =>
    JSON.stringify([key, path, info, content?.digest(), [...streams?.keys() ?? []], [...rights ?? []]])
  )
}

/** A volume of the same items that has never listed anything. */
function rebuilt(on: Volume): Volume {
  return Volume.fromData(on.toData(), options)
}

function filled(profile: { readonly caseSensitive?: boolean } = {}): Volume {
  const on = volume({ profile })
  for (const name of ['a', 'b']) {
    on.mkdir(at(name))
    on.mkdir(at(name, 'deep'))
    write(on, at(name, 'one.txt'), 'one')
    write(on, at(name, 'deep', 'two.txt'), 'two')
  }
  write(on, PLAN, 'first draft')
  return on
}

/** One after the other, changes of every kind. */
const CHANGES: Readonly<Record<string, (on: Volume) => unknown>> = {
  'a new file': (on) => write(on, at('a', 'new.txt'), 'new'),
  'other content': (on) => write(on, at('a', 'deep', 'two.txt'), 'second'),
  'a directory': (on) => good(on.mkdir(at('b', 'deep', 'deeper'))),
  'attributes': (on) => good(on.setInfo(at('b', 'one.txt'), { info: { attributes: 1 } })),
  'a stream': (on) => write(on, at('b', 'deep', 'two.txt'), 'note', { stream: 'note' }),
  'rights': (on) => good(on.setRights(at('b', 'deep'), 'bob', { read: 'deny' })),
  'a moved directory': (on) => good(on.rename(at('a'), at('b', 'moved'), { replace: false })),
  'another spelling': (on) => good(on.rename(at('b'), at('B'), { replace: false })),
  'something in what was moved': (on) => write(on, at('B', 'moved', 'deep', 'two.txt'), 'third'),
  'a staged file': (on) => {
    const staged = open(on, at('B', 'one.new'))
    good(on.write(staged, 0, new Uint8Array(9)))
    on.close(staged.number)
  },
  'a removed file': (on) => good(on.remove(at('B', 'moved', 'one.txt'))),
  'a file for a directory': (on) => {
    good(on.remove(at('B', 'moved', 'deep', 'two.txt')))
    good(on.remove(at('B', 'moved', 'deep')))
    write(on, at('B', 'moved', 'deep'), 'a file')
  },
}

for (const caseSensitive of [false, true]) {
  test(`after every change the tree is that of a volume built anew, ${caseSensitive ? 'with' : 'without'} case`, () => {
    const on = filled({ caseSensitive })
    const seen = new Map<string, readonly [tree: Tree, text: readonly string[]]>()
    for (const [name, change] of Object.entries(CHANGES)) {
      time.now++
      change(on)
      assert.equal(told(on.tree()), told(rebuilt(on).tree()), name)
      assert.equal(told(on.tree(at('B'))), told(rebuilt(on).tree(at('B'))), name)
      seen.set(name, [on.tree(), told(on.tree())])
    }
    for (const [name, [tree, text]] of seen) assert.equal(told(tree), text, `${name}: the tree of then stays`)
  })
}

test('two forks have trees of their own, whichever of them changes what both share', () => {
  const on = filled()
  on.tree()
  const fork = on.fork(options)
  write(fork, at('a', 'deep', 'two.txt'), 'of the fork')
  assert.equal(told(fork.tree()), told(rebuilt(fork).tree()))
  assert.equal(told(on.tree()), told(rebuilt(on).tree()))
  write(on, at('a', 'deep', 'two.txt'), 'of the first')
  good(on.rename(at('b'), at('c'), { replace: false }))
  const second = fork.fork(options)
  for (const one of [fork, on, second, fork]) assert.equal(told(one.tree()), told(rebuilt(one).tree()))
  write(second, at('b', 'deep', 'three.txt'), 'of the second')
  for (const one of [second, fork, on]) assert.equal(told(one.tree()), told(rebuilt(one).tree()))
})

test('names that differ in case alone come and go, and the first keeps the plain key', () => {
  const on = volume({ profile: { caseSensitive: true } })
  for (const name of ['b', 'A']) write(on, at(name), name)
  on.mkdir(at('a'))
  write(on, at('a', 'inside'), 'inside')
  for (
    const step of [
      () => good(on.remove(at('A'))),
      () => write(on, at('B'), 'B'),
      () => write(on, at('A'), 'A'),
    ]
  ) {
    on.tree()
    step()
    assert.equal(told(on.tree()), told(rebuilt(on).tree()))
  }
})

test('items that nothing happened to are the same objects as before, and frozen', () => {
  const on = filled()
  const before = on.tree()
  write(on, at('a', 'new.txt'), 'new')
  const after = on.tree()
  const other = [...after].filter(([key, entry]) => before.get(key) !== entry).map(([, { path }]) => path)
  assert.equal(other, ['\\\\hq\\docs\\a', '\\\\hq\\docs\\a\\new.txt'])
  for (const entry of after.values()) assert.ok(Object.isFrozen(entry))
})

test.run()
