/** Recovery: what the calls after a deviation make of it, with nothing going wrong any more. */

import { type ItemView, SECOND, type TraceEvent, upcase } from '../../sim/mod.ts'
import { type ProgressRecord, type Trees, Unsupported } from '../judge/mod.ts'
import type { SyncStep } from '../language/mod.ts'
import type { Stage } from '../run/parts.ts'
import { play } from './play.ts'
import { undisturbed } from './point.ts'
import type { WorldKeys } from './world-key.ts'

/** Calls within which a world has to come to rest; the last of them changes nothing any more. */
export const RECOVERY_LIMIT = 5

/** What an engine says of its items; `undefined` when it says nothing. */
export type Views = ReadonlyMap<string, ItemView> | undefined

/** What became of a world. */
export interface Recovery {
  readonly stage: Stage
  readonly trees: Trees
  readonly views: Views
  /** Calls that were made. */
  readonly syncs: number
  /** The last call changed nothing, and neither will another. */
  readonly quiet: boolean
  /** Folded paths of what the first call reported. */
  readonly reported: ReadonlySet<string>
  /** Folded paths of what failed in the last call. */
  readonly failed: ReadonlySet<string>
  /** What the engine did that no engine may do. */
  readonly broke: string | undefined
}

/** How to recover. */
export interface RecoverOptions {
  /** The step whose call is repeated. */
  readonly step: SyncStep
  /** The number of the last round so far. */
  readonly round: number
  /** How the ways to the servers stood before something was cut. */
  readonly like: Stage
  /** What is known of worlds met earlier; grows. */
  readonly memory: Memory
}

/** What becomes of worlds, by their keys: a world met before need not be recovered once more. */
export interface Memory {
  readonly keys: WorldKeys
  readonly rests: Map<string, Rest>
}

/** The rest of a recovery. */
export type Rest = Pick<Recovery, 'trees' | 'views' | 'syncs' | 'quiet' | 'failed' | 'broke'>

/** Takes all faults away, and calls again until nothing changes. The stage is used up. */
export async function recover(
  stage: Stage,
  { step, round, like, memory }: RecoverOptions,
): Promise<Recovery> {
  mend(stage, like)
  const [first, ...more] = await callAgain(stage, { step, round, memory })
  const calls = first === undefined ? [] : [first, ...more]
  const last = calls.at(-1)
  const rest = last?.rest ?? {
    trees: stage.trees(step.client),
    views: last?.broke === undefined ? await viewsOf(stage, step.client) : undefined,
    syncs: 0,
    quiet: last?.quiet === true,
    failed: last?.failed ?? new Set(),
    broke: last?.broke,
  }
  // Backwards: of a world that is met twice, the longer way counts.
  for (const [i, { world }] of [...calls.entries()].reverse()) {
    memory.rests.set(world, { ...rest, syncs: calls.length - 1 - i + rest.syncs })
  }
  return { ...rest, stage, syncs: calls.length + rest.syncs, reported: first?.reported ?? new Set() }
}

interface CallMade {
  /** The key of the world it has left. */
  readonly world: string
  /** What is known to become of that world. */
  readonly rest: Rest | undefined
  readonly quiet: boolean
  readonly reported: ReadonlySet<string>
  readonly failed: ReadonlySet<string>
  readonly broke: string | undefined
}

/** Calls until nothing changes, the limit is reached, or it is known what comes. */
async function callAgain(
  stage: Stage,
  { step, round, memory }: Omit<RecoverOptions, 'like'>,
): Promise<readonly CallMade[]> {
  const plain = undisturbed(step)
  const calls: CallMade[] = []
  let before = memory.keys.of(stage.world)
  let changed = true
  while (calls.length < RECOVERY_LIMIT) {
    stage.world.advance(SECOND)
    const { broke, progress, events } = await play(stage, plain, { round: round + calls.length + 1 })
    const pathsOf = (reports: readonly ProgressRecord[]): ReadonlySet<string> =>
      new Set(reports.map(({ path }) => upcase(path)))
    const changedBefore = changed
    changed = events.some(changesTrees)
    const world = memory.keys.of(stage.world)
    // Records that have changed may make the next call do more; an engine that always changes some is given one call more.
    const quiet = !changed && (world === before || !changedBefore)
    before = world
    const rest = quiet ? undefined : memory.rests.get(world)
    calls.push({
      world,
      rest: rest !== undefined && calls.length + 1 + rest.syncs <= RECOVERY_LIMIT ? rest : undefined,
      quiet,
      reported: pathsOf(progress.filter(({ reason }) => reason === 2)),
      failed: pathsOf(progress.filter(({ reason, result }) => reason === 3 && result !== 0)),
      broke,
    })
    if (quiet || broke !== undefined || calls.at(-1)?.rest !== undefined) break
  }
  return calls
}

/** Takes faults away, and brings back connections that stood before. */
export function mend(stage: Stage, like: Stage): void {
  stage.host.faults = undefined
  for (const { path, client } of cutWays(stage, like)) {
    stage.host.change({ kind: 'set-reachable', server: path, client, reachable: true }, 'recovery')
  }
}

/** The ways from clients to servers that are down and were not. */
export function cutWays(
  stage: Stage,
  like: Stage,
): readonly { readonly path: string; readonly client: string }[] {
  return stage.world.servers.flatMap((server) =>
    stage.world.clients.flatMap(({ name: client }) => {
      const before = like.world.server(server.name)
      const wasUp = before !== undefined && like.world.link(before, client).up
      return wasUp && !stage.world.link(server, client).up ? [{ path: `\\\\${server.name}`, client }] : []
    })
  )
}

/** What the engine says of its items now. */
export async function viewsOf(stage: Stage, client: string | undefined): Promise<Views> {
  try {
    return await stage.views(client)
  } catch (error) {
    if (error instanceof Unsupported) return undefined
    throw error
  }
}

function changesTrees({ effects }: TraceEvent): boolean {
  return effects.some(({ effect }) => effect !== 'record')
}
