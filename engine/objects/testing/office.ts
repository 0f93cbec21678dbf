/** A small office for the tests of the object model: a share with files, a client, and what people and the trace say. */

import type { CachingMode, FileOperation, ProgressRequest } from '../../../sim/port/mod.ts'
import { win32Of } from '../../../sim/windows/mod.ts'
import { FIRST_USER, Host, isRequestEvent, itemAt, World } from '../../testing/world.ts'
import { OfflineFilesCache, type OfflineFilesCacheOptions } from '../offline-files-cache.ts'

/** The share of the office. */
export const DOCS = '\\\\hq\\docs'

/** Files of a share: bytes or a text by the path below it; `null` is a directory. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>

/** A world with a share, and the cache of its client. */
export class Office {
  readonly world: World = new World()
  readonly host: Host = new Host(this.world)
  readonly cache: OfflineFilesCache

  constructor(files: Files = {}, options: OfflineFilesCacheOptions = {}) {
    this.share(DOCS, files)
    this.cache = new OfflineFilesCache(this.host, options)
  }

  /** Adds a share with files, directories before what is in them. */
  share(path: string, files: Files, caching: CachingMode = 'manual'): void {
    this.world.addShare(path, caching)
    for (const [name, content] of Object.entries(files)) {
      const item = content === null ? {} : { content: typeof content === 'string' ? text(content) : content }
      this.world.lay('server', `${path}\\${name}`, item)
    }
  }

  /** Another caller at the same cache. */
  as(options: OfflineFilesCacheOptions): OfflineFilesCache {
    return new OfflineFilesCache(this.host, options)
  }

  /** Somebody at the server does something, a second after whatever was before. */
  atServer(operation: FileOperation): void {
    this.world.advance(10_000_000)
    const { code } = this.host.act('server', operation, { actor: 'server', scope: 'office' })
    if (code !== 0) throw new Error(`${operation.do} at the server: ${code}`)
  }

  /** An application of the client does something, a second after whatever was before. */
  atClient(operation: FileOperation): number {
    this.world.advance(10_000_000)
    return this.cache.perform(operation).code
  }

  /** The text of a file on one side; `undefined` when there is none. */
  read(on: 'server' | 'cache', path: string): string | undefined {
    if (itemAt(this.world.tree(on), path) === undefined) return undefined
    const { bytes } = this.host.act(on, { do: 'read', path }, { actor: 'server', scope: 'look', still: true })
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
  }

  /** Cuts the server off, or brings it back. */
  reachable(reachable: boolean): void {
    this.host.change({ kind: 'set-reachable', server: '\\\\hq', reachable }, 'network')
  }

  /** What the last call that told anything told its caller and everybody else, in order. */
  told(): readonly string[] {
    const events = this.host.trace.filter(isRequestEvent)
    const last = events.findLast(({ request }) => request.kind === 'progress')
    const [scope] = last?.address.split(' · ') ?? []
    return events.filter(({ address }) => address.startsWith(`${scope} · `)).flatMap(({ request }) => {
      if (request.kind === 'progress') return [tell(request)]
      if (request.kind !== 'publish') return []
      const { event } = request
      return ['path' in event ? `${event.event} ${event.path}` : event.event]
    })
  }
}

function tell({ reason, result, path }: ProgressRequest): string {
  const word = ['Begin', 'End', 'ItemBegin', 'ItemResult'][reason]
  return [word, path, reason === 1 || reason === 3 ? `${win32Of(result)}` : ''].filter((part) => part !== '')
    .join(' ')
}

/** The bytes of a text. */
export function text(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

/** The user whose cache it is. */
export const OWNER: string = FIRST_USER
