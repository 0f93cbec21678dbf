/** `Unpin` on a real world: what loses which pins, and what may go afterwards. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SYNC_FLAG } from '../../sim/windows/mod.ts'
import { PIN_FLAG } from './mod.ts'
import { DOCS, Office } from './testing/office.ts'

const PLAN = `${DOCS}\\plan.txt`
const ART = `${DOCS}\\art`
const LOGO = `${ART}\\logo.txt`
const USER = PIN_FLAG.PINFORUSER

function office(flags: number = USER): Office {
  const made = new Office({ 'art': null, 'art\\logo.txt': 'logo', 'plan.txt': 'first draft' })
  assert.is(made.cache.pin([DOCS], flags | PIN_FLAG.FILL, { deep: true }), 0)
  return made
}

function pinnedIn({ cache }: Office): readonly string[] {
  return cache.items().filter(({ pinInfo }) => pinInfo?.pinned === true).map(({ itemPath }) => itemPath)
}

test('a directory alone loses its pin with the files directly in it; deep, everything below does', () => {
  const one = office()
  assert.is(one.cache.unpin([DOCS], USER), 0)
  assert.equal(pinnedIn(one), [ART, LOGO])
  assert.equal(one.told(), [
    'Begin',
    'SYNCBEGIN',
    ...[DOCS, PLAN].flatMap((path) => [
      `ItemBegin ${path}`,
      `ITEMNOTPINNED ${path}`,
      `SYNCFILERESULT ${path}`,
      `ItemResult ${path} 0`,
    ]),
    'SYNCEND',
    'End 0',
  ])
  const two = office()
  assert.is(two.cache.unpin([DOCS], USER, { deep: true }), 0)
  assert.equal(pinnedIn(two), [])
  assert.is(two.read('cache', LOGO), 'logo')
})

test('only the categories of the call go, and an item pinned for another reason stays pinned', () => {
  const { cache, ...made } = office(USER | PIN_FLAG.PINFORALL)
  assert.is(cache.unpin([PLAN], USER | PIN_FLAG.PINFORUSER_POLICY), 0)
  assert.equal(cache.item(PLAN)?.pinInfo, {
    pinned: true,
    pinnedForUser: 0,
    pinnedForUserByPolicy: 0,
    pinnedForComputer: 1,
    pinnedForFolderRedirection: 0,
  })
  assert.ok(
    made.host.trace.every(({ request }) =>
      request.kind !== 'publish' || request.event.event !== 'ITEMNOTPINNED'
    ),
  )
})

test('it works without the server', () => {
  const made = office()
  made.reachable(false)
  assert.is(made.cache.unpin([PLAN], USER), 0)
  assert.is(made.cache.item(PLAN)?.pinInfo?.pinned, false)
})

test('console, interactive and scope bits are taken (F97); FILL and PINLINKTARGETS mean nothing; without a category, no work', () => {
  for (const flags of [0x1820, 0x1840, 0x1880, 0x1831]) assert.is(office().cache.unpin([DOCS], flags), 0)
  const made = office()
  assert.is(made.cache.unpin([DOCS], 0x1800, { deep: true }), 0)
  assert.is(pinnedIn(made).length, 4)
  assert.is(made.cache.unpin([DOCS], USER | 0x2000), 87)
})

test('what is not cached is 2, and other paths go on', () => {
  const made = office()
  assert.is(made.cache.unpin([`${DOCS}\\none.txt`], USER), 2)
  assert.is(made.cache.unpin([`${DOCS}\\none.txt`, PLAN], USER), 0)
  assert.is(made.cache.item(PLAN)?.pinInfo?.pinned, false)
  assert.is(made.cache.unpin(['\\\\elsewhere'], USER), 2)
})

test('children that a directory was yet to take along stay out once it is unpinned', () => {
  const made = new Office({ 'plan.txt': 'first draft' })
  made.cache.pin([DOCS], USER)
  made.cache.unpin([DOCS], USER)
  made.cache.synchronize([DOCS], SYNC_FLAG.SYNCIN)
  assert.is(made.cache.item(PLAN), undefined)
})

test('what was unpinned before the caller stopped stays so', () => {
  const made = office()
  let begun = 0
  const impatient = made.as({ queryAbort: () => ++begun === 3 })
  assert.is(impatient.unpin([DOCS], USER, { deep: true }), 1223)
  assert.equal(pinnedIn(made), [LOGO, PLAN])
})

test.run()
