/** Things that go wrong while a call is under way, and other people who do not wait for it. */

import { bytes, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const lostInTransfer: Scenario = scenario({
  title:
    'The connection drops inside an upload: 64, the server keeps the old content, the edit waits for the next call',
  covers: ['SYNC-07', 'F87', 'P2.20', 'P9.8'],
}, ({ share, sync, reachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'big.bin': bytes(200_000), 'zebra.txt': 'stripes' })
  docs.local.write('big.bin', bytes(200_000, 2))
  docs.local.write('zebra.txt', 'more stripes')
  const round = sync(docs, 'in | out', {
    faults: [{ request: 'write', path: 'big.bin', side: 'server', nth: 2, then: { disconnect: true } }],
  })
  round.result('big.bin', 64)
  docs.server.holds('big.bin', bytes(200_000))
  docs.server.holds('zebra.txt', 'stripes')
  docs.dirty('big.bin')
  reachable('//hq')
  sync(docs, 'in | out').returns(0)
  docs.same()
})

export const oneCallFails: readonly Scenario[] = scenarioTable(
  {
    title:
      'One request fails: its item fails with that code, nothing is half done, and the next call does it',
    covers: ['SYNC-07', 'SYNC-05', 'P2.20', 'F33', 'P1.18'],
  },
  {
    'reading-there': { request: 'read', side: 'server', path: 'there.txt', fail: 59 },
    'writing-there': { request: 'write', side: 'server', path: 'here.txt', fail: 5 },
    'opening-there': { request: 'open', side: 'server', path: 'there.txt', fail: 32 },
    'commit-there': { request: 'commit', side: 'server', path: 'here.txt', fail: 225 },
    'staging-here': { request: 'stage', side: 'local', path: 'there.txt', fail: 8 },
    'commit-here': { request: 'commit', side: 'local', path: 'there.txt', fail: 19 },
  } as const,
  ({ share, sync }, { request, side, path, fail }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'here.txt': 'draft', 'there.txt': 'draft' })
    docs.local.write('here.txt', 'edited here')
    docs.server.write('there.txt', 'edited there')
    const round = sync(docs, 'in | out', { faults: [{ request, side, path, then: { fail } }] })
    round.returns(0)
    round.result(path, fail)
    sync(docs, 'in | out').result(path, 0)
    docs.same()
  },
)

export const heldForMoments: Scenario = scenario({
  title: 'A scanner holds the file for a moment: 225 twice, and the caller’s third attempt succeeds',
  covers: ['SYNC-22', 'F35', 'P4.15'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'edited here')
  const round = sync(docs, 'in | out', {
    faults: [{ request: 'commit', side: 'server', path: 'plan.txt', times: 2, then: { fail: 225 } }],
    progress: [{ to: 'item-result', nth: 1, answer: 'retry' }, {
      to: 'item-result',
      nth: 2,
      answer: 'retry',
    }],
  })
  round.result('plan.txt', 0)
  docs.server.holds('plan.txt', 'edited here')
})

