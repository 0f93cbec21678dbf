/** Writes are followed through whole scenarios: an engine that loses one is told so in words, the reference loses none. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEngine, type OfflineFilesEngine, RULES } from '../../engine/mod.ts'
import { ask, type Engine, performOperation, type Session } from '../../sim/mod.ts'
import { type Kit, scenario } from '../language/mod.ts'
import type { ScenarioResult } from '../judge/mod.ts'
import { runScenario } from './interpreter.ts'

const PLAN = '\\\\hq\\docs\\plan.txt'

async function play(build: (kit: Kit) => void, engine: Engine = createEngine()): Promise<ScenarioResult> {
  const made = scenario({ title: 'A test', covers: ['SYNC-05'] }, build)
  return await runScenario({ id: 'test/it', scenario: made, position: undefined }, { engine })
}

/** What is told after each round, and at the end. */
function fatesOf({ rounds, fates }: ScenarioResult): readonly (readonly string[])[] {
  return [...rounds.map((round) => round.fates), fates].map((told) =>
    told.map(({ token, writer, fate, words }) => `${token}, ${writer}: ${fate} ${words}`.trimEnd())
  )
}

function losses({ failures }: ScenarioResult): readonly string[] {
  return failures.filter(({ kind }) => kind === 'fate').map(({ message }) => message)
}

/** Reads an edit on both sides as one on the server. */
function careless(): OfflineFilesEngine {
  return createEngine({
    rules: {
      ...RULES,
      classify: (local, server) => {
        const cell = RULES.classify(local, server)
        return cell === 12 ? 44 : cell
      },
    },
  })
}

function editedOnBoth({ share, sync }: Kit): void {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', 'edited at the office')
  docs.local.write('plan.txt', 'edited on the train')
  sync(docs, 'in | out')
  sync(docs, 'in | out | keep-local')
}

test('each sync tells what is new of each write, and nothing twice', async () => {
  const result = await play(editedOnBoth)
  assert.equal(losses(result), [])
  assert.equal(fatesOf(result), [
    [
      'step 2, server: waiting on the server: its conflict is recorded',
      'step 3, laptop · alice: waiting in the cache of laptop: its conflict is recorded',
    ],
    [
      'step 2, server: discarded KEEPLOCAL kept what laptop · alice wrote in step 3',
      'step 3, laptop · alice: both',
    ],
    [],
  ])
  assert.equal(result.rounds.map(({ otherFates }) => otherFates), [0, 0])
})

test('an engine that takes a conflict for a server edit loses what was written on the train', async () => {
  const result = await play(editedOnBoth, careless())
  assert.is(result.verdict, 'fail')
  assert.equal(losses(result), [
    `Round 1: the 19 bytes that laptop · alice wrote to "${PLAN}" in step 3 are lost: ` +
    `the cache of laptop had them last, until round 1 · ${PLAN} · SYNC_TO_CLIENT · commit · 1`,
  ])
  const failure = result.failures.find(({ kind }) => kind === 'fate')
  assert.is(failure?.path, PLAN)
  assert.is(failure?.round, 1)
  assert.equal(failure?.ids, ['SYNC-33'])
  assert.is(result.rounds[1]?.otherFates, 2)
})

/** Sends plan.txt to the server without a look at what is there. */
const BLUNT: Engine = {
  name: 'blunt',
  version: '1.0.0',
  *synchronize(): Session<number> {
    const read = yield* performOperation('cache', { do: 'read', path: PLAN })
    yield* ask({ kind: 'connect', share: '\\\\hq\\docs' })
    const { code } = yield* performOperation('server', {
      do: 'write',
      path: PLAN,
      bytes: read.bytes ?? new Uint8Array(),
    })
    return code
  },
}

test('what others write during a call and the engine runs over is lost', async () => {
  const result = await play(({ share, sync }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'edited on the train')
    sync(docs, 'out', {
      during: [{
        request: 'connect',
        nth: 1,
        steps: () => {
          docs.server.touch('plan.txt')
          docs.server.write('plan.txt', 'edited at the office')
        },
      }],
    })
  }, BLUNT)
  assert.equal(losses(result), [
    `Round 1: the 20 bytes that server wrote to "${PLAN}" in round 1 meanwhile 2 are lost: ` +
    `the server had them last, until round 1 · ${PLAN} · truncate · 1`,
  ])
})

test('what goes outside of any sync is told at the end', async () => {
  const engine = createEngine()
  const forgetful: Engine = {
    ...engine,
    *arrange(): Session<number> {
      const reply = yield* ask({ kind: 'remove', on: 'cache', path: PLAN })
      return reply.kind === 'failed' ? reply.code : 0
    },
  }
  const result = await play(({ share }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'edited on the train')
    docs.evict('plan.txt')
  }, forgetful)
  assert.equal(losses(result), [
    `At the end the 19 bytes that laptop · alice wrote to "${PLAN}" in step 2 are lost: ` +
    `the cache of laptop had them last, until step 3 · ${PLAN} · remove · 1`,
  ])
})

test('a cache that has only a part of a file knows it all the same: its removal is meant', async () => {
  const result = await play(({ share, sync }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.server.write('plan.txt', 'edited at the office')
    sync(docs, 'in')
    docs.sparse('plan.txt', { present: [{ at: 0, bytes: 2 }] })
    docs.local.remove('plan.txt')
    sync(docs, 'in | out')
  })
  assert.equal(losses(result), [])
  assert.equal(fatesOf(result)[1], [
    'step 2, server: superseded removed by laptop · alice in step 5 in the cache of laptop, after it was synchronized',
  ])
})

test('whoever writes over a mere name in the cache means the file behind it', async () => {
  const result = await play(({ share, sync }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.server.write('plan.txt', 'edited at the office')
    sync(docs, 'in')
    docs.ghost('plan.txt')
    docs.local.write('plan.txt', 'edited on the train')
    sync(docs, 'in | out')
  })
  assert.equal(losses(result), [])
  assert.match(
    fatesOf(result)[1]?.join('\n') ?? '',
    /^step 2, server: superseded overwritten by laptop · alice/,
  )
})

test('a write online is on both sides at once, and what is in no cache waits on the server', async () => {
  const result = await play(({ share, sync }) => {
    const docs = share('//hq/docs', { 'plan.txt': 'first draft' })
    docs.goOnline()
    docs.local.write('plan.txt', 'edited online')
    docs.server.write('new.txt', 'not cached')
    sync(docs, 'in | out')
  })
  assert.equal(fatesOf(result), [
    ['step 3, laptop · alice: both', 'step 4, server: waiting on the server'],
    [],
  ])
})

test.run()
