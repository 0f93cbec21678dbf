/** Two and three clients on one share, which synchronize in turn until there is nothing left to do and all hold the same. */

import { type Kit, type Scenario, scenario, type ShareHandle, type TreeSpec } from '../../language/mod.ts'

/** Both ways, new files and all. */
const ALL = 'in | out | pin-new | pin-user'

const LAPTOP = { client: 'laptop' } as const
const TABLET = { client: 'tablet' } as const
const PHONE = { client: 'phone' } as const

const TWO = [LAPTOP, TABLET] as const
const THREE = [LAPTOP, TABLET, PHONE] as const

/** Nobody has anything left to do, and every cache and the server hold this tree. */
function expectQuiet(
  { sync }: Kit,
  docs: ShareHandle,
  { all, tree }: { readonly all: readonly { readonly client: string }[]; readonly tree: TreeSpec },
): void {
  for (const on of all) sync(docs, ALL, on).items([])
  docs.server.tree(tree)
  for (const on of all) docs.same('', on)
}

export const editsTravel: Scenario = scenario({
  title: 'Two clients hand a file to and fro: each adds a word, and four rounds later it holds all four',
  covers: ['SYNC-05', 'SYNC-07', 'STATE-39', 'STATE-44'],
}, (kit) => {
  kit.client('tablet')
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'begin' })
  const tablet = docs.on('tablet')
  docs.local.append('plan.txt', ', laptop')
  kit.sync(docs, ALL, LAPTOP).state('plan.txt', 'FileChangedOnClient')
  kit.sync(docs, ALL, TABLET).state('plan.txt', 'FileChangedOnServer')
  tablet.holds('plan.txt', 'begin, laptop')
  tablet.append('plan.txt', ', tablet')
  kit.sync(docs, ALL, TABLET).state('plan.txt', 'FileChangedOnClient')
  docs.local.holds('plan.txt', 'begin, laptop')
  kit.sync(docs, ALL, LAPTOP).state('plan.txt', 'FileChangedOnServer')
  docs.local.append('plan.txt', ', laptop')
  kit.sync(docs, ALL, LAPTOP).items(['plan.txt'])
  kit.sync(docs, ALL, TABLET).items(['plan.txt'])
  tablet.append('plan.txt', ', tablet')
  kit.sync(docs, ALL, TABLET).items(['plan.txt'])
  kit.sync(docs, ALL, LAPTOP).items(['plan.txt'])
  expectQuiet(kit, docs, { all: TWO, tree: { 'plan.txt': 'begin, laptop, tablet, laptop, tablet' } })
})

export const madeOnEach: Scenario = scenario({
  title: 'Three clients make a file each: after the second turn of the first two all three have all three',
  covers: ['SYNC-05', 'SYNC-07', 'SYNC-09', 'STATE-6', 'STATE-30'],
}, (kit) => {
  for (const { client } of [TABLET, PHONE]) kit.client(client)
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  for (const { client } of THREE) docs.on(client).write(`${client}.txt`, `made on the ${client}`)
  kit.sync(docs, ALL, LAPTOP).items(['laptop.txt'])
  kit.sync(docs, ALL, TABLET).items(['laptop.txt', 'tablet.txt'])
  kit.sync(docs, ALL, PHONE).items(['laptop.txt', 'phone.txt', 'tablet.txt'])
  docs.local.missing('tablet.txt')
  docs.on('tablet').missing('phone.txt')
  kit.sync(docs, ALL, LAPTOP).items(['phone.txt', 'tablet.txt'])
  kit.sync(docs, ALL, TABLET).items(['phone.txt'])
  expectQuiet(kit, docs, {
    all: THREE,
    tree: {
      'laptop.txt': 'made on the laptop',
      'phone.txt': 'made on the phone',
      'plan.txt': 'first draft',
      'tablet.txt': 'made on the tablet',
    },
  })
})

