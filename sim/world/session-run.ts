/** One session being run: its addresses, its handles, and what comes between it and the world. */

import { checkFields, type Checks, COUNT, FAILURE, optional } from '../check-fields.ts'
import { CsclabError } from '../errors.ts'
import type { Reply, Request, Side } from '../port/mod.ts'
import { serverOf } from '../windows/mod.ts'
import { failed } from '../volume/mod.ts'
import { Addresses } from './addresses.ts'
import { SILENT_CALLER } from './caller.ts'
import { checkRequest } from './check-request.ts'
import { FIRST_CLIENT } from './client.ts'
import type { Interruption, Pending } from './interruption.ts'
import { joined } from './join-interruptions.ts'
import { type Asker, perform } from './perform.ts'
import type { RunOptions } from './run-options.ts'
import type { RequestEvent, TraceEvent } from './trace.ts'
import type { Effect } from './effect.ts'
import type { World } from './world.ts'

/** Requests one session may make before the host takes it for one that never ends. */
const REQUEST_LIMIT = 1_000_000

const NOTHING: Interruption = {}

const NO_EFFECTS: readonly Effect[] = Object.freeze([])

/** What of an interruption is a number. */
const AROUND: Checks = { delay: optional(COUNT), refuse: optional(FAILURE) }

interface KnownHandle {
  readonly path: string
  readonly on: Side
}

/** The host as a run sees it. */
export interface Stand {
  readonly world: World
  /** Number of the event to come. */
  readonly next: () => number
  readonly record: (event: TraceEvent) => void
  /** What standing faults do to a request. */
  readonly strike: (pending: Pending) => Interruption | undefined
}

/** The state of one session's run. */
export class SessionRun {
  readonly #stand: Stand
  readonly #options: RunOptions
  readonly #addresses: Addresses
  readonly #asker: Asker
  readonly #who: Pick<RequestEvent, 'client' | 'user'>
  readonly #handles = new Map<number, KnownHandle>()
  #last = ''
  #requests = 0

  constructor(stand: Stand, options: RunOptions) {
    this.#stand = stand
    this.#options = options
    this.#addresses = new Addresses(options.scope)
    const { actor, client = FIRST_CLIENT, caller = SILENT_CALLER, user } = options
    this.#who = { ...(actor === 'server' ? {} : { client }), ...(user === undefined ? {} : { user }) }
    this.#asker = { actor, caller, ...this.#who }
    for (const { request, reply } of options.resumeFrom ?? []) {
      this.#addressOf(request, this.#pathOf(request))
      this.#follow(request, reply)
    }
  }

  /** What comes around a request that the session is about to make. */
  meet(request: Request): { readonly pending: Pending; readonly around: Interruption } {
    const number = this.#stand.next()
    checkRequest(request, number)
    const path = this.#pathOf(request)
    const address = this.#addressOf(request, path)
    this.#last = address
    if (++this.#requests > REQUEST_LIMIT) {
      throw new CsclabError(
        'protocol',
        `The session does not come to an end: request ${REQUEST_LIMIT} was ${address}`,
        { hint: 'Look for a loop that does not end in the engine' },
      )
    }
    const pending = { number, address, path, on: this.#sideOf(request), request }
    const struck = this.#stand.strike(pending)
    const own = this.#options.interrupt?.(pending)
    if (own !== undefined) {
      checkFields(own, AROUND, { code: 'scenario', what: `What comes around ${address}` })
    }
    return { pending, around: struck === undefined ? own ?? NOTHING : joined(struck, own) }
  }

  /** Performs a request; `undefined` means the session is to be dropped. */
  serve({ address, request }: Pending, around: Interruption): Reply | undefined {
    if (around.crash === 'before') return undefined
    const { world } = this.#stand
    const still = this.#options.still === true
    if (around.delay !== undefined && !still) world.advance(around.delay)
    const at = world.now
    const { value: reply, effects } = this.#hear(() => {
      if (around.disconnect === true) this.#disconnect(request)
      return around.refuse === undefined ? perform(world, request, this.#asker) : failed(around.refuse)
    })
    if (!still) world.advance(1 + this.#latencyOf(request))
    this.#follow(request, reply)
    this.#record({ at, address, request: kept(request), reply, effects })
    return around.crash === 'after' ? undefined : reply
  }

  /** Where the session was when it was dropped. */
  get last(): string {
    return this.#last
  }

  /** Closes what the session left open, except an application's handles, which it may use in a later call. */
  finish(): void {
    if (this.#options.actor === 'engine') this.drop()
  }

  /** Closes all that the session has open; what it staged is gone. A close that changes a tree stands in the trace. */
  drop(): void {
    const { world } = this.#stand
    for (const [handle, { path }] of this.#handles) {
      const place = world.handlePlace(handle)
      const { effects } = this.#hear(() => place?.volume.close(place.number))
      world.handles.remove(handle)
      if (effects.length === 0) continue
      const request = { kind: 'close', handle } as const
      this.#record({
        at: world.now,
        address: this.#addressOf(request, path),
        request,
        reply: { kind: 'close' },
        effects,
      })
    }
  }

