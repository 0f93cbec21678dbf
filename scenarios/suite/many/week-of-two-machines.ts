/** A week in which one person works on two machines, told as a diary. */

import { type Kit, type Scenario, scenario, type ShareHandle } from '../../language/mod.ts'

/** Both ways, new files and all. */
const ALL = 'in | out | pin-new | pin-user'

const LAPTOP = { client: 'laptop' } as const
const TABLET = { client: 'tablet' } as const

/** One machine after the other, twice, and both are quiet. */
function expectSettled({ sync }: Kit, docs: ShareHandle): void {
  for (const on of [LAPTOP, TABLET]) sync(docs, ALL, on).noConflicts()
  for (const on of [LAPTOP, TABLET]) {
    sync(docs, ALL, on).items([])
    docs.same('', on)
  }
}

export const weekOfTwoMachines: Scenario = scenario({
  title: 'A week on a laptop and a tablet: each evening both hold the same, whatever the day has brought',
  covers: [
    'SYNC-05',
    'SYNC-07',
    'SYNC-29',
    'SYNC-30',
    'SYNC-33',
    'STATE-12',
    'STATE-15',
    'STATE-36',
    'P2.9',
    'P2.10',
  ],
}, (kit) => {
  const { note, share, sync, wait } = kit
  kit.client('tablet')
  const docs = share('//home/docs', { pin: 'user' }, {
    'diary.txt': 'sunday',
    'letters/anna.txt': 'dear anna',
    'letters/ben.txt': 'dear ben',
    'list.txt': 'milk',
    'novel/1.txt': 'chapter one',
    'novel/2.txt': 'chapter two',
  })
  const tablet = docs.on('tablet')

  note('Monday: the tablet is read on, the laptop is written on.')
  docs.local.append('diary.txt', ', monday')
  docs.local.write('novel/3.txt', 'chapter three')
  docs.local.append('novel/1.txt', ', revised')
  sync(docs, ALL).items(['diary.txt', 'novel/1.txt', 'novel/3.txt'])
  const evening = sync(docs, ALL, TABLET)
  evening.items(['diary.txt', 'novel/1.txt', 'novel/3.txt'])
  evening.state('novel/3.txt', 'NoClientCopy_FileOnServer')
  tablet.reads('novel/3.txt', 'chapter three')
  expectSettled(kit, docs)
  wait(50_000)

  note('Tuesday: both are written on, but never the same file.')
  docs.local.append('novel/2.txt', ', revised')
  tablet.append('list.txt', ', bread')
  tablet.write('letters/carol.txt', 'dear carol')
  docs.local.rename('letters/ben.txt', 'letters/benjamin.txt')
  sync(docs, ALL, TABLET).items(['letters/carol.txt', 'list.txt'])
  const both = sync(docs, ALL)
  both.noConflicts()
  both.items([
    'letters/benjamin.txt',
    'letters/carol.txt',
    'list.txt',
    'novel/2.txt',
    'letters/ben.txt',
  ])
  expectSettled(kit, docs)
  tablet.missing('letters/ben.txt')
  tablet.holds('letters/benjamin.txt', 'dear ben')
  wait(50_000)

  note('Wednesday: the diary is written on both. The tablet comes second and asks; the laptop’s is given up.')
  docs.local.append('diary.txt', ', wednesday at home')
  tablet.append('diary.txt', ', wednesday in the garden')
  sync(docs, ALL).items(['diary.txt'])
  sync(docs, ALL, TABLET).conflict('diary.txt', 'FileChangedOnClient_ChangedOnServer')
  tablet.append('diary.txt', ', still in the garden')
  sync(docs, ALL, TABLET).conflict('diary.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.local.holds('diary.txt', 'sunday, monday, wednesday at home')
  sync(docs, `${ALL} | keep-local`, TABLET).noConflicts()
  expectSettled(kit, docs)
  docs.local.holds('diary.txt', 'sunday, monday, wednesday in the garden, still in the garden')
  wait(50_000)

  note('Thursday: the network at home is down. Folders are moved on one machine and filled on the other.')
  kit.unreachable('//home')
  docs.local.mkdir('books')
  docs.local.rename('novel', 'books/novel')
  docs.local.holds('books/novel/3.txt', 'chapter three')
  docs.local.missing('novel')
  tablet.append('novel/2.txt', ', on the tablet')
  tablet.write('novel/4.txt', 'chapter four')
  tablet.remove('novel/1.txt')
  for (const on of [LAPTOP, TABLET]) sync(docs, ALL, on).returns(53)
  kit.reachable('//home')
  const moved = sync(docs, ALL)
  moved.noConflicts()
  docs.server.missing('novel')
  docs.server.tree('books/novel', {
    '1.txt': 'chapter one, revised',
    '2.txt': 'chapter two, revised',
    '3.txt': 'chapter three',
  })

  note('Thursday evening: on the tablet the old folder lives on for what was written in it.')
  const filled = sync(docs, ALL, TABLET)
  filled.conflict('novel/2.txt', 'FileChangedOnClient_DeletedOnServer')
  filled.result('novel/4.txt', 0)
  docs.server.tree('novel', { '4.txt': 'chapter four' })
  tablet.tree('novel', { '2.txt': 'chapter two, revised, on the tablet', '4.txt': 'chapter four' })
  tablet.holds('books/novel/1.txt', 'chapter one, revised')
  tablet.write('books/novel/2.txt', 'chapter two, revised, on the tablet')
  tablet.rename('novel/4.txt', 'books/novel/4.txt')
  const tidy = sync(docs, `${ALL} | keep-remote`, TABLET)
  tidy.noConflicts()
  tablet.missing('novel/2.txt')
  docs.server.tree('novel', {})
  sync(docs, ALL)
  tablet.remove('novel')
  sync(docs, ALL, TABLET).items(['novel'])
  expectSettled(kit, docs)
  docs.server.missing('novel')
  wait(50_000)

  note('Friday: a letter is thrown away on one machine and finished on the other, twice.')
  docs.local.remove('letters/anna.txt')
  tablet.append('letters/anna.txt', ', yours')
  tablet.remove('letters/carol.txt')
  docs.local.append('letters/carol.txt', ', yours')
  sync(docs, ALL).items(['letters/carol.txt', 'letters/anna.txt'])
  const friday = sync(docs, ALL, TABLET)
  friday.conflict('letters/anna.txt', 'FileChangedOnClient_DeletedOnServer')
  friday.conflict('letters/carol.txt', 'DeletedOnClient_FileChangedOnServer')
  tablet.missing('letters/carol.txt')
  docs.local.missing('letters/anna.txt')
  sync(docs.at('letters/anna.txt'), 'in | out | keep-local', TABLET).returns(0)
  sync(docs.at('letters/carol.txt'), 'in | out | keep-remote', TABLET).returns(0)
  expectSettled(kit, docs)

  note('Saturday: the shelf as it stands, on the server and on both machines.')
  docs.server.tree({
    'books': {
      'novel': {
        '1.txt': 'chapter one, revised',
        '2.txt': 'chapter two, revised, on the tablet',
        '3.txt': 'chapter three',
        '4.txt': 'chapter four',
      },
    },
    'diary.txt': 'sunday, monday, wednesday in the garden, still in the garden',
    'letters': {
      'anna.txt': 'dear anna, yours',
      'benjamin.txt': 'dear ben',
      'carol.txt': 'dear carol, yours',
    },
    'list.txt': 'milk, bread',
  })
})