export const editsMeet: Scenario = scenario({
  title: 'Two edits meet three times: the first to call has its way until the other settles, then both agree',
  covers: ['SYNC-29', 'SYNC-30', 'SYNC-31', 'SYNC-33', 'STATE-12', 'P2.14'],
}, (kit) => {
  kit.client('tablet')
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  const tablet = docs.on('tablet')
  for (
    const [turn, policy, winner] of [
      ['one', 'keep-local', 'tablet'],
      ['two', 'keep-remote', 'laptop'],
      // What was sent first has the time of its sending, which is later than any edit before it (P2.14).
      ['three', 'keep-latest', 'laptop'],
    ] as const
  ) {
    docs.local.write('plan.txt', `laptop ${turn}`)
    tablet.write('plan.txt', `tablet ${turn}`)
    kit.sync(docs, ALL, LAPTOP).noConflicts()
    kit.sync(docs, ALL, TABLET).conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
    docs.server.holds('plan.txt', `laptop ${turn}`)
    tablet.holds('plan.txt', `tablet ${turn}`)
    kit.sync(docs, `${ALL} | ${policy}`, TABLET).items(['plan.txt'])
    tablet.holds('plan.txt', `${winner} ${turn}`)
    kit.sync(docs, ALL, LAPTOP).items(winner === 'tablet' ? ['plan.txt'] : [])
    expectQuiet(kit, docs, { all: TWO, tree: { 'plan.txt': `${winner} ${turn}` } })
  }
})

export const deletionMeetsEdit: Scenario = scenario({
  title:
    'The laptop deletes what the tablet edits: the edit stays on the tablet until it puts the file back for all',
  covers: ['SYNC-33', 'SYNC-30', 'STATE-15', 'STATE-30', 'F5'],
}, (kit) => {
  kit.client('tablet')
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  const tablet = docs.on('tablet')
  docs.local.remove('plan.txt')
  tablet.write('plan.txt', 'edited on the tablet')
  kit.sync(docs, ALL, LAPTOP).items(['plan.txt'])
  docs.server.missing('plan.txt')
  kit.sync(docs, ALL, TABLET).conflict('plan.txt', 'FileChangedOnClient_DeletedOnServer')
  kit.sync(docs, ALL, TABLET).conflict('plan.txt', 'FileChangedOnClient_DeletedOnServer')
  tablet.holds('plan.txt', 'edited on the tablet')
  kit.sync(docs, `${ALL} | keep-local`, TABLET).noConflicts()
  kit.sync(docs, ALL, LAPTOP).state('plan.txt', 'NoClientCopy_FileOnServer')
  expectQuiet(kit, docs, { all: TWO, tree: { 'list.txt': 'one', 'plan.txt': 'edited on the tablet' } })
})

export const editMeetsDeletion: Scenario = scenario({
  title:
    'The edit comes first: the tablet’s deletion is a conflict, and dropped it brings the edited file back',
  covers: ['SYNC-33', 'SYNC-30', 'STATE-36', 'F9'],
}, (kit) => {
  kit.client('tablet')
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  const tablet = docs.on('tablet')
  docs.local.write('plan.txt', 'edited on the laptop')
  tablet.remove('plan.txt')
  kit.sync(docs, ALL, LAPTOP).items(['plan.txt'])
  kit.sync(docs, ALL, TABLET).conflict('plan.txt', 'DeletedOnClient_FileChangedOnServer')
  tablet.missing('plan.txt')
  docs.server.holds('plan.txt', 'edited on the laptop')
  kit.sync(docs, `${ALL} | keep-remote`, TABLET).noConflicts()
  tablet.holds('plan.txt', 'edited on the laptop')
  expectQuiet(kit, docs, { all: TWO, tree: { 'list.txt': 'one', 'plan.txt': 'edited on the laptop' } })
})

