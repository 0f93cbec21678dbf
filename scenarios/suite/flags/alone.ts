/** Each control flag by itself, then beside SyncIn and SyncOut: what it adds, what it takes away, what it leaves alone. */

import { type Kit, linkTo, type Scenario, scenarioTable, type ShareHandle } from '../../language/mod.ts'

/** A file for everything that a call can be about, each named after what happened to it. */
function office({ share }: Kit): { readonly docs: ShareHandle; readonly attic: ShareHandle } {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'both.txt': 'first',
    'gone-here.txt': 'first',
    'gone-there.txt': 'first',
    'here.txt': 'first',
    'part.txt': 'first',
    'paused/a.txt': 'first',
    'there.txt': 'first',
  })
  const attic = share('//hq/attic', {})
  attic.server.write('target.txt', 'there')
  docs.sparse('part.txt')
  docs.suspend('paused')
  for (const name of ['both.txt', 'here.txt', 'made.txt']) docs.local.write(name, 'here')
  docs.local.remove('gone-here.txt')
  for (const name of ['both.txt', 'news.txt', 'paused/a.txt', 'there.txt']) docs.server.write(name, 'there')
  docs.server.remove('gone-there.txt')
  docs.server.write('link.lnk', linkTo('//hq/attic/target.txt'))
  return { docs, attic }
}

export const alone: readonly Scenario[] = scenarioTable(
  {
    title: 'One flag and no other: three of them make work, all others need one of the three',
    covers: ['SYNC-03', 'SYNC-05', 'SYNC-07', 'SYNC-08', 'P1.4'],
  },
  {
    'fill': { items: ['part.txt'] },
    'in': { items: ['both.txt', 'part.txt', 'paused/a.txt', 'there.txt', 'gone-there.txt'] },
    'out': { items: ['both.txt', 'here.txt', 'made.txt', 'gone-here.txt'] },
    'pin-new': { items: [] },
    'pin-targets': { items: [] },
    'pin-user': { items: [] },
    'pin-policy': { items: [] },
    'pin-all': { items: [] },
    'pin-redirection': { items: [] },
    'low-priority': { items: [] },
    'async': { items: [] },
    'interactive': { items: [] },
    'console': { items: [] },
    'skip-suspended': { items: [] },
    'background': { items: [] },
    'no-new-out': { items: [] },
  },
  (kit, { items }, flag) => {
    const { docs } = office(kit)
    const round = kit.sync(docs, flag)
    round.returns(0)
    round.items(items)
    if (flag === 'in' || flag === 'out') {
      round.conflict('both.txt', 'FileChangedOnClient_ChangedOnServer')
    } else round.noConflicts()
    docs.local.holds('both.txt', 'here')
    docs.server.holds('both.txt', 'there')
    docs.shows('part.txt', { sparse: flag !== 'fill' && flag !== 'in' })
    docs.local.holds('there.txt', flag === 'in' ? 'there' : 'first')
    docs.server.holds('here.txt', flag === 'out' ? 'here' : 'first')
    docs.local.missing('news.txt')
  },
)

/** What a call both ways is about. */
const TWO_WAYS = [
  'both.txt',
  'here.txt',
  'made.txt',
  'part.txt',
  'paused/a.txt',
  'there.txt',
  'gone-here.txt',
  'gone-there.txt',
]

const NEW = ['link.lnk', 'news.txt']

export const besideBoth: readonly Scenario[] = scenarioTable(
  {
    title: 'A flag beside SyncIn and SyncOut: four change what is worked on, the others only how',
    covers: ['SYNC-09', 'SYNC-14', 'SYNC-26', 'P1.6', 'P15.8'],
  },
  {
    'fill': { flags: 'fill', adds: [], drops: [] },
    'pin-new': { flags: 'pin-new', adds: NEW, drops: [] },
    'pin-targets': { flags: 'pin-new | pin-targets', adds: [...NEW, '//hq/attic/target.txt'], drops: [] },
    'pin-for': { flags: 'pin-new | pin-user | pin-policy | pin-all | pin-redirection', adds: NEW, drops: [] },
    'low-priority': { flags: 'low-priority', adds: [], drops: [] },
    'async': { flags: 'async', adds: [], drops: [] },
    'interactive': { flags: 'interactive', adds: [], drops: [] },
    'console': { flags: 'interactive | console', adds: [], drops: [] },
    'skip-suspended': { flags: 'skip-suspended', adds: [], drops: ['paused/a.txt'] },
    'background': { flags: 'background', adds: [], drops: [] },
    'no-new-out': { flags: 'no-new-out', adds: [], drops: ['made.txt'] },
  },
  (kit, { flags, adds, drops }: Difference) => {
    const { docs, attic } = office(kit)
    const round = kit.sync(docs, `in | out | ${flags}`)
    round.returns(0)
    round.items(ordered([...TWO_WAYS.filter((name) => !drops.includes(name)), ...adds]))
    round.prompts([])
    round.conflict('both.txt', 'FileChangedOnClient_ChangedOnServer')
    docs.local.holds('paused/a.txt', drops.includes('paused/a.txt') ? 'first' : 'there')
    docs.local.holds('there.txt', 'there')
    docs.server.holds('here.txt', 'here')
    docs.server.missing('gone-here.txt')
    docs.local.missing('gone-there.txt')
    if (drops.includes('made.txt')) docs.server.missing('made.txt')
    else docs.server.holds('made.txt', 'here')
    if (adds.includes('news.txt')) docs.local.holds('news.txt', 'there')
    else docs.local.missing('news.txt')
    if (adds.length > NEW.length) attic.local.holds('target.txt', 'there')
    else attic.local.missing('target.txt')
  },
)

/** What a flag adds to the items of a call both ways, and what it takes away. */
interface Difference {
  readonly flags: string
  readonly adds: readonly string[]
  readonly drops: readonly string[]
}

/** Names in their order, a link's target right behind it, deletions last. */
function ordered(names: readonly string[]): readonly string[] {
  const keyOf = (name: string): string =>
    name.startsWith('gone') ? `~${name}` : name.startsWith('//') ? 'link.lnk ' : name
  return [...names].sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1)
}
