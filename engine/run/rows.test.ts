/** Rows of a directory: what is remembered of listings holds for those very listings, rules and users alone. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type DirEntry, isFailure } from '../../sim/port/mod.ts'
import { Host, World } from '../testing/world.ts'
import { createEngine } from '../offline-files.ts'
import { RULES } from '../rules/mod.ts'
import type { Listings } from './merge.ts'
import { rowsOf, type View } from './rows.ts'

const SHARE = '\\\\hq\\docs'

/** A share in sync that holds `a.txt` and `b.txt`, taken up for alice. */
function synced(): World {
  const world = new World()
  world.addShare(SHARE)
  for (const side of ['server', 'cache'] as const) {
    for (const name of ['a.txt', 'b.txt']) {
      world.lay(side, `${SHARE}\\${name}`, { content: new Uint8Array([1]) })
    }
  }
  const pins = { user: 2, userPolicy: 0, computer: 0, redirection: 0 } as const
  const session = createEngine().baseline({ shares: [{ path: SHARE, pins }], user: 'alice' })
  new Host(world).run(session, { actor: 'engine', scope: 'baseline' })
  return world
}

function listingsOf(world: World): Listings {
  const list = (volume: World['clients'][number]['volume']): readonly DirEntry[] => {
    const entries = volume.list(['hq', 'docs'])
    return isFailure(entries) ? [] : entries
  }
  const server = world.server('hq')
  return {
    server: server === undefined ? [] : list(server.volume),
    local: list(world.client().volume),
    records: world.client().records.list('\\\\HQ\\DOCS'),
  }
}

function viewOf(change: Partial<View['run']> = {}): View {
  return {
    run: { rules: RULES, user: 'alice', unsettled: new Map(), ...change },
    owner: 'alice',
    whole: false,
  }
}

function namesOf(listings: Listings, view: View): readonly (string | undefined)[] {
  return rowsOf(listings, view).map(({ server }) => server?.name)
}

test('files in sync are no rows; the same listings give the same rows', () => {
  const world = synced()
  const first = rowsOf(listingsOf(world), viewOf())
  assert.equal(first, [])
  assert.is(rowsOf(listingsOf(world), viewOf()), first)
  assert.is(rowsOf(listingsOf(world.fork()), viewOf()), first)
})

test('a change of either side or of the records is seen at once, and in its world alone', () => {
  const world = synced()
  assert.equal(namesOf(listingsOf(world), viewOf()), [])
  for (const on of ['server', 'cache'] as const) {
    const other = world.fork()
    new Host(other).act(on, { do: 'write', path: `${SHARE}\\b.txt`, bytes: new Uint8Array([1, 2]) }, {
      actor: 'server',
      scope: 'step 1',
    })
    const record = { bucket: '\\\\HQ\\DOCS', key: 'B.TXT' }
    if (on === 'cache') other.putRecord({ ...record, value: undefined })
    assert.equal(namesOf(listingsOf(other), viewOf()), ['b.txt'], on)
  }
  assert.equal(namesOf(listingsOf(world), viewOf()), [])
})

test('other rules, another user, an open intent and a whole survey do not take what was found without them', () => {
  const world = synced()
  const listings = listingsOf(world)
  assert.equal(namesOf(listings, viewOf()), [])
  assert.equal(namesOf(listings, viewOf({ rules: { ...RULES, classify: () => 44 } })), ['a.txt', 'b.txt'])
  assert.equal(namesOf(listings, viewOf()), [])
  assert.equal(namesOf(listings, viewOf({ user: 'bob' })), ['a.txt', 'b.txt'])
  assert.equal(namesOf(listings, { ...viewOf(), owner: 'bob' }), ['a.txt', 'b.txt'])
  assert.equal(namesOf(listings, viewOf({ unsettled: new Map([['x', 5]]) })), ['a.txt', 'b.txt'])
  assert.equal(namesOf(listings, { ...viewOf(), whole: true }), ['a.txt', 'b.txt'])
})

test('of listings that may still change nothing is remembered', () => {
  const { server, local, records } = listingsOf(synced())
  const open = [...server]
  assert.equal(namesOf({ server: open, local, records }, viewOf()), [])
  open.pop()
  assert.equal(rowsOf({ server: open, local, records }, viewOf()).map((row) => row.local?.name), ['b.txt'])
})

test.run()
