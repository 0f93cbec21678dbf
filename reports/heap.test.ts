/** The scales for memory, on things of known weight. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { heapMeter } from './heap.ts'

const MEGABYTE = 1 << 20

test('what is kept weighs what it holds, in buffers and in objects; what was dropped weighs nothing', () => {
  const weigh = heapMeter()
  if (typeof weigh !== 'function') return assert.unreachable(weigh.missing)
  const before = weigh()
  const held: { bytes: Uint8Array | undefined; list: readonly object[] } = {
    bytes: new Uint8Array(8 * MEGABYTE),
    list: Array.from({ length: MEGABYTE / 8 }, (_, index) => ({ index })),
  }
  const kept = weigh() - before
  assert.ok(kept > 10 * MEGABYTE && kept < 20 * MEGABYTE, `kept ${kept}`)
  held.bytes = undefined
  held.list = []
  const left = weigh() - before
  assert.ok(left < MEGABYTE, `left ${left}`)
})

test.run()
