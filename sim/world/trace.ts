/** The trace: every request with its reply and effects, as plain data that can be printed, hashed and replayed. */

import { createHash } from 'node:crypto'
import type { Failed, FileInfo, Json, Reply, Request } from '../port/mod.ts'
import { attributeNames, type Ticks } from '../windows/mod.ts'
import type { Content } from '../volume/mod.ts'
import type { Changed, WorldChange } from './change.ts'
import type { Effect } from './effect.ts'

/** Who makes requests: a client's engine, an application on a client, a person at a server. */
export type Actor = 'engine' | 'application' | 'server'

interface Happening {
  /** Number within the scenario, from 1. */
  readonly number: number
  /** The moment it happened, true time. */
  readonly at: Ticks
  /** Where it stands, in words that survive refactoring: `round 1 · \\hq\docs\plan.txt · SYNC_TO_SERVER · write · 2`. */
  readonly address: string
  readonly effects: readonly Effect[]
}

/** One request, performed. */
export interface RequestEvent extends Happening {
  readonly actor: Actor
  /** The client it came from; none for a person at a server. */
  readonly client?: string
  /** Whose rights counted; none where nobody's did. */
  readonly user?: string
  readonly request: Request
  readonly reply: Reply
}

/** One change of the world besides any request. */
export interface ChangeEvent extends Happening {
  readonly actor: 'world'
  readonly request: WorldChange
  readonly reply: Changed | Failed
}

/** One thing that happened. */
export type TraceEvent = RequestEvent | ChangeEvent

/** True for a request, false for a change of the world. */
export function isRequestEvent(event: TraceEvent): event is RequestEvent {
  return event.actor !== 'world'
}

/** A trace event as plain JSON: bytes are given by size and SHA-256. */
export function describeEvent(event: TraceEvent): Json {
  return plain(partsOfEvent(event))
}

/** A trace event as JSON text: that of {@linkcode describeEvent}, at half the cost. */
function eventText(event: TraceEvent): string {
  return JSON.stringify(partsOfEvent(event))
}

const texts = new WeakMap<readonly TraceEvent[], string>()

/** A trace that is over as JSON text, an event a line. It is written once, however often it is asked for. */
export function traceText(trace: readonly TraceEvent[]): string {
  const known = texts.get(trace)
  if (known !== undefined) return known
  const text = trace.map(eventText).join('\n')
  texts.set(trace, text)
  return text
}

/** What is told of an event. */
function partsOfEvent(event: TraceEvent): object {
  const { number, at, actor, address, request, reply, effects } = event
  return {
    number,
    at,
    actor,
    ...(isRequestEvent(event) ? whoOf(event) : {}),
    address,
    request: partsOfRequest(request),
    reply: partsOfReply(reply),
    effects: effects.map(partsOfEffect),
  }
}

function whoOf({ client, user }: RequestEvent): { readonly client?: string; readonly user?: string } {
  return { ...(client === undefined ? {} : { client }), ...(user === undefined ? {} : { user }) }
}

/** A request or change as plain JSON; two requests are the same request when these are the same. */
export function describeRequest(request: Request | WorldChange): Json {
  return plain(partsOfRequest(request))
}

function partsOfRequest(request: Request | WorldChange): object {
  return request.kind === 'write' ? { ...request, bytes: describeBytes(request.bytes) } : request
}

/** A reply as plain JSON; listings are given by their names. */
export function describeReply(reply: Reply | Changed): Json {
  return plain(partsOfReply(reply))
}

function partsOfReply(reply: Reply | Changed): object {
  switch (reply.kind) {
    case 'read':
      return { ...reply, bytes: describeBytes(reply.bytes) }
    case 'list':
      return { kind: 'list', entries: reply.entries.map((entry) => entry.name) }
    case 'list-records':
      return { kind: 'list-records', records: [...reply.records.keys()] }
    default:
      return reply
  }
}

/** An effect as plain JSON. */
export function describeEffect(effect: Effect): Json {
  return plain(partsOfEffect(effect))
}

function partsOfEffect(effect: Effect): object {
  if (effect.effect !== 'put') return effect
  const { info, content, streams, rights, ...rest } = effect
  return {
    ...rest,
    item: describeItem(info, content),
    ...(streams === undefined ? {} : { streams: describeStreams(streams) }),
    ...(rights === undefined ? {} : { rights: Object.fromEntries(rights) }),
  }
}

/** Named streams, each by its size and SHA-256. */
function describeStreams(streams: ReadonlyMap<string, Content>): Json {
  return Object.fromEntries(
    [...streams].map(([name, content]) => [name, { size: content.size, sha256: content.digest() }] as const),
  )
}

/** An item as plain JSON. */
export function describeItem(info: FileInfo, content: Content | undefined): Json {
  const { type, attributes, size, times, id } = info
  const digest = content?.digest()
  const base = { type, attributes: attributeNames(attributes), size, times: { ...times }, id }
  return digest === undefined ? base : { ...base, sha256: digest }
}

/**
 * A running SHA-256 over events: equal traces, and only they, give equal hashes. Node and Deno give the same.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { TraceHash } from 'csclab/sim'
 *
 * assert.equal(new TraceHash().digest().length, 64)
 * ```
 */
export class TraceHash {
  readonly #hash = createHash('sha256')

  /** Adds one event. */
  add(event: TraceEvent): void {
    this.#hash.update(`${eventText(event)}\n`)
  }

  /** Adds any line, such as the digest of another trace. */
  addLine(line: string): void {
    this.#hash.update(`${line}\n`)
  }

  /** The hash of all that was added, in hexadecimal; nothing can be added afterwards. */
  digest(): string {
    return this.#hash.digest('hex')
  }
}

function describeBytes(bytes: Uint8Array): Json {
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** A value without functions and bytes as JSON; undefined fields are left out. */
function plain(value: object): Json {
  return JSON.parse(JSON.stringify(value))
}
