/** What people and programs do on purpose: a write is a new token, and ends those whose bytes it took the place of. */

import { type FileOperation, isWithin, type TraceEvent, type UncPath, upcase } from '../../../sim/mod.ts'
import { followEvents, movedPath } from './follow.ts'
import {
  atKeeper,
  contentIn,
  isAlive,
  isSamePath,
  type Keeper,
  keeperOf,
  type Token,
  type Tracked,
} from './token.ts'

/** One file operation of a person or program, done. */
export interface Act {
  /** Where it was made: `step 3`, `round 1 meanwhile 2`. */
  readonly id: string
  /** As in `Token.writer`. */
  readonly writer: string
  /** The side it was asked of. */
  readonly keeper: Keeper
  readonly operation: FileOperation
  /** 0, or the Win32 code it was answered with. */
  readonly code: number
  /** Everything that happened for its sake. */
  readonly events: readonly TraceEvent[]
}

type Writing = Extract<FileOperation, { readonly do: 'write' | 'write-sparse' | 'append' | 'edit' }>

/**
 * Takes in what somebody did on purpose. Whoever writes over bytes, removes them or renames something over them has them
 * in view, and means it: their tokens are superseded. Bytes on another side that this side has never seen are not.
 * A write that was refused half-way supersedes what it destroyed and is no token, since nobody was told that it is done.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { takeAct } from 'csclab/scenarios'
 * import { Host, World } from 'csclab/sim'
 *
 * const path = '\\\\hq\\docs\\plan.txt'
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * const host = new Host(world)
 * const write = (id: string, text: string) => {
 *   const operation = { do: 'write', path, bytes: new TextEncoder().encode(text) } as const
 *   const from = host.trace.length
 *   const { code } = host.act('server', operation, { actor: 'server', scope: id })
 *   return { id, writer: 'server', keeper: 'server', operation, code, events: host.trace.slice(from) } as const
 * }
 * const once = takeAct([], write('step 1', 'first'))
 * assert.deepEqual(once.map(({ token }) => [token.id, token.size]), [['step 1', 5]])
 * const [first] = takeAct(once, write('step 2', 'second'))
 * assert.equal(first?.fate?.words, 'overwritten by the same writer in step 2, before it was synchronized')
 * ```
 */
export function takeAct(tracked: readonly Tracked[], act: Act): readonly Tracked[] {
  const { operation } = act
  switch (operation.do) {
    case 'write':
    case 'write-sparse':
    case 'append':
    case 'edit':
      return takeWrite(tracked, act, operation)
    case 'remove':
      return takeRemoval(tracked, act, operation)
    case 'rename':
      return takeRename(tracked, act, operation)
    default:
      return followEvents(tracked, act.events)
  }
}

/** What an operation left at a keeper. */
interface Written {
  readonly keeper: Keeper
  readonly path: UncPath
  readonly token: Token | undefined
}

function takeWrite(tracked: readonly Tracked[], act: Act, operation: Writing): readonly Tracked[] {
  const written = writtenBy(act, operation)
  const left = supersede(tracked, act, {
    how: 'overwritten',
    hits: ({ token }, keeper, path) =>
      isSameStream(token.stream, operation.stream) &&
      written.some((one) => one.keeper === keeper && one.path === path),
  })
  const home = written.find(({ keeper }) => keeper === act.keeper) ?? written[0]
  if (act.code !== 0 || home?.token === undefined) return left
  const fresh: Tracked = {
    token: home.token,
    paths: [home.path],
    places: new Map(),
    wasShared: false,
    takenAt: undefined,
    takenFrom: undefined,
    fate: undefined,
  }
  return [...left, ...followEvents([fresh], act.events)]
}

/** The last content that a write put to each keeper. */
function writtenBy({ id, writer, events }: Act, { path, stream }: Writing): readonly Written[] {
  const found = new Map<Keeper, Written>()
  for (const { effects } of events) {
    for (const effect of effects) {
      if (effect.effect !== 'put' || !isSamePath(effect.path, path)) continue
      const content = contentIn(effect, stream)
      const keeper = keeperOf(effect)
      const token = content === undefined ? undefined : {
        id,
        writer,
        home: keeper,
        path: effect.path,
        stream,
        size: content.size,
        digest: content.digest(),
      }
      found.set(keeper, { keeper, path: effect.path, token })
    }
  }
  return [...found.values()]
}

