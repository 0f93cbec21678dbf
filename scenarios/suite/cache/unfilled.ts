/** What can be done with a file that is here in part, how it is filled, and what becomes of it when that fails. */

import { bytes, type Scenario, scenarioTable } from '../../language/mod.ts'

const FIRST_PART = { present: [{ at: 0, bytes: 65_536 }] } as const

export const changedInPart: readonly Scenario[] = scenarioTable(
  {
    title: 'A file that is here in part cannot be changed in part: 4350, so it never has changes that wait',
    covers: ['SYNC-04', 'P8.2'],
  },
  { 'append': 'append', 'edit': 'edit' } as const,
  ({ share, sync }, deed) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(200_000) })
    docs.sparse('film.avi', FIRST_PART)
    if (deed === 'append') docs.local.append('film.avi', 'the end', { fails: 4350 })
    else docs.local.edit('film.avi', 'title', { offset: 0, fails: 4350 })
    docs.clean('film.avi')
    sync(docs, 'out').items([])
    docs.server.holds('film.avi', bytes(200_000))
  },
)

export const overwrittenInPart: readonly Scenario[] = scenarioTable(
  {
    title:
      'A file that is here in part is overwritten from scratch: it is whole then, and an edit like any other',
    covers: ['SYNC-07', 'STATE-39', 'P8.3'],
  },
  { 'in-part': [{ at: 0, bytes: 65_536 }], 'nothing-of-it': [] } as const,
  ({ share, sync }, present) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(200_000) })
    docs.sparse('film.avi', { present })
    docs.local.write('film.avi', 'a short one')
    docs.shows('film.avi', { sparse: false, modifiedData: true })
    docs.local.reads('film.avi', 'a short one')
    const round = sync(docs, 'in | out')
    round.state('film.avi', 'FileChangedOnClient')
    docs.server.holds('film.avi', 'a short one')
  },
)

export const sameSizeThere: readonly Scenario[] = scenarioTable(
  {
    title:
      'The server’s file has other content of the same size by now: what is here of the old one is not used',
    covers: ['SYNC-03', 'STATE-16', 'P8.4'],
  },
  { 'fill': 'fill', 'in': 'in' } as const,
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(200_000) })
    docs.sparse('film.avi', FIRST_PART)
    docs.server.write('film.avi', bytes(200_000, 2))
    const round = sync(docs, flags)
    round.state('film.avi', 'FileSparseOnClient_ChangedOnServer')
    round.result('film.avi', 0)
    docs.local.holds('film.avi', bytes(200_000, 2))
    docs.clean('film.avi')
  },
)

export const emptyIsWhole: readonly Scenario[] = scenarioTable(
  {
    title: 'A file without content is whole as soon as it has a name: it can be read, and no call fills it',
    covers: ['SYNC-03', 'SYNC-09', 'P8.5'],
  },
  { 'new': false, 'pinned': true },
  ({ share, sync }, isPinned) => {
    const docs = share('//hq/docs', { pin: isPinned ? 'none' : 'user' }, {})
    docs.server.write('empty.txt', '')
    if (isPinned) docs.pin('empty.txt')
    else sync(docs, 'in | pin-new').result('empty.txt', 0)
    docs.shows('empty.txt', { sparse: false })
    docs.local.reads('empty.txt', '')
    docs.sparse('empty.txt', { fails: 87 })
    sync(docs, 'fill').items([])
  },
)

export const fillingFails: readonly Scenario[] = scenarioTable(
  {
    title: 'Filling fails midway: the file is as incomplete as before, and the next call fills it',
    covers: ['SYNC-03', 'SYNC-04', 'P8.6', 'P2.20'],
  },
  {
    'locked-there': { request: 'read', side: 'server', nth: 2, fail: 33 },
    'no-room-here': { request: 'write', side: 'local', nth: 2, fail: 112 },
    'not-put-in-place': { request: 'commit', side: 'local', nth: 1, fail: 5 },
  } as const,
  ({ share, sync }, { request, side, nth, fail }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(200_000) })
    docs.sparse('film.avi', FIRST_PART)
    const round = sync(docs, 'fill', { faults: [{ request, side, nth, path: 'film.avi', then: { fail } }] })
    round.result('film.avi', fail)
    docs.shows('film.avi', { sparse: true, dirty: false })
    docs.local.reads('film.avi', { fails: 4350 })
    sync(docs, 'fill').result('film.avi', 0)
    docs.local.reads('film.avi', bytes(200_000))
  },
)

export const filledAs: readonly Scenario[] = scenarioTable(
  {
    title: 'A fill is reported as SYNC_TO_CLIENT: what strikes that operation strikes the fill',
    covers: ['SYNC-03', 'STATE-38', 'P8.7'],
  },
  { 'fill': 'fill', 'in': 'in' } as const,
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(100_000) })
    docs.sparse('film.avi', FIRST_PART)
    const round = sync(docs, flags, {
      faults: [{ request: 'stage', operation: 'SYNC_TO_CLIENT', then: { fail: 112 } }],
    })
    round.state('film.avi', 'FileSparseOnClient')
    round.result('film.avi', 112)
  },
)

export const filledUnpinned: readonly Scenario[] = scenarioTable(
  {
    title:
      'A file that is here only because it was opened, and only in part, is filled though nobody pinned it',
    covers: ['SYNC-03', 'SYNC-06', 'P8.8'],
  },
  { 'fill': 'fill', 'in': 'in' } as const,
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { caching: 'documents' }, {})
    docs.server.write('film.avi', bytes(100_000))
    docs.autoCache('film.avi')
    docs.sparse('film.avi', FIRST_PART)
    sync(docs, flags).items(['film.avi'])
    docs.local.reads('film.avi', bytes(100_000))
    docs.shows('film.avi', { sparse: false, autoCached: true })
    docs.pinned('film.avi', [])
  },
)
