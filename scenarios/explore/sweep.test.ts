/** Sweeps of small scenarios: the reference engine comes through, broken ones are caught, a failure can be played again. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEngine } from '../../engine/mod.ts'
import { ask, type Engine, type Request, type Session } from '../../sim/mod.ts'
import { type NamedScenario, scenario } from '../language/mod.ts'
import { SUITE } from '../suite/mod.ts'
import { MUTANTS } from '../suite/mutants/mod.ts'
import { parseFailure, printFailure } from './failure-file.ts'
import type { DeviationKind } from './point.ts'
import { replayFailure } from './replay.ts'
import { sweepAll, sweepScenario } from './sweep.ts'

const HEALTHY = createEngine()

const EDITED: NamedScenario = {
  id: 'sweep/edited',
  position: undefined,
  scenario: scenario({ title: 'Edits go both ways', covers: ['SYNC-05', 'SYNC-07'] }, ({ share, sync }) => {
    const docs = share('//hq/docs', { pin: 'user' }, {
      'mine.txt': 'first',
      'theirs.txt': 'first',
      'art/a.txt': 'a',
    })
    docs.local.write('mine.txt', 'second, here')
    docs.server.write('theirs.txt', 'second, there')
    docs.local.write('new.txt', 'made here')
    docs.local.remove('art')
    sync(docs, 'in | out | pin-new')
  }),
}

const SMALL: NamedScenario = {
  id: 'sweep/small',
  position: undefined,
  scenario: scenario({ title: 'An edit goes out', covers: ['SYNC-07'] }, ({ share, sync }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first' })
    docs.local.write('plan.txt', 'second')
    sync(docs, 'in | out')
  }),
}

const CONFLICT: NamedScenario = {
  id: 'sweep/conflict',
  position: undefined,
  scenario: scenario({ title: 'A conflict stays open', covers: ['SYNC-33'] }, ({ share, sync }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first' })
    docs.local.write('plan.txt', 'second, here')
    docs.server.write('plan.txt', 'second, there')
    sync(docs, 'in | out')
  }),
}

test('the reference engine comes through whatever goes otherwise in calls that edit and conflict', async () => {
  const kinds: readonly DeviationKind[] = ['crash', 'cancel', 'abort', 'retry']
  const result = await sweepAll([EDITED, CONFLICT], { engine: HEALTHY, kinds })
  assert.equal(result.failures.map(({ point, findings }) => [point.address, point.words, findings]), [])
  assert.is(result.violations, 0)
  assert.is(result.syncs, 2)
  assert.ok(result.runs > 200, `${result.runs} points`)
  assert.ok(
    result.judged > 20 && result.judged < result.runs / 3,
    `${result.judged} of ${result.runs} worlds`,
  )
  assert.equal(result.left, [])
})

test('it comes through lost connections and what others do to the item in hand', async () => {
  const result = await sweepAll([SMALL, CONFLICT], { engine: HEALTHY, kinds: ['disconnect', 'race'] })
  assert.equal(result.failures.map(({ point, findings }) => [point.address, point.words, findings]), [])
  assert.ok(result.runs > 100, `${result.runs} points`)
})

test('some scenarios of the suite come through crashes and cancellations', async () => {
  const some = ['conflicts/both-edited', 'directories/edited-inside', 'progress/retried']
  const scenarios = SUITE.filter(({ id }) => some.includes(id))
  assert.is(scenarios.length, some.length)
  const result = await sweepAll(scenarios, { engine: HEALTHY, kinds: ['crash', 'cancel'] })
  assert.equal(result.failures.map(({ named, point }) => [named.id, point.address, point.words]), [])
})

function mutant(name: string): Engine {
  const found = MUTANTS.find((one) => one.name === name)
  if (found === undefined) throw new Error(`There is no mutant "${name}"`)
  return found.engine
}

/** The checks that a crash violates somewhere. */
async function violated(
  engine: Engine,
  kinds: readonly DeviationKind[] = ['crash'],
): Promise<readonly string[]> {
  const { failures } = await sweepScenario(SMALL, { engine, kinds })
  return [...new Set(failures.flatMap(({ findings }) => findings.map(({ check }) => check)))].sort()
}

test('an engine without intents is caught: what it did before the crash it takes for the work of others', async () => {
  assert.ok((await violated(mutant('intents are not kept'))).includes('end'))
})

test('an engine that removes a file before it makes the new one is caught', async () => {
  assert.ok((await violated(mutant('an upload makes a new file in place of the old'))).length > 0)
})

/** The reference engine, writing into files where it should stage; a commit then only gives the file back. */
const IN_PLACE: Engine = {
  ...HEALTHY,
  synchronize: (call) => inPlace(HEALTHY.synchronize(call)),
}

