/** The stage of one scenario: its world, its host, its engine, and what the harness remembers of each client. */

import {
  type AnySession,
  type Arrangement,
  CsclabError,
  type Engine,
  ERROR,
  type Fault,
  FaultPlan,
  type FileOperation,
  FIRST_CLIENT,
  FIRST_USER,
  Host,
  type ItemView,
  NOT_PINNED,
  type OperationResult,
  performOperation,
  type Pins,
  type RunOptions,
  shareOf,
  SYNC_FLAG,
  type SyncCall,
  type TraceEvent,
  type UncPath,
  upcase,
  World,
} from '../../sim/mod.ts'
import { Ledger } from './ledger.ts'
import { TokenWatch } from './token-watch.ts'
import {
  type Again,
  type AllTrees,
  cacheOf,
  type RoundRecord,
  type Trees,
  Unsupported,
  type Witness,
} from '../judge/mod.ts'

/** Who does something, and where. */
export interface Doer {
  /** First part of every address. */
  readonly scope: string
  readonly still: boolean
  /** Default: the first client. */
  readonly client?: string | undefined
  /** Default on a client: the first user; at a server: the administrator, whom no right binds. */
  readonly user?: string | undefined
}

/** Everything one scenario acts on. */
export class Stage implements Witness {
  readonly engine: Engine
  readonly world: World
  readonly host: Host
  readonly rounds: RoundRecord[] = []
  /** What became of everything that was written. */
  readonly tokens: TokenWatch
  /** Files that programs keep open, by the names the scenario gave them. */
  readonly programs: Map<
    string,
    { readonly side: 'server' | 'cache'; readonly handle: number; readonly doer: Doer }
  > = new Map()
  /** Pins of share roots, by folded path; every client starts with them. */
  readonly pins: Map<string, Pins> = new Map()
  readonly #ledgers = new Map<string, Ledger>()
  #first: ReadonlyMap<string, Trees> | undefined

  constructor(engine: Engine, host: Host = new Host(new World()), tokens: TokenWatch = new TokenWatch(host)) {
    this.engine = engine
    this.host = host
    this.world = host.world
    this.tokens = tokens
  }