export const standingFault: Scenario = scenario({
  title: 'A server that takes no new folder: 82 at every call until it is mended',
  covers: ['SYNC-07', 'P2.20'],
}, ({ clearFaults, fault, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.mkdir('new')
  fault({ request: 'mkdir', side: 'server', path: '//hq/docs/new', every: true, then: { fail: 82 } })
  sync(docs, 'in | out').result('new', 82)
  sync(docs, 'in | out').result('new', 82)
  clearFaults()
  sync(docs, 'in | out').result('new', 0)
  docs.same()
})

export const slowServer: Scenario = scenario({
  title: 'A slow link and a late reply change when things happen, not what comes out',
  covers: ['SYNC-05', 'P9.6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.slow({ latency: 80 })
  docs.server.write('plan.txt', 'edited there')
  const round = sync(docs, 'in | out', {
    faults: [{ request: 'read', path: 'plan.txt', side: 'server', then: { delay: 30_000 } }],
  })
  round.returns(0)
  docs.local.holds('plan.txt', 'edited there')
})

export const editedDuringUpload: Scenario = scenario({
  title:
    'The file is edited again while it is uploaded: the content of the beginning arrives, the edit waits',
  covers: ['SYNC-07', 'P9.4', 'P15.65'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'second draft')
  const round = sync(docs, 'in | out', {
    during: [{
      request: 'commit',
      side: 'server',
      path: 'plan.txt',
      steps: () => docs.local.write('plan.txt', 'third draft'),
    }],
  })
  round.returns(0)
  docs.server.holds('plan.txt', 'second draft')
  docs.local.holds('plan.txt', 'third draft')
  docs.dirty('plan.txt')
  sync(docs, 'in | out').returns(0)
  docs.same()
})

export const changedDuringDownload: Scenario = scenario({
  title: 'The server’s file changes while it is read: the download is repeated, and no copy is a mixture',
  covers: ['SYNC-05', 'P9.5', 'P2.20'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', bytes(100_000))
  const round = sync(docs, 'in | out', {
    during: [{
      request: 'read',
      side: 'server',
      path: 'plan.txt',
      nth: 2,
      steps: () => docs.server.write('plan.txt', bytes(100_000, 2)),
    }],
  })
  round.result('plan.txt', 0)
  docs.local.holds('plan.txt', bytes(100_000, 2))
  docs.same()
})

export const someoneWasFaster: Scenario = scenario({
  title:
    'Somebody edits the server’s file between the look and the upload: 32, and the next call finds the conflict',
  covers: ['SYNC-07', 'SYNC-33', 'P2.20'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'edited here')
  const round = sync(docs, 'in | out', {
    during: [{
      request: 'stage',
      side: 'server',
      path: 'plan.txt',
      steps: () => docs.server.write('plan.txt', 'edited there'),
    }],
  })
  round.result('plan.txt', 32)
  docs.server.holds('plan.txt', 'edited there')
  sync(docs, 'in | out').conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.local.holds('plan.txt', 'edited here')
})

export const openAtTheOffice: Scenario = scenario({
  title: 'Somebody has the file open at the office: 32 for it, all others finish, the next call succeeds',
  covers: ['SYNC-07', 'F33'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  const file = docs.server.open('plan.txt', { access: 'read', share: ['read'] })
  docs.local.write('plan.txt', 'edited here')
  docs.local.write('list.txt', 'one, two')
  const round = sync(docs, 'in | out')
  round.result('plan.txt', 32)
  round.result('list.txt', 0)
  file.close()
  sync(docs, 'in | out').result('plan.txt', 0)
  docs.same()
})

export const deletionRefused: Scenario = scenario({
  title: 'A file deleted here is open there: 32, it does not come back, and the next call deletes it',
  covers: ['SYNC-07', 'F26', 'P2.20'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  const file = docs.server.open('plan.txt', { access: 'read', share: ['read'] })
  docs.local.remove('plan.txt')
  sync(docs, 'in | out | pin-new | pin-user').result('plan.txt', 32)
  docs.local.missing('plan.txt')
  file.close()
  sync(docs, 'in | out | pin-new | pin-user').result('plan.txt', 0)
  docs.server.missing('plan.txt')
})

export const editedWhileRecorded: readonly Scenario[] = scenarioTable(
  {
    title:
      'The file is edited at the very moment its transfer is recorded: the edit stays marked and goes out next',
    covers: ['SYNC-07', 'SYNC-05', 'P9.4'],
  },
  { 'uploaded': 'SYNC_TO_SERVER', 'downloaded': 'SYNC_TO_CLIENT' } as const,
  ({ share, sync }, operation) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    const side = operation === 'SYNC_TO_SERVER' ? docs.local : docs.server
    side.write('plan.txt', 'second draft')
    const round = sync(docs, 'in | out', {
      during: [{
        request: 'put-record',
        operation,
        nth: 2,
        steps: () => docs.local.write('plan.txt', 'third draft'),
      }],
    })
    round.returns(0)
    docs.dirty('plan.txt')
    docs.local.holds('plan.txt', 'third draft')
    docs.server.holds('plan.txt', 'second draft')
    sync(docs, 'in | out').noConflicts()
    docs.server.holds('plan.txt', 'third draft')
    docs.same()
  },
)

export const madeAgainWhileRecorded: Scenario = scenario({
  title:
    'A new file is removed and made again while its upload is recorded: the second one stays marked and goes out next',
  covers: ['SYNC-07', 'P9.4'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  docs.local.write('plan.txt', 'the first')
  sync(docs, 'in | out', {
    during: [{
      request: 'put-record',
      operation: 'CREATE_COPY_ON_SERVER',
      nth: 2,
      steps: () => {
        docs.local.remove('plan.txt')
        docs.local.write('plan.txt', 'the second')
      },
    }],
  })
  docs.dirty('plan.txt')
  docs.local.holds('plan.txt', 'the second')
  sync(docs, 'in | out').noConflicts()
  docs.server.holds('plan.txt', 'the second')
})

export const recordsRefused: Scenario = scenario({
  title:
    'The cache cannot write what it must remember: the call ends with that code, and the next one completes it',
  covers: ['SYNC-07', 'SYNC-34'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.local.write('plan.txt', 'second draft')
  docs.server.write('list.txt', 'one, two')
  const round = sync(docs, 'in | out', {
    faults: [{ request: 'put-record', operation: 'SYNC_TO_SERVER', nth: 2, then: { fail: 112 } }],
  })
  round.returns(112)
  docs.server.holds('plan.txt', 'second draft')
  sync(docs, 'in | out').noConflicts()
  docs.clean('plan.txt')
  docs.same()
})
