/** One round: a call of `Synchronize` on the stage, everything it did, and the judgement of it. */

import {
  CONFLICT_RESOLVE,
  CsclabError,
  ERROR,
  FIRST_CLIENT,
  FIRST_USER,
  isNotThere,
  isRequestEvent,
  type PolicySettings,
  type RequestKind,
  SYNC_FLAG,
  SYNC_STATES,
  type SyncCall,
  type TraceEvent,
  upcase,
  win32Of,
  type World,
} from '../../sim/mod.ts'
import { parseSyncFlags, type SyncStep } from '../language/mod.ts'
import { scriptedCaller } from './caller.ts'
import { disturbancesIn } from './disturbances.ts'
import { uncPath } from './paths.ts'
import {
  choicesOf,
  type ConflictRecord,
  type Failure,
  type ItemRecord,
  judgeAutomatically,
  judgeReturn,
  judgeRound,
  type Opinion,
  type ProgressRecord,
  type RoundFacts,
  type RoundRecord,
  shownOtherwise,
  type Trees,
} from '../judge/mod.ts'
import { RoundScript } from './round-script.ts'
import type { Stage } from './stage.ts'

/** Runs the call of a step; its record and what is wrong with it. */
export async function runRound(
  stage: Stage,
  step: SyncStep,
  index: number,
): Promise<{ readonly round: RoundRecord; readonly failures: readonly Failure[] }> {
  const { host, engine, world } = stage
  const { client = FIRST_CLIENT } = step
  const ledger = stage.ledger(client)
  const number = stage.rounds.length + 1
  const call = callOf(step)
  const before = stage.trees(client)
  const unreachable = unreachableIn(world, client)
  const { settings, active } = world.client(client)
  const firstEvent = host.trace.length
  const scripted = scriptedCaller(step)
  const script = new RoundScript(stage, step, `round ${number} meanwhile`)
  const result = await host.runAny(engine.synchronize(call), {
    actor: 'engine',
    scope: `round ${number}`,
    client,
    user: call.user,
    caller: scripted.caller,
    still: step.clock === 'still',
    interrupt: (pending) => script.interrupt(pending),
  })
  const events = host.trace.slice(firstEvent)
  const after = stage.trees(client)
  const conflicts = conflictsOf(events)
  const returned = result.ended === 'returned' ? checkReturned(result.value) : undefined
  const keyOf = keysIn(after)
  const disturbed = disturbancesIn(events, { before, client })
  const recordsRefused = recordRefusals(events)
  const isStopped = scripted.stopped() || isCancelledBySetting(settings, scripted.progress)
  const ownConflicts = ledger.conflictsOf(call.user)
  const facts: RoundFacts = {
    flags: call.flags,
    paths: call.paths,
    before,
    after,
    conflicts,
    returned,
    unreachable,
    interrupted: result.ended === 'crashed' || isStopped || recordsRefused.size > 0,
    originals: ledger.originals,
    results: new Map(
      [...resultsIn(scripted.progress, { keyOf, crashed: result.ended === 'crashed' })]
        .filter(([, code]) => !recordsRefused.has(code)),
    ),
    conflictsBefore: new Set(ledger.conflicts.keys()),
    ...(ownConflicts === undefined ? {} : { ownConflicts }),
    pins: stage.pins,
    deletedAt: ledger.deletedAt,
    timeSteps: new Map(
      world.servers.map(({ name, volume }) => [upcase(name), volume.profile.timeGranularity]),
    ),
    marks: ledger.marks,
    policies: settings.syncConflictHandling,
    excludedTypes: settings.excludedTypes,
    uncacheable: uncacheableIn(world),
    user: call.user,
    disturbed: disturbed.items,
    stopped: isStopped && result.ended !== 'crashed' && recordsRefused.size === 0,
    unsteady: unsteadyIn(unreachable, unreachableIn(world, client)),
    inactive: !active,
    crowded: events.some((event) =>
      isRequestEvent(event) && event.reply.kind === 'failed' && event.reply.code === ERROR.DISK_FULL
    ),
    troubled: troubledIn(events),
    ...(call.conflictHandler ? { handler: scripted.replies } : {}),
  }
  const opinions = judgeRound(facts)
  ledger.takeRound(facts, opinions)
  const { fates, unchanged, failures: losses } = stage.tokens.settle(stage.allTrees(), {
    number,
    client,
    facts,
    originals: ledger.originals,
    choices: choicesOf(call, { events, settings }),
  })
  const round: RoundRecord = {
    round: number,
    step: index,
    client,
    paths: call.paths,
    flags: call.flags,
    returned,
    crashedAt: result.ended === 'crashed' ? result.at : undefined,
    cancelled: isStopped,
    progress: scripted.progress,
    prompts: scripted.prompts,
    items: itemsOf(events, { progress: scripted.progress, opinions, keyOf }),
    conflicts,
    fates,
    otherFates: unchanged,
    before,
    after,
    events: [firstEvent + 1, host.trace.length],
  }
  const automatic = await judgeAutomatically({
    witness: stage,
    call,
    round,
    facts,
    opinions,
    othersWrote: disturbed.contents,
    scripted: script.isScripted || scripted.isScripted,
  })
  const shown = await shownFailures(stage, round, opinions)
  return {
    round,
    failures: [
      ...script.failures(),
      ...losses,
      ...shown,
      ...oracleFailures(opinions, number),
      ...returnFailures(facts, number),
      ...automatic,
    ],
  }
}

