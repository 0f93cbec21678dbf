/** What other people and applications can do to the item that a request is about. */

import { isFailure, partsOf, uncOf, type UncPath, type Volume } from '../../sim/mod.ts'
import type { EditingStep } from '../language/mod.ts'
import type { Moment } from './course.ts'
import { type Race, RACE_CONTENT } from './point.ts'

/**
 * Edits, deletions and renames that are possible at a moment, on either side. Shares themselves stay, and so does what lies on a
 * server that tells case apart: there a path may mean two items.
 */
export function racesAt({ pending, stage }: Moment, client: string | undefined): readonly Race[] {
  const { path } = pending
  if (path === undefined || partsOf(path).length < 3) return []
  const server = stage.world.server(partsOf(path)[0] ?? '')
  if (server?.volume.profile.caseSensitive === true) return []
  const here = stage.world.client(client).volume
  // Online an application writes through: what the server has is in its view, too.
  const isOnline = stage.world.connection(path, client).online
  const writesThrough = isOnline && server !== undefined ? contentsBelow(server.volume, partsOf(path)) : []
  const application = {
    path,
    side: 'local',
    writesThrough,
    ...client === undefined ? {} : { client },
  } as const
  return [
    ...server === undefined ? [] : racesOn(server.volume, here, { path, side: 'server', writesThrough: [] }),
    ...racesOn(here, server?.volume, application),
  ]
}

interface Where {
  readonly path: UncPath
  readonly side: Race['side']
  readonly client?: string
  /** Digests of what is overwritten on the other side as well. */
  readonly writesThrough: readonly string[]
}

function racesOn(
  volume: Volume,
  other: Volume | undefined,
  { path, writesThrough, ...who }: Where,
): readonly Race[] {
  const names = partsOf(path)
  const parent = volume.stat(names.slice(0, -1))
  if (isFailure(parent) || parent.info.type !== 'directory') return []
  const found = volume.stat(names)
  const { side } = who
  const race = (step: EditingStep, touched: readonly UncPath[], discarded: readonly string[]): Race => ({
    path,
    side,
    step,
    discarded: new Set(discarded),
    touched,
  })
  const content = RACE_CONTENT[side]
  const write = (at: UncPath, discarded: readonly string[]): Race =>
    race({ do: 'write', ...who, path: slashed(at), content }, [path, at], discarded)
  if (isFailure(found)) return [write(path, writesThrough)]
  const own = contentsBelow(volume, names)
  // Named streams are on the server alone, and go when the file does.
  const streams = other === undefined ? [] : streamsOf(other, names)
  const to = uncOf([...names.slice(0, -1), `renamed ${names.at(-1) ?? ''}`])
  return [
    found.info.type === 'file'
      ? write(path, [...own, ...writesThrough])
      : write(uncOf([...names, 'made meanwhile.txt']), []),
    race({ do: 'remove', ...who, path: slashed(path) }, [path], [...own, ...streams]),
    race({ do: 'rename', ...who, path: slashed(path), to: slashed(to) }, [path, to], streams),
  ]
}

/** The digests of an item's contents, named streams included, with those of all that is in it. */
function contentsBelow(volume: Volume, names: readonly string[]): readonly string[] {
  const own = volume.contentOf(names)
  const below = [...volume.tree(names).values()].flatMap(({ content, streams }) => [
    content,
    ...streams?.values() ?? [],
  ])
  const digests = [own, ...below].flatMap((content) => content === undefined ? [] : [content.digest()])
  return [...digests, ...streamsOf(volume, names)]
}

/** The digests of an item's named streams. */
function streamsOf(volume: Volume, names: readonly string[]): readonly string[] {
  const streams = volume.streams(names)
  if (isFailure(streams)) return []
  return streams.flatMap(({ name }) => volume.contentOf(names, name)?.digest() ?? [])
}

function slashed(path: UncPath): string {
  return path.replaceAll('\\', '/')
}