  /** A second stage that starts as this one is and goes its own way. */
  fork(): Stage {
    const host = this.host.fork()
    const copy = new Stage(this.engine, host, this.tokens.fork(host))
    copy.rounds.push(...this.rounds)
    for (const [name, program] of this.programs) copy.programs.set(name, program)
    for (const [path, pins] of this.pins) copy.pins.set(path, pins)
    for (const [client, ledger] of this.#ledgers) copy.#ledgers.set(client, ledger.fork())
    copy.#first = this.#first
    return copy
  }

  /** What the harness remembers of a client's cache. */
  ledger(client: string = FIRST_CLIENT): Ledger {
    const known = this.#ledgers.get(client)
    if (known !== undefined) return known
    const fresh = new Ledger()
    this.#ledgers.set(client, fresh)
    return fresh
  }

  /** The events of a round, in order. */
  eventsOf({ events: [first, last] }: RoundRecord): readonly TraceEvent[] {
    return this.host.trace.slice(first - 1, last)
  }

  /** The trees as they are: the servers', and a client's cache. */
  trees(client?: string): Trees {
    return { server: this.world.tree('server'), local: this.world.tree('cache', client) }
  }

  /** Everybody's trees as they are. */
  allTrees(): AllTrees {
    const caches = new Map(this.world.clients.map(({ name }) => [name, this.world.tree('cache', name)]))
    return { server: this.world.tree('server'), caches }
  }

  /** The trees before the first edit or sync. */
  first(client: string = FIRST_CLIENT): Trees {
    return this.#first?.get(client) ?? this.trees(client)
  }

  /** Closes the setting-up: every cache is the same as the servers now, and the engines are told so. */
  async begin(): Promise<void> {
    if (this.#first !== undefined) return
    const names = this.world.clients.map(({ name }) => name)
    this.#first = new Map(names.map((name) => [name, this.trees(name)]))
    const shares = this.world.servers.flatMap((server) =>
      [...server.shares.values()].map((share) => `\\\\${server.name}\\${share.name}`)
    )
    for (const client of names) {
      this.ledger(client).takeBaseline(this.trees(client))
      if (shares.length > 0) await this.#takeUp(shares, client)
    }
  }

  async #run<T>(session: AnySession<T>, options: RunOptions): Promise<T | undefined> {
    const result = await this.host.runAny(session, options)
    return result.ended === 'crashed' ? undefined : result.value
  }

  /** Lets an application do something on a client, or a person at the server; 995 when a fault drops the engine under it. */
  async perform(side: 'server' | 'cache', operation: FileOperation, doer: Doer): Promise<OperationResult> {
    const { session, options } = this.act(side, operation, doer)
    this.tokens.beforeAct()
    const result = await this.#run(session(), options) ?? { code: ERROR.OPERATION_ABORTED }
    this.noteAct(side, operation, { id: doer.scope, doer, code: result.code })
    return result
  }

  /** Tells the tokens what somebody did since `tokens.beforeAct`. */
  noteAct(
    side: 'server' | 'cache',
    operation: FileOperation,
    { id, doer, code }: { readonly id: string; readonly doer: Doer; readonly code: number },
  ): void {
    const { client = FIRST_CLIENT, user } = doer
    const names = side === 'server' ? ['server', user] : [client, user ?? FIRST_USER]
    this.tokens.afterAct({
      id,
      writer: names.filter((name) => name !== undefined).join(' · '),
      keeper: side === 'server' ? 'server' : cacheOf(client),
      operation,
      code,
    })
  }

  /** What an application or a person does, ready to be run. */
  act(side: 'server' | 'cache', operation: FileOperation, doer: Doer): {
    readonly session: () => AnySession<OperationResult>
    readonly options: RunOptions
  } {
    const { scope, still, client = FIRST_CLIENT } = doer
    const { application } = this.engine
    if (side === 'server') {
      const user = doer.user === undefined ? {} : { user: doer.user }
      return {
        session: () => performOperation(side, operation),
        options: { actor: 'server', scope, still, ...user },
      }
    }
    const user = doer.user ?? FIRST_USER
    const options: RunOptions = { actor: 'application', scope, still, client, user }
    if (application === undefined) return { session: () => performOperation(side, operation), options }
    const path: UncPath = 'path' in operation ? operation.path : ''
    return {
      session: () =>
        application({
          user,
          operation,
          connection: this.world.connection(shareOf(path), client),
          now: this.now(client),
        }),
      options,
    }
  }

  /**
   * Brings the cache of a client into a state.
   *
   * @throws {Unsupported} If the engine cannot be asked to.
   */
  async arrange(arrangement: Arrangement, doer: Doer): Promise<number> {
    const { arrange, name } = this.engine
    if (arrange === undefined) {
      throw new Unsupported(`The engine "${name}" cannot be told to ${arrangement.do} an item`)
    }
    const { scope, still, client = FIRST_CLIENT, user = FIRST_USER } = doer
    const options: RunOptions = { actor: 'engine', scope, still, client, user }
    const code = await this.#run(arrange({ user, arrangement, now: this.now(client) }), options)
    return code ?? ERROR.OPERATION_ABORTED
  }

  /** The present by a client's clock. */
  now(client?: string): number {
    return this.world.now + this.world.client(client).clockAhead
  }

  /**
   * What the engine says of the items of a client, by folded path.
   *
   * @throws {Unsupported} If the engine shows none.
   */
  async views(client: string = FIRST_CLIENT): Promise<ReadonlyMap<string, ItemView>> {
    const { inspect } = this.engine
    if (inspect === undefined) {
      throw new Unsupported(`The engine "${this.engine.name}" does not show its items`)
    }
    const fork = new Host(this.world.fork())
    const result = await fork.runAny(inspect(), { actor: 'engine', scope: 'inspect', client })
    const views = result.ended === 'returned' ? result.value : []
    return new Map(views.map((view) => [upcase(view.path), view]))
  }

  /** What a program gets that reads a file now; the world forgets that it did. */
  async read(
    side: 'server' | 'cache',
    path: UncPath,
    doer: Omit<Doer, 'scope' | 'still'>,
  ): Promise<OperationResult> {
    const { session, options } = this.act(side, { do: 'read', path }, { ...doer, scope: 'read', still: true })
    const result = await new Host(this.world.fork()).runAny(session(), options)
    return result.ended === 'crashed' ? { code: ERROR.OPERATION_ABORTED } : result.value
  }

  /** Makes a call once more on a copy of the world, which is then forgotten. */
  async again(call: SyncCall, client: string = FIRST_CLIENT): Promise<Again> {
    const host = this.host.fork()
    const first = host.trace.length
    const { user } = call
    const result = await host.runAny(this.engine.synchronize(call), {
      actor: 'engine',
      scope: 'again',
      client,
      user,
    })
    return {
      returned: result.ended === 'returned' ? result.value : undefined,
      trace: host.trace.slice(first),
    }
  }

  /** Adds a fault to those that have still to strike. */
  addFault(fault: Fault): void {
    this.host.faults = this.host.faults?.with([fault]) ?? new FaultPlan([fault])
  }

  async #takeUp(shares: readonly UncPath[], client: string): Promise<void> {
    const options: RunOptions = { actor: 'engine', scope: 'baseline', client }
    const code = await this.#run(this.#baseline(shares), options) ?? ERROR.OPERATION_ABORTED
    if (code === 0) return
    throw new CsclabError('protocol', `The engine could not take up the first trees: code ${code}`)
  }

  #baseline(shares: readonly UncPath[]): AnySession<number> {
    const { baseline, synchronize } = this.engine
    if (baseline === undefined) {
      const flags = SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT
      return synchronize({ paths: shares, flags, user: FIRST_USER, conflictHandler: false })
    }
    const pinned = shares.map((path) => ({ path, pins: this.pins.get(upcase(path)) ?? NOT_PINNED }))
    return baseline({ shares: pinned, user: FIRST_USER })
  }
}
