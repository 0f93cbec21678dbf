/** Files that somebody has open during a call. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const openHere: readonly Scenario[] = scenarioTable(
  {
    title: 'An application has the file open and lets others read it: what it holds at that moment is sent',
    covers: ['SYNC-07', 'P9.3'],
  },
  {
    'reading': { access: 'read', share: ['read'] },
    'writing': { access: 'read-write', share: ['read'] },
    'sharing-all': { access: 'read-write', share: ['read', 'write', 'delete'] },
  } as const,
  ({ share, sync }, { access, share: others }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'second draft')
    const editor = docs.local.open('plan.txt', { access, share: others })
    sync(docs, 'in | out').result('plan.txt', 0)
    docs.server.holds('plan.txt', 'second draft')
    docs.clean('plan.txt')
    editor.close()
  },
)

export const openForItselfAlone: readonly Scenario[] = scenarioTable(
  {
    title: 'An application has the file open and lets nobody read it: 32, the edit waits until it is closed',
    covers: ['SYNC-07', 'P9.3', 'P2.20'],
  },
  { 'edited': false, 'made-here': true },
  ({ share, sync }, isNew) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
    const name = isNew ? 'new.txt' : 'plan.txt'
    docs.local.write(name, 'second draft')
    docs.local.write('list.txt', 'one, two')
    const editor = docs.local.open(name, { access: 'read-write', share: [] })
    const round = sync(docs, 'in | out')
    round.returns(0)
    round.result(name, 32)
    round.result('list.txt', 0)
    docs.dirty(name)
    editor.close()
    sync(docs, 'in | out').items([name])
    docs.server.holds(name, 'second draft')
  },
)

export const onlyAttributes: readonly Scenario[] = scenarioTable(
  {
    title:
      'Only an attribute was set: no content is read or sent for it, so nobody who has the file open is in the way',
    covers: ['SYNC-07', 'P15.16', 'F43'],
  },
  { 'open-here': 'local', 'open-there': 'server' } as const,
  ({ share, sync }, side) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.setAttributes('plan.txt', { set: ['HIDDEN'] })
    const reader = docs[side].open('plan.txt', { access: 'read', share: [] })
    sync(docs, 'in | out').result('plan.txt', 0)
    docs.server.attributes('plan.txt', ['HIDDEN', 'ARCHIVE'])
    docs.clean('plan.txt')
    reader.close()
  },
)

export const openButClean: Scenario = scenario({
  title: 'An application has a file open that nobody changed: the call has nothing to do with it',
  covers: ['SYNC-39', 'P9.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  const editor = docs.local.open('plan.txt', { access: 'read-write', share: [] })
  const round = sync(docs, 'in | out')
  round.returns(0)
  round.items([])
  editor.close()
})
