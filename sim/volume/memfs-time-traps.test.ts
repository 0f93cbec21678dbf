/** What memfs does to times and identities, and whom it asks, and that a volume on top of it cannot be made to do. */

import './memfs-process.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Volume as Memfs } from 'memfs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attributeBits, SECOND } from '../windows/mod.ts'
import { at, code, info, open, PLAN, time, volume, write } from './testing/support.ts'
import { testTraps, type Trap } from './testing/trap.ts'

/** The package memfs takes snapshots with; it comes with memfs. */
interface Snapshots {
  readonly toSnapshotSync: (options: { readonly fs: Memfs }) => unknown
  readonly fromSnapshotSync: (snapshot: unknown, options: { readonly fs: Memfs }) => void
}

function isSnapshots(value: unknown): value is Snapshots {
  return typeof value === 'object' && value !== null && 'toSnapshotSync' in value &&
    'fromSnapshotSync' in value
}

const require = createRequire(import.meta.url)

function snapshots(): Snapshots {
  const loaded: unknown = createRequire(require.resolve('memfs'))('@jsonjoy.com/fs-snapshot')
  if (!isSnapshots(loaded)) throw new Error('memfs no longer comes with fs-snapshot')
  return loaded
}

/** Does something while the wall clock stands at a moment, in milliseconds since 1970. */
function atWallClock<T>(moment: number, work: () => T): T {
  const { Date } = globalThis
  globalThis.Date = new Proxy(Date, {
    construct: (target, given) => Reflect.construct(target, given.length === 0 ? [moment] : given),
    get: (target, key) => key === 'now' ? () => moment : Reflect.get(target, key),
  })
  try {
    return work()
  } finally {
    globalThis.Date = Date
  }
}

const times: readonly Trap[] = [
  {
    trap: 'every time comes from the wall clock',
    memfs: () =>
      atWallClock(999, () => {
        const { birthtimeMs, mtimeMs, ctimeMs, atimeMs } = Memfs.fromJSON({ '/a': '1' }).statSync('/a')
        return [birthtimeMs, mtimeMs, ctimeMs, atimeMs]
      }),
    still: [999, 999, 999, 999],
    volume: (on) => {
      time.now = 7
      atWallClock(999, () => write(on, at('new.txt'), 'new'))
      return info(on, at('new.txt')).times
    },
    instead: { creation: 7, lastWrite: 7, change: 7, lastAccess: 7 },
    changed: { 'new.txt': 'new' },
  },
  {
    trap: 'the creation time cannot be set',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      volume.utimesSync('/a', 5, 5)
      const { atimeMs, mtimeMs, birthtimeMs } = volume.statSync('/a')
      return [atimeMs, mtimeMs, birthtimeMs === 5000]
    },
    still: [5000, 5000, false],
    volume: (on) => {
      on.setInfo(at('empty'), {
        info: { creation: 5 * SECOND, lastWrite: 6 * SECOND, lastAccess: 7 * SECOND },
      })
      return info(on, at('empty')).times
    },
    instead: { creation: 5 * SECOND, lastWrite: 6 * SECOND, change: 0, lastAccess: 7 * SECOND },
  },
  {
    trap: 'the change time is the wall clock, also in a tree that is laid as a whole',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      volume.utimesSync('/a', 5, 5)
      return volume.statSync('/a').ctimeMs > 5000
    },
    still: true,
    volume: (on) => {
      const plan = info(on, PLAN)
      const laid = { creation: 1, lastWrite: 2, change: 3, lastAccess: 4 }
      on.lay(at('laid.txt'), { ...plan, size: 1, times: laid }, new Uint8Array([120]))
      return info(on, at('laid.txt')).times
    },
    instead: { creation: 1, lastWrite: 2, change: 3, lastAccess: 4 },
    changed: { 'laid.txt': 'x' },
  },
  {
    trap: 'times are whole milliseconds',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      volume.utimesSync('/a', 1.234_567_8, 1.234_567_8)
      return String(volume.statSync('/a', { bigint: true }).mtimeNs)
    },
    still: '1234000000',
    volume: (on) => {
      on.setInfo(at('empty'), { info: { lastWrite: 12_345_678 } })
      return info(on, at('empty')).times.lastWrite
    },
    instead: 12_345_678,
  },
  {
    trap: 'a moment before 1970 becomes the present',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      volume.utimesSync('/a', -1, -1)
      return volume.statSync('/a').mtimeMs > 0
    },
    still: true,
    volume: (on) => {
      on.setInfo(at('empty'), { info: { lastWrite: -50 * 365 * 86_400 * SECOND } })
      return info(on, at('empty')).times.lastWrite
    },
    instead: -50 * 365 * 86_400 * SECOND,
  },
  {
    trap: 'reading a file and looking up a name move the last access',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      volume.utimesSync('/a', 1, 1)
      volume.readFileSync('/a')
      volume.utimesSync('/', 1, 1)
      volume.statSync('/a')
      return [volume.statSync('/a').atimeMs === 1000, volume.statSync('/').atimeMs === 1000]
    },
    still: [false, false],
    volume: (on) => {
      time.now = 9
      const file = open(on, PLAN)
      on.read(file, 0, 4)
      on.close(file.number)
      return [PLAN, at()].map((path) => info(on, path).times.lastAccess)
    },
    instead: [0, 0],
  },
  {
    trap: 'a snapshot keeps neither times nor modes',
    memfs: () => {
      const [volume, copy] = [Memfs.fromJSON({ '/a': '1' }), new Memfs()]
      volume.utimesSync('/a', 5, 5)
      volume.chmodSync('/a', 0o400)
      const { toSnapshotSync, fromSnapshotSync } = snapshots()
      fromSnapshotSync(toSnapshotSync({ fs: volume }), { fs: copy })
      const { mtimeMs, mode } = copy.statSync('/a')
      return [mtimeMs === 5000, (mode & 0o777) === 0o400]
    },
    still: [false, false],
    volume: (on) => {
      on.setInfo(at('empty'), { info: { lastWrite: 5, attributes: attributeBits(['READONLY', 'HIDDEN']) } })
      const copy = on.fork({ now: () => 9 })
      assert.equal([...copy.tree()], [...on.tree()])
      return info(copy, at('empty')).times.lastWrite
    },
    instead: 5,
    changed: { empty: undefined },
  },
]

