import { type AsyncHost, asyncSession, childOf, type DirEntry, type Engine } from 'csclab'

/** A small engine of one's own, with async and await: in a flat share, the newer copy of every file wins. */
export const engine: Engine = {
  name: 'newest-wins',
  version: '1.0.0',
  synchronize: (call) =>
    asyncSession(async (host) => {
      await host.ask({
        kind: 'progress',
        reason: 0,
        result: 0,
        path: '',
        message: text(0, ''),
        upperBound: 0,
        current: 0,
      })
      for (const share of call.paths ?? []) {
        if (share === null) return 87
        const server = await list(host, 'server', share)
        const cache = await list(host, 'cache', share)
        for (const name of new Set([...server.keys(), ...cache.keys()])) {
          const [there, here] = [server.get(name), cache.get(name)]
          if (here === undefined || there === undefined) continue
          const path = childOf(share, here.name)
          if (here.info.times.lastWrite > there.info.times.lastWrite) await copy(host, path, 'cache')
          if (there.info.times.lastWrite > here.info.times.lastWrite) await copy(host, path, 'server')
        }
      }
      await host.ask({
        kind: 'progress',
        reason: 1,
        result: 0,
        path: '',
        message: text(1, ''),
        upperBound: 0,
        current: 0,
      })
      return 0
    }),
}

function text(reason: number, path: string): string {
  return `${reason}:0:The operation completed successfully.:${path}`
}

async function list(
  host: AsyncHost,
  on: 'server' | 'cache',
  path: string,
): Promise<ReadonlyMap<string, DirEntry>> {
  const reply = await host.ask({ kind: 'list', on, path })
  const files = reply.kind === 'list' ? reply.entries.filter(({ info }) => info.type === 'file') : []
  return new Map(files.map((entry) => [entry.key, entry]))
}

async function copy(host: AsyncHost, path: string, from: 'server' | 'cache'): Promise<void> {
  const on = from === 'server' ? 'cache' : 'server'
  const source = await host.ask({
    kind: 'open',
    on: from,
    path,
    access: 'read',
    share: ['read'],
    disposition: 'open',
  })
  const target = await host.ask({ kind: 'stage', on, path })
  if (source.kind !== 'open' || target.kind !== 'stage') return
  for (let offset = 0; offset < source.info.size; offset += 65_536) {
    const read = await host.ask({ kind: 'read', handle: source.handle, offset, length: 65_536 })
    if (read.kind !== 'read') return
    await host.ask({ kind: 'write', handle: target.handle, offset, bytes: read.bytes })
  }
  const { lastWrite } = source.info.times
  await host.ask({ kind: 'commit', handle: target.handle, expect: 'any', info: { lastWrite } })
  await host.ask({ kind: 'close', handle: source.handle })
}
