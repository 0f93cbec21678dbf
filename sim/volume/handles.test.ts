/** A handle stays with its item, and what is open goes when its last handle closes. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { upcase } from '../windows/mod.ts'
import type { VolumeEffect } from './effect.ts'
import { at, bytes, code, good, info, open, PLAN, read, text, volume, write } from './testing/support.ts'

const ALL = ['read', 'write', 'delete'] as const

test('a handle follows its file to another name and never meets the file that takes the old one', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  on.mkdir(at('art'))
  const handle = open(on, PLAN)
  good(on.rename(PLAN, at('art', 'moved.txt'), { replace: false }))
  write(on, PLAN, 'another plan')
  good(on.write(handle, 0, bytes('P')))
  assert.equal([read(on, at('art', 'moved.txt')), read(on, PLAN)], ['Plan', 'another plan'])
  assert.is(good(on.infoOf(handle)).id, info(on, at('art', 'moved.txt')).id)
})

test('a directory is not renamed while anything below is open, and can be when nothing is', () => {
  const on = volume()
  on.mkdir(at('art'))
  write(on, at('art', 'logo'), 'logo')
  const handle = open(on, at('art', 'logo'))
  assert.is(code(on.rename(at('art'), at('pictures'), { replace: false })), 5)
  on.close(handle.number)
  assert.is(code(on.rename(at('art'), at('pictures'), { replace: false })), 0)
})

test('a handle that had to give way does not keep the directory above it from being renamed', () => {
  const on = volume()
  on.mkdir(at('art'))
  write(on, at('art', 'logo'), 'logo')
  const yielding = open(on, at('art', 'logo'), { access: 'read', share: [], contention: 'yield' })
  open(on, at('art', 'logo'))
  assert.is(code(on.handle(yielding.number)), 32)
  assert.is(code(on.rename(at('art'), at('pictures'), { replace: false })), 5)
  for (const number of [2, 3]) on.close(number)
  assert.is(code(on.rename(at('art'), at('pictures'), { replace: false })), 0)
})

test('removing a file that others may delete takes effect when its last handle closes', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  const [first, second] = [open(on, PLAN), open(on, PLAN)]
  assert.is(code(on.remove(PLAN)), 0)
  const writer = { access: 'write', share: ALL, disposition: 'open-or-create' } as const
  const refusals = [
    on.open(PLAN, writer),
    on.open(PLAN, { ...writer, disposition: 'create' }),
    on.stage(PLAN),
    on.stat(PLAN),
    on.remove(PLAN),
    on.mkdir(PLAN),
    on.setInfo(PLAN, { info: {} }),
    on.setSparse(PLAN, true),
    on.setRights(PLAN, 'ann', { read: 'deny' }),
    on.streams(PLAN),
    on.rename(PLAN, at('other'), { replace: true }),
  ]
  assert.equal(refusals.map(code), refusals.map(() => 303))
  write(on, at('other'), 'other')
  assert.is(code(on.rename(at('other'), PLAN, { replace: true })), 303)
  assert.is(good(on.list(at())).length, 2, 'its name is still listed')
  good(on.write(first, 0, bytes('P')))
  assert.is(text(good(on.read(second, 0, 9))), 'Plan')
  on.close(first.number)
  assert.is(code(on.stat(PLAN)), 303)
  const effects: VolumeEffect[] = []
  on.listen((effect) => effects.push(effect))
  on.close(second.number)
  assert.is(code(on.stat(PLAN)), 2)
  assert.equal(effects.map(({ effect, path }) => `${effect} ${path}`), [
    'gone \\\\hq\\docs\\plan.txt',
    'put \\\\hq\\docs',
  ])
  write(on, PLAN, 'new')
  assert.is(read(on, PLAN), 'new')
})

test('staged bytes give way to a removal, and those for other paths do not care', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  const reader = open(on, PLAN, { access: 'read' })
  const staged = good(on.stage(at('fresh'), {}))
  on.write(staged, 0, bytes('fresh'))
  const late = good(on.stage(PLAN, { contention: 'yield' }))
  assert.is(code(on.remove(PLAN)), 0)
  assert.is(code(on.commit(late, { expect: 'any' })), 32, 'it gave way to the removal')
  on.close(reader.number)
  good(on.commit(staged, { expect: 'any' }))
  assert.is(read(on, at('fresh')), 'fresh')
})

test('a directory that is going takes nothing new', () => {
  const on = volume()
  on.mkdir(at('art'))
  const handle = open(on, at('art'), { stream: 'note' })
  assert.is(code(on.remove(at('art'))), 0)
  assert.is(code(on.mkdir(at('art', 'sub'))), 303)
  on.close(handle.number)
  assert.is(code(on.mkdir(at('art', 'sub'))), 3)
})

test('a rename replaces no file that somebody holds open, and breaks the handles of those who yield', () => {
  const on = volume()
  write(on, PLAN, 'old')
  write(on, at('new'), 'new')
  const holding = open(on, PLAN)
  assert.is(code(on.rename(at('new'), PLAN, { replace: true })), 5)
  on.close(holding.number)
  const yielding = open(on, PLAN, { contention: 'yield' })
  good(on.rename(at('new'), PLAN, { replace: true }))
  assert.is(read(on, PLAN), 'new')
  assert.is(code(on.read(yielding, 0, 1)), 32)
  assert.is(on.usage().used, 3)
})

test('a rename to exactly the same name moves nothing, and no time', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  const before = info(on, PLAN)
  assert.is(good(on.rename(['hq', 'docs', 'PLAN.TXT'], PLAN, { replace: false })), before)
  assert.is.not(good(on.rename(PLAN, at('PLAN.txt'), { replace: false })), before)
})

test('a rename that is refused breaks nobody', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  write(on, at('new'), 'new')
  const yielding = open(on, PLAN, { share: ['read'], contention: 'yield' })
  const holding = open(on, at('new'), { share: ['read'] })
  assert.is(code(on.rename(at('new'), PLAN, { replace: true })), 32)
  assert.is(code(on.handle(yielding.number)), 0)
  on.close(holding.number)
  assert.is(code(on.rename(at('new'), PLAN, { replace: true })), 0)
  assert.is(code(on.handle(yielding.number)), 32)
})

test('share modes meet as on Windows: both sides must allow the other', () => {
  const kinds = ['read', 'write', 'read-write', 'delete'] as const
  const shares = [[], ['read'], ['write'], ['delete'], ['read', 'write'], ALL] as const
  const needs = (access: string): readonly string[] => access.split('-')
  for (const first of kinds) {
    for (const second of kinds) {
      for (const given of shares) {
        for (const asked of shares) {
          const on = volume()
          write(on, PLAN, 'plan')
          open(on, PLAN, { access: first, share: given })
          const result = on.open(PLAN, { access: second, share: asked, disposition: 'open' })
          const fits = needs(second).every((need) => given.some((word) => word === need)) &&
            needs(first).every((need) => asked.some((word) => word === need))
          assert.is(code(result), fits ? 0 : 32, `${first} ${given.join()} against ${second} ${asked.join()}`)
        }
      }
    }
  }
})

test('a handle opened for deleting lets nobody in who does not share deleting, and moves no bytes', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  const handle = open(on, PLAN, { access: 'delete' })
  assert.is(code(on.read(handle, 0, 1)), 5)
  assert.is(code(on.write(handle, 0, bytes('x'))), 5)
  assert.is(code(on.open(PLAN, { access: 'read', share: ['read', 'write'], disposition: 'open' })), 32)
  assert.is(code(on.open(PLAN, { access: 'read', share: ['delete'], disposition: 'open' })), 0)
})

test('a broken handle is refused whatever is asked of it, and can be closed', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  const handle = open(on, PLAN, { share: [], contention: 'yield' })
  open(on, PLAN)
  const refusals = [
    on.read(handle, 0, 1),
    on.write(handle, 0, bytes('x')),
    on.truncate(handle, 0),
    on.zero(handle, 0, 1),
    on.setSparse(handle, true),
    on.infoOf(handle),
  ]
  assert.equal(refusals.map(code), refusals.map(() => 32))
  assert.is(code(on.close(handle.number)), 0)
  assert.is(code(on.close(handle.number)), 6)
})

test('staged bytes belong to their path, and a commit meets the share modes of whoever moved there', () => {
  const on = volume()
  write(on, at('other'), 'other')
  const reader = open(on, at('other'), { access: 'read', share: ['read', 'delete'] })
  const staged = good(on.stage(PLAN))
  on.write(staged, 0, bytes('staged'))
  good(on.rename(at('other'), PLAN, { replace: false }))
  assert.is(code(on.commit(staged, { expect: 'any' })), 32)
  on.close(reader.number)
  good(on.commit(staged, { expect: 'any' }))
  assert.is(read(on, PLAN), 'staged')
})

test('renames that change nothing but case keep the file and its handles', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  const { id } = info(on, PLAN)
  const handle = open(on, PLAN)
  good(on.rename(PLAN, at('PLAN.TXT'), { replace: false }))
  assert.equal([good(on.stat(PLAN)).name, info(on, PLAN).id], ['PLAN.TXT', id])
  good(on.write(handle, 0, bytes('P')))
  assert.is(read(on, at(upcase('plan.txt'))), 'Plan')
})

test.run()
