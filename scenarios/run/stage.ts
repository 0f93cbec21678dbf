/** The stage of one scenario: its world, its host, its engine, and what the harness remembers. */

import {
  type AnySession,
  CsclabError,
  type Engine,
  type FileOperation,
  Host,
  type ItemView,
  type OperationResult,
  performOperation,
  type Pins,
  type RunOptions,
  shareOf,
  SYNC_FLAG,
  type SyncCall,
  type UncPath,
  upcase,
  World,
} from '../../sim/mod.ts'
import { Ledger } from './ledger.ts'
import { type Again, type RoundRecord, type Trees, Unsupported, type Witness } from '../judge/mod.ts'

/** The user at the client, unless a step names another. */
export const FIRST_USER = 'alice'

/** Everything one scenario acts on. */
export class Stage implements Witness {
  readonly engine: Engine
  readonly world: World = new World()
  readonly host: Host
  readonly ledger: Ledger = new Ledger()
  readonly rounds: RoundRecord[] = []
  #first: Trees | undefined

  constructor(engine: Engine) {
    this.engine = engine
    this.host = new Host(this.world)
  }

  /** The trees as they are. */
  trees(): Trees {
    return { server: this.world.tree('server'), local: this.world.tree('cache') }
  }

  /** The trees before the first edit or sync. */
  get first(): Trees {
    return this.#first ?? this.trees()
  }

  /** Closes the setting-up: both trees are the same now, and the engine is told so. */
  async begin(): Promise<void> {
    if (this.#first !== undefined) return
    const trees = this.trees()
    this.#first = trees
    this.ledger.takeBaseline(trees)
    const shares = this.world.servers.flatMap((server) =>
      [...server.shares.values()].map((share) => `\\\\${server.name}\\${share.name}`)
    )
    if (shares.length === 0) return
    const code = await this.runEngine(this.#baseline(shares), { actor: 'engine', scope: 'baseline' })
    if (code !== 0) {
      throw new CsclabError('protocol', `The engine could not take up the first trees: code ${code}`)
    }
  }

  /** Runs a session of the engine; a crash is the caller's business. */
  async runEngine<T>(session: AnySession<T>, options: RunOptions): Promise<T> {
    const result = await this.host.runAny(session, options)
    if (result.ended === 'crashed') throw new CsclabError('protocol', `Unasked crash at ${result.at}`)
    return result.value
  }

  /** Lets an application do something on the client, or a person at the server. */
  async perform(
    side: 'server' | 'cache',
    operation: FileOperation,
    how: { readonly scope: string; readonly still: boolean },
  ): Promise<OperationResult> {
    const options: RunOptions = { actor: side === 'server' ? 'server' : 'application', ...how }
    const { application } = this.engine
    if (side === 'server' || application === undefined) {
      return await this.runEngine(performOperation(side, operation), options)
    }
    const path: UncPath = 'path' in operation ? operation.path : ''
    const connection = this.world.connection(shareOf(path))
    const call = { user: FIRST_USER, operation, connection, now: this.world.now }
    return await this.runEngine(application(call), options)
  }

  /**
   * What the engine says of its items, by folded path.
   *
   * @throws {Unsupported} If the engine shows none.
   */
  async views(): Promise<ReadonlyMap<string, ItemView>> {
    const { inspect } = this.engine
    if (inspect === undefined) {
      throw new Unsupported(`The engine "${this.engine.name}" does not show its items`)
    }
    const fork = new Host(this.world.fork())
    const result = await fork.runAny(inspect(), { actor: 'engine', scope: 'inspect' })
    const views = result.ended === 'returned' ? result.value : []
    return new Map(views.map((view) => [upcase(view.path), view]))
  }

  /** Makes a call once more on a copy of the world, which is then forgotten. */
  async again(call: SyncCall): Promise<Again> {
    const host = new Host(this.world.fork())
    const result = await host.runAny(this.engine.synchronize(call), { actor: 'engine', scope: 'again' })
    return { returned: result.ended === 'returned' ? result.value : undefined, trace: host.trace }
  }

  #baseline(shares: readonly UncPath[]): AnySession<number> {
    const { baseline, synchronize } = this.engine
    if (baseline === undefined) {
      const flags = SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT
      return synchronize({ paths: shares, flags, user: FIRST_USER, conflictHandler: false })
    }
    const none: Pins = { user: 0, userPolicy: 0, computer: 0, redirection: 0 }
    const pinned = shares.map((path) => ({ path, pins: this.ledger.pins.get(upcase(path)) ?? none }))
    return baseline({ shares: pinned, user: FIRST_USER })
  }
}
