/** `Pin` on a real world: what is pinned, fetched, refused and told. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SYNC_FLAG, writeShellLink } from '../../sim/windows/mod.ts'
import { FaultPlan } from '../testing/world.ts'
import { PIN_FLAG } from './mod.ts'
import { DOCS, Office, text } from './testing/office.ts'

const PLAN = `${DOCS}\\plan.txt`
const ART = `${DOCS}\\art`
const LOGO = `${ART}\\logo.txt`
const USER = PIN_FLAG.PINFORUSER
const FILES = { 'art': null, 'art\\logo.txt': 'logo', 'plan.txt': 'first draft' }

/** How each item is pinned for the user, and whether its content is missing. */
function pinned(office: Office): readonly string[] {
  return office.cache.items().filter(({ itemType }) => itemType !== 3).map(({ itemPath, pinInfo, sparse }) =>
    `${itemPath.slice(DOCS.length + 1) || '.'} ${pinInfo?.pinnedForUser}${sparse ? ' sparse' : ''}`
  )
}

test('deep with FILL pins and fetches everything below, with the events of a sync', () => {
  const office = new Office({ 'art': null, 'art\\logo.txt': 'logo' })
  assert.is(office.cache.pin([DOCS], USER | PIN_FLAG.FILL, { deep: true }), 0)
  assert.equal(office.told(), [
    'Begin',
    'SYNCBEGIN',
    ...[DOCS, ART, LOGO].flatMap((path) => [
      `ItemBegin ${path}`,
      `ITEMADDEDTOCACHE ${path}`,
      `ITEMPINNED ${path}`,
      ...(path === LOGO ? [`ITEMAVAILABLEOFFLINE ${path}`] : []),
      `SYNCFILERESULT ${path}`,
      `ItemResult ${path} 0`,
    ]),
    'SYNCEND',
    'End 0',
  ])
  assert.equal(pinned(office), ['. 2', 'art 2', 'art\\logo.txt 1'])
  assert.is(office.read('cache', LOGO), 'logo')
})

test('without FILL files are marked and sparse until a sync fills them', () => {
  const office = new Office({ ...FILES, 'empty.txt': '' })
  office.cache.pin([DOCS], USER, { deep: true })
  assert.equal(pinned(office), ['. 2', 'art 2', 'art\\logo.txt 1 sparse', 'empty.txt 1', 'plan.txt 1 sparse'])
  assert.is(office.read('cache', PLAN), undefined)
  assert.is(office.atClient({ do: 'read', path: PLAN }), 4350)
  assert.is(office.cache.synchronize([DOCS], SYNC_FLAG.FILLSPARSE), 0)
  assert.equal(pinned(office), ['. 2', 'art 2', 'art\\logo.txt 1', 'empty.txt 1', 'plan.txt 1'])
  assert.is(office.read('cache', PLAN), 'first draft')
})

test('pinned alone a directory takes its children along at the next run with SYNCIN, and only then (P15.12)', () => {
  const office = new Office(FILES)
  assert.is(office.cache.pin([DOCS], USER | PIN_FLAG.FILL), 0)
  assert.equal(pinned(office), ['. 2'])
  office.cache.synchronize([DOCS], SYNC_FLAG.SYNCOUT)
  assert.equal(pinned(office), ['. 2'])
  office.cache.synchronize([DOCS], SYNC_FLAG.SYNCIN)
  assert.equal(pinned(office), ['. 2', 'art 2', 'art\\logo.txt 2', 'plan.txt 2'])
  assert.is(office.read('cache', LOGO), 'logo')
  office.atServer({ do: 'write', path: `${DOCS}\\later.txt`, bytes: text('later') })
  office.cache.synchronize([DOCS], SYNC_FLAG.SYNCIN)
  assert.is(office.cache.item(`${DOCS}\\later.txt`), undefined)
})

