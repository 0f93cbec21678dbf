/** What memfs does to trees and names that Windows never would, and that a volume on top of it cannot be made to do. */

import './memfs-process.ts'
import { test } from 'uvu'
import { Link, Superblock } from '@jsonjoy.com/fs-core'
import { Volume as Memfs } from 'memfs'
import type { RequestKind } from '../port/mod.ts'
import { at, code, good, info, PLAN, read, write } from './testing/support.ts'
import { testTraps, type Trap } from './testing/trap.ts'
import { Volume } from './volume.ts'

/** The code of the error a call throws; `undefined` when it throws none. */
function thrown(call: () => unknown): unknown {
  try {
    call()
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

/**
 * Links are kept out by there being no call for them: no method of a volume and no kind of request makes a hard link, a
 * symbolic link or a junction. A kind with such a name would not compile here.
 */
type LinkRequest = Extract<
  RequestKind,
  `${string}link` | `${string}symlink` | `${string}junction` | 'set-reparse-point'
>
const noLinkRequest: [LinkRequest] extends [never] ? 'no such call' : never = 'no such call'

function linkCalls(): unknown {
  const calls = Object.getOwnPropertyNames(Volume.prototype).filter((name) =>
    /link|junction|reparse/i.test(name)
  )
  return calls.length === 0 ? noLinkRequest : calls
}

const ILLEGAL = [
  'CON',
  'nul.txt',
  'a:b',
  'a?b',
  'a*',
  'a<b',
  'a|b',
  'a"b',
  'dot.',
  'space ',
  'tab\t',
  'a\\b',
  'C:\\x',
]

const renames: readonly Trap[] = [
  {
    trap: 'a directory renamed over a non-empty one: the old content is gone',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a/x': '1', '/b/y': '2' })
      volume.renameSync('/a', '/b')
      return volume.toJSON()
    },
    still: { '/b/x': '1' },
    volume: (on) => code(on.rename(at('a'), at('full'), { replace: true })),
    instead: 5,
  },
  {
    trap: 'a file renamed over a non-empty directory: directory and content are gone',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1', '/b/y': '2' })
      volume.renameSync('/a', '/b')
      return volume.toJSON()
    },
    still: { '/b': '1' },
    volume: (on) => code(on.rename(PLAN, at('full'), { replace: true })),
    instead: 5,
  },
  {
    trap: 'a file renamed over an empty directory takes its place',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1', '/b': null })
      volume.renameSync('/a', '/b')
      return volume.toJSON()
    },
    still: { '/b': '1' },
    volume: (on) => code(on.rename(PLAN, at('empty'), { replace: true })),
    instead: 5,
  },
  {
    trap: 'a directory renamed over a file: the file is gone',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a/x': '1', '/b': '2' })
      volume.renameSync('/a', '/b')
      return volume.toJSON()
    },
    still: { '/b/x': '1' },
    volume: (on) => code(on.rename(at('a'), PLAN, { replace: true })),
    instead: 5,
  },
  {
    trap: 'a directory renamed into its own child: the whole subtree is out of reach',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a/b/x': '1' })
      volume.renameSync('/a', '/a/b/c')
      return volume.readdirSync('/')
    },
    still: [],
    volume: (on) => code(on.rename(at('a'), at('a', 'b', 'd'), { replace: true })),
    instead: 5,
  },
  {
    trap:
      'a file renamed over a file leaves a child count with which the emptied directory can never be removed',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/d/t': '1', '/s': '2' })
      volume.renameSync('/s', '/d/t')
      volume.unlinkSync('/d/t')
      return [volume.readdirSync('/d').length, thrown(() => volume.rmdirSync('/d'))]
    },
    still: [0, 'ENOTEMPTY'],
    volume: (on) => [
      code(on.rename(PLAN, at('full', 'x.txt'), { replace: true })),
      read(on, at('full', 'x.txt')),
      code(on.remove(at('full', 'x.txt'))),
      code(on.remove(at('full'))),
    ],
    instead: [0, 'plan', 0, 0],
    changed: { 'plan.txt': undefined, 'full/x.txt': undefined, 'full': undefined },
  },
  {
    trap: 'a rename between two names of one inode takes the first name away',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      volume.linkSync('/a', '/b')
      volume.renameSync('/a', '/b')
      return volume.readdirSync('/')
    },
    still: ['b'],
    volume: linkCalls,
    instead: 'no such call',
  },
  {
    trap: 'a directory can have hard links',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a/x': '1' })
      volume.linkSync('/a', '/b')
      return volume.statSync('/b').isDirectory()
    },
    still: true,
    volume: linkCalls,
    instead: 'no such call',
  },
  {
    trap: 'a symbolic link is renamed by renaming what it leads to',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      volume.symlinkSync('/a', '/l')
      volume.renameSync('/l', '/m')
      return [volume.readdirSync('/'), volume.lstatSync('/m').isSymbolicLink()]
    },
    still: [['l', 'm'], false],
    volume: linkCalls,
    instead: 'no such call',
  },
  {
    trap: 'a junction is a symbolic link like any other',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a/x': '1' })
      volume.symlinkSync('/a', '/j', 'junction')
      return volume.lstatSync('/j').isSymbolicLink()
    },
    still: true,
    volume: linkCalls,
    instead: 'no such call',
  },
  {
    trap: 'a tree leaves symbolic links out and tells nothing but names and text',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      volume.symlinkSync('/a', '/l')
      return volume.toJSON()
    },
    still: { '/a': '1' },
    volume: (on) => {
      const entries = [...on.tree(at('full')).values()]
      return entries.map(({ path, info, content }) => [path, info.size, info.times.creation, content?.size])
    },
    instead: [['\\\\hq\\docs\\full\\x.txt', 1, 0, 1]],
  },
  {
    trap: 'a move is told as two renames that nothing ties together',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a': '1' })
      const told: string[] = []
      const watcher = volume.watch('/', {}, (event, name) => told.push(`${event} ${name}`))
      volume.renameSync('/a', '/b')
      watcher.close()
      return told
    },
    still: ['rename a', 'rename b'],
    volume: (on) => {
      const told: string[] = []
      on.listen((effect) => {
        if (effect.effect === 'move') told.push(`${effect.path} to ${effect.to}`)
      })
      on.rename(PLAN, at('b.txt'), { replace: false })
      return told
    },
    instead: ['\\\\hq\\docs\\plan.txt to \\\\hq\\docs\\b.txt'],
    changed: { 'plan.txt': undefined, 'b.txt': 'plan' },
  },
]

