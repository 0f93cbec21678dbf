/** Files of which not all is here: what fills them, and what a call that only fills leaves alone. */

import { bytes, holes, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const filledAlone: Scenario = scenario({
  title: 'FillSparse alone: the file that is here in part is completed, the one that is old stays old',
  covers: ['SYNC-03', 'SYNC-04', 'F77', 'STATE-38', 'P2.13', 'D8.4'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'film.avi': bytes(200_000),
    'list.txt': 'one',
    'plan.txt': 'first',
  })
  docs.sparse('film.avi', { present: [{ at: 0, bytes: 65_536 }] })
  docs.server.write('list.txt', 'one, two')
  docs.local.write('plan.txt', 'second')
  const round = sync(docs, 'fill')
  round.items(['film.avi'])
  docs.shows('film.avi', { sparse: false })
  docs.local.holds('film.avi', bytes(200_000))
  docs.local.holds('list.txt', 'one')
  docs.server.holds('plan.txt', 'first')
})

export const sparseOnDisk: Scenario = scenario({
  title:
    'A disk image with holes is stored sparse by its server: here it is whole all the same, and nothing is left to fill',
  covers: ['SYNC-03', 'SYNC-04', 'D8.5', 'P2.15'],
}, ({ server, share, sync }) => {
  const disk = holes({ size: 1_000_000, parts: [{ at: 900_000, content: 'the end' }] })
  server('//nas', { storageBits: ['SPARSE_FILE'] })
  const docs = share('//nas/docs', { pin: 'user' }, { 'disk.img': disk, 'film.avi': bytes(200_000) })
  docs.sparse('film.avi', { present: [{ at: 0, bytes: 65_536 }] })
  docs.shows('disk.img', { sparse: false })
  docs.shows('film.avi', { sparse: true })

  sync(docs, 'fill').items(['film.avi'])
  docs.local.reads('disk.img', disk)
})

export const filledAnew: Scenario = scenario({
  title: 'The server has another version by now: the whole of it is fetched, never a mixture of the two',
  covers: ['SYNC-03', 'F79', 'STATE-16', 'P8.4', 'P2.13'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(200_000) })
  docs.sparse('film.avi', { present: [{ at: 0, bytes: 65_536 }] })
  docs.server.write('film.avi', bytes(150_000, 2))
  sync(docs, 'fill').result('film.avi', 0)
  docs.local.holds('film.avi', bytes(150_000, 2))
  docs.shows('film.avi', { sparse: false, dirty: false })
  docs.same()
})

export const nothingToFillWith: readonly Scenario[] = scenarioTable(
  {
    title:
      'Where the server has no such file any more, filling fails and the entry stays; SyncIn follows the server',
    covers: ['SYNC-03', 'SYNC-05', 'P2.13', 'P15.45'],
  },
  {
    'deleted': { code: 2, flags: 'fill' },
    'deleted-out': { code: 2, flags: 'fill | out' },
    'folder': { code: 5, flags: 'fill' },
  } as const,
  ({ share, sync }, { code, flags }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(100_000), 'plan.txt': 'first' })
    docs.sparse('film.avi', { present: [{ at: 0, bytes: 65_536 }] })
    docs.server.remove('film.avi')
    if (code === 5) docs.server.mkdir('film.avi')
    docs.server.write('plan.txt', 'second')
    const round = sync(docs, flags)
    round.returns(0)
    round.items(['film.avi'])
    round.result('film.avi', code)
    docs.shows('film.avi', { sparse: true })
    docs.local.holds('plan.txt', 'first')
    sync(docs, 'in').result('film.avi', 0)
    if (code === 5) docs.local.directory('film.avi')
    else docs.local.missing('film.avi')
  },
)

export const becameFolder: Scenario = scenario({
  title:
    'A file that is here in part became a folder on the server: no conflict, the cache follows, new files and all',
  covers: ['SYNC-05', 'SYNC-09', 'F17', 'STATE-18', 'P15.4', 'P15.59'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'film': bytes(100_000) })
  docs.sparse('film', { present: [{ at: 0, bytes: 65_536 }] })
  docs.server.remove('film')
  docs.server.mkdir('film')
  docs.server.write('film/part1.avi', 'one')
  const round = sync(docs, 'in | pin-new')
  round.noConflicts()
  round.items(['film', 'film/part1.avi'])
  docs.local.holds('film/part1.avi', 'one')
  docs.pinned('film', ['user'])
  docs.same()
})

export const pinnedGhost: readonly Scenario[] = scenarioTable(
  {
    title: 'Of a pinned file only the name is here: a call that fills fetches it, though it is not new',
    covers: ['SYNC-03', 'SYNC-05', 'P15.11', 'P8.9'],
  },
  { 'fill': 'fill', 'in': 'in' } as const,
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.ghost('plan.txt')
    const round = sync(docs, flags)
    round.state('plan.txt', 'NoClientCopy_FileOnServer')
    round.result('plan.txt', 0)
    docs.local.holds('plan.txt', 'first draft')
    docs.shows('plan.txt', { ghost: false })
  },
)

export const unpinnedGhost: Scenario = scenario({
  title: 'A name nobody pinned stays a mere name, and goes when the server has it no more',
  covers: ['SYNC-11', 'SYNC-05', 'P8.9', 'P15.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.ghost('plan.txt')
  docs.ghost('list.txt')
  docs.server.remove('list.txt')
  sync(docs, 'in').items([])
  docs.shows('plan.txt', { ghost: true })
  docs.local.missing('plan.txt')
  docs.server.write('list.txt', 'another')
  sync(docs, 'in | pin-new').items([])
  docs.local.missing('list.txt')
})

export const pinnedWithChildren: Scenario = scenario({
  title:
    'A folder is pinned: the next call that brings in changes pins all that is in it and fetches what is not here, and only that call',
  covers: ['SYNC-05', 'SYNC-09', 'P6.1', 'P6.2', 'P15.12'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'art/logo.txt': 'csclab', 'art/old/a.txt': 'a', 'plan.txt': 'first' })
  docs.server.write('art/new.txt', 'new')
  docs.server.mkdir('art/old/b')
  docs.server.write('art/old/b/c.txt', 'deep')
  docs.pin('art')
  sync(docs, 'out').items([])
  const round = sync(docs, 'in')
  round.items(['art/logo.txt', 'art/new.txt', 'art/old', 'art/old/a.txt', 'art/old/b', 'art/old/b/c.txt'])
  docs.pinned('art/logo.txt', ['user'])
  docs.pinned('art/old/b/c.txt', ['user'])
  docs.pinned('plan.txt', [])
  docs.local.holds('art/old/b/c.txt', 'deep')
  docs.server.write('art/newer.txt', 'newer')
  sync(docs, 'in').items([])
  docs.local.missing('art/newer.txt')
})

export const pinnedChildrenCancelled: Scenario = scenario({
  title:
    'A call is cancelled while it sees to the children of a pinned folder: the next one sees to the rest',
  covers: ['SYNC-43', 'P15.12'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'art/a.txt': 'a', 'art/b.txt': 'b' })
  docs.pin('art')
  sync(docs, 'in', { cancelAfter: 1 }).returns(1223)
  docs.pinned('art/a.txt', ['user'])
  docs.pinned('art/b.txt', [])
  sync(docs, 'in').items(['art/b.txt'])
  docs.pinned('art/b.txt', ['user'])
})