test('a child that was cached but not pinned is pinned by the run that follows (P6.2)', () => {
  const office = new Office(FILES)
  office.cache.pin([PLAN], USER | PIN_FLAG.FILL)
  office.cache.unpin([PLAN], USER)
  office.cache.pin([DOCS], USER)
  office.cache.synchronize([DOCS], SYNC_FLAG.SYNCIN)
  assert.is(office.cache.item(PLAN)?.pinInfo?.pinned, true)
})

test('a file below what is not cached gets plain directories above it', () => {
  const office = new Office(FILES)
  assert.is(office.cache.pin([LOGO], USER), 0)
  assert.equal(pinned(office), ['. 0', 'art 0', 'art\\logo.txt 1 sparse'])
})

test('each category has its own flag; what is handed down comes on top; a second call adds and takes nothing', () => {
  const office = new Office(FILES)
  const { cache } = office
  cache.pin([DOCS], PIN_FLAG.PINFORALL)
  cache.pin([PLAN], PIN_FLAG.PINFORUSER_POLICY | PIN_FLAG.PINFORREDIR)
  const pins = { pinned: true, pinnedForUser: 0, pinnedForUserByPolicy: 1, pinnedForComputer: 2 }
  assert.equal(cache.item(PLAN)?.pinInfo, { ...pins, pinnedForFolderRedirection: 1 })
  cache.pin([PLAN], USER)
  assert.equal(cache.item(PLAN)?.pinInfo, { ...pins, pinnedForUser: 1, pinnedForFolderRedirection: 1 })
  assert.ok(office.told().includes(`ITEMPINNED ${PLAN}`))
  cache.pin([PLAN], USER)
  assert.not.ok(office.told().includes(`ITEMPINNED ${PLAN}`))
})

test('FILL on what is pinned already fetches what is missing, and leaves an old copy alone', () => {
  const office = new Office(FILES)
  office.cache.pin([PLAN, LOGO], USER)
  office.cache.pin([PLAN], USER | PIN_FLAG.FILL)
  office.atServer({ do: 'write', path: PLAN, bytes: text('second draft') })
  office.atServer({ do: 'write', path: LOGO, bytes: text('new logo') })
  assert.is(office.cache.pin([DOCS], USER | PIN_FLAG.FILL, { deep: true }), 0)
  assert.is(office.read('cache', PLAN), 'first draft')
  assert.is(office.read('cache', LOGO), 'new logo')
  assert.is(office.cache.item(LOGO)?.sparse, false)
})

test('FILL of what the server has no more fails with 2, with 5 where a directory has its name', () => {
  const office = new Office(FILES)
  office.cache.pin([PLAN, LOGO], USER)
  office.atServer({ do: 'remove', path: PLAN })
  office.atServer({ do: 'remove', path: LOGO })
  office.atServer({ do: 'mkdir', path: LOGO })
  assert.is(office.cache.pin([PLAN], USER | PIN_FLAG.FILL), 2)
  assert.is(office.cache.pin([LOGO], USER | PIN_FLAG.FILL), 5)
  assert.equal(pinned(office), ['. 0', 'art 0', 'art\\logo.txt 1 sparse', 'plan.txt 1 sparse'])
})

test('a call without a category does nothing', () => {
  const office = new Office(FILES)
  assert.is(office.cache.pin([DOCS], PIN_FLAG.FILL, { deep: true }), 0)
  assert.equal(office.told(), ['Begin', 'SYNCBEGIN', 'SYNCEND', 'End 0'])
  assert.equal(office.cache.items(), [])
})

test('a call is refused like one of Synchronize: paths, flags, service', () => {
  const office = new Office(FILES)
  const { cache } = office
  assert.is(cache.pin(null, USER), 0x8004102f)
  assert.is(cache.pin([], USER), 87)
  assert.is(cache.pin(['C:\\plan.txt'], USER), 87)
  assert.is(cache.pin(['\\\\hq\\docs\\a:b'], USER), 123)
  assert.is(cache.pin([PLAN], USER | 0x2), 87)
  assert.is(cache.pin([PLAN], 0x1ff1 | 0x10000), 0)
  office.host.change({ kind: 'set-service', client: 'laptop', enabled: true, active: false }, 'service')
  assert.is(cache.pin([PLAN], USER), 1062)
  assert.is(cache.active, false)
  assert.is(cache.enabled, true)
})

