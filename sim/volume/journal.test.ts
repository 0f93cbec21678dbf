/** The change journal numbers every change, and forks go on with it. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { at, bytes, good, info, open, options, PLAN, time, volume, write } from './testing/support.ts'
import type { Volume } from './volume.ts'

function told(on: Volume, since?: number): string[] {
  return on.changes(since).map(({ number, reason, path }) => `${number} ${reason} ${path.slice(5)}`)
}

test('every change of an item is an entry with its time, id and path', () => {
  const on = volume()
  time.now = 9
  const start = on.changes().length
  write(on, PLAN, 'x')
  good(on.rename(PLAN, at('b'), { replace: false }))
  good(on.setInfo(at('b'), { info: {} }))
  good(on.setRights(at('b'), 'ann', { read: 'deny' }))
  write(on, at('b'), 'y', { stream: 's' })
  const staged = good(on.stage(at('c')))
  on.write(staged, 0, bytes('z'))
  good(on.commit(staged, { expect: 'absent' }))
  const { id } = info(on, at('b'))
  good(on.rename(at('c'), at('b'), { replace: true }))
  assert.equal(told(on, start), [
    '3 create docs\\plan.txt',
    '4 data docs\\plan.txt',
    '5 data docs\\plan.txt',
    '6 rename-from docs\\plan.txt',
    '7 rename-to docs\\b',
    '8 info docs\\b',
    '9 rights docs\\b',
    '10 stream docs\\b',
    '11 stream docs\\b',
    '12 stream docs\\b',
    '13 create docs\\c',
    '14 data docs\\c',
    '15 delete docs\\b',
    '16 rename-from docs\\c',
    '17 rename-to docs\\b',
  ])
  assert.equal(on.changes(14)[0], { number: 15, at: 9, id, path: '\\\\hq\\docs\\b', reason: 'delete' })
  assert.equal(on.changes(17), [])
})

test('what waits for its last handle is a deletion when that closes, and a laid item is no change', () => {
  const on = volume()
  write(on, PLAN, 'x')
  const handle = open(on, PLAN)
  good(on.remove(PLAN))
  const before = on.changes().length
  on.close(handle.number)
  assert.equal(told(on, before), [`${before + 1} delete docs\\plan.txt`])
  const times = { creation: 0, lastWrite: 0, change: 0, lastAccess: 0 }
  on.lay(PLAN, { type: 'file', attributes: 0, size: 1, times }, bytes('x'))
  assert.is(on.changes().length, before + 1)
})

test('forks share what was, and number on from there', () => {
  const on = volume()
  write(on, PLAN, 'x')
  const fork = on.fork(options)
  on.mkdir(at('here'))
  fork.mkdir(at('there'))
  const second = fork.fork(options)
  second.mkdir(at('deeper'))
  const last = (volume: Volume): string[] => told(volume).slice(-2)
  assert.equal([last(on)[1], last(fork)[1]], ['6 create docs\\here', '6 create docs\\there'])
  assert.equal(last(second), ['6 create docs\\there', '7 create docs\\deeper'])
  assert.equal(told(second, 6), ['7 create docs\\deeper'])
})

test.run()
