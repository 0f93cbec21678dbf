/** Trees of several servers in one: made anew when one of them is another, or there is one more or less. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Tree } from '../volume/mod.ts'
import { JoinedTrees } from './joined-trees.ts'
import { DOCS, office } from './testing/office.ts'
import { World } from './world.ts'

function treeOf(share: string): Tree {
  const world = new World()
  world.addShare(share)
  return world.tree('server')
}

test('the whole stays the same object until a part is another, and follows their number', () => {
  const joined = new JoinedTrees()
  const [docs, box, plan] = [treeOf(DOCS), treeOf('\\\\nas\\box'), office().world.tree('server')]
  const sizes = (...parts: readonly Tree[]): number => joined.of(parts).size
  assert.is(sizes(), 0)
  assert.is(joined.of([docs]), docs, 'one tree is itself')
  const both = joined.of([docs, box])
  assert.is(joined.of([docs, box]), both)
  assert.equal([...both.keys()], ['\\\\HQ', '\\\\HQ\\DOCS', '\\\\NAS', '\\\\NAS\\BOX'])
  assert.equal([sizes(plan, box), sizes(plan), sizes()], [5, 3, 0])
  assert.is(both.size, 4)
})

test.run()