test('a share that must not be cached refuses, and so does what is nowhere', () => {
  const office = new Office(FILES)
  office.share('\\\\hq\\secret', { 'a.txt': 'a' }, 'none')
  assert.is(office.cache.pin(['\\\\hq\\secret'], USER, { deep: true }), 50)
  assert.is(office.cache.pin([`${DOCS}\\none.txt`], USER), 2)
  assert.is(office.cache.pin(['\\\\hq\\other'], USER), 67)
  assert.is(office.cache.pin(['\\\\elsewhere\\docs'], USER), 53)
  assert.is(office.cache.pin(['\\\\hq'], USER), 2)
  assert.equal(office.cache.items(), [])
})

test('a server stands for its cached shares', () => {
  const office = new Office(FILES)
  office.cache.pin([PLAN], USER)
  assert.is(office.cache.pin(['\\\\HQ'], USER, { deep: true }), 0)
  assert.equal(pinned(office), ['. 2', 'art 2', 'art\\logo.txt 1 sparse', 'plan.txt 1 sparse'])
})

test('an excluded type is refused, the others go on (F31)', () => {
  const office = new Office({ 'mail.PST': 'mail', 'plan.txt': 'plan', 'x.db1': 'x' })
  const settings = { syncConflictHandling: {}, excludedTypes: ['*.pst', '*.db?'] }
  office.host.change({ kind: 'set-policy', client: 'laptop', settings }, 'policy')
  assert.is(office.cache.pin([`${DOCS}\\mail.pst`], USER), 50)
  assert.is(office.cache.pin([DOCS], USER | PIN_FLAG.FILL, { deep: true }), 0)
  assert.equal(pinned(office), ['. 2', 'plan.txt 1'])
  office.cache.pin([DOCS], USER)
  office.cache.synchronize([DOCS], SYNC_FLAG.SYNCIN)
  assert.equal(pinned(office), ['. 2', 'plan.txt 2'])
})

test('the target on a server that does not answer is a failed item of its own (P15.55)', () => {
  const office = new Office({ 'away.lnk': writeShellLink({ target: '\\\\annex\\team\\a.txt' }) })
  assert.is(office.cache.pin([`${DOCS}\\away.lnk`], USER | PIN_FLAG.FILL | PIN_FLAG.PINLINKTARGETS), 0)
  assert.ok(office.told().includes('ItemResult \\\\annex\\team\\a.txt 53'))
})

test('what is pinned when the caller stops stays pinned', () => {
  const office = new Office(FILES)
  let items = 0
  const impatient = office.as({
    progress: ({ reason }) => reason === 3 && ++items === 3 ? 'abort' : 'continue',
  })
  assert.is(impatient.pin([DOCS], USER, { deep: true }), 1223)
  assert.equal(pinned(office), ['. 2', 'art 2', 'art\\logo.txt 1 sparse'])
  assert.is(office.told().at(-1), 'End 1223')
})

test('retry repeats the item: a locked file is fetched once the lock is gone', () => {
  const office = new Office(FILES)
  const open = { do: 'open', path: PLAN, access: 'read-write', share: [] } as const
  const { handle = 0 } = office.host.act('server', open, { actor: 'server', scope: 'lock' })
  assert.is(office.cache.pin([PLAN], USER | PIN_FLAG.FILL), 32)
  const patient = office.as({
    progress: ({ reason, result }) => {
      if (reason !== 3 || result === 0) return 'continue'
      office.host.act('server', { do: 'close', handle }, { actor: 'server', scope: 'unlock' })
      return 'retry'
    },
  })
  assert.is(patient.pin([PLAN], USER | PIN_FLAG.FILL), 0)
  assert.is(office.read('cache', PLAN), 'first draft')
})

