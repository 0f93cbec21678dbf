/** Cases about pins, links, suspension and incomplete files, in the words of those who met them. */

import { writeShellLink } from '../../../sim/mod.ts'
import { bytes, linkTo, type Scenario, scenario } from '../../language/mod.ts'

export const recentDocuments: Scenario = scenario({
  title:
    'I made my folder of recent documents available offline: through its links, documents from everywhere are cached and pinned',
  covers: ['SYNC-14', 'F73', 'F71', 'P6.5'],
}, ({ share, sync }) => {
  const home = share('//hq/alice', { pin: 'user' }, { 'Recent': null })
  const docs = share('//hq/docs', {})
  const far = share('//far/archive', {})
  docs.server.write('plan.txt', 'the plan')
  docs.server.mkdir('old')
  docs.server.write('old/letter.txt', 'a letter')
  far.server.write('film.avi', bytes(10_000))
  home.server.write('Recent/archive.lnk', linkTo('//hq/docs/old', { directory: true }))
  home.server.write('Recent/film.lnk', linkTo('//far/archive/film.avi'))
  home.server.write('Recent/plan.lnk', linkTo('//hq/docs/plan.txt'))
  sync(home, 'in | pin-new | pin-user | pin-targets').items([
    'Recent/archive.lnk',
    'Recent/film.lnk',
    far.at('film.avi'),
    'Recent/plan.lnk',
    docs.at('plan.txt'),
  ])
  docs.local.tree({ 'plan.txt': 'the plan' })
  far.local.holds('film.avi', bytes(10_000))
  docs.pinned('plan.txt', ['user'])
  far.pinned('film.avi', ['user'])
})

export const linksToNowhere: Scenario = scenario({
  title:
    'My pinned folder is full of links to my own disk, to deleted files, to each other and of broken ones: all come, none fails, nothing else does',
  covers: ['SYNC-14', 'SYNC-39', 'F74', 'P6.8'],
}, ({ share, sync }) => {
  const home = share('//hq/alice', { pin: 'user' }, {})
  const docs = share('//hq/docs', {})
  docs.server.write('plan.txt', 'nobody links to it')
  const toDisk = writeShellLink({ local: { path: 'C:\\docs\\plan.txt' } })
  home.server.write('broken.lnk', 'half a li')
  home.server.write('deleted.lnk', linkTo('//hq/docs/gone.txt'))
  home.server.write('disk.lnk', { base64: btoa(String.fromCharCode(...toDisk)) })
  home.server.write('itself.lnk', linkTo('//hq/alice/itself.lnk'))
  home.server.write('round.lnk', linkTo('//hq/alice/trip.lnk'))
  home.server.write('trip.lnk', linkTo('//hq/alice/round.lnk'))
  const names = ['broken', 'deleted', 'disk', 'itself', 'round', 'trip'].map((name) => `${name}.lnk`)
  const round = sync(home, 'in | pin-new | pin-user | pin-targets')
  round.returns(0)
  for (const name of names) {
    round.result(name, 0)
    home.pinned(name, ['user'])
  }
  home.same()
  docs.local.tree({})
})

export const stillSuspended: Scenario = scenario({
  title:
    'I synchronized a suspended folder by hand: it is in step now, and still suspended and offline, even where the share is online',
  covers: ['SYNC-27', 'F76', 'F75', 'P7.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'plan.txt': 'first draft' })
  docs.suspend('art')
  docs.goOnline()
  docs.server.write('art/logo.txt', 'a new logo')
  docs.server.write('plan.txt', 'second draft')
  sync(docs.at('art'), 'in | out').items([docs.at('art/logo.txt')])
  docs.local.holds('art/logo.txt', 'a new logo')
  docs.shows('art', { suspended: true, suspendedRoot: true })
  docs.shows('art/logo.txt', { suspended: true, suspendedRoot: false, dirty: false })
  docs.server.write('art/logo.txt', 'the newest logo')
  docs.local.reads('art/logo.txt', 'a new logo')
  docs.local.reads('plan.txt', 'second draft')
  docs.release('art')
  docs.shows('art/logo.txt', { suspended: false })
  docs.local.reads('art/logo.txt', 'the newest logo')
})

export const filledBySyncIn: Scenario = scenario({
  title:
    'Half a film was cached: a call that only brings in changes completes it, though it does not ask to fill anything',
  covers: ['SYNC-04', 'SYNC-06', 'STATE-38', 'F78'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(200_000), 'plan.txt': 'first draft' })
  docs.sparse('film.avi', { present: [{ at: 0, bytes: 100_000 }] })
  docs.local.reads('film.avi', { fails: 4350 })
  const round = sync(docs, 0x2)
  round.items(['film.avi'])
  round.state('film.avi', 'FileSparseOnClient')
  docs.shows('film.avi', { sparse: false })
  docs.local.reads('film.avi', bytes(200_000))
})

export const newVersionOfHalf: Scenario = scenario({
  title:
    'Half a film was cached when a new cut appeared on the server: I get the whole new one, and no conflict',
  covers: ['SYNC-05', 'STATE-16', 'F79', 'P8.4'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(200_000) })
  docs.sparse('film.avi', { present: [{ at: 0, bytes: 100_000 }] })
  docs.server.write('film.avi', bytes(150_000, 2))
  const round = sync(docs, 'in')
  round.state('film.avi', 'FileSparseOnClient_ChangedOnServer')
  round.noConflicts()
  docs.local.reads('film.avi', bytes(150_000, 2))
  docs.same()
})

export const pinnedByAnother: Scenario = scenario({
  title:
    'Alice pinned a file on our laptop: it is pinned for Bob as well, who can read it offline once he has opened it online',
  covers: ['SYNC-17', 'SYNC-18', 'F81', 'F85'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', {})
  docs.server.write('plan.txt', 'first draft')
  docs.pin('plan.txt')
  sync(docs, 'in').items(['plan.txt'])
  docs.local.reads('plan.txt', { fails: 5 }, { user: bob })
  docs.goOnline()
  docs.local.read('plan.txt', { user: bob })
  docs.goOffline()
  docs.local.reads('plan.txt', 'first draft', { user: bob })
  docs.pinned('plan.txt', ['user'])
  docs.server.write('plan.txt', 'second draft')
  sync(docs, 'in', { user: bob }).result('plan.txt', 0)
  docs.pinned('plan.txt', ['user'])
})