function* inPlace(session: Session<number>): Session<number> {
  let step = session.next()
  while (step.done !== true) {
    const request: Request = step.value
    if (request.kind === 'stage') {
      const { on, path } = request
      const opened = yield* ask({
        kind: 'open',
        on,
        path,
        access: 'write',
        share: [],
        disposition: 'open-or-create',
      })
      if (opened.kind === 'open') yield* ask({ kind: 'truncate', handle: opened.handle, size: 0 })
      step = session.next(opened.kind === 'open' ? { kind: 'stage', handle: opened.handle } : opened)
    } else if (request.kind === 'commit') {
      yield* ask({ kind: 'close', handle: request.handle })
      step = session.next({ kind: 'failed', code: 5 })
    } else step = session.next(yield request)
  }
  return step.value
}

test('an engine that writes in place is caught right after the crash', async () => {
  const found = await violated(IN_PLACE)
  assert.ok(found.includes('half-written'), found.join())
})

test('an engine that reports before it has done its work is caught', async () => {
  const early: Engine = { ...HEALTHY, synchronize: (call) => reportingEarly(HEALTHY.synchronize(call)) }
  assert.ok((await violated(early)).includes('finished'))
})

/** Every ItemBegin is followed by its ItemResult at once, whatever comes of the work. */
function* reportingEarly(session: Session<number>): Session<number> {
  let step = session.next()
  while (step.done !== true) {
    const request: Request = step.value
    if (request.kind === 'progress' && request.reason === 3) {
      step = session.next({ kind: 'progress', response: 'continue' })
      continue
    }
    const reply = yield request
    if (request.kind === 'progress' && request.reason === 2) {
      yield { ...request, reason: 3, message: request.message.replace('2:', '3:') }
    }
    step = session.next(reply)
  }
  return step.value
}

test('two sweeps find the same', async () => {
  const engine = mutant('intents are not kept')
  const [first, second] = [
    await sweepScenario(SMALL, { engine, kinds: ['crash', 'abort'] }),
    await sweepScenario(SMALL, { engine, kinds: ['crash', 'abort'] }),
  ]
  assert.ok(first.violations > 0)
  assert.equal(first, second)
})

test('a failure is played again from its file: it still fails, and passes on an engine that is mended', async () => {
  for (const kind of ['crash', 'disconnect', 'race'] as const) {
    const engine = kind === 'crash' ? mutant('intents are not kept') : IN_PLACE
    const { failures } = await sweepScenario(SMALL, { engine, kinds: [kind] })
    const [failure] = failures
    if (failure === undefined) throw new Error(`No failure of kind ${kind}`)
    const text = printFailure(failure, { engine: engine.name, file: undefined })
    const stored = parseFailure(text, 'failure.json')
    assert.is(stored.address, failure.point.address)
    assert.match(stored.address, /^round 1 · /)
    const again = await replayFailure(stored, { engine })
    assert.is(again.verdict, 'fails', `${kind} ${again.reason ?? ''}`)
    assert.equal(again.findings, failure.findings)
    const mended = await replayFailure(stored, { engine: HEALTHY })
    assert.is.not(mended.verdict, 'fails', `${kind} at ${stored.address}`)
  }
})

test('a file that is no failure is refused with the place of what is wrong', async () => {
  const { failures } = await sweepScenario(SMALL, { engine: IN_PLACE, kinds: ['crash'] })
  const [failure] = failures
  if (failure === undefined) throw new Error('No failure')
  const text = printFailure(failure, { engine: 'x', file: undefined })
  const refuse = (source: string, message: RegExp): void => {
    assert.throws(
      () => parseFailure(source, 'f.json'),
      (error: unknown) => error instanceof Error && message.test(error.message),
    )
  }
  refuse('nothing', /no JSON/)
  refuse('[]', /no JSON object/)
  refuse('{}', /"schemaVersion" is missing/)
  refuse(text.replace('{', '{ "more": 1,'), /"more" is no field/)
  refuse(text.replace('"kind": "crash"', '"kind": "crush"'), /"kind" must be one of crash/)
  refuse(text.replace('"do": "sync"', '"do": "snyc"'), /.*/)
  try {
    parseFailure(text.replace('"kind": "crash"', '"kind": "crush"'), 'f.json')
    assert.unreachable()
  } catch (error) {
    const line = text.split('\n').findIndex((one) => one.includes('"kind": "crash"')) + 1
    assert.is(Reflect.get(Reflect.get(Object(error), 'position'), 'line'), line)
  }
})

test.run()
