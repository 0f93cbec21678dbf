/** Attributes alone. */

import { type Scenario, scenario } from '../../language/mod.ts'

export const setHere: Scenario = scenario({
  title: 'An attribute set on the client is set on the server, of a file and of a folder',
  covers: ['SYNC-02', 'SYNC-07', 'STATE-39', 'STATE-42', 'F43', 'P15.16'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'art': null })
  docs.local.setAttributes('plan.txt', { set: ['READONLY'] })
  docs.local.setAttributes('art', { set: ['HIDDEN'] })

  const round = sync(docs, 'in | out')
  round.state('plan.txt', 'FileChangedOnClient')
  round.state('art', 'DirChangedOnClient')
  docs.server.attributes('plan.txt', ['READONLY', 'ARCHIVE'])
  docs.server.attributes('art', ['HIDDEN'])
  docs.same()
})

export const setThere: Scenario = scenario({
  title: 'An attribute set on the server is set in the cache, of a file and of a folder',
  covers: ['SYNC-02', 'SYNC-05', 'STATE-44', 'STATE-47', 'F42'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'art': null })
  docs.server.setAttributes('plan.txt', { set: ['SYSTEM'] })
  docs.server.setAttributes('art', { set: ['HIDDEN'] })

  const round = sync(docs, 'in | out')
  round.state('plan.txt', 'FileChangedOnServer')
  round.state('art', 'DirChangedOnServer')
  docs.local.attributes('plan.txt', ['SYSTEM', 'ARCHIVE'])
  docs.local.attributes('art', ['HIDDEN'])
  docs.same()
})

export const readonlyOnTheServer: Scenario = scenario({
  title: 'READONLY on the server does not keep an offline edit away, and goes as the local copy has it',
  covers: ['SYNC-07', 'F45', 'P15.27'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.setAttributes('plan.txt', { set: ['READONLY'] })
  sync(docs, 'in | out')
  docs.local.setAttributes('plan.txt', { clear: ['READONLY'] })
  docs.local.write('plan.txt', 'second draft')

  sync(docs, 'in | out').result('plan.txt', 0)
  docs.server.holds('plan.txt', 'second draft')
  docs.server.attributes('plan.txt', ['ARCHIVE'])
})
