/** Whose choice counts in a conflict, and for which side and item. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parseFlags, type PolicySettings, type SyncCall, type TraceEvent } from '../../../sim/mod.ts'
import { choiceAgainst, choicesOf } from './choices.ts'
import { at, DOCS } from './testing/lab.ts'

const NO_SETTINGS: PolicySettings = { syncConflictHandling: {}, excludedTypes: [] }

function callWith(flags: string, conflictHandler: boolean = false): SyncCall {
  return { paths: [DOCS], flags: parseFlags(flags), user: 'alice', conflictHandler }
}

function answer(path: string, resolution: number): TraceEvent {
  return {
    number: 1,
    at: 0,
    actor: 'engine',
    address: 'round 1 · resolve-conflict · 1',
    request: { kind: 'resolve-conflict', path, state: 12, known: 3, changes: 0 },
    reply: { kind: 'resolve-conflict', resolution },
    effects: [],
  }
}

test('a handler takes the place of the policy of the call, and speaks of the items it was asked about', () => {
  const events = [answer(at('plan.txt'), 2), answer(at('list.txt'), 5)]
  const choices = choicesOf(callWith('in | keep-local', true), { events, settings: NO_SETTINGS })
  assert.equal(choices, [{ words: 'the handler’s KEEPREMOTE', gives: 'local', path: at('plan.txt') }])
})

test('the nearest setting of the machine comes first, after what the call says', () => {
  const settings = { ...NO_SETTINGS, syncConflictHandling: { [DOCS]: 1, [at('art')]: 2, [at('bin')]: 6 } }
  const choices = choicesOf(callWith('in | out | keep-latest'), { events: [], settings })
  assert.equal(choices.map(({ words }) => words), [
    'KEEPLATEST',
    'the machine’s KEEPREMOTE',
    'the machine’s KEEPLOCAL',
  ])
})

test('a choice counts for its side and its items, where the call may write', () => {
  const settings = { ...NO_SETTINGS, syncConflictHandling: { [at('art')]: 2 } }
  const choices = choicesOf(callWith('in'), { events: [], settings })
  const of = (side: 'server' | 'local', path: string, flags: string): string | undefined =>
    choiceAgainst(side, at(path), { choices, flags: parseFlags(flags) })?.words
  assert.is(of('local', 'art/logo.txt', 'in'), 'the machine’s KEEPREMOTE')
  assert.is(of('local', 'art/logo.txt', 'out'), undefined)
  assert.is(of('server', 'art/logo.txt', 'in | out'), undefined)
  assert.is(of('local', 'plan.txt', 'in'), undefined)
})

test.run()