test('retry looks anew, at an item and at a path that could not be prepared, and the bound does not grow', () => {
  const office = new Office(FILES)
  const bounds: number[] = []
  let mend = (): void => {}
  const patient = office.as({
    progress: ({ reason, result, upperBound }) => {
      bounds.push(upperBound)
      if (reason !== 3 || result === 0) return 'continue'
      mend()
      return 'retry'
    },
  })
  office.cache.pin([PLAN], USER)
  office.atServer({ do: 'remove', path: PLAN })
  mend = () => office.atServer({ do: 'write', path: PLAN, bytes: text('written again') })
  assert.is(patient.pin([PLAN], USER | PIN_FLAG.FILL), 0)
  assert.is(office.read('cache', PLAN), 'written again')
  office.reachable(false)
  mend = () => office.reachable(true)
  assert.is(patient.pin([PLAN], PIN_FLAG.PINFORALL), 0)
  assert.is(Math.max(...bounds), 1)
})

test('a lost connection fails the rest of the share fast and takes it offline', () => {
  const office = new Office(FILES)
  const { cache } = office
  cache.pin([PLAN], USER)
  cache.transitionOnline(DOCS)
  office.reachable(false)
  assert.is(cache.pin([DOCS], USER, { deep: true }), 53)
  assert.equal(cache.item(DOCS)?.connectionInfo, { connectState: 1, offlineReason: 4 })
  assert.equal(pinned(office), ['. 0', 'plan.txt 1 sparse'])
})

test('a connection lost on the way fails what comes after it with the same code, untried', () => {
  const office = new Office(FILES)
  office.host.faults = new FaultPlan([{ at: { request: 'open', path: LOGO }, then: { disconnect: true } }])
  assert.is(office.cache.pin([DOCS], USER | PIN_FLAG.FILL, { deep: true }), 0)
  const failed = office.told().filter((line) => /^ItemResult .* [1-9]/.test(line))
  assert.equal(failed, [`ItemResult ${LOGO} 53`, `ItemResult ${PLAN} 53`])
  assert.not.ok(office.host.trace.some(({ request }) => request.kind === 'open' && request.path === PLAN))
  assert.equal(pinned(office), ['. 2', 'art 2', 'art\\logo.txt 1 sparse'])
})

test('a share that is gone goes offline', () => {
  const office = new Office(FILES)
  office.cache.pin([PLAN], USER)
  office.cache.transitionOnline(DOCS)
  office.host.faults = new FaultPlan([{ at: { request: 'connect' }, then: { fail: 67 } }])
  assert.is(office.cache.pin([PLAN], PIN_FLAG.PINFORALL), 67)
  assert.equal(office.cache.item(DOCS)?.connectionInfo, { connectState: 1, offlineReason: 4 })
})

test('whoever pins an item has seen what they may do with it, and may offline (P15.62)', () => {
  const office = new Office(FILES)
  office.cache.pin([LOGO], USER)
  const bob = office.as({ user: 'bob' })
  assert.is(bob.pin([PLAN], USER), 0)
  office.cache.synchronize([DOCS], SYNC_FLAG.SYNCIN)
  assert.is(bob.perform({ do: 'read', path: PLAN }).code, 0)
  assert.is(bob.perform({ do: 'read', path: LOGO }).code, 5)
  assert.is(office.as({ user: 'carol' }).perform({ do: 'read', path: PLAN }).code, 5)
})

test('overlapping paths: each item once', () => {
  const office = new Office(FILES)
  office.cache.pin([DOCS, ART, LOGO, DOCS.toUpperCase()], USER, { deep: true })
  const begun = office.told().filter((line) => line.startsWith('ItemBegin'))
  assert.equal(begun, [DOCS, ART, LOGO, PLAN].map((path) => `ItemBegin ${path}`))
  const shallow = new Office(FILES)
  shallow.cache.pin([DOCS, ART], USER)
  assert.equal(pinned(shallow), ['. 2', 'art 2'])
})

