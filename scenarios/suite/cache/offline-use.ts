/** What can be used offline: a file that is here in part cannot, whichever part that is, until the whole of it is here. */

import { bytes, type Scenario, scenario } from '../../language/mod.ts'

export const partIsNotEnough: Scenario = scenario({
  title: 'All but the last bytes of a file are cached: offline it cannot be read at all; once filled, it can',
  covers: ['SYNC-04', 'SYNC-03', 'F77', 'P8.1'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'film.avi': bytes(100_000), 'song.mp3': bytes(5000, 2) })
  docs.sparse('film.avi', { present: [{ at: 0, bytes: 99_000 }] })
  docs.local.reads('film.avi', { fails: 4350 })
  docs.local.reads('song.mp3', bytes(5000, 2))
  sync(docs, 'fill').items(['film.avi'])
  docs.local.reads('film.avi', bytes(100_000))
  docs.shows('film.avi', { sparse: false })
})

export const filledAtLast: Scenario = scenario({
  title:
    'Filling fails in the middle: the file stays sparse and refused; the next call fills it, and it can be used',
  covers: ['SYNC-04', 'SYNC-06', 'P8.6', 'P8.1'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(200_000) })
  docs.sparse('film.avi')
  const failing = sync(docs, 'in', {
    faults: [{ request: 'read', path: 'film.avi', side: 'server', nth: 2, then: { fail: 1117 } }],
  })
  failing.result('film.avi', 1117)
  docs.shows('film.avi', { sparse: true })
  docs.local.reads('film.avi', { fails: 4350 })
  docs.local.append('film.avi', 'more', { fails: 4350 })
  sync(docs, 'in').result('film.avi', 0)
  docs.local.append('film.avi', 'more')
  docs.dirty('film.avi')
})
