/** Results made by hand, for tests of reports: short words for items, rounds, steps and trees. */

import { createHash } from 'node:crypto'
import {
  FIRST_CLIENT,
  hresultOf,
  messageOf,
  parseFlags,
  SECOND,
  type TraceEvent,
  type Tree,
  World,
} from '../../sim/mod.ts'
import type {
  ConflictRecord,
  FateRecord,
  ItemRecord,
  ProgressRecord,
  RoundRecord,
  ScenarioResult,
  StepRecord,
  Trees,
} from '../../scenarios/mod.ts'

/** The share of every tree. */
export const DOCS = '\\\\hq\\docs'

/** When every file was made: before its first edit. */
const DAY_BEFORE = -864_000_000_000

/** What a tree holds under a name: a text, bytes, a directory (`null`), or a file with more said of it. */
export type Laid =
  | string
  | Uint8Array
  | null
  | { readonly content: string; readonly attributes?: number; readonly lastWrite?: number }

/** Names below the share, parents before children, to what they hold. */
export type LaidTree = Readonly<Record<string, Laid>>

/** Trees of both sides; what `local` leaves out is as the server has it. */
export function trees(server: LaidTree, local: LaidTree = server): Trees {
  return { server: treeOf(server), local: treeOf(local) }
}

function treeOf(laid: LaidTree): Tree {
  const world = new World()
  world.addShare(DOCS)
  for (const [name, item] of Object.entries(laid)) {
    const path = `${DOCS}\\${name.replaceAll('/', '\\')}`
    if (item === null) world.lay('server', path, {})
    else if (typeof item === 'string' || item instanceof Uint8Array) {
      world.lay('server', path, { content: bytesOf(item), creation: DAY_BEFORE })
    } else {
      world.lay('server', path, { creation: DAY_BEFORE, ...item, content: bytesOf(item.content) })
    }
  }
  return world.tree('server')
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

/** One item of a round. */
export function item(name: string, about: Partial<ItemRecord>): ItemRecord {
  const path = name === '' ? DOCS : `${DOCS}\\${name.replaceAll('/', '\\')}`
  return { path, state: 0, decision: 'nothing', because: [], result: 0, oracle: '', ...about }
}

/** What became of a write of eight bytes. */
export function fate(name: string, about: Pick<FateRecord, 'fate'> & Partial<FateRecord>): FateRecord {
  const path = `${DOCS}\\${name.replaceAll('/', '\\')}`
  return { token: 'step 2', writer: 'laptop · alice', path, size: 8, digest: 'd1', words: '', ...about }
}

/** What a round did, beside its flags. */
export interface RoundParts {
  readonly items?: readonly ItemRecord[]
  readonly conflicts?: readonly ConflictRecord[]
  readonly fates?: readonly FateRecord[]
  readonly otherFates?: number
  readonly before: Trees
  readonly after?: Trees
  readonly returned?: number | undefined
  readonly crashedAt?: string
  readonly step?: number
  readonly round?: number
}

/** One call of `Synchronize`, its progress made from its items. */
export function round(flags: string, parts: RoundParts): RoundRecord {
  const { items = [], conflicts = [], fates = [], otherFates = 0 } = parts
  const { before, after = before, crashedAt, step = 1, round: number = 1 } = parts
  const returned = 'returned' in parts ? parts.returned : 0
  return {
    round: number,
    step,
    client: FIRST_CLIENT,
    paths: [DOCS],
    flags: parseFlags(flags),
    returned,
    crashedAt,
    cancelled: returned === 1223,
    progress: progressOf(items, returned),
    prompts: [],
    items,
    conflicts,
    fates,
    otherFates,
    before,
    after,
    events: [1, 12 + 9 * items.length],
  }
}

function progressOf(items: readonly ItemRecord[], returned: number | undefined): readonly ProgressRecord[] {
  const say = (reason: ProgressRecord['reason'], code: number, path: string): ProgressRecord => {
    const result = hresultOf(code)
    return {
      reason,
      result,
      path,
      message: `${reason}:${result}:${messageOf(code)}:${path}`,
      answer: 'continue',
    }
  }
  const worked = items.flatMap(({ path, result }) => [say(2, 0, path), say(3, result ?? 0, path)])
  return [say(0, 0, ''), ...worked, ...(returned === undefined ? [] : [say(1, returned, '')])]
}

/** Steps from their words; those that begin with `!` are not as they should be. */
export function steps(file: string, line: number, texts: readonly string[]): readonly StepRecord[] {
  return texts.map((text, index) => ({
    index,
    text: text.replace(/^!/, ''),
    verb: text.replace(/^!/, '').split(' ', 1)[0] ?? '',
    position: { file, line: line + 1 + index, column: 3 },
    at: index * SECOND,
    ok: !text.startsWith('!'),
  }))
}

/** One trace event stands for all: reports count them. */
const CLOCK_READ: TraceEvent = {
  number: 1,
  at: 0,
  actor: 'engine',
  address: 'round 1 · clock · 1',
  request: { kind: 'clock' },
  reply: { kind: 'clock', now: 0 },
  effects: [],
}

/** What is special of a scenario. */
export type ScenarioParts =
  & Pick<ScenarioResult, 'id' | 'title' | 'covers'>
  & Partial<Omit<ScenarioResult, 'steps'>>
  & { readonly told?: readonly string[]; readonly line?: number }

/** A scenario, passed unless it is said otherwise. */
export function scenario(parts: ScenarioParts): ScenarioResult {
  const { told = [], line = 10, ...special } = parts
  const file = `scenarios/suite/${parts.id.split('/')[0]}/scenarios.ts`
  const rounds = parts.rounds ?? []
  const nothing = trees({})
  return {
    position: { file, line, column: 14 },
    tags: [],
    verdict: 'pass',
    reason: undefined,
    failures: [],
    steps: steps(file, line, told),
    rounds,
    fates: [],
    first: rounds[0]?.before ?? nothing,
    last: rounds.at(-1)?.after ?? nothing,
    others: new Map(),
    trace: rounds.flatMap(({ events }) => Array.from({ length: events[1] }, () => CLOCK_READ)),
    traceHash: createHash('sha256').update(parts.id).digest('hex'),
    durationMs: 3,
    ...special,
  }
}