/** Requests about the engine's own records. */
const RECORDS: readonly RequestKind[] = ['get-record', 'list-records', 'put-record']

/**
 * The codes with which the engine's records were refused. Such a run is broken off like one that is dropped, and the result of
 * the item in hand says nothing of how far it came.
 */
function recordRefusals(events: readonly TraceEvent[]): ReadonlySet<number> {
  return new Set(
    events.flatMap(({ actor, request, reply }) =>
      actor === 'engine' && RECORDS.includes(request.kind) && reply.kind === 'failed' &&
        reply.unexpected !== true
        ? [reply.code]
        : []
    ),
  )
}

/** The policy of the machine may say that a conflict cancels the call, as a handler may (P3.13). */
function isCancelledBySetting(
  { syncConflictHandling }: PolicySettings,
  progress: readonly ProgressRecord[],
): boolean {
  return Object.values(syncConflictHandling).includes(CONFLICT_RESOLVE.ABORT) &&
    progress.some(({ reason, result }) => reason === 3 && win32Of(result) === ERROR.CANCELLED)
}

/** The call of a step. */
export function callOf(step: SyncStep): SyncCall {
  const paths = step.paths?.map((path) => typeof path === 'string' ? uncPath(path) : path.raw) ?? null
  const { user = FIRST_USER } = step
  return {
    paths,
    flags: parseSyncFlags(step.flags),
    user,
    conflictHandler: step.handler !== undefined,
  }
}

/** The keys of items in trees: folded paths, but for names that differ from another's in nothing but case. */
function keysIn({ server }: Trees): (path: string) => string {
  const twins = new Map(
    [...server].filter(([key]) => key.includes('\0')).map(([key, { path }]) => [path, key]),
  )
  return (path) => twins.get(path) ?? upcase(path)
}

/** The last result of each item; one that was begun again when the engine was dropped has none. */
function resultsIn(
  progress: readonly ProgressRecord[],
  { keyOf, crashed }: { readonly keyOf: (path: string) => string; readonly crashed: boolean },
): ReadonlyMap<string, number> {
  const results = new Map<string, number>()
  for (const { reason, path, result, answer } of progress) {
    const isOpen = reason === 2 || (reason === 3 && answer === 'retry')
    if (reason === 3) results.set(keyOf(path), win32Of(result))
    if (isOpen && crashed) results.delete(keyOf(path))
  }
  return results
}

/** What requests of the engine failed on, but for those that found nothing, and for shares that were reached in the end. */
function troubledIn(events: readonly TraceEvent[]): ReadonlySet<string> {
  const troubled = new Set<string>()
  const unreached = new Set<string>()
  for (const { actor, request, reply } of events) {
    const about = 'path' in request ? request.path : 'share' in request ? request.share : undefined
    if (actor !== 'engine' || about === undefined) continue
    const found = request.kind === 'connect' ? unreached : troubled
    if (request.kind === 'connect' && reply.kind !== 'failed') unreached.delete(upcase(about))
    if (reply.kind === 'failed' && !isNotThere(reply.code)) found.add(upcase(about))
  }
  return new Set([...troubled, ...unreached])
}

/** Shares that must not be cached, folded. */
function uncacheableIn({ servers }: World): ReadonlySet<string> {
  return new Set(
    servers.flatMap((server) =>
      [...server.shares.values()].filter(({ caching }) => caching === 'none')
        .map(({ name }) => upcase(`\\\\${server.name}\\${name}`))
    ),
  )
}

