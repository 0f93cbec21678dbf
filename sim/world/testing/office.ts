/** A small world for tests: a server with a share, and short words for what people and engines do there. */

import type { FileOperation, Request } from '../../port/mod.ts'
import { ask, performOperation, type Session } from '../../port/mod.ts'
import { Host } from '../host.ts'
import type { RunOptions } from '../run-options.ts'
import { World } from '../world.ts'

/** The share. */
export const DOCS = '\\\\hq\\docs'

/** A file on it. */
export const PLAN = '\\\\hq\\docs\\plan.txt'

/** A text as bytes. */
export function text(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

/** A host on a world with one server, one share and one file of eleven bytes. */
export function office(): Host {
  const world = new World()
  world.addShare(DOCS)
  world.lay('server', PLAN, { content: text('first draft') })
  return new Host(world)
}

/** Who asks; by default the first client's engine. */
export type Who = Partial<RunOptions>

/** What a session comes to. */
export function outcome<T>(host: Host, session: Session<T>, who: Who = {}): T | 'crashed' {
  const result = host.run(session, { actor: 'engine', scope: 'r', ...who })
  return result.ended === 'returned' ? result.value : 'crashed'
}

/** The code a request is answered with; 0 when it succeeds. */
export function codeOf(host: Host, request: Request, who: Who = {}): number {
  const reply = outcome(host, ask(request), who)
  if (reply === 'crashed') return -1
  return reply.kind === 'failed' ? reply.code : 0
}

/** The code a file operation is answered with. */
export function act(host: Host, on: 'server' | 'cache', operation: FileOperation, who: Who = {}): number {
  const result = outcome(host, performOperation(on, operation), who)
  return result === 'crashed' ? -1 : result.code
}