const identities: readonly Trap[] = [
  {
    trap: 'the number of a removed file goes to the next one',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      const { ino } = volume.statSync('/a')
      volume.unlinkSync('/a')
      volume.writeFileSync('/b', '2')
      return volume.statSync('/b').ino === ino
    },
    still: true,
    volume: (on) => {
      const { id } = info(on, PLAN)
      on.remove(PLAN)
      write(on, at('b.txt'), 'b')
      return info(on, at('b.txt')).id > id
    },
    instead: true,
    changed: { 'plan.txt': undefined, 'b.txt': 'b' },
  },
  {
    trap: 'numbers of open files come from one counter for all volumes',
    memfs: () => {
      const [one, two] = [Memfs.fromJSON({ '/a': '' }), Memfs.fromJSON({ '/a': '' })]
      return one.openSync('/a', 'r') - two.openSync('/a', 'r')
    },
    still: 1,
    volume: (on) => {
      const other = on.fork({ now: () => 0 })
      return open(on, PLAN).number - open(other, PLAN).number
    },
    instead: 0,
  },
  {
    trap: 'a file has no attributes but its mode',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      return Object.keys(volume.statSync('/a')).filter((key) => /attr|hidden|readonly|flags/i.test(key))
    },
    still: [],
    volume: (on) => {
      const attributes = attributeBits(['HIDDEN', 'SYSTEM', 'READONLY'])
      on.setInfo(at('empty'), { info: { attributes } })
      return info(on, at('empty')).attributes
    },
    instead: attributeBits(['HIDDEN', 'SYSTEM', 'READONLY', 'DIRECTORY']),
    changed: { empty: undefined },
  },
  {
    trap: 'a read-only file can be removed and replaced',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1', '/b': '2', '/c': '3' })
      volume.chmodSync('/a', 0o444)
      volume.chmodSync('/b', 0o444)
      volume.unlinkSync('/a')
      volume.renameSync('/c', '/b')
      return volume.toJSON()
    },
    still: { '/b': '3' },
    volume: (on) => {
      on.setInfo(PLAN, { info: { attributes: attributeBits(['READONLY']) } })
      return [
        code(on.remove(PLAN)),
        code(on.rename(at('other.txt'), PLAN, { replace: true })),
        code(on.open(PLAN, { access: 'write', share: [], disposition: 'open' })),
        info(on, PLAN).size,
      ]
    },
    instead: [5, 5, 5, 4],
    changed: { 'plan.txt': 'plan' },
  },
]

testTraps([...times, ...identities])

test('memfs asks for the identity of the user; a volume does not where Deno would ask for a permission', async () => {
  const { getuid, getgid } = process
  const deno: unknown = Reflect.get(globalThis, 'Deno')
  let asked = 0
  process.getuid = () => ++asked
  try {
    new Memfs().writeFileSync('/a', '')
    assert.ok(asked > 0, 'memfs has changed: it no longer asks, and memfs-process.ts may go')
    asked = 0
    place('Deno', { permissions: { querySync: () => ({ state: 'prompt' }) } })
    const again = './memfs-process.ts?with-a-deno-that-asks'
    await import(again)
    write(volume(), PLAN, 'plan')
    assert.is(asked, 0)
  } finally {
    place('Deno', deno)
    Object.assign(process, { getuid, getgid })
  }
})

/** Puts a global in its place, or takes it away. */
function place(name: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(globalThis, name)
  else Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}

test('the traps are those of the version that is pinned', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const { version } = JSON.parse(readFileSync(require.resolve('memfs/package.json'), 'utf8'))
  assert.match(dependencies.memfs, /^\d+\.\d+\.\d+$/, 'an exact version')
  assert.is(version, dependencies.memfs)
  assert.is(dependencies['@jsonjoy.com/fs-core'], dependencies.memfs)
})

test.run()
