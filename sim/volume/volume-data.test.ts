/** A volume made of another's data is the same volume. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  at,
  bytes,
  code,
  good,
  info,
  open,
  options,
  PLAN,
  read,
  text,
  volume,
  write,
} from './testing/support.ts'
import { Volume } from './volume.ts'
import type { VolumeData } from './volume-data.ts'

function copyOf(on: Volume): Volume {
  const data: VolumeData = JSON.parse(JSON.stringify(on.toData()))
  return Volume.fromData(data, options)
}

function everything(): Volume {
  const on = volume({ capacity: 10_000_000, quotas: { ann: 500_000 }, profile: { caseSensitive: true } })
  write(on, PLAN, 'plan', { as: 'ann' })
  write(on, at('PLAN.TXT'), 'x'.repeat(200_000))
  write(on, at('odd \ud800'), 'lone')
  write(on, PLAN, 'zone', { stream: 'Zone.Identifier' })
  good(on.setRights(at(), 'ann', { write: 'deny' }))
  const sparse = open(on, at('sparse'))
  good(on.setSparse(sparse, true))
  good(on.truncate(sparse, 2 ** 40))
  good(on.write(sparse, 2 ** 39, bytes('middle')))
  return on
}

test('a copy has the same items, limits and numbers, and is itself the same data', () => {
  const on = everything()
  const copy = copyOf(on)
  assert.equal(copy.toData(), on.toData())
  assert.equal(copy.usage(), on.usage())
  assert.equal([...copy.tree().keys()], [...on.tree().keys()])
  assert.equal(
    [...copy.tree().values()].map(({ info, content }) => [info, content?.digest()]),
    [...on.tree().values()].map(({ info, content }) => [info, content?.digest()]),
  )
  assert.is(copy.contentOf(at('sparse'))?.allocated, 65_536)
  assert.equal(copy.profile, on.profile)
  assert.is(copy.allows(PLAN, 'ann', 'write'), false)
  assert.equal([...copy.rightsOf(at())], [...on.rightsOf(at())])
})

test('open handles go on in a copy: staged bytes, snapshots and what waits', () => {
  const on = everything()
  const staged = good(on.stage(at('staged'), { as: 'ann' }))
  good(on.write(staged, 0, bytes('staged')))
  const snapshot = open(on, PLAN, { access: 'read', snapshot: true })
  write(on, PLAN, 'later')
  const waiting = open(on, at('waiting'))
  good(on.remove(at('waiting')))
  const copy = copyOf(on)
  good(copy.commit(staged, { expect: 'absent' }))
  assert.is(read(copy, at('staged')), 'staged')
  assert.is(copy.usage().users.get('ann')?.used, (on.usage().users.get('ann')?.used ?? 0) + 6)
  assert.is(text(good(copy.read(snapshot, 0, 9))), 'plan')
  assert.is(code(copy.stat(at('waiting'))), 303)
  good(copy.close(waiting.number))
  assert.is(code(copy.stat(at('waiting'))), 2)
  assert.is(open(copy, at('next')).number, open(on, at('next')).number)
  assert.is(info(copy, at('next')).id, info(on, at('next')).id + 1, 'it committed a new file before')
})

test('the journal of a copy goes on from the number', () => {
  const on = everything()
  const copy = copyOf(on)
  const last = on.changes().length
  assert.equal(copy.changes(), [])
  write(copy, at('new'), 'x')
  assert.is(copy.changes()[0]?.number, last + 1)
})

test('data of a version that is not known is refused', () => {
  const data = everything().toData()
  assert.throws(
    () => Volume.fromData(JSON.parse(JSON.stringify({ ...data, version: 2 })), options),
    /version 2/,
  )
})

test.run()