const names: readonly Trap[] = [
  {
    trap: 'names in another case are other files',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/plan.txt': '1' })
      volume.writeFileSync('/PLAN.txt', '2')
      return volume.readdirSync('/')
    },
    still: ['PLAN.txt', 'plan.txt'],
    volume: (on) => code(on.open(at('PLAN.txt'), { access: 'write', share: [], disposition: 'create' })),
    instead: 80,
  },
  {
    trap: 'names that Windows forbids are taken, and a backslash is a letter',
    memfs: () => {
      const volume = new Memfs()
      for (const name of ILLEGAL) volume.writeFileSync(`/${name}`, '')
      return volume.readdirSync('/').length
    },
    still: ILLEGAL.length,
    volume: (on) => [...ILLEGAL, '', '.', '..'].map((name) => code(on.mkdir(at(name)))),
    instead: [...ILLEGAL, '', '.', '..'].map(() => 123),
  },
  {
    trap: 'names of any length are taken',
    memfs: () => {
      const volume = new Memfs()
      for (const length of [256, 300, 5000]) volume.writeFileSync(`/${'n'.repeat(length)}`, '')
      return volume.readdirSync('/').length
    },
    still: 3,
    volume: (on) => [256, 300, 5000].map((length) => code(on.mkdir(at('n'.repeat(length))))),
    instead: [206, 206, 206],
  },
  {
    trap: 'a file is found under its name with a slash behind it',
    memfs: () => Memfs.fromJSON({ '/a': '1' }).statSync('/a/').isFile(),
    still: true,
    volume: (on) => [code(on.stat(at('plan.txt', ''))), code(on.list(PLAN))],
    instead: [3, 267],
  },
  {
    trap: 'to unlink a directory is refused as not permitted, not as being a directory',
    memfs: () => {
      const volume = Memfs.fromJSON({ '/a/x': '1' })
      return thrown(() => volume.unlinkSync('/a'))
    },
    still: 'EPERM',
    volume: (on) => code(on.remove(at('full'))),
    instead: 145,
  },
  {
    trap: 'listings stand in the order of case-sensitive names, trees in the order of creation',
    memfs: () => {
      const volume = new Memfs()
      for (const name of ['b', 'a', 'B', '_']) volume.writeFileSync(`/${name}`, '')
      return [volume.readdirSync('/'), Object.keys(volume.toJSON())]
    },
    still: [['B', '_', 'a', 'b'], ['/b', '/a', '/B', '/_']],
    volume: (on) => {
      for (const name of ['b', 'a', 'C', '_']) write(on, at('empty', name), name)
      const listed = good(on.list(at('empty'))).map(({ name }) => name)
      const walked = [...on.tree(at('empty')).values()].map(({ path }) => path.at(-1))
      return [listed, walked]
    },
    instead: [['a', 'b', 'C', '_'], ['a', 'b', 'C', '_']],
    changed: { 'empty/a': 'a', 'empty/b': 'b', 'empty/C': 'C', 'empty/_': '_' },
  },
  {
    trap: 'a recursive listing of the root gives absolute names',
    memfs: () => Memfs.fromJSON({ '/a/b': '1' }).readdirSync('/', { recursive: true }),
    still: ['/a', '/a/b'],
    volume: (on) => [...on.tree(at('a')).values()].map(({ path }) => path),
    instead: ['\\\\hq\\docs\\a\\b', '\\\\hq\\docs\\a\\b\\c.txt'],
  },
  {
    trap: 'a recursive listing of a wide directory overflows the stack',
    memfs: () => {
      const core = new Superblock()
      const volume = new Memfs(core)
      volume.fromJSON({ '/f/0': '' })
      const folder = core.root.getChild('f')
      const file = folder?.getChild('0')
      for (let i = 1; i < 130_000; i++) folder?.children.set(String(i), file)
      return stackOverflow(() => volume.readdirSync('/', { recursive: true }))
    },
    still: 'stack overflow',
    volume: (on) => {
      const plan = info(on, PLAN)
      const wide = Volume.create({ now: () => 0 })
      for (let i = 0; i < 130_000; i++) wide.lay([String(i)], { ...plan, size: 0 }, new Uint8Array())
      return [good(wide.list([])).length, wide.tree().size]
    },
    instead: [130_000, 130_000],
  },
  {
    trap: 'a tree may be so deep that looking at it overflows the stack',
    memfs: () => {
      const core = new Superblock()
      let bottom = core.root
      for (let i = 0; i < 30_000; i++) {
        const child = new Link(core, undefined, 'd')
        child.setNode(core.createNode(0o040_777))
        bottom.children.set('d', child)
        bottom = child
      }
      return stackOverflow(() => new Memfs(core).toJSON())
    },
    still: 'stack overflow',
    volume: (on) => {
      const path = Array.from({ length: 600 }, () => 'd')
      const refused = path.map((_, i) => code(on.mkdir(at('empty', ...path.slice(0, i + 1)))))
      const deep = on.tree(at('empty')).size
      for (let depth = deep; depth > 0; depth--) on.remove(at('empty', ...path.slice(0, depth)))
      return [deep, refused.find((code) => code !== 0)]
    },
    instead: [509, 206],
  },
]

function stackOverflow(call: () => unknown): string {
  try {
    call()
    return 'no overflow'
  } catch (error) {
    return error instanceof RangeError ? 'stack overflow' : String(error)
  }
}

testTraps([...renames, ...names])

test.run()
