/** Files of gigabytes that hold a few bytes: what is edited at one end is carried, whatever the length between. */

import { holes, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

const GIB = 1_073_741_824

/** A disk image: a head, a tail that ends with its last byte, and nothing between. */
function image(size: number, { head = 'boot', tail = 'the end' } = {}): ReturnType<typeof holes> {
  return holes({ size, parts: [{ at: 0, content: head }, { at: size - tail.length, content: tail }] })
}

export const editedAtTheFarEnd: readonly Scenario[] = scenarioTable(
  {
    title:
      'A few bytes at the end of a file of gigabytes are edited on either side: the other has them, and no more',
    covers: ['SYNC-05', 'SYNC-07', 'F55'],
  },
  {
    'two-gib-less-one': 2 * GIB - 1,
    'two-gib': 2 * GIB,
    'four-gib-less-one': 4 * GIB - 1,
    'four-gib': 4 * GIB,
    'four-gib-and-one': 4 * GIB + 1,
    'a-tebibyte': 1024 * GIB,
    'the-largest': 17_592_186_044_416 - 65_536,
  },
  ({ share, sync }, size) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'mine.img': image(size), 'theirs.img': image(size) })
    docs.local.edit('mine.img', 'THE END', { offset: size - 7 })
    docs.server.edit('theirs.img', 'BOOT', { offset: 0 })
    sync(docs, 'in | out').returns(0)
    docs.server.holds('mine.img', image(size, { tail: 'THE END' }))
    docs.local.holds('theirs.img', image(size, { head: 'BOOT' }))
    docs.same()
  },
)

export const grownPastFour: Scenario = scenario({
  title: 'A file grows past four gibibytes here and shrinks to a line there: both lengths arrive',
  covers: ['SYNC-05', 'SYNC-07', 'F55'],
}, ({ share, sync }) => {
  const size = 4 * GIB - 4
  const docs = share('//hq/docs', { pin: 'user' }, { 'disk.img': image(size) })
  docs.local.append('disk.img', ' and four bytes more')
  sync(docs, 'in | out').returns(0)
  docs.server.holds('disk.img', image(size + 20, { tail: 'the end and four bytes more' }))
  docs.server.write('disk.img', 'a line')
  sync(docs, 'in | out').returns(0)
  docs.local.holds('disk.img', 'a line')
  docs.same()
})

export const farEndsInConflict: readonly Scenario[] = scenarioTable(
  {
    title: 'Both far ends are edited: nothing of one copy comes into the other, whichever of them wins',
    covers: ['SYNC-29', 'SYNC-30', 'SYNC-33', 'STATE-12', 'F55'],
  },
  {
    'open': { flags: 'in | out', here: { tail: 'THE END' }, there: { head: 'BOOT' } },
    'keep-local': { flags: 'in | out | keep-local', here: { tail: 'THE END' }, there: { tail: 'THE END' } },
    'keep-remote': { flags: 'in | out | keep-remote', here: { head: 'BOOT' }, there: { head: 'BOOT' } },
  },
  ({ share, sync }, { flags, here, there }) => {
    const size = 6 * GIB
    const docs = share('//hq/docs', { pin: 'user' }, { 'disk.img': image(size) })
    docs.local.edit('disk.img', 'THE END', { offset: size - 7 })
    docs.server.edit('disk.img', 'BOOT', { offset: 0 })
    sync(docs, flags).state('disk.img', 'FileChangedOnClient_ChangedOnServer')
    docs.local.holds('disk.img', image(size, here))
    docs.server.holds('disk.img', image(size, there))
  },
)

export const partlyCached: Scenario = scenario({
  title:
    'Only the head of the file is cached: filling it brings the far end, and another version comes as a whole',
  covers: ['SYNC-03', 'SYNC-04', 'STATE-38', 'STATE-16', 'F77', 'P8.4'],
}, ({ share, sync }) => {
  const size = 8 * GIB
  const docs = share('//hq/docs', { pin: 'user' }, { 'disk.img': image(size), 'other.img': image(size) })
  docs.sparse('disk.img', { present: [{ at: 0, bytes: 4096 }] })
  docs.sparse('other.img', { present: [{ at: 0, bytes: 4096 }, { at: size - 4096, bytes: 4096 }] })
  docs.shows('disk.img', { sparse: true })
  docs.server.edit('other.img', 'BOOT', { offset: 0 })
  const round = sync(docs, 'fill')
  round.state('disk.img', 'FileSparseOnClient')
  round.state('other.img', 'FileSparseOnClient_ChangedOnServer')
  docs.local.holds('disk.img', image(size))
  docs.local.holds('other.img', image(size, { head: 'BOOT' }))
  docs.shows('disk.img', { sparse: false })
  docs.same()
})

export const islands: Scenario = scenario({
  title: 'A file of islands in an empty sea: two are edited, one is new, and each lies where it was put',
  covers: ['SYNC-07', 'F55'],
}, ({ share, sync }) => {
  const places = [0, 1, 2, 3, 5, 8, 13].map((gib) => gib * GIB)
  const parts = places.map((at) => ({ at, content: `island at ${at}` }))
  const docs = share('//hq/docs', { pin: 'user' }, { 'sea.img': holes({ size: 20 * GIB, parts }) })
  docs.local.edit('sea.img', 'ISLAND', { offset: 2 * GIB })
  docs.local.edit('sea.img', 'ISLAND', { offset: 13 * GIB })
  docs.local.edit('sea.img', 'new land', { offset: 19 * GIB })
  sync(docs, 'in | out').returns(0)
  const edited = parts.map(({ at, content }) => ({
    at,
    content: at === 2 * GIB || at === 13 * GIB ? content.replace('island', 'ISLAND') : content,
  }))
  docs.server.holds(
    'sea.img',
    holes({ size: 20 * GIB, parts: [...edited, { at: 19 * GIB, content: 'new land' }] }),
  )
  docs.same()
})

export const largerThanTheDisk: Scenario = scenario({
  title: 'The server’s disk has room for one of two long files: the other fails with 112 and waits for room',
  covers: ['SYNC-07', 'F55', 'F88', 'P2.20'],
}, ({ limitDisk, share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.local.write('a.bin', { bytes: 300_000, seed: 1 })
  docs.local.write('b.bin', { bytes: 300_000, seed: 2 })
  docs.local.write('sea.img', image(16 * GIB))
  limitDisk({ server: '//hq' }, 700_000)
  const round = sync(docs, 'in | out')
  round.result('a.bin', 0)
  round.result('b.bin', 0)
  docs.local.append('a.bin', { bytes: 300_000, seed: 3 })
  const full = sync(docs, 'in | out')
  full.result('a.bin', 112)
  docs.server.holds('a.bin', { bytes: 300_000, seed: 1 })
  limitDisk({ server: '//hq' }, null)
  sync(docs, 'in | out').returns(0)
  docs.same()
})
