/** One thing goes wrong at the worst moment there is: no byte is lost by it, and the next call puts everything right. */

import { linkTo, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

const PIN_ALL = 'in | pin-new | pin-user | pin-targets'

export const notLookedAt: readonly Scenario[] = scenarioTable(
  {
    title:
      'The local copy cannot be looked at right after a transfer: that is no deletion, the next call finishes the record',
    covers: ['SYNC-39', 'P2.14', 'P2.20'],
  },
  { 'uploaded': 'SYNC_TO_SERVER', 'downloaded': 'SYNC_TO_CLIENT' } as const,
  ({ share, sync }, operation) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs[operation === 'SYNC_TO_SERVER' ? 'local' : 'server'].write('plan.txt', 'second draft')
    const round = sync(docs, 'in | out', {
      faults: [{
        request: 'stat',
        side: 'local',
        operation,
        nth: operation === 'SYNC_TO_SERVER' ? 2 : 1,
        then: { fail: 5 },
      }],
    })
    round.result('plan.txt', 0)
    docs.server.holds('plan.txt', 'second draft')
    docs.local.holds('plan.txt', 'second draft')
    sync(docs, 'in | out').items([])
    docs.clean('plan.txt')
    docs.same()
  },
)

export const restoredInPart: readonly Scenario[] = scenarioTable(
  {
    title:
      "The server's folder comes back here and the call ends before its files do: what was deleted in it here stays there",
    covers: ['SYNC-30', 'SYNC-43', 'STATE-37', 'P15.66'],
  },
  { 'cancelled': 'cancelled', 'retried': 'retried' } as const,
  ({ share, sync }, how) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'art/old/a.txt': 'a' })
    docs.local.remove('art')
    docs.server.setAttributes('art', { set: ['HIDDEN'] })
    sync(
      docs,
      'in | out | keep-remote',
      how === 'cancelled'
        ? { cancelAfter: 1 }
        : { progress: [{ to: 'item-result', path: 'art', nth: 1, answer: 'retry' }] },
    )
    sync(docs, 'in | out').noConflicts()
    docs.local.tree({ art: { 'logo.txt': 'csclab', old: { 'a.txt': 'a' } } })
    docs.same()
  },
)

export const madeAgainInPart: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder is to be made again on the server with its content: nothing of it is taken for a leftover on the way',
    covers: ['SYNC-29', 'STATE-29', 'P15.66', 'P15.68'],
  },
  { 'not-listed': 'not-listed', 'retried': 'retried' } as const,
  ({ share, sync }, how) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'art/a.txt': 'a', 'art/sub/b.txt': 'b' })
    docs.local.setAttributes('art', { set: ['HIDDEN'] })
    docs.server.remove('art')
    sync(
      docs,
      'in | out | keep-local',
      how === 'not-listed'
        ? { faults: [{ request: 'list', side: 'local', path: 'art/sub', then: { fail: 5 } }] }
        : { progress: [{ to: 'item-result', path: 'art', nth: 1, answer: 'retry' }] },
    )
    sync(docs, 'in | out')
    docs.server.tree({ art: { 'a.txt': 'a', sub: { 'b.txt': 'b' } } })
    docs.same()
  },
)