export const sameNameOnThree: Scenario = scenario({
  title:
    'Three clients make a file of one name: the others keep theirs beside it, and in the end all have three',
  covers: ['SYNC-33', 'STATE-9', 'F13', 'F64', 'P3.2', 'P3.3'],
}, (kit) => {
  for (const { client } of [TABLET, PHONE]) kit.client(client)
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  for (const { client } of THREE) docs.on(client).write('idea.txt', `the ${client}’s`)
  for (const on of [TABLET, PHONE]) kit.policy({ conflicts: { '//hq/docs': 'keep-all' }, ...on })
  for (const on of THREE) kit.sync(docs, ALL, on).noConflicts()
  kit.sync(docs, ALL, TABLET).items(['idea (alice v2).txt'])
  kit.sync(docs, ALL, LAPTOP).items(['idea (alice v1).txt', 'idea (alice v2).txt'])
  expectQuiet(kit, docs, {
    all: THREE,
    tree: {
      'idea (alice v1).txt': 'the tablet’s',
      'idea (alice v2).txt': 'the phone’s',
      'idea.txt': 'the laptop’s',
      'plan.txt': 'first draft',
    },
  })
})

export const oneWithPolicy: Scenario = scenario({
  title: 'Only the tablet has a policy for conflicts: what the laptop leaves open the tablet never has',
  covers: ['SYNC-33', 'F29', 'P15.50'],
}, (kit) => {
  kit.client('tablet')
  kit.policy({ conflicts: { '//hq/docs': 'keep-local' }, client: 'tablet' })
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
  const tablet = docs.on('tablet')
  docs.local.write('a.txt', 'laptop')
  tablet.write('a.txt', 'tablet')
  kit.sync(docs, ALL, LAPTOP).items(['a.txt'])
  kit.sync(docs, ALL, TABLET).noConflicts()
  docs.server.holds('a.txt', 'tablet')
  kit.sync(docs, ALL, LAPTOP).items(['a.txt'])
  docs.local.write('b.txt', 'laptop')
  tablet.write('b.txt', 'tablet')
  kit.sync(docs, ALL, TABLET).items(['b.txt'])
  kit.sync(docs, ALL, LAPTOP).conflict('b.txt', 'FileChangedOnClient_ChangedOnServer')
  kit.sync(docs, ALL, TABLET).items([])
  docs.local.holds('b.txt', 'laptop')
  kit.sync(docs, `${ALL} | keep-remote`, LAPTOP).noConflicts()
  expectQuiet(kit, docs, { all: TWO, tree: { 'a.txt': 'tablet', 'b.txt': 'tablet' } })
})

export const opposedPolicies: Scenario = scenario({
  title: 'Both clients keep their own copy in a conflict: no ping-pong, the last to call has its way',
  covers: ['SYNC-29', 'SYNC-44', 'P2.14', 'P15.50'],
}, (kit) => {
  kit.client('tablet')
  for (const on of TWO) kit.policy({ conflicts: { '//hq/docs': 'keep-local' }, ...on })
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('plan.txt', 'laptop')
  docs.on('tablet').write('plan.txt', 'tablet')
  kit.sync(docs, ALL, LAPTOP).items(['plan.txt'])
  kit.sync(docs, ALL, TABLET).items(['plan.txt'])
  kit.sync(docs, ALL, LAPTOP).state('plan.txt', 'FileChangedOnServer')
  expectQuiet(kit, docs, { all: TWO, tree: { 'plan.txt': 'tablet' } })
})

