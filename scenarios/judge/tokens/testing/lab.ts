/** A world, people and an engine played by hand, for tests of tokens: what is written, what a sync does, what is told then. */

import {
  type FileOperation,
  FIRST_CLIENT,
  fromSlashes,
  Host,
  parseFlags,
  performOperation,
  type Side,
  type UncPath,
  upcase,
  World,
} from '../../../../sim/mod.ts'
import type { Trees } from '../../result.ts'
import { type Original, originalsOf } from '../../oracle/mod.ts'
import {
  cacheOf,
  type Choice,
  followEvents,
  type Keeper,
  settleFates,
  takeAct,
  type TokenRound,
  type Tracked,
} from '../mod.ts'

/** The share of every world here. */
export const DOCS = '\\\\hq\\docs'

/** Someone who does something: the server's administrator, or the user of a client. */
export type Who = 'server' | 'laptop' | 'tablet'

/** What a test may say of a round besides its flags. */
export interface Said {
  readonly client?: string
  readonly choices?: readonly Choice[]
  readonly paths?: readonly string[]
  /** Codes of items by their paths below the share. */
  readonly results?: Readonly<Record<string, number>>
  /** Paths below the share whose conflicts are recorded in the round. */
  readonly recorded?: readonly string[]
  readonly interrupted?: boolean
  readonly returned?: number
}

/** A world with one share and two clients. */
export class TokenLab {
  readonly #world = new World()
  readonly #host = new Host(this.#world)
  #originals: ReadonlyMap<string, Original> = new Map()
  #before: Trees = { server: new Map(), local: new Map() }
  #seen = 0
  #steps = 0
  #rounds = 0
  tracked: readonly Tracked[] = []

  /** `laid`: files by their paths below the share, the same on all sides. */
  constructor(laid: Readonly<Record<string, string>> = {}) {
    this.#world.addShare(DOCS)
    this.#world.addClient('tablet')
    for (const [path, text] of Object.entries(laid)) {
      const folders = path.split('/').slice(0, -1).map((_, i, names) => names.slice(0, i + 1).join('/'))
      for (const side of ['server', 'cache'] as const) {
        for (const folder of folders) this.#world.lay(side, at(folder), {})
        this.#world.lay(side, at(path), { content: bytesOf(text) })
      }
    }
    this.startRound()
    this.#originals = originalsOf(this.#before)
  }

  /** Somebody does something on purpose; the number of the step is counted on. */
  act(who: Who, operation: FileOperation): number {
    this.#follow()
    const id = `step ${++this.#steps}`
    const side = who === 'server' ? 'server' : 'cache'
    const client = who === 'server' ? {} : { client: who, user: 'alice' }
    const actor = who === 'server' ? 'server' : 'application'
    const { code } = this.#host.act(side, operation, { actor, scope: id, ...client })
    const keeper: Keeper = who === 'server' ? 'server' : cacheOf(who)
    const writer = who === 'server' ? 'server' : `${who} · alice`
    const events = this.#host.trace.slice(this.#seen)
    this.#seen = this.#host.trace.length
    this.tracked = takeAct(this.tracked, { id, writer, keeper, operation, code, events })
    return code
  }

  /** Somebody writes a text. */
  write(who: Who, path: string, text: string): void {
    this.act(who, { do: 'write', path: at(path), bytes: bytesOf(text) })
  }

  /** The laptop's disk holds no more than it does, but for so many bytes. */
  fillDisk(left: number): void {
    const { used } = this.#world.client().volume.usage()
    const machine = { client: FIRST_CLIENT }
    this.#host.change({ kind: 'set-capacity', machine, bytes: used + left }, 'step')
  }

  /** From now on everything is a part of the next round. */
  startRound(client: string = FIRST_CLIENT): void {
    this.#before = this.#trees(client)
    this.#rounds++
  }

  /** The engine does something. */
  engine(side: Side, operation: FileOperation, client: string = FIRST_CLIENT): void {
    const session = performOperation(side, operation)
    this.#host.run(session, { actor: 'engine', scope: `round ${this.#rounds}`, client })
  }

  /** The engine puts a text somewhere. */
  put(side: Side, path: string, text: string, client: string = FIRST_CLIENT): void {
    this.engine(side, { do: 'write', path: at(path), bytes: bytesOf(text) }, client)
  }

  /** Ends the round: tokens are settled. The fate of the token of each step, in a line. */
  settle(flags: string, said: Said = {}): readonly string[] {
    this.#follow()
    const { client = FIRST_CLIENT } = said
    const round = this.#round(flags, said)
    const caches = new Map(['laptop', 'tablet'].map((name) => [name, this.#world.tree('cache', name)]))
    const trees = { server: this.#world.tree('server'), caches }
    this.tracked = settleFates(this.tracked, { trees, round })
    this.#originals = round.originals
    this.startRound(client)
    return this.told()
  }

  /** The fate of the token of each step, in a line. */
  told(): readonly string[] {
    return this.tracked.map(({ token, fate }) => {
      const words = fate === undefined || fate.words === '' ? '' : `: ${fate.words}`
      return `${token.id} ${fate?.kind ?? 'open'}${words}`
    })
  }

  #round(flags: string, said: Said): TokenRound {
    const { client = FIRST_CLIENT, choices = [], paths = [DOCS], recorded = [], results = {} } = said
    const after = this.#trees(client)
    const equal = [...originalsOf(after)].filter(([key]) => {
      const [server, local] = [after.server.get(key), after.local.get(key)]
      return server?.content?.digest() === local?.content?.digest()
    })
    return {
      client,
      choices,
      originals: new Map([...this.#originals, ...equal]),
      facts: {
        flags: parseFlags(flags),
        paths,
        originals: this.#originals,
        before: this.#before,
        after,
        results: new Map(Object.entries(results).map(([path, code]) => [upcase(at(path)), code])),
        conflictsBefore: new Set(),
        conflicts: recorded.map((path) => ({ path: at(path), state: 12, change: 'added' })),
        pins: new Map(),
        unreachable: new Set(),
        interrupted: said.interrupted ?? false,
        returned: said.returned ?? 0,
      },
    }
  }

  #trees(client: string): Trees {
    return { server: this.#world.tree('server'), local: this.#world.tree('cache', client) }
  }

  #follow(): void {
    this.tracked = followEvents(this.tracked, this.#host.trace.slice(this.#seen))
    this.#seen = this.#host.trace.length
  }
}

/** A path below the share, with slashes, as a UNC path. */
export function at(path: string): UncPath {
  return fromSlashes(`//hq/docs/${path}`)
}

/** A text as bytes. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
