/** Lets memfs answer as Node does where it does not by itself: the blocks of a file, and the listing of a whole tree. */

import './memfs-process.ts'
import { Buffer } from 'node:buffer'
import { CsclabError } from '../errors.ts'

/** Bytes of a block, as `stat` counts them. */
const BLOCK = 512

type Call = (...args: readonly unknown[]) => unknown

/** What a listing tells of one item. */
interface Line {
  name: unknown
  isDirectory(): boolean
}

/**
 * Mends a volume of memfs, for all its functions and handles.
 *
 * @param allocated Bytes allocated to files, by their ids.
 */
export function answerAsNode(volume: object, allocated: ReadonlyMap<number, number>): void {
  const counted = (stats: unknown): unknown => {
    if (typeof stats !== 'object' || stats === null) return stats
    const blocks = Math.ceil((allocated.get(Number(Reflect.get(stats, 'ino'))) ?? 0) / BLOCK)
    Reflect.set(stats, 'blocks', typeof Reflect.get(stats, 'blocks') === 'bigint' ? BigInt(blocks) : blocks)
    return stats
  }
  mend(volume, '_lstat', (lstat) => (...args) => counted(lstat(...args)))
  mend(volume, 'fstatBase', (fstat) => (...args) => counted(fstat(...args)))
  mend(volume, '_stat', (stat) => (...args) => {
    const result = stat(...args)
    counted(Reflect.get(Object(result), 'value'))
    return result
  })
  mend(volume, '_readdir', (readdir) => (path, options) => {
    const { recursive, ...flat } = listing(options)
    return recursive ? listTree(readdir, path, flat) : readdir(path, options)
  })
}

/** Puts a function that asks memfs's own in its place. */
function mend(volume: object, name: string, make: (own: Call) => Call): void {
  const own: unknown = Reflect.get(volume, name)
  if (typeof own !== 'function') {
    throw new CsclabError('file', `This version of memfs has no "${name}", which csclab knows`, {
      hint: 'Install the versions that package.json names',
    })
  }
  const call = make((...args) => Reflect.apply(own, volume, args))
  Object.defineProperty(volume, name, { value: call })
}

interface Listing {
  readonly recursive: boolean
  readonly withFileTypes: boolean
  readonly encoding: unknown
}

function listing(options: unknown): Listing {
  const given = Object(options)
  return {
    recursive: Reflect.get(given, 'recursive') === true,
    withFileTypes: Reflect.get(given, 'withFileTypes') === true,
    encoding: Reflect.get(given, 'encoding'),
  }
}

/** All that is below a directory, level by level, each by its path from there. */
function listTree(readdir: Call, start: unknown, options: Omit<Listing, 'recursive'>): readonly unknown[] {
  const { withFileTypes, encoding } = options
  const found: unknown[] = []
  const directories = ['']
  for (const directory of directories) {
    for (const line of linesOf(readdir(`${String(start)}/${directory}`, { withFileTypes: true }))) {
      const path = `${directory}${String(line.name)}`
      if (line.isDirectory()) directories.push(`${path}/`)
      if (withFileTypes) line.name = encoded(String(line.name), encoding)
      found.push(withFileTypes ? line : encoded(path, encoding))
    }
  }
  return found
}

function linesOf(entries: unknown): readonly Line[] {
  return Array.isArray(entries) ? entries.filter(isLine) : []
}

function isLine(entry: unknown): entry is Line {
  return typeof Reflect.get(Object(entry), 'isDirectory') === 'function'
}

/** A name in the encoding that was asked for. */
function encoded(name: string, encoding: unknown): unknown {
  if (encoding === 'buffer') return Buffer.from(name)
  return typeof encoding === 'string' && Buffer.isEncoding(encoding)
    ? Buffer.from(name).toString(encoding)
    : name
}
