/** Worlds to synchronize: a share of many files, in the cache and in sync, or not cached yet; and the same trees of bare links. */

import type { Link, Superblock } from '@jsonjoy.com/fs-core'
import { createEngine, type OfflineFilesEngine } from '../../engine/mod.ts'
import { Host, type Pins, type Side, SYNC_FLAG, World } from '../../sim/mod.ts'
import { KIBIBYTE, layFiles, type Layout } from './layout.ts'
import type { Seen } from './race.ts'

const SHARE = '\\\\hq\\docs'
const PINS: Pins = { user: 2, userPolicy: 0, computer: 0, redirection: 0 }
const USER = 'alice'
const ENGINE = createEngine()

/** A world whose share is in the cache, and in sync. */
export function syncedWorld(layout: Layout): World {
  const world = emptyWorld()
  for (const side of ['server', 'cache'] as const) layShare(world, side, layout)
  takeUp(world)
  return world
}

/** A world whose share is pinned, and of whose files none has come into the cache yet. */
export function uncachedWorld(layout: Layout): World {
  const world = emptyWorld()
  takeUp(world)
  layShare(world, 'server', layout)
  return world
}

function emptyWorld(): World {
  const world = new World()
  world.addShare(SHARE)
  return world
}

function layShare(world: World, on: Side, layout: Layout): void {
  layFiles(layout, {
    directory: (name) => {
      world.lay(on, `${SHARE}\\${name}`, {})
      return `${SHARE}\\${name}`
    },
    file: (directory, name) => world.lay(on, `${directory}\\${name}`, { content: KIBIBYTE }),
  })
}

function takeUp(world: World): void {
  const session = ENGINE.baseline({ shares: [{ path: SHARE, pins: PINS }], user: USER })
  new Host(world).run(session, { actor: 'engine', scope: 'baseline' })
}

/** What one call of `Synchronize` cost in events, and what it returned. */
export interface Synchronized {
  readonly events: number
  readonly returned: number
}

/** Synchronizes the share both ways, new files and all; with an engine of one's own, nothing is known from earlier calls. */
export function synchronizeOnce(world: World, engine: OfflineFilesEngine = ENGINE): Synchronized {
  const host = new Host(world)
  const flags = SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT | SYNC_FLAG.PINNEWFILES
  const session = engine.synchronize({ paths: [SHARE], flags, user: USER, conflictHandler: false })
  const run = host.run(session, { actor: 'engine', scope: 'round 1', user: USER })
  if (run.ended !== 'returned' || run.value !== 0) throw new RangeError('The call did not succeed')
  return { events: host.trace.length, returned: run.value }
}

/** Walks two trees of bare links side by side, name by name, and compares what tells a changed file: size and time. */
export function walkBoth(server: Superblock, cache: Superblock): Seen {
  let units = 0
  let bytes = 0
  const visit = (there: Link, here: Link): void => {
    for (const [name, child] of there.children) {
      const other = here.children.get(name)
      if (child === undefined || other === undefined || name === '.' || name === '..') continue
      const [node, twin] = [child.getNode(), other.getNode()]
      if (node.isDirectory()) visit(child, other)
      else if (node.getSize() === twin.getSize() && node.mtime.getTime() <= twin.mtime.getTime()) {
        units++
        bytes += node.getSize()
      }
    }
  }
  visit(server.root, cache.root)
  return { units, bytes }
}