function takeRemoval(
  tracked: readonly Tracked[],
  act: Act,
  { path, stream }: Extract<FileOperation, { readonly do: 'remove' }>,
): readonly Tracked[] {
  const gone = new Set<string>()
  const touched = new Set<Keeper>()
  for (const { effects } of act.events) {
    for (const effect of effects) {
      if (effect.effect === 'record') continue
      const keeper = keeperOf(effect)
      touched.add(keeper)
      const isRemoved = stream === undefined ? effect.effect === 'gone' : isSamePath(effect.path, path)
      if (isRemoved) gone.add(`${keeper}\0${effect.path}`)
    }
  }
  // A mere name in the cache goes without a trace on its disk.
  const isUnseen = act.code === 0 && !touched.has(act.keeper)
  return supersede(tracked, act, {
    how: 'removed',
    hits: ({ token }, keeper, at) =>
      (stream === undefined || isSameStream(token.stream, stream)) &&
      (gone.has(`${keeper}\0${at}`) || (isUnseen && keeper === act.keeper && isWithin(at, path))),
  })
}

function takeRename(
  tracked: readonly Tracked[],
  act: Act,
  { path, to }: Extract<FileOperation, { readonly do: 'rename' }>,
): readonly Tracked[] {
  const moves = act.events.flatMap(({ effects }) =>
    effects.flatMap((effect) =>
      effect.effect === 'move' ? [{ keeper: keeperOf(effect), from: effect.path, to: effect.to }] : []
    )
  )
  const isUnseen = act.code === 0 && !moves.some(({ keeper }) => keeper === act.keeper)
  const all = isUnseen ? [...moves, { keeper: act.keeper, from: path, to }] : moves
  return all.reduce(
    (before, move) =>
      supersede(before, act, {
        how: 'replaced',
        hits: (_, keeper, at) => keeper === move.keeper && at === move.to,
      }).map((one) => renamed(one, move)),
    tracked,
  )
}

function renamed(
  tracked: Tracked,
  { keeper, from, to }: { readonly keeper: Keeper; readonly from: UncPath; readonly to: UncPath },
): Tracked {
  const place = tracked.places.get(keeper)
  const path = place === undefined ? undefined : movedPath(place.path, from, to)
  if (place === undefined || path === undefined || !isAlive(tracked)) return tracked
  const places = new Map(tracked.places).set(keeper, { ...place, path })
  return { ...tracked, places, paths: [...tracked.paths.filter((one) => one !== path), path] }
}

/** Ends the tokens that stand in places somebody has cleared on purpose. */
function supersede(
  tracked: readonly Tracked[],
  act: Act,
  { how, hits }: {
    readonly how: string
    readonly hits: (one: Tracked, keeper: Keeper, path: UncPath) => boolean
  },
): readonly Tracked[] {
  return tracked.map((one) => {
    if (!isAlive(one)) return one
    for (const [on, { path }] of one.places) {
      if (!hits(one, on, path)) continue
      return { ...one, fate: { kind: 'superseded', words: supersededWords(one, act, { how, on }) } }
    }
    return one
  })
}

function supersededWords(
  { token, places, wasShared }: Tracked,
  { id, writer }: Act,
  { how, on }: { readonly how: string; readonly on: Keeper },
): string {
  const who = writer === token.writer ? 'the same writer' : writer
  const where = on === token.home ? '' : ` ${atKeeper(on)}`
  const isShared = wasShared || [...places.values()].filter(({ isWhole }) => isWhole).length > 1
  return `${how} by ${who} in ${id}${where}, ${isShared ? 'after' : 'before'} it was synchronized`
}

function isSameStream(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined ? a === b : upcase(a) === upcase(b)
}