export const folderAboveNotSeen: Scenario = scenario({
  title:
    'The folder above the path of a call cannot be looked at: nothing is done below it, whatever the server has there',
  covers: ['SYNC-33', 'SYNC-39', 'P15.42', 'P2.24'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab' })
  docs.server.remove('art')
  docs.server.write('art', 'a file now')
  sync('//hq/docs/art/logo.txt', 'in | out', {
    faults: [{ request: 'stat', side: 'server', path: '//hq/docs/art/logo.txt', nth: 2, then: { fail: 5 } }],
  }).returns(5)
  docs.local.holds('art/logo.txt', 'csclab')
})

export const writtenBetweenPinAndFetch: Scenario = scenario({
  title:
    'An application makes the file between its pin and its fetch: two files of one name, neither is overwritten',
  covers: ['SYNC-09', 'SYNC-33', 'STATE-9', 'P15.54'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  docs.server.write('plan.txt', 'at the office')
  sync(docs, 'in | out | pin-new', {
    during: [{
      request: 'commit',
      path: 'plan.txt',
      steps: () => docs.local.write('plan.txt', 'on the train'),
    }],
  }).result('plan.txt', 32)
  sync(docs, 'in | out').conflict('plan.txt', 'FileCreatedOnClient_FileOnServer')
  docs.server.holds('plan.txt', 'at the office')
  docs.local.holds('plan.txt', 'on the train')
})

export const notRespelled: Scenario = scenario({
  title: 'The server refuses the new spelling: the item fails with that, and the next call tries again',
  covers: ['SYNC-39', 'P15.13', 'P15.46'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.rename('plan.txt', 'Plan.txt')
  sync(docs, 'in | out', {
    faults: [{ request: 'rename', side: 'server', then: { fail: 5 } }],
  }).result('plan.txt', 5)
  docs.server.spelling('plan.txt')
  sync(docs, 'in | out').result('Plan.txt', 0)
  docs.server.spelling('Plan.txt')
})

export const notRespelledHere: readonly Scenario[] = scenarioTable(
  {
    title: 'The new content of the server is here, its new spelling is not: the next call takes it over',
    covers: ['SYNC-05', 'SYNC-43', 'P15.13', 'F56'],
  },
  { 'dropped': 'dropped', 'refused': 'refused' } as const,
  ({ share, sync }, how) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.server.write('plan.txt', 'edited there')
    docs.server.rename('plan.txt', 'Plan.txt')
    const round = sync(
      docs,
      'in',
      how === 'dropped'
        ? { crash: { when: 'before', request: 'rename', side: 'local', path: 'plan.txt' } }
        : { faults: [{ request: 'rename', side: 'local', then: { fail: 5 } }] },
    )
    if (how === 'dropped') round.crashed()
    docs.local.holds('plan.txt', 'edited there')
    docs.local.spelling('plan.txt')
    sync(docs, 'in').items(['plan.txt'])
    docs.local.spelling('Plan.txt')
    sync(docs, 'in | out').items([])
  },
)

export const choiceStands: Scenario = scenario({
  title:
    "The engine is dropped while a file takes a folder's place: the later times of what is left do not turn the choice round",
  covers: ['SYNC-31', 'P15.4', 'P15.28'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one', 'plan/old/a.txt': 'a' })
  docs.server.remove('plan')
  docs.server.write('plan', 'all in one')
  sync(docs, 'in | out | keep-latest', {
    crash: { when: 'after', request: 'remove', side: 'local', path: 'plan', nth: 2 },
  }).crashed()
  sync(docs, 'in | out | keep-latest').noConflicts()
  docs.local.holds('plan', 'all in one')
  docs.same()
})

export const notDisowned: Scenario = scenario({
  title:
    "A folder is to take a file's place on the server and cannot be listed here: the item fails, and nothing is deleted",
  covers: ['SYNC-29', 'P15.43', 'P15.47'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan/part.txt': 'one' })
  docs.server.remove('plan')
  docs.server.write('plan', 'all in one')
  sync(docs, 'in | out | keep-local', {
    faults: [{ request: 'list', side: 'local', path: 'plan', then: { fail: 5 } }],
  }).result('plan', 5)
  docs.server.holds('plan', 'all in one')
  sync(docs, 'in | out | keep-local').noConflicts()
  docs.server.holds('plan/part.txt', 'one')
  docs.same()
})

export const keptInPart: Scenario = scenario({
  title:
    'What has moved to its new name cannot be looked at: both versions are there, and the next call records them',
  covers: ['SYNC-33', 'P3.1', 'P6.13'],
}, ({ share, sync, policy }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  policy({ conflicts: { '//hq/docs': 'keep-all' } })
  docs.local.write('plan.txt', 'on the train')
  docs.server.write('plan.txt', 'at the office')
  sync(docs, 'in | out', {
    faults: [{ request: 'stat', operation: 'SYNC_TO_CLIENT', nth: 3, then: { fail: 5 } }],
  }).result('plan.txt', 5)
  docs.local.holds('plan (alice v1).txt', 'on the train')
  sync(docs, 'in | out').noConflicts()
  docs.local.holds('plan.txt', 'at the office')
  docs.pinned('plan (alice v1).txt', ['user'])
  docs.same()
})

export const oldNameTaken: Scenario = scenario({
  title:
    'While both versions are kept an application makes a file of the old name: it is a third, and none is lost',
  covers: ['SYNC-33', 'P3.1', 'P9.4'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'on the train')
  docs.server.write('plan.txt', 'at the office')
  sync(docs, 'in | out', {
    handler: [{ nth: 1, answer: 'keep-all', newName: 'copy.txt' }],
    during: [{
      request: 'stat',
      operation: 'SYNC_TO_CLIENT',
      nth: 3,
      steps: () => docs.local.write('plan.txt', 'a third'),
    }],
  }).result('plan.txt', 32)
  sync(docs, 'in | out').conflict('plan.txt', 'FileCreatedOnClient_FileOnServer')
  docs.server.tree({ 'plan.txt': 'at the office', 'copy.txt': 'on the train' })
  docs.local.holds('plan.txt', 'a third')
})

export const newNameTaken: Scenario = scenario({
  title: 'While both versions are kept somebody takes the new name on the server: theirs is not overwritten',
  covers: ['SYNC-33', 'P3.2', 'P15.51'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'on the train')
  docs.server.write('plan.txt', 'at the office')
  sync(docs, 'in | out', {
    handler: [{ answer: 'keep-all', newName: 'copy.txt' }],
    during: [{
      request: 'rename',
      side: 'local',
      steps: () => docs.server.write('copy.txt', 'somebody else'),
    }],
  }).result('plan.txt', 183)
  docs.server.tree({ 'plan.txt': 'at the office', 'copy.txt': 'somebody else' })
  docs.local.tree({ 'plan.txt': 'at the office', 'copy.txt': 'on the train' })
  sync(docs, 'in | out').conflict('copy.txt', 'FileCreatedOnClient_FileOnServer')
})

export const childrenNotListed: Scenario = scenario({
  title: 'A folder in a folder that was pinned cannot be listed: the next call pins what is in it',
  covers: ['SYNC-05', 'P15.12', 'P2.24'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'art/a.txt': 'a', 'art/old/b.txt': 'b' })
  docs.pin('art')
  sync(docs, 'in', {
    faults: [{ request: 'list', side: 'server', path: 'art/old', then: { fail: 5 } }],
  }).result('art/old', 5)
  docs.pinned('art/old/b.txt', [])
  sync(docs, 'in').returns(0)
  docs.pinned('art/old/b.txt', ['user'])
})

export const targetNotFetched: Scenario = scenario({
  title: 'The target of a link is pinned and cannot be read: the next call with the flag asks for it again',
  covers: ['SYNC-14', 'P15.25', 'P15.54'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  const attic = share('//hq/attic', {})
  attic.server.write('plan.txt', 'the plan')
  docs.server.write('a.lnk', linkTo('//hq/attic/plan.txt'))
  sync(docs, PIN_ALL, {
    faults: [{ request: 'open', side: 'server', path: '//hq/attic/plan.txt', then: { fail: 32 } }],
  }).result(attic.at('plan.txt'), 32)
  attic.shows('plan.txt', { sparse: true })
  sync(docs, PIN_ALL).items([attic.at('plan.txt')])
  attic.local.holds('plan.txt', 'the plan')
})

export const targetBeforeItsFolder: Scenario = scenario({
  title:
    'The engine is dropped between a target and the new folder it lies in: the folder has its turn in the next call',
  covers: ['SYNC-09', 'SYNC-14', 'P15.74'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  docs.server.write('a.lnk', linkTo('//hq/docs/z/plan.txt'))
  docs.server.mkdir('z')
  docs.server.write('z/plan.txt', 'the plan')
  docs.server.write('z/other.txt', 'other')
  sync(docs, PIN_ALL, { crash: { when: 'before', request: 'progress', path: 'z' } }).crashed()
  docs.pinned('z', [])
  sync(docs, PIN_ALL).returns(0)
  docs.pinned('z', ['user'])
  docs.pinned('z/plan.txt', ['user'])
  docs.same()
})

export const notSeenEmpty: Scenario = scenario({
  title:
    'A folder the server deleted cannot be listed here: it is not taken for empty, and what is in it stays as it is',
  covers: ['SYNC-05', 'STATE-49', 'P2.10'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/a.txt': 'a', 'art/b.txt': 'b' })
  docs.local.write('art/a.txt', 'edited here')
  docs.server.remove('art')
  sync(docs, 'in | out', {
    faults: [{ request: 'list', side: 'local', path: 'art', nth: 2, then: { fail: 5 } }],
  }).conflict('art/a.txt', 'FileChangedOnClient_DeletedOnServer')
  docs.server.missing('art')
  docs.local.holds('art/a.txt', 'edited here')
  sync(docs, 'in | out').conflict('art/a.txt', 'FileChangedOnClient_DeletedOnServer')
  docs.server.missing('art')
})
