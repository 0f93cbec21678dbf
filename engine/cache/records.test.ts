/** Records that others change at the same time. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ask, type Session } from '../../sim/port/mod.ts'
import { orCode } from './records-failed.ts'
import { untilPut } from './records.ts'

/** Runs a session over a cache that answers whatever it is asked; how often it was asked, and the result. */
function run<T>(session: Session<T>): { readonly asked: number; readonly result: T } {
  let asked = 0
  let step = session.next()
  for (; step.done !== true; asked++) step = session.next({ kind: 'status', enabled: true, active: true })
  return { asked, result: step.value }
}

/** An attempt that is the one after which the record is put, or none. */
function attempt(isLast: () => boolean): () => Session<boolean> {
  return function* () {
    yield* ask({ kind: 'status' })
    return isLast()
  }
}

test('a record is tried anew until it is put', () => {
  let tries = 0
  assert.is(run(untilPut(attempt(() => ++tries === 7))).asked, 7)
})

test('one that never becomes what was written is a record that fails: nobody waits for it for ever', () => {
  const { asked, result } = run(orCode<unknown>(untilPut(attempt(() => false)), (code) => code))
  assert.equal([asked, result], [100, 32])
})

test.run()