export const awayForLong: Scenario = scenario({
  title: 'The phone stays away for two weeks while the others work, and comes back with work of its own',
  covers: ['SYNC-05', 'SYNC-07', 'SYNC-33', 'STATE-12', 'STATE-15', 'STATE-46', 'STATE-49'],
}, (kit) => {
  for (const { client } of [TABLET, PHONE]) kit.client(client)
  const docs = kit.share('//hq/docs', { pin: 'user' }, {
    'art/logo.txt': 'csclab',
    'log.txt': 'begin',
    'old/a.txt': 'a',
    'old/b.txt': 'b',
    'plan.txt': 'first draft',
  })
  const [tablet, phone] = [docs.on('tablet'), docs.on('phone')]
  kit.unreachable('//hq', PHONE)
  phone.append('log.txt', ', phone')
  phone.write('photo.txt', 'a photo')
  phone.write('old/a.txt', 'a, from the phone')
  kit.sync(docs, ALL, PHONE).returns(53)
  for (let day = 1; day <= 14; day++) {
    kit.wait(86_400)
    const [today, other] = day % 2 === 1 ? [docs.local, TWO] : [tablet, [TABLET, LAPTOP] as const]
    today.append('log.txt', `, day ${day}`)
    if (day === 5) docs.local.remove('old')
    if (day === 9) docs.local.rename('art/logo.txt', 'logo.txt')
    for (const on of other) kit.sync(docs, ALL, on).noConflicts()
    docs.same('log.txt', LAPTOP)
    docs.same('log.txt', TABLET)
  }
  const days = Array.from({ length: 14 }, (_, i) => `, day ${i + 1}`).join('')
  docs.server.holds('log.txt', `begin${days}`)

  kit.reachable('//hq', PHONE)
  const back = kit.sync(docs, ALL, PHONE)
  back.returns(0)
  back.conflict('log.txt', 'FileChangedOnClient_ChangedOnServer')
  back.conflict('old/a.txt', 'FileChangedOnClient_DeletedOnServer')
  phone.holds('logo.txt', 'csclab')
  phone.missing('old/b.txt')
  docs.server.holds('photo.txt', 'a photo')
  kit.sync(docs, `${ALL} | keep-latest`, PHONE).noConflicts()
  for (const on of [LAPTOP, TABLET]) kit.sync(docs, ALL, on).items(['old', 'old/a.txt', 'photo.txt'])
  expectQuiet(kit, docs, {
    all: THREE,
    tree: {
      'art': null,
      'log.txt': `begin${days}`,
      'logo.txt': 'csclab',
      'old': { 'a.txt': 'a, from the phone' },
      'photo.txt': 'a photo',
      'plan.txt': 'first draft',
    },
  })
})

export const renamedOnOne: Scenario = scenario({
  title:
    'The laptop renames what the tablet edits: the edit meets a deletion, and both names are there in the end',
  covers: ['SYNC-07', 'SYNC-33', 'STATE-15', 'F7', 'F25'],
}, (kit) => {
  kit.client('tablet')
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  const tablet = docs.on('tablet')
  docs.local.rename('plan.txt', 'final.txt')
  tablet.write('plan.txt', 'second draft')
  kit.sync(docs, ALL, LAPTOP).items(['final.txt', 'plan.txt'])
  const met = kit.sync(docs, ALL, TABLET)
  met.items(['final.txt', 'plan.txt'])
  met.conflict('plan.txt', 'FileChangedOnClient_DeletedOnServer')
  met.state('final.txt', 'NoClientCopy_FileOnServer')
  tablet.tree({ 'final.txt': 'first draft', 'plan.txt': 'second draft' })
  kit.sync(docs, `${ALL} | keep-local`, TABLET).items(['plan.txt'])
  kit.sync(docs, ALL, LAPTOP).items(['plan.txt'])
  expectQuiet(kit, docs, { all: TWO, tree: { 'final.txt': 'first draft', 'plan.txt': 'second draft' } })
})

export const folderMoved: Scenario = scenario({
  title:
    'The laptop moves a folder, the tablet adds a file to the old one: the old folder lives on for that file',
  covers: ['SYNC-02', 'SYNC-07', 'STATE-20', 'STATE-49', 'P2.10', 'F24'],
}, (kit) => {
  kit.client('tablet')
  const docs = kit.share('//hq/docs', { pin: 'user' }, {
    'art/logo.txt': 'csclab',
    'plan.txt': 'first draft',
  })
  const tablet = docs.on('tablet')
  docs.local.rename('art', 'pictures')
  tablet.write('art/sketch.txt', 'lines')
  kit.sync(docs, ALL, LAPTOP).items(['pictures', 'pictures/logo.txt', 'art/logo.txt', 'art'])
  docs.server.missing('art')
  kit.sync(docs, ALL, TABLET).noConflicts()
  docs.server.tree('art', { 'sketch.txt': 'lines' })
  tablet.tree('art', { 'sketch.txt': 'lines' })
  tablet.holds('pictures/logo.txt', 'csclab')
  kit.sync(docs, ALL, LAPTOP).items(['art', 'art/sketch.txt'])
  expectQuiet(kit, docs, {
    all: TWO,
    tree: {
      'art': { 'sketch.txt': 'lines' },
      'pictures': { 'logo.txt': 'csclab' },
      'plan.txt': 'first draft',
    },
  })
})

