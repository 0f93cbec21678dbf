/** Worlds to fork, and what a sweep does with a fork: it writes one file. */

import { isFailure, type Volume, World } from '../../sim/mod.ts'
import { directoryName, fileName, KIBIBYTE, layFiles, type Layout } from './layout.ts'
import type { Seen } from './race.ts'

const SERVER = 'hq'
const SHARE = 'docs'

/** A world whose server has the files of a layout. */
export function worldOf(layout: Layout): World {
  const share = `\\\\${SERVER}\\${SHARE}`
  const world = new World()
  world.addShare(share)
  layFiles(layout, {
    directory: (name) => {
      world.lay('server', `${share}\\${name}`, {})
      return `${share}\\${name}`
    },
    file: (directory, name) => world.lay('server', `${directory}\\${name}`, { content: KIBIBYTE }),
  })
  return world
}

/** Forks a world again and again, writes another file in every fork, and drops the fork. */
export function forkAndWrite(world: World, layout: Layout, times: number): Seen {
  let bytes = 0
  for (let index = 0; index < times; index++) {
    const volume = volumeOf(world.fork())
    const path = pathOf(layout, index % layout.files)
    const handle = volume.open(path, { access: 'write', share: [], disposition: 'open' })
    if (isFailure(handle)) throw new RangeError(`Opening ${path.join('\\')} was refused: ${handle.code}`)
    volume.write(handle, 0, KIBIBYTE)
    volume.close(handle.number)
    bytes += volume.contentOf(path)?.size ?? 0
  }
  return { units: times, bytes }
}

/** The volume of the one server. */
export function volumeOf(world: World): Volume {
  const server = world.server(SERVER)
  if (server === undefined) throw new RangeError(`The world has no server "${SERVER}"`)
  return server.volume
}

/** The path of a file of the layout, counted from 0 over all directories. */
export function pathOf({ perDirectory }: Layout, file: number): readonly string[] {
  const directory = directoryName(Math.floor(file / perDirectory))
  return [SERVER, SHARE, directory, fileName(file % perDirectory)]
}
