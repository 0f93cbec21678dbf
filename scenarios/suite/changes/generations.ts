/** Pins that go on from folder to child and child to grandchild, and pins that outlive what they were put on. */

import { type Scenario, scenarioTable } from '../../language/mod.ts'

export const nextGeneration: readonly Scenario[] = scenarioTable(
  {
    title:
      'What a folder hands down is handed on: a new folder pins what is made in it later, though no flag names anybody',
    covers: ['SYNC-09', 'P15.10', 'P15.70', 'P15.9'],
  },
  { 'user': 'user', 'computer': 'computer' } as const,
  ({ share, sync }, pin) => {
    const docs = share('//hq/docs', { pin }, {})
    docs.server.mkdir('art')
    docs.server.write('art/logo.txt', 'csclab')
    sync(docs, 'in | pin-new').returns(0)
    docs.server.mkdir('art/old')
    docs.server.write('art/old/sketch.txt', 'lines')
    sync(docs, 'in | pin-new').items(['art/old', 'art/old/sketch.txt'])
    for (const name of ['art', 'art/logo.txt', 'art/old', 'art/old/sketch.txt']) docs.pinned(name, [pin])
  },
)

export const namedOnly: readonly Scenario[] = scenarioTable(
  {
    title:
      'A folder pinned for itself alone hands nothing down: what the flags name is pinned, and goes on from there',
    covers: ['SYNC-09', 'P15.9', 'P15.10'],
  },
  { 'named': true, 'nobody': false },
  ({ share, sync }, named) => {
    const docs = share('//hq/docs', { 'art': null })
    docs.pin('art', { inherit: false })
    sync(docs, 'in').returns(0)
    docs.server.mkdir('art/new')
    docs.server.write('art/new/a.txt', 'a')
    sync(docs, named ? 'in | pin-new | pin-all' : 'in | pin-new').items(
      named ? ['art/new', 'art/new/a.txt'] : [],
    )
    if (named) {
      docs.server.write('art/new/b.txt', 'b')
      sync(docs, 'in | pin-new').items(['art/new/b.txt'])
      docs.pinned('art/new/b.txt', ['computer'])
    } else {
      docs.local.missing('art/new')
    }
  },
)

export const outlives: readonly Scenario[] = scenarioTable(
  {
    title:
      'A pin is the path’s: it is still there when the item changes its kind or its deletion comes to nothing',
    covers: ['SYNC-02', 'P15.59'],
  },
  { 'other-kind': 'kind', 'deletion-cancelled': 'cancelled', 'made-again': 'again' } as const,
  ({ share, sync }, how) => {
    const docs = share('//hq/docs', { 'plan/a.txt': 'a', 'list.txt': 'one' })
    docs.pin('plan', { for: 'computer' })
    docs.pin('list.txt', { for: 'computer' })
    sync(docs, 'in').returns(0)
    if (how === 'kind') {
      docs.server.remove('plan')
      docs.server.write('plan', 'a file now')
      sync(docs, 'in | out | keep-remote').result('plan', 0)
      docs.local.holds('plan', 'a file now')
      docs.pinned('plan', ['computer'])
    } else if (how === 'cancelled') {
      docs.local.remove('plan')
      docs.server.write('plan/unseen.txt', 'made there')
      sync(docs, 'in | out').result('plan', 0)
      docs.pinned('plan', ['computer'])
    } else {
      docs.local.remove('list.txt')
      docs.local.write('list.txt', 'another')
      docs.pinned('list.txt', ['computer'])
      sync(docs, 'in | out').result('list.txt', 0)
      docs.pinned('list.txt', ['computer'])
    }
  },
)
