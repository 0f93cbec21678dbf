/** What went wrong, as a code and its text: which code stands for what, and whose text it is told with. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const windowsText: readonly Scenario[] = scenarioTable(
  {
    title: 'A code that COM has a text of its own for is told in the words of Windows',
    covers: ['SYNC-40', 'SYNC-41', 'P11.1'],
  },
  {
    'access-denied': { fail: 5, hresult: 2147942405, text: 'Access is denied.' },
    'out-of-memory': {
      fail: 14,
      hresult: 2147942414,
      text: 'Not enough memory resources are available to complete this operation.',
    },
    'invalid-argument': { fail: 87, hresult: 2147942487, text: 'The parameter is incorrect.' },
  },
  ({ share, sync }, { fail, hresult, text }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'edited here')
    sync(docs, 'in | out', {
      faults: [{ request: 'commit', side: 'server', path: 'plan.txt', then: { fail } }],
    }).progress([
      '0:0:The operation completed successfully.:',
      '2:0:The operation completed successfully.:\\\\hq\\docs\\plan.txt',
      `3:${hresult}:${text}:\\\\hq\\docs\\plan.txt`,
      '1:0:The operation completed successfully.:',
    ])
  },
)

export const vanished: readonly Scenario[] = scenarioTable(
  {
    title: 'What the call has just seen is gone when it wants it: 2 for the file, 3 for the folder above it',
    covers: ['SYNC-39', 'SYNC-40', 'P11.2'],
  },
  {
    'file': { name: 'art/logo.txt', code: 2 },
    'folder': { name: 'art', code: 3 },
  },
  ({ share, sync }, { name, code }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'plan.txt': 'first draft' })
    docs.server.write('art/logo.txt', 'a new logo')
    docs.server.write('plan.txt', 'second draft')
    const round = sync(docs, 'in', {
      during: [{
        request: 'open',
        side: 'server',
        path: 'art/logo.txt',
        steps: () => docs.server.remove(name),
      }],
    })
    round.returns(0)
    round.result('art/logo.txt', code)
    round.result('plan.txt', 0)
    docs.local.holds('art/logo.txt', 'csclab')
  },
)

export const inTheWay: readonly Scenario[] = scenarioTable(
  {
    title: 'No right, in use, no room, over the quota: the item fails with 5, 32, 112, 1295',
    covers: ['SYNC-39', 'SYNC-40', 'P11.2', 'P2.20'],
  },
  { 'no-right': 5, 'in-use': 32, 'no-room': 112, 'over-quota': 1295 } as const,
  ({ share, sync, limitDisk, limitUser }, code) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'a much longer second draft')
    docs.local.write('new.txt', 'made here')
    const name = code === 32 ? 'plan.txt' : 'new.txt'
    if (code === 5) docs.server.deny('alice', '', ['write'])
    if (code === 32) docs.server.open('plan.txt', { access: 'read-write', share: [] })
    if (code === 112) limitDisk({ server: '//hq' }, 12)
    if (code === 1295) limitUser('alice', { server: '//hq', bytes: 5 })
    sync(docs, 'out').result(name, code)
    docs.dirty(name)
  },
)

export const ofTheCall: Scenario = scenario({
  title: 'The service is not running: 1062; no server there: 53; the caller cancels: 1223',
  covers: ['SYNC-34', 'SYNC-43', 'P11.2'],
}, ({ share, sync, service, unreachable, reachable }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'edited here')
  service({ active: false })
  sync(docs, 'in | out').returns(1062)
  service({ active: true })
  unreachable('//hq')
  sync(docs, 'in | out').returns(53)
  reachable('//hq')
  sync(docs, 'in | out', { cancelAfter: 0 }).returns(1223)
  sync(docs, 'in | out').returns(0)
})
