/** The file system view reads one moment of a volume, and nothing can be written through it. */

import { Buffer } from 'node:buffer'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attributeBits } from '../windows/mod.ts'
import type { ReadOnlyFileSystem } from './read-only-file-system.ts'
import { at, bytes, good, info, open, options, PLAN, text, time, volume, write } from './testing/support.ts'
import type { Volume } from './volume.ts'

function filled(): Volume {
  const on = volume()
  time.now = 36_000_000_000
  write(on, PLAN, 'plan')
  on.mkdir(at('art'))
  write(on, at('art', 'large'), 'x'.repeat(200_000))
  const sparse = open(on, at('sparse'))
  good(on.setSparse(sparse, true))
  good(on.truncate(sparse, 6 * 2 ** 30))
  good(on.write(sparse, 5 * 2 ** 30, bytes('far')))
  on.close(sparse.number)
  return on
}

function fingerprint(on: Volume): string {
  return JSON.stringify(
    [...on.tree().values()].map(({ path, info, content }) => [path, info, content?.digest()]),
  )
}

const PATH = '/hq/docs/plan.txt'

test('a walk sees names, sizes, kinds, times and bytes', async () => {
  const on = filled()
  const fs = on.fs()
  assert.equal(fs.readdirSync('/hq/docs'), ['art', 'plan.txt', 'sparse'])
  assert.equal(
    fs.readdirSync('/hq/docs', { withFileTypes: true }).map((entry) => [entry.name, entry.isFile()]),
    [
      ['art', false],
      ['plan.txt', true],
      ['sparse', true],
    ],
  )
  const stat = fs.statSync(PATH)
  assert.equal([stat.size, stat.ino, stat.isFile(), stat.mode], [4, info(on, PLAN).id, true, 0o100_666])
  const wanted = new Date('2010-01-04T10:00:00.000Z')
  assert.equal([stat.mtime, stat.ctime, stat.birthtime, stat.atime], [wanted, wanted, wanted, wanted])
  assert.is(fs.readFileSync(PATH, 'utf8'), 'plan')
  assert.is(text(fs.readFileSync('/hq/docs/art/large')), 'x'.repeat(200_000))
  assert.is(text(await fs.promises.readFile(PATH)), 'plan')
  assert.equal([fs.existsSync('/hq'), fs.existsSync('/hq/none'), fs.realpathSync('hq')], [true, false, '/hq'])
  assert.throws(() => fs.readFileSync('/hq/none'), /ENOENT/)
  const parts: Uint8Array[] = []
  for await (const part of fs.createReadStream('/hq/docs/art/large')) parts.push(part)
  assert.is(parts.reduce((sum, part) => sum + part.length, 0), 200_000)
  const listed = new Promise((resolve) => fs.readdir('/hq/docs/art', (_, names) => resolve(names)))
  assert.equal(await listed, ['large'])
  assert.equal(fs.statSync(PATH).atime, wanted, 'reading leaves no trace')
})

/** A function with arguments that its type does not tell of. */
function untyped(fs: object, name: string): Call {
  const call: unknown = Reflect.get(fs, name)
  if (typeof call !== 'function') throw new Error(`no ${name}`)
  return (...args) => Reflect.apply(call, fs, args)
}

test('a whole tree is listed as Node lists one: relative, each directory before what is in it, from any start', async () => {
  const on = filled()
  good(on.mkdir(['nas']))
  good(on.mkdir(at('art', 'zoo')))
  write(on, at('art', 'zoo', 'ape'), 'ape')
  const fs = on.fs()
  const below = ['art', 'plan.txt', 'sparse', 'art/large', 'art/zoo', 'art/zoo/ape']
  assert.equal(fs.readdirSync('/hq/docs', { recursive: true }), below)
  assert.equal(fs.readdirSync('hq/docs/', { recursive: true }), below)
  const all = ['hq', 'nas', 'hq/docs', ...below.map((path) => `hq/docs/${path}`)]
  assert.equal(fs.readdirSync('/', { recursive: true }), all)
  assert.equal(await fs.promises.readdir('/', { recursive: true }), all)
  assert.equal(
    await new Promise((resolve) => fs.readdir('/', { recursive: true }, (_, names) => resolve(names))),
    all,
  )
  const entries = fs.readdirSync('/', { recursive: true, withFileTypes: true })
  assert.equal(entries.map(({ parentPath, name }) => `${parentPath}/${name}`.replace(/^\/+/, '')), all)
  assert.throws(() => fs.readdirSync(PATH, { recursive: true }), /ENOTDIR/)
  const encoded = (options: object): unknown =>
    untyped(fs, 'readdirSync')('/hq', { recursive: true, ...options })
  const hex = encoded({ encoding: 'hex' })
  assert.is(Array.isArray(hex) ? hex[1] : '', Buffer.from('docs/art').toString('hex'))
  const buffers = encoded({ encoding: 'buffer', withFileTypes: true })
  assert.equal(Array.isArray(buffers) ? buffers[1].name : '', Buffer.from('art'))
})

