/** A world and an engine played by hand, for tests of the oracle: edits on both sides, then a round done as a test says. */

import {
  type FileOperation,
  foldPath,
  fromSlashes,
  Host,
  nameOf,
  parseFlags,
  performOperation,
  type Pins,
  SECOND,
  type Side,
  type Ticks,
  type UncPath,
  World,
  writeShellLink,
} from '../../../../sim/mod.ts'
import type { ConflictRecord, Trees } from '../../result.ts'
import {
  type Disturbance,
  type EntryMarks,
  judgeRound,
  nextMarks,
  nextOriginals,
  type Opinion,
  type Original,
  originalsOf,
  type RoundFacts,
} from '../mod.ts'

/** The share of every world here. */
export const DOCS = '\\\\hq\\docs'

/** A tree in sync: slash-separated paths below the share; `null` is a directory. */
export type Laid = Readonly<Record<string, string | null>>

/** Everything a test may say of a round besides its flags. */
export interface Said {
  readonly paths?: readonly (string | null)[] | null
  readonly results?: Readonly<Record<string, number>>
  readonly conflictsBefore?: readonly string[]
  readonly unreachable?: readonly string[]
  readonly pinned?: 0 | 1 | 2
  readonly interrupted?: boolean
  readonly returned?: number
  /** What others do right after the round has done its work. */
  readonly meanwhile?: (lab: Lab) => void
  /** Facts that trees do not show; paths of maps are as in trees. */
  readonly more?: Partial<RoundFacts>
}

/** A world with one share, edits, and rounds. */
export class Lab {
  readonly #host: Host
  readonly #world = new World()
  readonly #conflicts: ConflictRecord[] = []
  readonly #deletedAt = new Map<string, Ticks>()
  #originals: Map<string, Original>
  #marks: ReadonlyMap<string, EntryMarks> = new Map()
  #steps = 0
  #facts: RoundFacts | undefined

  constructor(laid: Laid) {
    this.#world.addShare(DOCS)
    for (const [path, text] of Object.entries(laid)) {
      const item = text === null ? {} : { content: bytesOf(text) }
      for (const side of ['server', 'cache'] as const) this.#world.lay(side, at(path), item)
    }
    this.#host = new Host(this.#world)
    this.#originals = originalsOf(this.trees())
  }

  /** The originals as they are now. */
  get originals(): ReadonlyMap<string, Original> {
    return this.#originals
  }

