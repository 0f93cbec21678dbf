/** Tests what policies make of conflicts. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeRound } from './mod.ts'
import { Lab, on, problems } from './testing/lab.ts'
import { type Act, onlyAllowed, RECIPES } from './testing/recipes.ts'

/** Conflicts: kept local, kept remote. */
// deno-fmt-ignore
const KEPT: readonly (readonly [states: readonly number[], local: Act, remote: Act])[] = [
  [[7, 9, 12, 28],          'up',            'down'],
  [[11, 15, 29],            'up',            'delete local'],
  [[36, 37],                'delete server', 'down'],
  [[1, 8, 10, 13, 14],      'up',            'down'],
  [[3, 4, 22, 23, 26, 27],  'up',            'down'],
]

/** The recipes of conflicts, each with the act that keeps the local and the one that keeps the server state. */
const CONFLICTS = RECIPES.flatMap((recipe) => {
  const row = KEPT.find(([states]) => states.some((state) => state === recipe.state))
  return row === undefined ? [] : [{ recipe, keepLocal: row[1], keepRemote: row[2] }]
})

test('the table knows all 20 conflicts that trees can show', () => {
  assert.is(new Set(CONFLICTS.map(({ recipe }) => recipe.state)).size, 20)
})

test('KEEPLOCAL keeps the local state, but only in a run out', () => {
  for (const { recipe, keepLocal } of CONFLICTS) {
    onlyAllowed(keepLocal, 'in | out | keep-local', { recipe })
    onlyAllowed(keepLocal, 'out | keep-local', { recipe })
    onlyAllowed('record', 'in | keep-local', { recipe })
  }
})

test('KEEPREMOTE keeps the server state, but only in a run in', () => {
  for (const { recipe, keepRemote } of CONFLICTS) {
    onlyAllowed(keepRemote, 'in | out | keep-remote', { recipe })
    onlyAllowed(keepRemote, 'in | keep-remote', { recipe })
    onlyAllowed('record', 'out | keep-remote', { recipe })
  }
})

test('KEEPLATEST keeps the later change, and always re-creates what the server deleted', () => {
  for (const { recipe, keepLocal, keepRemote } of CONFLICTS) {
    if (recipe.local.length === 0 || recipe.server.length === 0) continue
    const here = { recipe, last: 'local' } as const
    onlyAllowed(keepLocal, 'in | out | keep-latest', here)
    onlyAllowed(keepLocal, 'out | keep-latest', here)
    onlyAllowed('record', 'in | keep-latest', here)
    const there = { recipe, last: 'server' } as const
    const isDeleted = keepRemote === 'delete local'
    onlyAllowed(isDeleted ? keepLocal : keepRemote, 'in | out | keep-latest', there)
    onlyAllowed(isDeleted ? 'record' : keepRemote, 'in | keep-latest', there)
    onlyAllowed(isDeleted ? keepLocal : 'record', 'out | keep-latest', there)
  }
})

test('a tie under KEEPLATEST goes to the server', () => {
  const lab = (): Lab =>
    new Lab({ x: 'first' }).sameTick([['cache', 'write x here'], ['server', 'write x there']])
  assert.equal(problems(lab().round('in | out | keep-latest', (engine) => engine.download('x'))), [])
  assert.equal(problems(lab().round('in | out | keep-latest', (engine) => engine.upload('x'))).length, 1)
})

test('a deletion in the tick of the server change loses, one tick later it wins', () => {
  const lab = new Lab({ x: 'first' }).local('remove x').server('write x there')
  lab.round('in | out | keep-latest', (engine) => engine.server('remove x'))
  const { facts } = lab
  const key = '\\\\HQ\\DOCS\\X'
  const change = facts.before.server.get(key)?.info.times.change ?? Number.NaN
  const deletedAt = (tick: number): string | undefined =>
    on(judgeRound({ ...facts, deletedAt: new Map([[key, tick]]) }), 'x').problem
  assert.is(deletedAt(change), 'The server copy is gone and the local copy was not made')
  assert.is(deletedAt(change + 1), undefined)
})

test('both are allowed when the time of the deletion is not known, and the words say why', () => {
  const lab = new Lab({ x: 'first' }).local('remove x').server('write x there')
  lab.round('in | out | keep-latest', () => {})
  const { deletedAt: _, ...facts } = lab.facts
  const opinion = on(judgeRound(facts), 'x')
  assert.is(
    opinion.words,
    'DeletedOnClient_FileChangedOnServer: the cache gets the server copy; or the server copy is deleted ' +
      '(the time of one copy is not known)',
  )
  assert.is(opinion.outcome, undefined)
})

test('with NONEWFILESOUT what the server deleted is not made again: the conflict stays', () => {
  for (const { recipe, keepRemote } of CONFLICTS) {
    if (keepRemote !== 'delete local') continue
    onlyAllowed('record', 'in | out | no-new-out | keep-local', { recipe })
    onlyAllowed('record', 'in | out | no-new-out | keep-latest', { recipe })
  }
  const lab = new Lab({}).local('mkdir x', 'write x/a a').server('write x there')
  assert.equal(problems(lab.round('out | no-new-out | keep-local', (engine) => engine.record('x'))), [])
})

test('a conflict is recorded once: its record is updated, never added again', () => {
  const round = (change: 'added' | 'updated'): readonly string[] => {
    const lab = new Lab({ x: 'first' }).local('write x here').server('write x there')
    const more = { ownConflicts: new Set(['\\\\HQ\\DOCS\\X']) }
    return problems(
      lab.round('in | out', (engine) => engine.record('x', change), { conflictsBefore: ['x'], more }),
    )
  }
  assert.equal(round('updated'), [])
  assert.equal(round('added'), ['x: Its conflict was recorded a second time'])
})

test('a record is kept per user: whoever has none of a conflict gets one', () => {
  const round = (...changes: readonly ('added' | 'updated')[]): readonly string[] => {
    const lab = new Lab({ x: 'first' }).local('write x here').server('write x there')
    const more = { ownConflicts: new Set<string>() }
    const act = (engine: Lab): void => {
      for (const change of changes) engine.record('x', change)
    }
    return problems(lab.round('in | out', act, { conflictsBefore: ['x'], more }))
  }
  assert.equal(round('added'), [])
  assert.equal(round('added', 'updated'), [])
  assert.equal(round('updated'), ['x: A record of its conflict was updated that the caller does not have'])
})

test('a resolved conflict leaves no record open', () => {
  const lab = (): Lab => new Lab({ x: 'first' }).local('write x here').server('write x there')
  const said = { conflictsBefore: ['x'] }
  const left = lab().round('out | keep-local', (engine) => engine.upload('x'), said)
  assert.is(on(left, 'x').problem, 'Its conflict record is still open')
  const removed = lab().round('out | keep-local', (engine) => engine.upload('x').record('x', 'removed'), said)
  assert.is(on(removed, 'x').problem, undefined)
})

test.run()