test('a file tells how many blocks of 512 bytes it takes, holes not counted', async () => {
  const on = filled()
  write(on, at('odd'), 'x'.repeat(513))
  const fs = on.fs()
  const blocks = (path: string): number => fs.statSync(path).blocks
  assert.equal([PATH, '/hq/docs/odd', '/hq/docs/art/large', '/hq/docs'].map(blocks), [1, 2, 391, 0])
  assert.is(blocks('/hq/docs/sparse'), 128, 'one block of 64 KiB')
  const fd = fs.openSync('/hq/docs/odd')
  assert.equal([fs.fstatSync(fd).blocks, fs.lstatSync('/hq/docs/odd').blocks], [2, 2])
  assert.is((await fs.promises.stat('/hq/docs/odd')).blocks, 2)
  const big: unknown = untyped(fs, 'statSync')('/hq/docs/odd', { bigint: true })
  assert.is(Reflect.get(Object(big), 'blocks'), 2n)
  assert.is(untyped(fs, 'statSync')('/hq/none', { throwIfNoEntry: false }), undefined)
})

test('of a file too large for one array parts can be read', () => {
  const fs = filled().fs()
  assert.is(fs.statSync('/hq/docs/sparse').size, 5 * 2 ** 30 + 2 ** 30)
  const fd = fs.openSync('/hq/docs/sparse')
  const into = new Uint8Array(6)
  assert.is(fs.readSync(fd, into, 1, 5, 5 * 2 ** 30 - 1), 5)
  assert.equal([...into], [0, 0, 102, 97, 114, 0])
  assert.is(fs.fstatSync(fd).size, 6 * 2 ** 30)
  fs.closeSync(fd)
  assert.throws(() => fs.readFileSync('/hq/docs/sparse'), /too large for one array/)
})

test('a view stays as it was, whatever becomes of the volume', () => {
  const on = filled()
  on.setInfo(PLAN, { info: { attributes: attributeBits(['READONLY']) } })
  const fs = on.fs()
  const fork = on.fork(options)
  good(fork.remove(PLAN, { ignoreReadonly: true }))
  on.setInfo(PLAN, { info: { attributes: 0, lastWrite: 1 } })
  write(on, PLAN, 'changed')
  on.mkdir(at('new'))
  assert.equal([fs.readFileSync(PATH, 'utf8'), fs.readdirSync('/hq/docs').length], ['plan', 3])
  assert.is(fs.statSync(PATH).mode, 0o100_444)
  assert.is(on.fs().readFileSync(PATH, 'utf8'), 'changed')
  assert.is(fork.fs().existsSync(PATH), false)
})

test('bytes and dates that a view hands out are copies', () => {
  const on = filled()
  const fs = on.fs()
  fs.readFileSync(PATH).fill(0)
  fs.readFileSync('/hq/docs/art/large').fill(0)
  fs.statSync(PATH).mtime.setTime(0)
  assert.equal([fs.readFileSync(PATH, 'utf8'), fs.statSync(PATH).mtime.getTime() > 0], ['plan', true])
  assert.is(text(on.contentOf(at('art', 'large'))?.read(0, 2)), 'xx')
})

/** Calls a function that throws, calls back or promises, and gives what went wrong. */
async function attempt(name: string, call: Call, args: readonly unknown[]): Promise<unknown> {
  return await new Promise((resolve) => {
    const settle = (error: unknown): void => resolve(error ?? 'done')
    try {
      const result = name.endsWith('Sync') ? call(...args) : call(...args, settle)
      if (result instanceof Promise) result.then(() => settle(undefined), settle)
      else setTimeout(settle, 20)
    } catch (error) {
      resolve(error)
    }
  })
}

type Call = (...args: readonly unknown[]) => unknown

