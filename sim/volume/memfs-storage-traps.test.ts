/** What memfs does to open files and to storage, and that a volume on top of it cannot be made to do. */

import './memfs-process.ts'
import { test } from 'uvu'
import { Superblock } from '@jsonjoy.com/fs-core'
import { Volume as Memfs } from 'memfs'
import { isFailure } from '../port/mod.ts'
import { at, code, info, open, PLAN, write } from './testing/support.ts'
import { testTraps, type Trap } from './testing/trap.ts'
import { Volume } from './volume.ts'

/** What a call throws; `undefined` when it throws nothing. */
function thrownBy(call: () => unknown): unknown {
  try {
    call()
    return undefined
  } catch (error) {
    return error
  }
}

const openFiles: readonly Trap[] = [
  {
    trap: 'a file can be removed although someone who did not allow it has it open',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      volume.openSync('/a', 'r')
      volume.unlinkSync('/a')
      return volume.existsSync('/a')
    },
    still: false,
    volume: (on) => {
      on.open(PLAN, { access: 'read', share: ['read', 'write'], disposition: 'open' })
      return code(on.remove(PLAN))
    },
    instead: 32,
  },
  {
    trap: 'two can write the same file, whatever the first one wanted',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '' })
      const [one, two] = [volume.openSync('/a', 'r+'), volume.openSync('/a', 'r+')]
      volume.writeSync(one, 'xx', 0)
      volume.writeSync(two, 'y', 0)
      return volume.readFileSync('/a', 'utf8')
    },
    still: 'yx',
    volume: (on) => {
      on.open(PLAN, { access: 'write', share: ['read'], disposition: 'open' })
      return code(on.open(PLAN, { access: 'write', share: ['read', 'write'], disposition: 'open' }))
    },
    instead: 32,
  },
  {
    trap: 'the ten-thousand-and-first open file is one too many',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '' })
      const error = thrownBy(() => {
        for (let i = 0; i <= 10_000; i++) volume.openSync('/a', 'r')
      })
      return error instanceof Error && 'code' in error && error.code
    },
    still: 'EMFILE',
    volume: () => {
      const on = Volume.create({ now: () => 0 })
      on.mkdir(['hq'])
      const create = { access: 'write', share: [], disposition: 'create' } as const
      const files = Array.from({ length: 10_001 }, (_, i) => on.open(['hq', String(i)], create))
      return code(files.find(isFailure))
    },
    instead: 0,
  },
]

/** How many nodes memfs has been made to keep while something is done. It lets go of those that it is told to delete. */
function nodesKept(work: () => void): number {
  const { createNode, deleteNode } = Superblock.prototype
  const kept = new Set<unknown>()
  Superblock.prototype.createNode = function (this: Superblock, mode) {
    const node = createNode.call(this, mode)
    kept.add(node)
    return node
  }
  Superblock.prototype.deleteNode = function (this: Superblock, node) {
    kept.delete(node)
    deleteNode.call(this, node)
  }
  try {
    work()
  } finally {
    Object.assign(Superblock.prototype, { createNode, deleteNode })
  }
  return kept.size
}