test('what was deleted offline is not pinned', () => {
  const office = new Office(FILES)
  office.cache.pin([DOCS], USER | PIN_FLAG.FILL, { deep: true })
  office.atClient({ do: 'remove', path: ART })
  assert.is(office.cache.pin([LOGO], USER), 2)
  assert.is(office.cache.pin([DOCS], PIN_FLAG.PINFORALL, { deep: true }), 0)
  assert.is(office.cache.item(LOGO)?.pinInfo?.pinnedForComputer, 0)
  assert.is(office.cache.item(PLAN)?.pinInfo?.pinnedForComputer, 1)
  office.cache.pin([DOCS], PIN_FLAG.PINFORREDIR)
  office.cache.synchronize([DOCS], SYNC_FLAG.SYNCIN)
  assert.is(office.cache.item(ART)?.pinInfo?.pinnedForFolderRedirection, 0)
  assert.is(office.cache.item(PLAN)?.pinInfo?.pinnedForFolderRedirection, 2)
})

test('the target of a link is pinned with it when the flag says so: a file on any share, never a directory', () => {
  const link = (target: string): Uint8Array => writeShellLink({ target })
  const office = new Office({
    'broken.lnk': 'no link',
    'to-dir.lnk': link(`${DOCS}\\art`),
    'to-file.lnk': link('\\\\hq\\shared\\budget.txt'),
    'to-none.lnk': link('\\\\hq\\shared\\none.txt'),
    'to-self.lnk': link(`${DOCS}\\to-self.lnk`),
    'art': null,
  })
  office.share('\\\\hq\\shared', { 'budget.txt': 'budget', 'other.txt': 'other' })
  const links = ['broken', 'to-dir', 'to-file', 'to-none', 'to-self'].map((name) => `${DOCS}\\${name}.lnk`)
  office.cache.pin(links, USER)
  assert.is(office.cache.item('\\\\hq\\shared\\budget.txt'), undefined)
  assert.is(office.cache.pin(links, USER | PIN_FLAG.FILL | PIN_FLAG.PINLINKTARGETS), 0)
  assert.is(office.read('cache', '\\\\hq\\shared\\budget.txt'), 'budget')
  assert.is(office.cache.item('\\\\hq\\shared\\budget.txt')?.pinInfo?.pinnedForUser, 1)
  assert.is(office.cache.item('\\\\hq\\shared\\other.txt'), undefined)
  assert.is(office.cache.item(ART), undefined)
  const results = office.told().filter((line) => line.startsWith('ItemResult'))
    .map((line) => line.slice(line.lastIndexOf('\\') + 1))
  const named = [
    'broken.lnk 0',
    'to-dir.lnk 0',
    'to-file.lnk 0',
    'budget.txt 0',
    'to-none.lnk 0',
    'to-self.lnk 0',
  ]
  assert.equal(results, named)
})

test('without FILL the target of a link is only marked, and comes with the next sync', () => {
  const target = '\\\\hq\\shared\\budget.txt'
  const office = new Office({ 'a.lnk': writeShellLink({ target }) })
  office.share('\\\\hq\\shared', { 'budget.txt': 'budget' })
  office.cache.synchronize([DOCS], SYNC_FLAG.SYNCIN)
  office.cache.pin([`${DOCS}\\a.lnk`], USER | PIN_FLAG.FILL)
  assert.is(office.cache.pin([`${DOCS}\\a.lnk`], USER | PIN_FLAG.PINLINKTARGETS), 0)
  assert.is(office.cache.item(target)?.pinInfo?.pinnedForUser, 1)
  assert.is(office.cache.item(target)?.sparse, true)
  assert.is(office.read('cache', target), undefined)
  office.cache.synchronize(['\\\\hq\\shared'], SYNC_FLAG.SYNCIN)
  assert.is(office.read('cache', target), 'budget')
})

test.run()
