/** Tests that expectations of a call's events, and of how an item stands, hold where they should and nowhere else. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEngine } from '../../engine/mod.ts'
import type { Engine } from '../../sim/mod.ts'
import { type Kit, type RoundHandle, scenario, type ShareHandle } from '../language/mod.ts'
import { runSuite } from './suite.ts'

const runtime = { name: 'node', version: '0' } as const

/** What is wrong with a scenario in which a file was edited on both sides, and a policy settles it. */
async function wrongWith(
  expect: (round: RoundHandle, docs: ShareHandle, kit: Kit) => void,
  engine: Engine = createEngine(),
): Promise<readonly string[]> {
  const told = scenario({ title: 'Edited on both sides', covers: ['SYNC-29'] }, (kit) => {
    const docs = kit.share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'here')
    docs.server.write('plan.txt', 'there, and longer')
    expect(kit.sync(docs, 'in | out', { handler: [{ answer: 'keep-local' }] }), docs, kit)
  })
  const { scenarios } = await runSuite([{ id: 'one', position: undefined, scenario: told }], {
    engine,
    runtime,
  })
  return scenarios.flatMap(({ reason, failures }) => [
    ...(reason === undefined ? [] : [reason]),
    ...failures.map(({ message, actual = '' }) => `${message}: ${actual.replaceAll('\n', ', ')}`),
  ])
}

test('the course of a call, and of one item in it', async () => {
  assert.equal(
    await wrongWith((round) => {
      round.course([
        'Begin',
        'SYNCBEGIN',
        'ItemBegin',
        'server changed',
        'SYNCFILERESULT',
        'ItemResult',
        'SYNCEND',
        'End',
      ])
      round.courseOf('PLAN.txt', ['ItemBegin', 'server changed', 'SYNCFILERESULT', 'ItemResult'])
      round.courseOf('other.txt', [])
    }),
    [],
  )
  assert.equal(await wrongWith((round) => round.courseOf('plan.txt', ['ItemBegin', 'local changed'])), [
    'Round 1 went another way for "\\\\hq\\docs\\plan.txt": ItemBegin, server changed, SYNCFILERESULT, ItemResult',
  ])
})

test('changes are those the engine logged and those it told the handler', async () => {
  const all = ['LOCAL_SIZE', 'LOCAL_TIME', 'REMOTE_SIZE', 'REMOTE_TIME'] as const
  assert.equal(await wrongWith((round) => round.changes('plan.txt', all)), [])
  const engine = createEngine()
  const silent: Engine = {
    ...engine,
    *synchronize(call) {
      const session = engine.synchronize(call)
      let step = session.next()
      while (step.done !== true) {
        const { value } = step
        step = session.next(yield value.kind === 'resolve-conflict' ? { ...value, changes: 0 } : value)
      }
      return step.value
    },
  }
  assert.equal(await wrongWith((round) => round.changes('plan.txt', all), silent), [
    'Round 1 found other changes of "\\\\hq\\docs\\plan.txt": LOCAL_SIZE | LOCAL_TIME | REMOTE_SIZE | REMOTE_TIME, no changes',
  ])
})

test('how an item stands is what the engine tells, where it does', async () => {
  assert.equal(await wrongWith((_, docs) => docs.connection('plan.txt', 'working offline')), [])
  assert.equal(await wrongWith((_, docs) => docs.connection('plan.txt', 'online')), [
    '"\\\\hq\\docs\\plan.txt" in the cache is not as expected: working offline',
  ])
  const { inspect, ...engine } = createEngine()
  assert.equal(await wrongWith((_, docs) => docs.connection('plan.txt', 'online'), engine), [
    `The engine "${engine.name}" does not show its items`,
  ])
  assert.ok(inspect)
})

test('counts that run backward are found, whatever the author expected', async () => {
  const engine = createEngine()
  const behind: Engine = {
    ...engine,
    *synchronize(call) {
      const session = engine.synchronize(call)
      let step = session.next()
      while (step.done !== true) {
        const { value } = step
        step = session.next(yield value.kind === 'progress' ? { ...value, current: 0 } : value)
      }
      return step.value
    },
  }
  assert.equal(await wrongWith(() => {}, behind), [
    'Round 1: a progress report of "\\\\hq\\docs\\plan.txt" counts otherwise: 0 of 1',
    'Round 1: a progress report counts otherwise: 0 of 1',
  ])
})

test.run()
