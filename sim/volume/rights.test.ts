/** Explicit rights: the nearest word counts, and they stay with their item. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { VolumeEffect } from './effect.ts'
import { at, bytes, code, good, info, options, PLAN, time, volume, write } from './testing/support.ts'

test('the nearest item that says something about a right decides; where none does, it is allowed', () => {
  const on = volume()
  on.mkdir(at('art'))
  write(on, at('art', 'logo'), 'logo')
  assert.is(on.allows(at('art', 'logo'), 'ann', 'read'), true)
  good(on.setRights(at(), 'ann', { read: 'deny', write: 'deny' }))
  good(on.setRights(at('art'), 'ann', { read: 'allow', list: 'deny' }))
  const answers = (user: string, ...names: string[]): boolean[] =>
    (['list', 'read', 'write'] as const).map((right) => on.allows(at(...names), user, right))
  assert.equal(answers('ann', 'art', 'logo'), [false, true, false])
  assert.equal(answers('ann', 'art', 'not there yet'), [false, true, false])
  assert.equal(answers('ann'), [true, false, false])
  assert.equal(answers('bob', 'art', 'logo'), [true, true, true])
  good(on.setRights(at('art'), 'ann', { read: 'inherit' }))
  assert.equal(answers('ann', 'art', 'logo'), [false, false, false])
  assert.is(on.allows(['HQ', 'DOCS', 'ART'], 'ann', 'list'), false)
  assert.is(code(on.setRights(at('none'), 'ann', { read: 'deny' })), 2)
})

test('setting rights moves the change time alone and is told as an effect', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  const before = info(on, PLAN)
  time.now = 70
  const effects: VolumeEffect[] = []
  on.listen((effect) => effects.push(effect))
  const after = good(on.setRights(PLAN, 'ann', { write: 'deny' }))
  assert.equal(after, { ...before, times: { ...before.times, change: 70 } })
  assert.is(effects.length, 1)
  const [effect] = effects
  assert.equal(effect?.effect === 'put' && [...effect.rights ?? []], [['ann', { write: 'deny' }]])
  good(on.setRights(PLAN, 'ann', { write: 'inherit' }))
  assert.is([...on.tree().values()].at(-1)?.rights, undefined)
  assert.is(on.rightsOf(PLAN).size, 0)
})

test('rights go where their item goes, survive a commit, and are each fork’s own', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  good(on.setRights(PLAN, 'ann', { read: 'deny' }))
  good(on.setRights(PLAN, 'Ann', { read: 'allow' }))
  const staged = good(on.stage(PLAN))
  on.write(staged, 0, bytes('second'))
  good(on.commit(staged, { expect: 'any' }))
  const fork = on.fork(options)
  good(fork.setRights(PLAN, 'ann', { read: 'allow' }))
  good(on.rename(PLAN, at('other'), { replace: false }))
  write(on, PLAN, 'new')
  assert.equal([...on.rightsOf(at('other'))], [['Ann', { read: 'allow' }], ['ann', { read: 'deny' }]])
  assert.equal([on.allows(at('other'), 'ann', 'read'), on.allows(PLAN, 'ann', 'read')], [false, true])
  assert.is(fork.allows(PLAN, 'ann', 'read'), true)
})

test.run()
