import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEngine } from '../../engine/mod.ts'
import { type Kit, runSuite, scenario } from '../../scenarios/mod.ts'
import { coverageOf } from './coverage.ts'

/** The answers that one conflict got, in the order of the table. */
async function answersIn(
  build: (kit: Kit, bothEdited: () => ReturnType<Kit['share']>) => void,
): Promise<readonly string[]> {
  const one = scenario({ title: 'A conflict', covers: ['SYNC-33'] }, (kit) =>
    build(kit, () => {
      const docs = kit.share('//hq/docs', { 'plan.txt': 'first' })
      docs.local.write('plan.txt', 'here')
      docs.server.write('plan.txt', 'there')
      return docs
    }))
  const result = await runSuite([{ id: 'a/b', scenario: one, position: undefined }], {
    engine: createEngine(),
    runtime: { name: 'node', version: '0' },
  })
  assert.equal(result.scenarios.map(({ verdict }) => verdict), ['pass'])
  return coverageOf(result).resolutions.filter(({ reached }) => reached > 0).map((answer) =>
    `${answer.reached} ${answer.resolution} ${answer.by}`
  )
}

test('nobody answers, then the policy of the call', async () => {
  const told = await answersIn(({ sync }, bothEdited) => {
    const docs = bothEdited()
    sync(docs, 'fill')
    sync(docs, 'in | out')
    sync(docs, 'in | out | keep-local')
  })
  assert.equal(told, ['1 KEEPLOCAL call', '1 LOG nobody'])
})

test('a handler answers; where it declines, the nearest setting of the machine', async () => {
  const told = await answersIn(({ sync, policy }, bothEdited) => {
    const docs = bothEdited()
    policy({ conflicts: { '//hq': 'keep-local', '//hq/docs': 'log' } })
    sync(docs, 'in | out', { handler: [{ answer: 'skip' }] })
    sync(docs, 'in | out | keep-local', { handler: [{ answer: 'none' }] })
    sync(docs, 'in | out')
  })
  assert.equal(told, ['1 NONE handler', '1 SKIP handler', '2 LOG machine'])
})

test.run()
