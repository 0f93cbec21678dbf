/** One round: a call of `Synchronize` on the stage, everything it did, and the judgement of it. */

import {
  CsclabError,
  type Interruption,
  type Pending,
  SYNC_STATES,
  type SyncCall,
  type TraceEvent,
  upcase,
  win32Of,
} from '../../sim/mod.ts'
import { type CrashSpec, parseSyncFlags, type SyncStep } from '../language/mod.ts'
import { scriptedCaller } from './caller.ts'
import { uncPath } from './paths.ts'
import {
  type ConflictRecord,
  type Failure,
  type ItemRecord,
  judgeAutomatically,
  judgeRound,
  nextOriginals,
  type Opinion,
  type ProgressRecord,
  type RoundFacts,
  type RoundRecord,
  type Trees,
} from '../judge/mod.ts'
import { FIRST_USER, type Stage } from './stage.ts'

/** Runs the call of a step; its record and what is wrong with it. */
export async function runRound(
  stage: Stage,
  step: SyncStep,
  index: number,
): Promise<{ readonly round: RoundRecord; readonly failures: readonly Failure[] }> {
  const { host, ledger, engine } = stage
  const number = stage.rounds.length + 1
  const call = callOf(step)
  const before = stage.trees()
  const firstEvent = host.trace.length
  const scripted = scriptedCaller(step)
  const result = await host.runAny(engine.synchronize(call), {
    actor: 'engine',
    scope: `round ${number}`,
    caller: scripted.caller,
    still: step.clock === 'still',
    ...(step.crash === undefined ? {} : { interrupt: crashAt(step.crash) }),
  })
  const events = host.trace.slice(firstEvent)
  const after = stage.trees()
  const conflicts = conflictsOf(events)
  const returned = result.ended === 'returned' ? checkReturned(result.value) : undefined
  const interrupted = result.ended === 'crashed' || scripted.stopped()
  const facts = factsOf(stage, {
    call,
    before,
    after,
    conflicts,
    progress: scripted.progress,
    returned,
    interrupted,
  })
  const opinions = judgeRound(facts)
  const round: RoundRecord = {
    round: number,
    step: index,
    paths: call.paths,
    flags: call.flags,
    returned,
    crashedAt: result.ended === 'crashed' ? result.at : undefined,
    cancelled: scripted.stopped(),
    progress: scripted.progress,
    items: itemsOf(events, scripted.progress, opinions),
    conflicts,
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
    scripted: isScripted(step),
  })
  ledger.originals = nextOriginals(facts, opinions)
  ledger.noteConflicts(conflicts)
  return { round, failures: [...oracleFailures(opinions, number), ...automatic] }
}

function callOf(step: SyncStep): SyncCall {
  const paths = step.paths?.map((path) => typeof path === 'string' ? uncPath(path) : path.raw) ?? null
  const { user = FIRST_USER } = step
  return {
    paths,
    flags: parseSyncFlags(step.flags),
    user,
    conflictHandler: false,
  }
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

/** A round with a script of its own may end otherwise than an identical call after it. */
function isScripted(step: SyncStep): boolean {
  return step.crash !== undefined || step.cancelAfter !== undefined || step.progress !== undefined
}

function crashAt(spec: CrashSpec): (pending: Pending) => Interruption | undefined {
  let met = 0
  return ({ request, path }) => {
    const samePath = spec.path === undefined || upcase(path ?? '') === upcase(uncPath(spec.path))
    const sameWork = spec.operation === undefined || request.operation?.name === spec.operation
    if (request.kind !== spec.request || !samePath || !sameWork) return undefined
    met++
    return met === (spec.nth ?? 1) ? { crash: spec.when } : undefined
  }
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

function factsOf(
  stage: Stage,
  seen: {
    readonly call: SyncCall
    readonly before: Trees
    readonly after: Trees
    readonly conflicts: readonly ConflictRecord[]
    readonly progress: readonly ProgressRecord[]
    readonly returned: number | undefined
    readonly interrupted: boolean
  },
): RoundFacts {
  const { ledger, world } = stage
  const { call, progress, ...rest } = seen
  const results = progress.filter(({ reason }) => reason === 3)
  return {
    ...rest,
    flags: call.flags,
    paths: call.paths,
    originals: ledger.originals,
    results: new Map(results.map(({ path, result }) => [upcase(path), win32Of(result)])),
    conflictsBefore: new Set(ledger.conflicts.keys()),
    pins: ledger.pins,
    unreachable: new Set(world.servers.filter((server) => !server.reachable).map(({ name }) => upcase(name))),
    deletedAt: ledger.deletedAt,
  }
}

/** What became of each item: as the engine logged it, as the caller was told, as the oracle sees it. */
function itemsOf(
  events: readonly TraceEvent[],
  progress: readonly ProgressRecord[],
  opinions: readonly Opinion[],
): readonly ItemRecord[] {
  const items = new Map<string, ItemRecord>()
  const words = new Map(opinions.map((opinion) => [upcase(opinion.path), opinion.words]))
  const put = (path: string, change: Partial<ItemRecord>): void => {
    const key = upcase(path)
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