const storage: readonly Trap[] = [
  {
    trap: 'a file that was replaced by a rename is kept for ever',
    memfs: () =>
      nodesKept(() => {
        const volume = Memfs.fromJSON({ '/a': '1' })
        for (let i = 0; i < 9; i++) {
          volume.writeFileSync('/b', String(i))
          volume.renameSync('/b', '/a')
        }
      }) > 9,
    still: true,
    volume: (on) =>
      nodesKept(() => {
        for (let i = 0; i < 9; i++) {
          write(on, at('b.txt'), String(i))
          on.rename(at('b.txt'), PLAN, { replace: true })
        }
      }),
    instead: 0,
    changed: { 'plan.txt': '8' },
  },
  {
    trap: 'a tree that was removed at once is kept for ever',
    memfs: () =>
      nodesKept(() => {
        const volume = Memfs.fromJSON({ '/d/a': '1', '/d/b': '2', '/d/c': '3' })
        volume.rmSync('/d', { recursive: true })
      }) > 3,
    still: true,
    volume: (on) =>
      nodesKept(() => {
        for (const name of ['a', 'b', 'c']) write(on, at('empty', name), name)
        for (const name of ['a', 'b', 'c']) on.remove(at('empty', name))
      }),
    instead: 0,
  },
  {
    trap: 'a file that is only made longer takes all the bytes',
    memfs: () => {
      const core = new Superblock()
      const volume = new Memfs(core)
      volume.writeFileSync('/a', '')
      volume.truncateSync('/a', 1_000_000)
      return core.root.getChild('a')?.getNode().getBuffer().buffer.byteLength
    },
    still: 1_000_000,
    volume: (on) => {
      const file = open(on, PLAN)
      on.setSparse(file, true)
      const grown = code(on.truncate(file, 1_000_000))
      const { size = 0, allocated = 0 } = on.contentOf(PLAN) ?? {}
      const used = on.usage().used
      on.truncate(file, 4)
      on.setSparse(file, false)
      return [grown, size, allocated <= 65_536, used <= 65_536 * 4]
    },
    instead: [0, 1_000_000, true, true],
    changed: { 'plan.txt': 'plan' },
  },
  {
    trap: 'a size of some gigabytes is an error of the array, not of the disk',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      return thrownBy(() => volume.truncateSync('/a', 2 ** 40)) instanceof RangeError
    },
    still: true,
    volume: (on) => {
      const file = open(on, PLAN)
      on.limit({ capacity: 2 ** 30 })
      const onPlain = code(on.truncate(file, 2 ** 40))
      on.setSparse(file, true)
      const onSparse = code(on.truncate(file, 2 ** 40))
      const size = info(on, PLAN).size
      const tooLarge = code(on.truncate(file, 2 ** 50))
      on.truncate(file, 4)
      return [onPlain, onSparse, size, tooLarge]
    },
    instead: [112, 0, 2 ** 40, 87],
    changed: { 'plan.txt': 'plan' },
  },
  {
    trap: 'no disk is ever full, and the free room it tells of is made up',
    memfs: () => {
      const volume = new Memfs()
      const { bavail, bsize } = volume.statfsSync('/')
      volume.writeFileSync('/a', new Uint8Array(1_000_000))
      return (bavail - volume.statfsSync('/').bavail) * bsize < 1_000_000
    },
    still: true,
    volume: (on) => {
      const { used } = on.usage()
      on.limit({ capacity: used + 10 })
      const file = open(on, PLAN)
      const codes = [
        code(on.write(file, 4, new Uint8Array(11))),
        code(on.mkdir(at('still-a-folder'))),
        code(on.write(file, 4, new Uint8Array([115, 46]))),
      ]
      return [...codes, on.usage().used - used]
    },
    instead: [112, 0, 0, 2],
    changed: { 'plan.txt': 'plans.', 'still-a-folder': undefined },
  },
  {
    trap: 'blocks is always 1, and the device always 0',
    memfs: () => {
      const { blocks, dev } = Memfs.fromJSON({ '/a': 'x'.repeat(100_000) }).statSync('/a')
      return [blocks, dev]
    },
    still: [1, 0],
    volume: (on) => {
      const plan = info(on, PLAN)
      return ['blocks' in plan, 'dev' in plan, plan.size]
    },
    instead: [false, false, 4],
  },
  {
    trap: 'bytes that are no UTF-8 are lost in a tree',
    memfs: () => {
      const volume = new Memfs()
      volume.writeFileSync('/a', new Uint8Array([0xff, 0xfe]))
      return volume.toJSON()
    },
    still: { '/a': '\ufffd\ufffd' },
    volume: (on) => {
      const file = open(on, PLAN)
      on.truncate(file, 0)
      on.write(file, 0, new Uint8Array([0xff, 0xfe]))
      return [
        ...[...on.tree(at()).values()].find(({ path }) => path.endsWith('plan.txt'))?.content?.bytes() ??
          [],
      ]
    },
    instead: [0xff, 0xfe],
    changed: { 'plan.txt': '\ufffd\ufffd' },
  },
]

testTraps([...openFiles, ...storage])

test.run()
