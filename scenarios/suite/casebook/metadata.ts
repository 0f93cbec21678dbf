/** Cases about attributes, times and sizes, in the words of those who met them. */

import { bytes, holes, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

/** When the first trees were written. */
const WRITTEN = '2010-01-03 09:00:00'

/** Seconds by which a server's clock, one second after the first share was made, shows that time. */
const BACK_THEN = -86_401

export const onlyAttributesSent: Scenario = scenario({
  title:
    'I hid a large file offline: the attribute arrives on the server, though its disk is full and could not take the content',
  covers: ['SYNC-07', 'STATE-39', 'F43', 'P15.16'],
}, ({ limitDisk, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(100_000) })
  docs.local.setAttributes('film.avi', { set: ['HIDDEN'] })
  limitDisk({ server: '//hq' }, 100_000)
  const round = sync(docs, 'out')
  round.state('film.avi', 'FileChangedOnClient')
  round.result('film.avi', 0)
  docs.server.attributes('film.avi', ['HIDDEN', 'ARCHIVE'])
  docs.same()
})

export const readonlyAgainstEdit: Scenario = scenario({
  title:
    'I protected a file against writing offline, at the office it was edited: a conflict, though I wrote nothing in it',
  covers: ['SYNC-33', 'STATE-12', 'F44'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.setAttributes('plan.txt', { set: ['READONLY'] })
  docs.server.write('plan.txt', 'edited at the office')
  const round = sync(docs, 'in | out')
  round.conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.local.holds('plan.txt', 'first draft')
  docs.local.attributes('plan.txt', ['READONLY', 'ARCHIVE'])
  docs.server.holds('plan.txt', 'edited at the office')
  docs.server.attributes('plan.txt', ['ARCHIVE'])
})

export const readonlyEdited: readonly Scenario[] = scenarioTable(
  {
    title:
      'A read-only file was edited here and protected again: it arrives, still read-only there, if I may write it; else 5',
    covers: ['SYNC-07', 'STATE-39', 'F45', 'P15.27'],
  },
  { 'with-rights': 0, 'without-rights': 5 } as const,
  ({ share, sync, user }, code) => {
    const bob = user('bob')
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    if (code === 5) docs.server.deny(bob, 'plan.txt', ['write'])
    docs.server.setAttributes('plan.txt', { set: ['READONLY'] })
    sync(docs, 'in').result('plan.txt', 0)
    docs.local.setAttributes('plan.txt', { clear: ['READONLY'] })
    docs.local.write('plan.txt', 'second draft')
    docs.local.setAttributes('plan.txt', { set: ['READONLY'] })
    const round = sync(docs, 'out', { user: bob })
    round.state('plan.txt', 'FileChangedOnClient')
    round.result('plan.txt', code)
    docs.server.holds('plan.txt', code === 0 ? 'second draft' : 'first draft')
    docs.server.attributes('plan.txt', ['READONLY', 'ARCHIVE'])
  },
)

export const onlyOpened: Scenario = scenario({
  title:
    'A file was only opened at the office, which moves its last access and nothing else: it is still in sync',
  covers: ['SYNC-02', 'F46'],
}, ({ note, server, share, sync }) => {
  server('//fat', { timeGranularity: 86_400 })
  const docs = share('//fat/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', 'second draft')
  sync(docs, 'in | out').items(['plan.txt'])
  note(
    'To set a time moves the change time as well; a server that keeps times by the day does not show it within that day.',
  )
  docs.server.setTimes('plan.txt', { lastAccess: '2010-01-10 09:00:00' })
  sync(docs, 'in | out').items([])
  docs.local.holds('plan.txt', 'second draft')
})

export const restoredByCopyTool: Scenario = scenario({
  title:
    'A copy tool put a file back with its size and last-write time: the change time tells, and it is fetched again',
  covers: ['SYNC-05', 'STATE-44', 'F47'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first', 'list.txt': 'one' })
  docs.server.write('plan.txt', 'tsrif')
  docs.server.setTimes('plan.txt', { lastWrite: WRITTEN })
  const round = sync(docs, 'in | out')
  round.items(['plan.txt'])
  round.state('plan.txt', 'FileChangedOnServer')
  docs.local.holds('plan.txt', 'tsrif')
  docs.same()
})

export const withinOneStep: Scenario = scenario({
  title:
    'A server keeps times by the day: a second edit that day, as long as the first, is not seen; a longer one is',
  covers: ['SYNC-02', 'F48', 'P2.21'],
}, ({ server, share, sync }) => {
  server('//fat', { timeGranularity: 86_400 })
  const docs = share('//fat/docs', { pin: 'user' }, { 'plan.txt': 'one' })
  docs.server.write('plan.txt', 'two')
  sync(docs, 'in | out').items(['plan.txt'])
  docs.server.write('plan.txt', 'six')
  sync(docs, 'in | out').items([])
  docs.local.holds('plan.txt', 'two')
  docs.server.holds('plan.txt', 'six')
  docs.server.write('plan.txt', 'three')
  sync(docs, 'in | out').items(['plan.txt'])
  docs.local.holds('plan.txt', 'three')
})

export const migrated: readonly Scenario[] = scenarioTable(
  {
    title:
      'The files moved to new disks: unless all their times were kept, all look changed and my edit is a conflict',
    covers: ['SYNC-02', 'SYNC-33', 'STATE-44', 'STATE-12', 'F49'],
  },
  {
    'no-times': { times: 'none', isChanged: true },
    'last-write-kept': { times: 'last-write', isChanged: true },
    'all-times-kept': { times: 'all', isChanged: false },
  } as const,
  ({ note, server, setClock, share, sync }, { times, isChanged }) => {
    server('//hq', { timeGranularity: 1, clock: 'still' })
    const files = { 'a.txt': 'a', 'b.txt': 'b', 'plan.txt': 'first draft' }
    const docs = share('//hq/docs', { pin: 'user' }, files)
    if (times === 'all') setClock({ server: '//hq' }, BACK_THEN, { clock: 'still' })
    for (const [name, content] of Object.entries(files)) {
      docs.server.write(name, content, { clock: 'still' })
      if (times === 'last-write') docs.server.setTimes(name, { lastWrite: WRITTEN })
    }
    note('The same files are on the server again, byte for byte.')
    if (times === 'all') setClock({ server: '//hq' }, 0)
    if (isChanged) docs.local.write('plan.txt', 'edited on the train')
    const round = sync(docs, 'in | out')
    if (isChanged) {
      round.items(['a.txt', 'b.txt', 'plan.txt'])
      round.state('a.txt', 'FileChangedOnServer')
      round.conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
      docs.server.holds('plan.txt', 'first draft')
    } else {
      round.items([])
      docs.same()
    }
  },
)

export const summerTime: Scenario = scenario({
  title:
    'Clocks were put forward between two calls: file times are UTC, so nothing looks changed, and edits go as ever',
  covers: ['SYNC-02', 'SYNC-05', 'F52'],
}, ({ note, share, sync, wait }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.server.write('list.txt', 'one, two')
  sync(docs, 'in | out').items(['list.txt'])
  note('Twelve weeks pass, and with them the 28th of March 2010, on which summer time begins in Europe.')
  wait(12 * 7 * 86_400)
  sync(docs, 'in | out').items([])
  docs.local.append('plan.txt', ', in summer')
  sync(docs, 'in | out').items(['plan.txt'])
  sync(docs, 'in | out').items([])
  docs.same()
})

export const permissionsChanged: Scenario = scenario({
  title:
    'The administrator changed permissions, nothing else: the file is fetched once more, the same as before, and stays so',
  covers: ['SYNC-05', 'STATE-44', 'F53'],
}, ({ share, sync, user }) => {
  const bob = user('bob')
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.server.deny(bob, 'plan.txt', ['write'])
  const round = sync(docs, 'in | out')
  round.items(['plan.txt'])
  round.state('plan.txt', 'FileChangedOnServer')
  docs.local.holds('plan.txt', 'first draft')
  sync(docs, 'in | out').items([])
  docs.same()
})

export const backedUp: Scenario = scenario({
  title:
    'The backup cleared the archive bit of a file that I had edited on the train: that alone makes it a conflict',
  covers: ['SYNC-33', 'STATE-12', 'STATE-44', 'F54'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
  docs.local.write('plan.txt', 'edited on the train')
  docs.server.setAttributes('plan.txt', { clear: ['ARCHIVE'] })
  docs.server.setAttributes('list.txt', { clear: ['ARCHIVE'] })
  const round = sync(docs, 'in | out')
  round.conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  round.state('list.txt', 'FileChangedOnServer')
  docs.local.attributes('list.txt', [])
  docs.server.holds('plan.txt', 'first draft')
  docs.local.holds('plan.txt', 'edited on the train')
})

export const overFourGibibytes: Scenario = scenario({
  title:
    'A disk image is one byte larger than four gibibytes: it has that size here and there, whichever way it went last',
  covers: ['SYNC-05', 'SYNC-07', 'F55'],
}, ({ share, sync }) => {
  const image = (last: string): ReturnType<typeof holes> =>
    holes({ size: 4_294_967_297, parts: [{ at: 0, content: 'boot' }, { at: 4_294_967_296, content: last }] })
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('disk.img', image('1'))
  sync(docs, 'out').items(['disk.img'])
  docs.server.holds('disk.img', image('1'))
  docs.server.edit('disk.img', '2', { offset: 4_294_967_296 })
  sync(docs, 'in').items(['disk.img'])
  docs.local.holds('disk.img', image('2'))
  docs.local.append('disk.img', '!')
  sync(docs, 'out').items(['disk.img'])
  docs.same()
})