  /** The facts of the last round. */
  get facts(): RoundFacts {
    if (this.#facts === undefined) throw new Error('no round yet')
    return this.#facts
  }

  /** Both sides as they are now. */
  trees(): Trees {
    return { server: this.#world.tree('server'), local: this.#world.tree('cache') }
  }

  /** True when a side has the item. */
  has(side: 'server' | 'local', path: string): boolean {
    return this.trees()[side].has(foldPath(at(path)))
  }

  /** Edits on the server, told as `write plan.txt text`; see {@linkcode Lab.edit}. */
  server(...edits: readonly string[]): this {
    for (const words of edits) this.edit('server', words)
    return this
  }

  /** Edits on the client. */
  local(...edits: readonly string[]): this {
    for (const words of edits) this.edit('cache', words)
    return this
  }

  /** Does `write P text`, `link P target`, `mkdir P`, `remove P`, `rename P to`, `attributes P bits` or `last-write P ticks`. */
  edit(side: Side, words: string): this {
    const [verb = '', path = '', ...rest] = words.split(' ')
    if (side === 'cache' && verb === 'remove') this.#noteDeletion(at(path))
    this.#perform(side, operationOf(verb, at(path), rest.join(' ')))
    this.#world.advance(SECOND)
    return this
  }

  /** Lets the clock stand still between two edits: undoes the second that passed and the requests of the last one. */
  sameTick(edits: readonly (readonly [Side, string])[]): this {
    const then = this.#world.now
    for (const [side, words] of edits) {
      this.edit(side, words)
      this.#world.advance(then - this.#world.now)
    }
    this.#world.advance(SECOND)
    return this
  }

  /** Records a conflict in this round, as an engine does. */
  record(path: string, change: ConflictRecord['change'] = 'added'): this {
    this.#conflicts.push({ path: at(path), state: 0, change })
    return this
  }

  /** Brings the server's copy of an item, and nothing below it, into the cache: kind, bytes, attributes, time, name. */
  download(...paths: readonly string[]): this {
    for (const path of paths) this.#copy('server', 'cache', at(path))
    return this
  }

  /** The opposite. */
  upload(...paths: readonly string[]): this {
    for (const path of paths) this.#copy('cache', 'server', at(path))
    return this
  }

  /** Plays a round: `act` does what the engine does. */
  round(flags: string | number, act: (lab: this) => void, said: Said = {}): readonly Opinion[] {
    const before = this.trees()
    this.#conflicts.length = 0
    act(this)
    const disturbed = this.#disturbed(said.meanwhile)
    const value = said.pinned ?? 0
    const pins: Pins = { user: value, userPolicy: 0, computer: 0, redirection: 0 }
    this.#facts = {
      flags: typeof flags === 'number' ? flags : parseFlags(flags),
      paths: said.paths === undefined ? [DOCS] : said.paths,
      originals: this.#originals,
      before,
      after: this.trees(),
      results: new Map(Object.entries(said.results ?? {}).map(([path, code]) => [foldPath(at(path)), code])),
      conflictsBefore: new Set((said.conflictsBefore ?? []).map((path) => foldPath(at(path)))),
      conflicts: [...this.#conflicts],
      pins: new Map([[foldPath(DOCS), pins]]),
      unreachable: new Set((said.unreachable ?? []).map(foldPath)),
      interrupted: said.interrupted ?? false,
      returned: said.returned ?? 0,
      deletedAt: new Map(this.#deletedAt),
      marks: this.#marks,
      disturbed,
      ...said.more,
    }
    return judgeRound(this.#facts)
  }

  /** Plays a round and takes over its originals. */
  next(flags: string | number, act: (lab: this) => void, said: Said = {}): readonly Opinion[] {
    const opinions = this.round(flags, act, said)
    this.#originals = nextOriginals(this.facts, opinions)
    this.#marks = nextMarks(this.facts, opinions)
    return opinions
  }

  /** What the harness knows of entries, by path below the share. */
  mark(path: string, marks: EntryMarks): this {
    this.#marks = new Map([...this.#marks, [foldPath(at(path)), marks]])
    return this
  }

  /** Marks of an entry as they are now. */
  marksOf(path: string): EntryMarks | undefined {
    return this.#marks.get(foldPath(at(path)))
  }

  /** Forgets what an item was at its last good sync. */
  forget(path: string): this {
    this.#originals.delete(foldPath(at(path)))
    return this
  }

  #disturbed(meanwhile: Said['meanwhile']): ReadonlyMap<string, readonly Disturbance[]> {
    const found = new Map<string, Disturbance[]>()
    if (meanwhile === undefined) return found
    const previous = this.trees()
    meanwhile(this)
    const next = this.trees()
    for (const side of ['server', 'local'] as const) {
      for (const key of new Set([...previous[side].keys(), ...next[side].keys()])) {
        const [was, is] = [previous[side].get(key), next[side].get(key)]
        if (was?.info === is?.info || is?.info.type === 'directory') continue
        found.set(key, [...found.get(key) ?? [], { side, previous: was, next: is }])
      }
    }
    return found
  }

  #noteDeletion(path: UncPath): void {
    for (const key of this.trees().local.keys()) {
      if (key === foldPath(path) || key.startsWith(`${foldPath(path)}\\`)) {
        this.#deletedAt.set(key, this.#world.now)
      }
    }
  }

  #copy(from: Side, to: Side, path: UncPath): void {
    const key = foldPath(path)
    const source = this.#world.tree(from).get(key)
    const target = this.#world.tree(to).get(key)
    if (target !== undefined && target.info.type !== source?.info.type) {
      this.#perform(to, { do: 'remove', path: target.path })
    }
    if (source === undefined) return
    const { type, attributes, times } = source.info
    if (type === 'directory' && target?.info.type !== 'directory') {
      this.#perform(to, { do: 'mkdir', path: source.path })
    }
    if (type === 'file') {
      this.#perform(to, { do: 'write', path, bytes: source.content?.bytes() ?? new Uint8Array() })
    }
    if (target !== undefined && nameOf(target.path) !== nameOf(source.path)) {
      this.#perform(to, { do: 'rename', path, to: source.path, replace: false })
    }
    this.#perform(to, { do: 'set-info', path, info: { attributes, lastWrite: times.lastWrite } })
  }

  #perform(side: Side, operation: FileOperation): void {
    const actor = side === 'server' ? 'server' : 'application'
    const scope = `step ${++this.#steps}`
    const run = this.#host.run(performOperation(side, operation), { actor, scope })
    if (run.ended === 'returned' && run.value.code === 0) return
    throw new Error(`${operation.do} on the ${side} failed: ${JSON.stringify(run)}`)
  }
}

function operationOf(verb: string, path: UncPath, rest: string): FileOperation {
  switch (verb) {
    case 'write':
      return { do: 'write', path, bytes: bytesOf(rest) }
    case 'link':
      return {
        do: 'write',
        path,
        bytes: writeShellLink({ target: rest.startsWith('\\\\') ? rest : at(rest) }),
      }
    case 'mkdir':
      return { do: 'mkdir', path }
    case 'remove':
      return { do: 'remove', path }
    case 'rename':
      return { do: 'rename', path, to: at(rest), replace: false }
    case 'attributes':
      return { do: 'set-info', path, info: { attributes: Number(rest) } }
    case 'last-write':
      return { do: 'set-info', path, info: { lastWrite: Number(rest) } }
    default:
      throw new Error(`unknown edit "${verb}"`)
  }
}

/** The opinion on one item. */
export function on(opinions: readonly Opinion[], path: string): Opinion {
  const found = opinions.find((opinion) => foldPath(opinion.path) === foldPath(at(path)))
  if (found === undefined) throw new Error(`no opinion on "${path}"`)
  return found
}

/** All problems, each with its item's path below the share. */
export function problems(opinions: readonly Opinion[]): readonly string[] {
  return opinions.filter(({ problem }) => problem !== undefined)
    .map(({ path, problem }) => `${path.slice(DOCS.length + 1).replaceAll('\\', '/')}: ${problem}`)
}

function at(path: string): UncPath {
  return path === '' ? DOCS : `${DOCS}\\${fromSlashes(path)}`
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