/** Servers a client cannot reach, folded. */
function unreachableIn(world: World, client: string): ReadonlySet<string> {
  return new Set(
    world.servers.filter((server) => !world.reaches(server, client)).map(({ name }) => upcase(name)),
  )
}

/** Servers that came or went. */
function unsteadyIn(before: ReadonlySet<string>, after: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...before].filter((name) => !after.has(name)))
}

/** The method returns a uint32; an engine that returns anything else breaks the port. */
function checkReturned(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff) return value
  throw new CsclabError(
    'protocol',
    `synchronize returned ${JSON.stringify(value)}, which is no whole number of 32 bits`,
    {
      hint: 'Return 0 or a code from the session',
    },
  )
}

function conflictsOf(events: readonly TraceEvent[]): readonly ConflictRecord[] {
  const changes = {
    SYNCCONFLICTRECADDED: 'added',
    SYNCCONFLICTRECUPDATED: 'updated',
    SYNCCONFLICTRECREMOVED: 'removed',
  } as const
  return events.flatMap(({ request }) => {
    if (request.kind !== 'publish') return []
    const { event } = request
    if (
      event.event !== 'SYNCCONFLICTRECADDED' && event.event !== 'SYNCCONFLICTRECUPDATED' &&
      event.event !== 'SYNCCONFLICTRECREMOVED'
    ) return []
    return [{ path: event.path, state: event.state, change: changes[event.event] }]
  })
}

/** What became of each item: as the engine logged it, as the caller was told, as the oracle sees it. */
function itemsOf(
  events: readonly TraceEvent[],
  seen: {
    readonly progress: readonly ProgressRecord[]
    readonly opinions: readonly Opinion[]
    readonly keyOf: (path: string) => string
  },
): readonly ItemRecord[] {
  const { progress, opinions, keyOf } = seen
  const items = new Map<string, ItemRecord>()
  const words = new Map(opinions.map((opinion) => [keyOf(opinion.path), opinion.words]))
  const put = (path: string, change: Partial<ItemRecord>): void => {
    const key = keyOf(path)
    const oracle = words.get(key) ?? ''
    const fresh = { path, state: undefined, decision: '', because: [], result: undefined, oracle }
    items.set(key, { ...fresh, ...items.get(key), ...change })
  }
  for (const { request } of events) {
    if (request.kind !== 'log') continue
    const { path, state, decision, because } = request.entry
    put(path, { state, decision, because })
  }
  for (const { reason, path, result } of progress) {
    if (reason === 3) put(path, { result: win32Of(result) })
  }
  return [...items.values()]
}

/** What the engine shows of entries of which trees do not tell all; after a call that was cut short it may show anything. */
async function shownFailures(
  stage: Stage,
  { round, client, flags, returned, cancelled }: RoundRecord,
  opinions: readonly Opinion[],
): Promise<readonly Failure[]> {
  const { marks, originals, isUnsure } = stage.ledger(client)
  const isPlain = marks.size === 0 && (flags & SYNC_FLAG.PINNEWFILES) === 0
  const isUnclear = isUnsure || returned === undefined || cancelled ||
    opinions.some(({ problem }) => problem !== undefined)
  if (isPlain || isUnclear || stage.engine.inspect === undefined) return []
  const views = await stage.views(client)
  return shownOtherwise(views, { marks, originals, pins: stage.pins }).map(({ path, problem, ids }) => ({
    kind: 'oracle',
    message: `Round ${round}: ${problem}`,
    round,
    path,
    ids,
  }))
}

function returnFailures(facts: RoundFacts, round: number): readonly Failure[] {
  const { problem, words, ids } = judgeReturn(facts)
  if (problem === undefined) return []
  return [{ kind: 'oracle', message: `Round ${round}: ${problem}`, expected: words, round, ids }]
}

function oracleFailures(opinions: readonly Opinion[], round: number): readonly Failure[] {
  return opinions.flatMap(({ path, problem, words, ids, state }) => {
    if (problem === undefined) return []
    const name = state === undefined ? '' : ` (${SYNC_STATES[state] ?? state})`
    return [{
      kind: 'oracle' as const,
      message: `Round ${round}: ${problem}${name}`,
      expected: words,
      round,
      path,
      ids,
    }]
  })
}
