/** Plays items into their cells in one world, makes a call, and expects of it what the table says. */

import { stateName, upcase } from '../../../../sim/mod.ts'
import type { Kit, RoundHandle, ShareHandle, SyncOptions, TreeSpec } from '../../../language/mod.ts'
import { type Call, type Case, flagsOf } from './calls.ts'
import type { Copy } from './ways.ts'

const SHARE = '//hq/docs'
const SERVER = { server: '//hq' } as const
const CLIENT = { client: 'laptop' } as const
/** Seconds by which a clock is behind that makes a change older than everything else, what was laid included. */
const BEHIND = 20 * 365 * 86_400

const STABLE = 0

/** Says the steps of one row. */
export function play(kit: Kit, call: Call, cases: readonly Case[]): void {
  const { share, sync, policy } = kit
  const docs = share(SHARE, { pin: 'user' }, treeOf(cases, ({ way }) => copyOf(way.laid)))
  if (call.by === 'machine') policy({ conflicts: { [SHARE]: call.answer } })
  bringAbout(kit, docs, cases)
  const round = sync(docs, flagsOf(call), handlerOf(call, cases))
  expectOf(round, call, cases)
  docs.server.tree(treeAfter(cases, call, 'server'))
  docs.local.tree(treeAfter(cases, call, 'local'))
  for (const one of cases) expectMarks(docs, one)
  for (const { name, way } of cases) {
    // What is in sync is told only to a caller who asks about that very file (P2.19).
    if (way.cell.cell !== STABLE || way.laid === null) continue
    const alone = sync(docs.at(name), flagsOf(call))
    alone.items([docs.at(name)])
    alone.state(docs.at(name), 'Stable')
  }
  for (const one of cases) expectAttributes(docs, one, call)
}

/** Edits on both sides; where an outcome hangs on which of the two is the later one, the clock of the other is behind. */
function bringAbout({ setClock }: Kit, docs: ShareHandle, cases: readonly Case[]): void {
  const olderHere = cases.filter(({ expected }) => expected.given === 'server later')
  const olderThere = cases.filter(({ expected }) => expected.given === 'local later')
  for (
    const { clock, side, older } of [
      { clock: CLIENT, side: 'local', older: olderHere },
      { clock: SERVER, side: 'server', older: olderThere },
    ] as const
  ) {
    if (older.length > 0) {
      setClock(clock, -BEHIND)
      playMoves(docs, side, older)
      setClock(clock, 0)
    }
    playMoves(docs, side, cases.filter((one) => !older.includes(one)))
  }
}

function playMoves(docs: ShareHandle, side: 'local' | 'server', cases: readonly Case[]): void {
  for (const { name, way } of cases) for (const move of way[side]) move(docs, name)
}

function handlerOf({ by, answer }: Call, cases: readonly Case[]): SyncOptions {
  if (by !== 'handler') return {}
  if (answer !== 'keep-all') return { handler: [{ answer }] }
  return { handler: cases.map(({ name }) => ({ path: name, answer, newName: copyName(name, by) })) }
}

/** What the copy of a conflict is called: as the handler wants it, or as the engine names copies. */
function copyName(name: string, by: Call['by']): string {
  return by === 'handler' ? `${name}, copy` : `${name} (alice v1)`
}

function expectOf(round: RoundHandle, call: Call, cases: readonly Case[]): void {
  const isAborted = call.answer === 'abort'
  round.returns(isAborted ? 1223 : 0)
  const reported = cases.filter((one) => isReported(one, call))
  // A handler settles deletions in their first turn, or in the pass of deletions: nothing says which (P15.20).
  if (call.by !== 'handler') round.items(ordered(reported).map(({ name }) => name))
  for (const one of reported) round.result(one.name, one.expected.outcome.result ?? 0)
  const recorded = cases.filter(({ expected }) => expected.outcome.conflict === 'recorded')
  if (recorded.length === 0) round.noConflicts()
  for (const { name, way: { cell: { cell } } } of cases) {
    const state = typeof cell === 'number' && cell !== STABLE ? stateName(cell) : undefined
    if (state === undefined) continue
    round.state(name, state)
    if (recorded.some((one) => one.name === name)) round.conflict(name, state)
  }
}

/** An item is reported when something is done about it, is not done though it is wanted, or is asked about. */
function isReported({ way, expected }: Case, { direction }: Call): boolean {
  const { conflict, result } = expected.outcome
  const isConflict = way.cell.stateClass === 'CONF' && direction !== 'fill'
  return isConflict || conflict !== 'untouched' || result !== undefined
}

/** By name; deletions after everything else (P2.18, P15.20). */
function ordered(cases: readonly Case[]): readonly Case[] {
  const isLate = ({ expected: { outcome } }: Case): boolean =>
    outcome.server === 'gone' || outcome.local === 'gone'
  const sorted = [...cases].sort((a, b) => upcase(a.name) < upcase(b.name) ? -1 : 1)
  return [...sorted.filter((one) => !isLate(one)), ...sorted.filter(isLate)]
}

function copyOf(content: string | null | undefined): Copy | undefined {
  return content === undefined ? undefined : { content }
}

function treeOf(cases: readonly Case[], copy: (one: Case) => Copy | undefined): TreeSpec {
  return Object.fromEntries(cases.flatMap((one) => {
    const found = copy(one)
    return found === undefined ? [] : [[one.name, found.content]]
  }))
}

/** What is on a side after the call, copies of conflicts included. */
function treeAfter(cases: readonly Case[], { answer, by }: Call, side: 'server' | 'local'): TreeSpec {
  const copies = answer !== 'keep-all' ? [] : cases.flatMap(({ name, way, expected }) => {
    const isKept = expected.outcome.local === 'server-copy' && way.here !== undefined
    return isKept && way.here !== undefined ? [[copyName(name, by), way.here.content]] : []
  })
  return { ...treeOf(cases, (one) => after(one, side)), ...Object.fromEntries(copies) }
}

function after({ way, expected }: Case, side: 'server' | 'local'): Copy | undefined {
  switch (expected.outcome[side]) {
    case 'gone':
      return undefined
    case 'local-copy':
      return way.here
    case 'server-copy':
      return way.there
    case 'as-before':
    case 'sparse':
      return side === 'server' ? way.there : way.here
  }
}

/** Rows with an edit that waits for the server. */
const WITH_EDITS = /changed|created|tombstone/

/** What the cache says of the entry: dirty as long as its edit waits, sparse and a mere name until its content is here. */
function expectMarks(docs: ShareHandle, one: Case): void {
  const { name, way: { cell }, expected: { outcome } } = one
  const isEntry = after(one, 'local') !== undefined
  // What was never known on the server is forgotten as soon as it is deleted here.
  const isErased = cell.cell === 'purge' && cell.server === 'U'
  const isDirty = !outcome.settled && !isErased && WITH_EDITS.test(cell.local)
  const isGhost = cell.local === 'ghost' && outcome.local === 'as-before' && !outcome.settled
  const isSparse = cell.local === 'file, sparse' && outcome.local === 'as-before'
  if (isEntry || isDirty) docs.shows(name, { dirty: isDirty, sparse: isSparse })
  else if (isGhost) docs.shows(name, { dirty: false, ghost: true })
}

/** Attributes of directories, and of files that were given some. */
function expectAttributes(docs: ShareHandle, one: Case, call: Call): void {
  if (call.answer === 'keep-all') return
  for (const side of ['server', 'local'] as const) {
    const copy = after(one, side)
    if (copy?.attributes !== undefined) docs[side].attributes(one.name, copy.attributes)
  }
}
