/** Every request of a scenario, one a line: its moment, its address, who made it and what it was answered. */

import { formatTime, messageOf, type TraceEvent } from '../sim/mod.ts'
import { visibleLine } from './visible.ts'

/**
 * The events of a trace in words, with the addresses that faults, crashes and edits of others can name.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { requestsText } from 'csclab/reports'
 * import { Host, World } from 'csclab/sim'
 *
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * const host = new Host(world)
 * host.act('server', { do: 'mkdir', path: '\\\\hq\\docs\\con' }, { actor: 'server', scope: 'step 1' })
 * assert.match(requestsText(host.trace), /step 1 · .*con · mkdir · 1 {2}server {2}123 The filename/)
 * ```
 */
export function requestsText(trace: readonly TraceEvent[]): string {
  const lines = trace.map((event) => {
    const { at, address, actor, reply } = event
    const client = 'client' in event && event.client !== undefined ? ` on ${event.client}` : ''
    const user = 'user' in event && event.user !== undefined ? ` as ${event.user}` : ''
    const answer = reply.kind === 'failed' ? `${reply.code} ${messageOf(reply.code)}` : 'done'
    return `  ${formatTime(at).slice(11)}  ${visibleLine(address)}  ${actor}${client}${user}  ${answer}\n`
  })
  return `requests\n${lines.join('')}\n`
}
