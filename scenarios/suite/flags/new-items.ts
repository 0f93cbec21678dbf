/** For whom new items are pinned: the category a flag names, beside those that the folder hands down. */

import type { PinCategory } from '../../../sim/mod.ts'
import { type Kit, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

/** A folder pinned for another reason; what is new in it is pinned for this one too, and what comes into a new folder later. */
function handedOn(
  { share, sync }: Kit,
  { flag, category, other }: {
    readonly flag: string
    readonly category: PinCategory
    readonly other: PinCategory
  },
): void {
  const docs = share('//hq/docs', { pin: other }, { 'plan.txt': 'first draft' })
  docs.server.write('news.txt', 'new there')
  docs.server.mkdir('art')
  sync(docs, `in | pin-new | ${flag}`).items(['art', 'news.txt'])
  const both = CATEGORIES.filter((one) => one === category || one === other)
  docs.pinned('news.txt', both)
  docs.pinned('art', both)
  docs.pinned('plan.txt', [other])

  docs.server.write('later.txt', 'newer')
  docs.server.write('art/later.txt', 'newer')
  sync(docs, 'in | pin-new').items(['art/later.txt', 'later.txt'])
  docs.pinned('art/later.txt', both)
  docs.pinned('later.txt', [other])
}

const CATEGORIES = ['user', 'userPolicy', 'computer', 'redirection'] as const

export const forUser: Scenario = scenario({
  title:
    'PinForUser: what is new is pinned for the user too, and a new folder hands that on, also without the flag',
  covers: ['SYNC-16', 'SYNC-09', 'P1.5', 'P15.10'],
}, (kit) => handedOn(kit, { flag: 'pin-user', category: 'user', other: 'computer' }))

export const forPolicy: Scenario = scenario({
  title:
    'PinForUser_Policy: what is new is pinned by policy too, and a new folder hands that on, also without the flag',
  covers: ['SYNC-19', 'SYNC-09', 'P1.5', 'P15.10'],
}, (kit) => handedOn(kit, { flag: 'pin-policy', category: 'userPolicy', other: 'user' }))

export const forAll: Scenario = scenario({
  title:
    'PinForAll: what is new is pinned for the computer too, and a new folder hands that on, also without the flag',
  covers: ['SYNC-20', 'SYNC-09', 'P1.5', 'P15.10'],
}, (kit) => handedOn(kit, { flag: 'pin-all', category: 'computer', other: 'user' }))

export const forRedirection: Scenario = scenario({
  title:
    'The flag that Folder Redirection uses counts here too: what is new is pinned for it, and a new folder hands that on',
  covers: ['SYNC-09', 'P1.3', 'P1.5', 'P15.10'],
}, (kit) => handedOn(kit, { flag: 'pin-redirection', category: 'redirection', other: 'user' }))

export const severalReasons: Scenario = scenario({
  title: 'Several flags say for whom: the file is pinned for each of them',
  covers: ['SYNC-16', 'SYNC-19', 'SYNC-20', 'P1.6'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'redirection' }, {})
  docs.server.write('news.txt', 'new there')
  sync(docs, 'in | pin-new | pin-user | pin-policy | pin-all').items(['news.txt'])
  docs.pinned('news.txt', ['user', 'userPolicy', 'computer', 'redirection'])
})

export const ownPinTakenAway: readonly Scenario[] = scenarioTable(
  {
    title: 'The user takes the own pin away: what policy or the whole computer has pinned stays pinned',
    covers: ['SYNC-16', 'SYNC-19', 'SYNC-20'],
  },
  {
    'policy': { flag: 'pin-policy', left: 'userPolicy' },
    'all': { flag: 'pin-all', left: 'computer' },
  } as const,
  ({ share, sync }, { flag, left }) => {
    const docs = share('//hq/docs', { pin: 'redirection' }, {})
    docs.server.write('news.txt', 'new there')
    sync(docs, `in | pin-new | pin-user | ${flag}`).items(['news.txt'])
    docs.unpin('', { for: 'redirection' })
    docs.unpin('news.txt', { for: 'redirection' })
    docs.pinned('news.txt', left === 'computer' ? ['user', 'computer'] : ['user', 'userPolicy'])
    docs.unpin('news.txt', { for: 'user' })
    docs.pinned('news.txt', [left])
    docs.server.write('news.txt', 'edited there')
    sync(docs, 'in').items(['news.txt'])
    docs.local.reads('news.txt', 'edited there')
  },
)

export const namedFile: Scenario = scenario({
  title: 'The call names a file that is new in a pinned folder: it is fetched, and pinned as the flags say',
  covers: ['SYNC-09', 'SYNC-16', 'P1.15'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'computer' }, {})
  const loose = share('//hq/loose', {})
  for (const { server } of [docs, loose]) server.write('news.txt', 'new there')
  const round = sync(docs.at('news.txt'), 'in | pin-new | pin-user')
  round.returns(0)
  round.items([docs.at('news.txt')])
  docs.pinned('news.txt', ['user', 'computer'])
  sync(loose.at('news.txt'), 'in | pin-new | pin-user').returns(2)
  loose.local.missing('news.txt')
})