/** Arguments with which a function of `fs` would write, by its name; all others get a path and a text. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  open: [PATH, 'w'],
  openSync: [PATH, 'r+'],
  readFileSync: [PATH, { flag: 'w+' }],
  readFile: [PATH, { flag: 'a+' }],
  accessSync: [PATH, 2],
  access: [PATH, 6],
  mkdirSync: ['/hq/new', { recursive: true }],
  mkdir: ['/hq/new'],
  mkdtemp: ['/hq/tmp-'],
  mkdtempSync: ['/hq/tmp-'],
  rmSync: ['/hq', { recursive: true, force: true }],
  rm: ['/hq', { recursive: true, force: true }],
  rmdirSync: ['/hq/docs/art', { recursive: true }],
  rename: [PATH, '/hq/docs/other'],
  renameSync: [PATH, '/hq/docs/other'],
  copyFile: [PATH, '/hq/docs/other'],
  copyFileSync: [PATH, '/hq/docs/other'],
  cp: ['/hq/docs/art', '/hq/docs/other', { recursive: true }],
  cpSync: ['/hq/docs/art', '/hq/docs/other', { recursive: true }],
  link: [PATH, '/hq/docs/other'],
  linkSync: [PATH, '/hq/docs/other'],
  symlink: ['/hq/docs/other', '/hq/docs/link'],
  symlinkSync: ['/hq/docs/other', '/hq/docs/link'],
  utimes: [PATH, 1, 1],
  utimesSync: [PATH, 1, 1],
  lutimes: [PATH, 1, 1],
  lutimesSync: [PATH, 1, 1],
  chmodSync: [PATH, 0],
  chownSync: [PATH, 1, 1],
  truncateSync: [PATH, 0],
}

/** Functions that only read, however they are called; those that can be asked to write are not among them. */
const READS = new Set(
  ('close createReadStream exists fdatasync fstat fsync glob lstat openAsBlob opendir read readdir readlink readv ' +
    'realpath stat statfs unwatchFile watch watchFile ' +
    'Dir Dirent FSWatcher FileReadStream ReadStream StatWatcher Stats').split(' '),
)

function functionsOf(fs: object): readonly (readonly [string, Call])[] {
  return Object.entries(fs).filter(([name, value]) =>
    typeof value === 'function' && !READS.has(name.replace(/Sync$/, ''))
  )
}

function codeOf(error: unknown): unknown {
  return error instanceof Error ? Reflect.get(error, 'code') : error
}

test('every function that writes, or can, fails with EROFS and changes neither volume nor view', async () => {
  const on = filled()
  const fork = on.fork(options)
  const before = fingerprint(on)
  const fs = on.fs()
  const calls = [...functionsOf(fs), ...functionsOf(fs.promises)]
  assert.ok(calls.length > 80, `${calls.length} functions`)
  for (const [name, call] of calls) {
    const error = await attempt(name, call, ARGUMENTS[name] ?? [PATH, 'text'])
    assert.is(codeOf(error), 'EROFS', name)
    assert.is(Reflect.get(Object(error), 'errno'), -30, name)
  }
  assert.equal([fingerprint(on), fingerprint(fork)], [before, before])
  assert.equal(fs.readdirSync('/hq/docs'), ['art', 'plan.txt', 'sparse'])
  assert.is(fs.readFileSync(PATH, 'utf8'), 'plan')
})

test('a handle, a stream or a descriptor opened for reading writes nothing either', async () => {
  const on = filled()
  const before = fingerprint(on)
  const fs: ReadOnlyFileSystem = on.fs()
  const opened: unknown = await Reflect.get(fs.promises, 'open')(PATH, 'r')
  if (typeof opened !== 'object' || opened === null) throw new Error('no handle')
  for (
    const [name, args] of [
      ['write', [bytes('x')]],
      ['writeFile', ['x']],
      ['appendFile', ['x']],
      ['truncate', [0]],
      ['chmod', [0]],
      ['chown', [1, 1]],
      ['utimes', [1, 1]],
    ] as const
  ) {
    const method: unknown = Reflect.get(opened, name)
    if (typeof method !== 'function') throw new Error(`no ${name}`)
    const call = (...given: readonly unknown[]): unknown => Reflect.apply(method, opened, given.slice(0, -1))
    assert.is(codeOf(await attempt(name, call, args)), 'EROFS', name)
  }
  assert.throws(() => Reflect.construct(Reflect.get(fs, 'WriteStream'), [PATH]), /EROFS/)
  const stream = fs.createReadStream(PATH, { flags: 'w' })
  const failed = new Promise((resolve) => Reflect.get(stream, 'on').call(stream, 'error', resolve))
  assert.is(codeOf(await failed), 'EROFS')
  assert.is(fingerprint(on), before)
  assert.is(fs.readFileSync(PATH, 'utf8'), 'plan')
})

test('nothing of memfs can be reached through a view', () => {
  const fs = filled().fs()
  for (const name of ['__vol', '_core', 'vol']) assert.is(Reflect.get(fs, name), undefined, name)
  assert.is(Reflect.get(fs.promises, 'fs'), undefined)
})

test.run()
