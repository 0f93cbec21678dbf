/** Values that no call may carry, bit by bit; and the sixteen values of the policy, of which four may. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

/** SYNCIN and SYNCOUT. */
const BOTH = 0x6

export const undefinedBit: readonly Scenario[] = scenarioTable(
  {
    title: 'A bit is set that stands for nothing: 87, before the caller is told of anything',
    covers: ['SYNC-01', 'SYNC-34', 'P1.1'],
  },
  {
    'bit-14': 0x0000_4000,
    'bit-15': 0x0000_8000,
    'bit-18': 0x0004_0000,
    'bit-19': 0x0008_0000,
    'bit-20': 0x0010_0000,
    'bit-21': 0x0020_0000,
    'bit-22': 0x0040_0000,
    'bit-23': 0x0080_0000,
    'bit-24': 0x0100_0000,
    'bit-25': 0x0200_0000,
    'bit-26': 0x0400_0000,
    'bit-27': 0x0800_0000,
  },
  ({ share, sync }, bit) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'here.txt': 'first', 'there.txt': 'first' })
    docs.local.write('here.txt', 'here')
    docs.server.write('there.txt', 'there')
    const round = sync(docs, BOTH + bit)
    round.returns(87)
    round.progress([])
    docs.server.tree({ 'here.txt': 'first', 'there.txt': 'there' })
    docs.local.tree({ 'here.txt': 'here', 'there.txt': 'first' })
    docs.dirty('here.txt')
  },
)

/** What is left of a conflict of two edits, the one on the server being the later. */
const NOTHING_SETTLED = { server: 'there', local: 'here' } as const
const ACCEPTED = {
  '0': NOTHING_SETTLED,
  '1': { server: 'here', local: 'here' },
  '2': { server: 'there', local: 'there' },
  '3': { server: 'there', local: 'there' },
} as const

export const policyValue: readonly Scenario[] = scenarioTable(
  {
    title:
      'The four highest bits are one value: 0 leaves conflicts, 1 to 3 settle them, any other is refused',
    covers: ['SYNC-32', 'SYNC-34', 'P1.2'],
  },
  {
    ...ACCEPTED,
    ...Object.fromEntries(
      ['4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'].map((value) => [value, undefined]),
    ),
  },
  ({ share, sync }, left: typeof ACCEPTED[keyof typeof ACCEPTED] | undefined, value) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'both.txt': 'first' })
    docs.local.write('both.txt', 'here')
    docs.server.write('both.txt', 'there')
    const round = sync(docs, BOTH + Number(value) * 0x1000_0000)
    round.returns(left === undefined ? 87 : 0)
    if (left === undefined) round.progress([])
    else round.items(['both.txt'])
    if (left === NOTHING_SETTLED) round.conflict('both.txt', 'FileChangedOnClient_ChangedOnServer')
    else round.noConflicts()
    docs.server.holds('both.txt', (left ?? NOTHING_SETTLED).server)
    docs.local.holds('both.txt', (left ?? NOTHING_SETTLED).local)
  },
)

export const bothPolicies: Scenario = scenario({
  title: 'Keep local and keep remote, added up, are keep latest: each conflict ends with its later deed',
  covers: ['SYNC-31', 'SYNC-32'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'deleted-first.txt': 'first',
    'deleted-last.txt': 'first',
    'edited-last.txt': 'first',
  })
  docs.local.remove('deleted-first.txt')
  docs.server.write('edited-last.txt', 'there')
  docs.server.write('deleted-first.txt', 'there')
  docs.server.write('deleted-last.txt', 'there')
  docs.local.write('edited-last.txt', 'here')
  docs.local.remove('deleted-last.txt')

  const round = sync(docs, BOTH + 0x1000_0000 + 0x2000_0000)
  round.returns(0)
  round.noConflicts()
  docs.server.tree({ 'deleted-first.txt': 'there', 'edited-last.txt': 'here' })
  docs.same()
})

export const refusedForAll: Scenario = scenario({
  title: 'A value that is refused is refused for every path, and what was recorded before stays as it was',
  covers: ['SYNC-34', 'SYNC-44', 'P1.2', 'P15.36'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'both.txt': 'first' })
  const home = share('//branch/home', { pin: 'user' }, { 'here.txt': 'first' })
  docs.local.write('both.txt', 'here')
  docs.server.write('both.txt', 'there')
  sync(docs, 'in | out').conflict('both.txt', 'FileChangedOnClient_ChangedOnServer')
  home.local.write('here.txt', 'here')
  const round = sync([docs, home, '//hq/docs/none.txt'], 0x4000_0006)
  round.returns(87)
  round.progress([])
  home.dirty('here.txt')
  sync([docs, home], 'in | out').conflict('//hq/docs/both.txt', 'FileChangedOnClient_ChangedOnServer')
  home.server.holds('here.txt', 'here')
})
