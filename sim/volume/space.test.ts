/** A full disk and a quota refuse what does not fit, and change nothing by that. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  at,
  bytes,
  code,
  good,
  open,
  options,
  PLAN,
  read,
  refusal,
  volume,
  write,
} from './testing/support.ts'

const BLOCK = 65_536

test('a full disk refuses whatever needs more room, and leaves everything as it was', () => {
  const on = volume({ capacity: 100 })
  write(on, PLAN, 'x'.repeat(60))
  const handle = open(on, PLAN)
  const tree = on.tree()
  const staged = good(on.stage(at('staged')))
  good(on.write(staged, 0, bytes('y'.repeat(41))))
  assert.is(code(on.commit(staged, { expect: 'any' })), 112)
  assert.is(code(on.write(handle, 60, bytes('y'.repeat(41)))), 112)
  assert.is(code(on.truncate(handle, 101)), 112)
  const note = { access: 'write', share: [], stream: 'note', disposition: 'open-or-create' } as const
  assert.is(on.tree(), tree, 'nothing changed')
  const stream = good(on.open(PLAN, note))
  assert.is(code(on.write(stream, 0, bytes('y'.repeat(41)))), 112)
  good(on.write(stream, 0, bytes('y'.repeat(40))))
  assert.is(on.usage().used, 100)
  good(on.write(handle, 0, bytes('z'.repeat(60))))
  good(on.truncate(handle, 20))
  good(on.truncate(staged, 40))
  good(on.commit(staged, { expect: 'any' }))
  assert.is(on.usage().used, 100)
  assert.is(code(on.open(at('empty'), { access: 'write', share: [], disposition: 'create' })), 0)
  assert.is(code(on.mkdir(at('directory'))), 0)
})

test('a commit counts the difference to what it replaces', () => {
  const on = volume({ capacity: 100 })
  write(on, PLAN, 'x'.repeat(80))
  const staged = good(on.stage(PLAN))
  good(on.write(staged, 0, bytes('y'.repeat(100))))
  good(on.commit(staged, { expect: 'any' }))
  assert.is(read(on, PLAN), 'y'.repeat(100))
})

test('a sparse file counts its blocks, and making it plain needs room for all of it', () => {
  const on = volume({ capacity: 3 * BLOCK })
  const handle = open(on, PLAN)
  good(on.setSparse(handle, true))
  good(on.truncate(handle, 100 * BLOCK))
  good(on.write(handle, 50 * BLOCK + 5, bytes('x')))
  assert.is(on.usage().used, BLOCK)
  assert.is(code(on.write(handle, 10 * BLOCK - 1, new Uint8Array(2 * BLOCK).fill(1))), 112)
  assert.is(code(on.setSparse(handle, false)), 112)
  assert.is(code(on.setSparse(PLAN, false)), 112)
  good(on.truncate(handle, 2 * BLOCK))
  good(on.setSparse(handle, false))
  assert.is(on.usage().used, 2 * BLOCK)
})

test('a quota holds for what a user made, whoever writes to it', () => {
  const on = volume({ quotas: { ann: 10 } })
  const mine = open(on, PLAN, { as: 'ann' })
  good(on.write(mine, 0, bytes('123456')))
  assert.is(code(on.write(open(on, PLAN, { as: 'bob' }), 6, bytes('78901'))), 1295)
  write(on, at('bob'), 'x'.repeat(50), { as: 'bob' })
  const staged = good(on.stage(at('second'), { as: 'ann' }))
  good(on.write(staged, 0, bytes('12345')))
  assert.is(code(on.commit(staged, { expect: 'any' })), 1295)
  good(on.truncate(mine, 5))
  good(on.commit(staged, { expect: 'any' }))
  assert.equal([...on.usage().users], [
    ['ann', { used: 10, quota: 10 }],
    ['bob', { used: 50, quota: undefined }],
  ])
  on.mkdir(at('art'), {}, { as: 'ann' })
  const note = open(on, at('art'), { stream: 'note', as: 'bob' })
  assert.is(code(on.write(note, 0, bytes('x'))), 1295, 'the directory is hers')
})

test('limits can be changed at any time; what is above them stays but cannot grow', () => {
  const on = volume()
  write(on, PLAN, 'x'.repeat(60), { as: 'ann' })
  const handle = open(on, PLAN)
  const fork = on.fork(options)
  on.limit({ capacity: 50 })
  assert.is(code(on.write(handle, 60, bytes('x'))), 112)
  good(on.write(handle, 0, bytes('y')))
  good(on.truncate(handle, 55))
  assert.is(code(on.truncate(handle, 56)), 112)
  on.limit({ capacity: undefined })
  on.limitUser('ann', 55)
  assert.is(code(on.truncate(handle, 56)), 1295)
  on.limitUser('ann', undefined)
  good(on.truncate(handle, 56))
  assert.equal(fork.usage(), {
    used: 60,
    capacity: undefined,
    users: new Map([['ann', { used: 60, quota: undefined }]]),
  })
})

test('what is no number of bytes is no limit', () => {
  const must = 'It must be a whole number, 0 or more'
  const limits = 'The limits of a volume'
  assert.equal(refusal(() => volume({ capacity: -5 })), [`${limits}: capacity is -5`, must])
  assert.equal(refusal(() => volume({ quotas: { ann: 0.5 } })), [`${limits}: quota is 0.5`, must])
  const on = volume({ capacity: 5 })
  assert.equal(refusal(() => on.limit({ capacity: NaN })), [`${limits}: capacity is NaN`, must])
  assert.equal(refusal(() => on.limitUser('ann', Infinity)), [`${limits}: quota is Infinity`, must])
  assert.equal(on.usage(), { used: 0, capacity: 5, users: new Map() })
})

test('the room of what is open is free when its last handle closes', () => {
  const on = volume({ capacity: 10 })
  write(on, PLAN, '1234567890')
  const handle = open(on, PLAN)
  good(on.remove(PLAN))
  const other = open(on, at('other'))
  assert.is(code(on.write(other, 0, bytes('x'))), 112)
  on.close(handle.number)
  good(on.write(other, 0, bytes('x')))
})

test.run()
