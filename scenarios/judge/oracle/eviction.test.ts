/** Tests of what gives way in a full cache. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Lab, problems } from './testing/lab.ts'

const GONE = 'The local copy is gone'

function evicted(
  said: { readonly crowded: boolean; readonly pinned?: 0 | 2 },
  lab: Lab = new Lab({ old: 'a' }),
): readonly string[] {
  const { crowded, pinned = 0 } = said
  return problems(lab.round('in', (now) => now.local('remove old'), { pinned, more: { crowded } }))
}

test('what nobody pinned may be evicted where the cache is full, and only there', () => {
  assert.equal(evicted({ crowded: true }), [])
  assert.equal(evicted({ crowded: false }), [`old: ${GONE}`])
  assert.equal(evicted({ crowded: true, pinned: 2 }), [`old: ${GONE}`])
})

test('an edit that waits is never evicted', () => {
  const lab = new Lab({ old: 'a' }).local('write old edited')
  assert.equal(evicted({ crowded: true }, lab), [`old: ${GONE}`])
})

test.run()
