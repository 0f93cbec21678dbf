/** Settings of the machine that nest, and conflicts that are met again in the same call, or not met at all. */

import { type Scenario, scenarioTable } from '../../language/mod.ts'

export const nearestSetting: readonly Scenario[] = scenarioTable(
  {
    title:
      'Settings for a share, a folder and a file: the nearest one counts, the item’s own included; a path that only begins alike does not',
    covers: ['SYNC-33', 'P15.50'],
  },
  {
    'own': {
      settings: [['//hq/docs/art/a.txt', 'keep-remote'], ['//hq/docs/art', 'keep-local']],
      winner: 'there',
    },
    'folder': { settings: [['//hq/docs/art', 'keep-local'], ['//hq/docs', 'keep-remote']], winner: 'here' },
    'longer-name': {
      settings: [['//hq/docs', 'keep-remote'], ['//hq/docs/ar', 'keep-local']],
      winner: 'there',
    },
  } as const,
  ({ share, sync, policy }, { settings, winner }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/a.txt': 'first' })
    policy({ conflicts: Object.fromEntries(settings) })
    docs.local.write('art/a.txt', 'here')
    docs.server.write('art/a.txt', 'there')
    sync(docs, 'in | out').noConflicts()
    docs.server.holds('art/a.txt', winner)
    docs.local.holds('art/a.txt', winner)
  },
)

export const notMet: readonly Scenario[] = scenarioTable(
  {
    title: 'The call is stopped before a conflict had its turn: it is not recorded until a call comes to it',
    covers: ['SYNC-33', 'SYNC-43', 'P15.48'],
  },
  { 'cancelled': 'cancelled', 'aborted': 'aborted' } as const,
  ({ share, sync }, how) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
    docs.local.write('a.txt', 'here')
    docs.local.write('b.txt', 'here')
    docs.server.write('b.txt', 'there')
    const round = sync(
      docs,
      'in | out',
      how === 'cancelled'
        ? { cancelAfter: 1 }
        : { progress: [{ to: 'item-begin', path: 'b.txt', answer: 'abort' }] },
    )
    round.returns(1223)
    round.noConflicts()
    docs.connection('b.txt', 'working offline')
    sync(docs, 'in | out').conflict('b.txt', 'FileChangedOnClient_ChangedOnServer')
  },
)

const ADDED = 'SYNCCONFLICTRECADDED'
const REMOVED = 'SYNCCONFLICTRECREMOVED'

export const metAgain: readonly Scenario[] = scenarioTable(
  {
    title:
      'A conflict whose item is repeated: what the last attempt makes of it stands, recorded once or not at all',
    covers: ['SYNC-38', 'SYNC-33', 'P15.32'],
  },
  {
    'skipped-then-logged': { first: 'skip', last: 'log', told: [[], [ADDED]] },
    'skipped-twice': { first: 'skip', last: 'skip', told: [[], []] },
    'logged-twice': { first: 'log', last: 'log', told: [[ADDED], []] },
    'logged-then-skipped': { first: 'log', last: 'skip', told: [[ADDED], [REMOVED]] },
  } as const,
  ({ share, sync }, { first, last, told: [before, after] }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'here')
    docs.server.write('plan.txt', 'there')
    const round = sync(docs, 'in | out', {
      handler: [{ nth: 1, answer: first }, { nth: 2, answer: last }],
      progress: [{ to: 'item-result', nth: 1, answer: 'retry' }],
    })
    round.courseOf('plan.txt', [
      'ItemBegin',
      ...before,
      'SYNCFILERESULT',
      'ItemResult',
      'ItemBegin',
      ...after,
      'SYNCFILERESULT',
      'ItemResult',
    ])
    docs.connection('plan.txt', last === 'log' ? 'need to sync' : 'working offline')
  },
)

export const connectedAnew: readonly Scenario[] = scenarioTable(
  {
    title:
      'The network fails once and the caller answers Retry: the share is tried anew, for the item and for the rest',
    covers: ['SYNC-22', 'SYNC-38', 'P15.32', 'P9.8'],
  },
  { 'unexpected-error': 59, 'timed-out': 121 },
  ({ share, sync }, fail) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'a', 'b.txt': 'b' })
    for (const name of ['a.txt', 'b.txt']) docs.local.write(name, 'edited here')
    const round = sync(docs, 'in | out', {
      faults: [{ request: 'write', side: 'server', path: 'a.txt', then: { fail } }],
      progress: [{ to: 'item-result', path: 'a.txt', nth: 1, answer: 'retry' }],
    })
    round.returns(0)
    round.items(['a.txt', 'a.txt', 'b.txt'])
    round.result('a.txt', 0)
    round.result('b.txt', 0)
    docs.same()
  },
)