  #record(event: Pick<RequestEvent, 'at' | 'address' | 'request' | 'reply' | 'effects'>): void {
    const { actor } = this.#options
    const number = this.#stand.next()
    const { client, user } = this.#who
    const { at, address, request, reply, effects } = event
    // Nearly all events are these, and a session may have millions: spreading would cost more than all the rest.
    if (client !== undefined && user !== undefined) {
      this.#stand.record({ number, actor, client, user, at, address, request, reply, effects })
    } else this.#stand.record({ number, actor, ...this.#who, at, address, request, reply, effects })
  }

  /** Does something, and tells what it did to the world. */
  #hear<T>(action: () => T): { readonly value: T; readonly effects: readonly Effect[] } {
    let effects: Effect[] | undefined
    const value = this.#stand.world.hear((effect) => {
      if (effects === undefined) effects = [effect]
      else effects.push(effect)
    }, action)
    return { value, effects: effects ?? NO_EFFECTS }
  }

  /** The server a request goes to, across the network. */
  #serverOf(request: Request): World['servers'][number] | undefined {
    if (this.#options.actor === 'server' || this.#sideOf(request) !== 'server') return undefined
    const path = this.#handleOf(request)?.path ?? pathIn(request)
    return path === undefined ? undefined : this.#stand.world.server(serverOf(path))
  }

  #latencyOf(request: Request): number {
    const server = this.#serverOf(request)
    return server === undefined ? 0 : this.#stand.world.link(server, this.#options.client).latency
  }

  #disconnect(request: Request): void {
    const server = this.#serverOf(request)
    if (server !== undefined) this.#stand.world.cut(server, this.#options.client ?? FIRST_CLIENT)
  }

  #follow(request: Request, reply: Reply): void {
    if ((reply.kind === 'open' || reply.kind === 'stage') && 'path' in request && 'on' in request) {
      this.#handles.set(reply.handle, { path: request.path, on: request.on })
    } else if ((reply.kind === 'close' || reply.kind === 'commit') && 'handle' in request) {
      this.#handles.delete(request.handle)
    }
  }

  #addressOf(request: Request, path: string | undefined): string {
    return this.#addresses.next(request.kind, { path, operation: request.operation?.name })
  }

  #pathOf(request: Request): string | undefined {
    return request.operation?.path ?? this.#handleOf(request)?.path ?? pathIn(request)
  }

  #sideOf(request: Request): Side | undefined {
    if ('on' in request) return request.on
    return request.kind === 'connect' ? 'server' : this.#handleOf(request)?.on
  }

  #handleOf(request: Request): KnownHandle | undefined {
    return 'handle' in request ? this.#handles.get(request.handle) : undefined
  }
}

function pathIn(request: Request): string | undefined {
  if ('path' in request) return request.path
  return 'share' in request && typeof request.share === 'string' ? request.share : undefined
}

/** A request as the trace keeps it: an engine may use its buffer again. */
function kept(request: Request): Request {
  return request.kind === 'write' ? { ...request, bytes: request.bytes.slice() } : request
}