export const namesExchanged: Scenario = scenario({
  title: 'Two files exchange their names on the laptop: the others see two edits, and all agree',
  covers: ['SYNC-05', 'SYNC-07', 'STATE-44', 'P2.12'],
}, (kit) => {
  for (const { client } of [TABLET, PHONE]) kit.client(client)
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first of two', 'b.txt': 'second' })
  docs.local.rename('a.txt', 'swap.txt')
  docs.local.rename('b.txt', 'a.txt')
  docs.local.rename('swap.txt', 'b.txt')
  kit.sync(docs, ALL, LAPTOP).items(['a.txt', 'b.txt'])
  for (const on of [TABLET, PHONE]) kit.sync(docs, ALL, on).items(['a.txt', 'b.txt'])
  expectQuiet(kit, docs, { all: THREE, tree: { 'a.txt': 'second', 'b.txt': 'first of two' } })
})

export const respelledInTurn: Scenario = scenario({
  title: 'A spelling and an attribute are set on one client each: both travel, one entry stays one entry',
  covers: ['SYNC-05', 'SYNC-07', 'F56', 'F57', 'P2.17', 'P15.13'],
}, (kit) => {
  kit.client('tablet')
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  const tablet = docs.on('tablet')
  docs.local.rename('plan.txt', 'Plan.TXT')
  tablet.setAttributes('list.txt', { set: ['HIDDEN'] })
  kit.sync(docs, ALL, LAPTOP).returns(0)
  docs.server.spelling('Plan.TXT')
  kit.sync(docs, ALL, TABLET).noConflicts()
  tablet.spelling('Plan.TXT')
  kit.sync(docs, ALL, LAPTOP).returns(0)
  docs.local.attributes('list.txt', ['HIDDEN', 'ARCHIVE'])
  expectQuiet(kit, docs, { all: TWO, tree: { 'Plan.TXT': 'first draft', 'list.txt': 'one' } })
})

export const fileBecameFolder: Scenario = scenario({
  title:
    'On the laptop a file becomes a folder: for the tablet that is a conflict, clean as its copy is, until it follows',
  covers: ['SYNC-30', 'SYNC-33', 'STATE-1', 'STATE-13', 'F16'],
}, (kit) => {
  for (const { client } of [TABLET, PHONE]) kit.client(client)
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'plan': 'one file', 'list.txt': 'one' })
  docs.local.remove('plan')
  kit.sync(docs, ALL, LAPTOP).items(['plan'])
  docs.local.mkdir('plan')
  docs.local.write('plan/part.txt', 'part one')
  kit.sync(docs, ALL, LAPTOP).items(['plan', 'plan/part.txt'])
  docs.on('phone').append('plan', ', edited on the phone')
  kit.sync(docs, ALL, TABLET).conflict('plan', 'FileOnClient_DirOnServer')
  kit.sync(docs, ALL, PHONE).conflict('plan', 'FileChangedOnClient_DirOnServer')
  docs.on('tablet').holds('plan', 'one file')
  kit.sync(docs, 'in | out | keep-remote', TABLET).noConflicts()
  docs.on('tablet').tree('plan', {})
  kit.sync(docs, ALL, TABLET).items(['plan/part.txt'])
  kit.sync(docs, `${ALL} | keep-local`, PHONE).result('plan', 145)
  kit.sync(docs, 'in | out', {
    ...PHONE,
    handler: [{ path: 'plan', answer: 'keep-all', newName: 'plan (phone)' }],
  }).noConflicts()
  for (const on of [PHONE, LAPTOP, TABLET]) kit.sync(docs, ALL, on).noConflicts()
  expectQuiet(kit, docs, {
    all: THREE,
    tree: {
      'list.txt': 'one',
      'plan': { 'part.txt': 'part one' },
      'plan (phone)': 'one file, edited on the phone',
    },
  })
})
