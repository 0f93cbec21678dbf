/** Runs one scenario: step by step, on a stage of its own. */

import { dirname } from 'node:path'
import {
  CsclabError,
  type Engine,
  FIRST_CLIENT,
  type Position,
  SECOND,
  TraceHash,
  traceText,
  type Tree,
} from '../../sim/mod.ts'
import {
  type ExpectationStep,
  type FaultStep,
  isEditing,
  isExpectation,
  isFolder,
  isSettingUp,
  isState,
  type NamedScenario,
  positionOf,
  scenarioTexts,
  type Step,
} from '../language/mod.ts'
import { findRequirement } from '../requirements/mod.ts'
import {
  checkExpectation,
  type Failure,
  type ScenarioResult,
  type StepRecord,
  Unsupported,
  type Verdict,
} from '../judge/mod.ts'
import { playChanges, playEdit, playProgram, playState } from './play-edit.ts'
import { runRound } from './round.ts'
import { neverMet } from './round-script.ts'
import { setUp } from './set-up.ts'
import { Stage } from './stage.ts'
import { faultOf } from './world-steps.ts'

/** How a scenario is run. */
export interface RunScenarioOptions {
  readonly engine: Engine
  /** Milliseconds from any moment on; without it every duration is 0. */
  readonly stopwatch?: () => number
  /** False for folders of the disk that must not be read; without it all may be. */
  readonly canRead?: (folder: string) => boolean
}

/**
 * Runs a scenario on an engine. Nothing is thrown for what a scenario or an engine does: it is in the result.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { createEngine } from 'csclab/engine'
 * import { runScenario, scenario } from 'csclab/scenarios'
 *
 * const edited = scenario({ title: 'A local edit reaches the server', covers: ['SYNC-07'] }, ({ share, sync }) => {
 *   const docs = share('//hq/docs', { 'plan.txt': 'first draft' })
 *   docs.local.write('plan.txt', 'second draft')
 *   sync(docs, 'in | out').returns(0)
 *   docs.server.holds('plan.txt', 'second draft')
 * })
 * const named = { id: 'docs/edited', scenario: edited, position: undefined }
 * const result = await runScenario(named, { engine: createEngine() })
 * assert.equal(result.verdict, 'pass')
 * ```
 */
export async function runScenario(
  named: NamedScenario,
  options: RunScenarioOptions,
): Promise<ScenarioResult> {
  const { engine, stopwatch = () => 0 } = options
  const started = stopwatch()
  const { id, scenario, position } = named
  const stage = new Stage(engine)
  const told = await play(stage, named, options.canRead ?? (() => true))
  const { fates, failures: losses } = stage.tokens.settle(stage.allTrees())
  const last = stage.trees()
  // Where a step broke off, its writes have no end that could be judged.
  const isWhole = !told.failures.some(({ kind }) => kind === 'error' || kind === 'engine')
  const failures = isWhole ? [...told.failures, ...losses] : told.failures
  const fromDisk = scenario.steps.some((step) => step.do === 'share' && isFolder(step.tree))
  return {
    id,
    title: scenario.title,
    position,
    tags: scenario.tags,
    covers: scenario.covers,
    verdict: verdictOf({ ...told, failures }),
    reason: told.unsupported,
    failures,
    steps: told.steps,
    rounds: stage.rounds,
    fates,
    first: stage.first(),
    last,
    others: othersOf(stage),
    trace: stage.host.trace,
    traceHash: fromDisk ? undefined : hashOf(stage),
    durationMs: stopwatch() - started,
  }
}

/** The caches of all clients but the first, as they are. */
function othersOf({ world }: Stage): ReadonlyMap<string, Tree> {
  const names = world.clients.map(({ name }) => name).filter((name) => name !== FIRST_CLIENT)
  return new Map(names.map((name) => [name, world.tree('cache', name)]))
}

interface Told {
  readonly steps: readonly StepRecord[]
  readonly failures: readonly Failure[]
  readonly unsupported: string | undefined
}

async function play(stage: Stage, named: NamedScenario, canRead: Playing['canRead']): Promise<Told> {
  const steps: StepRecord[] = []
  const failures: Failure[] = []
  const texts = scenarioTexts(named.scenario)
  const standing: FaultStep[] = []
  let unsupported: string | undefined
  const choice = named.scenario.covers.find((id) => isDeclaredAway(stage.engine, id))
  if (choice !== undefined) {
    const reason = `${choice}: ${stage.engine.otherChoices?.[choice] ?? ''}`
    return { steps, failures, unsupported: `The engine makes another choice on ${reason}` }
  }
  for (const [index, step] of named.scenario.steps.entries()) {
    const at = stage.world.now
    const position = positionOf(step)
    try {
      const found = await playStep(stage, { step, index, named, canRead, standing })
      failures.push(...found.map((failure) => position === undefined ? failure : { position, ...failure }))
      steps.push({
        index,
        text: texts[index] ?? step.do,
        verb: step.do,
        position,
        at,
        ok: found.length === 0,
      })
    } catch (error) {
      if (error instanceof Unsupported) {
        unsupported ??= error.message
        steps.push({ index, text: texts[index] ?? step.do, verb: step.do, position, at, ok: true })
        if (isExpectation(step)) continue
        return { steps, failures, unsupported }
      }
      failures.push(brokenStep(error, position))
      steps.push({ index, text: texts[index] ?? step.do, verb: step.do, position, at, ok: false })
      return { steps, failures, unsupported }
    }
    moveClock(stage, step)
  }
  failures.push(...missedFaults(stage, standing))
  return { steps, failures, unsupported }
}

/** Faults that stand at the end and never struck: they were put in the wrong place. */
function missedFaults(stage: Stage, standing: readonly FaultStep[]): readonly Failure[] {
  const missed = standing.filter((_, i) => stage.host.faults?.isUnmet(i) === true)
  return missed.map((step) => {
    const position = positionOf(step)
    return { ...neverMet('Any session', step), ...(position === undefined ? {} : { position }) }
  })
}

/** Only what this project chose where documents are silent can be chosen otherwise. */
function isDeclaredAway({ otherChoices }: Engine, id: string): boolean {
  return otherChoices?.[id] !== undefined && findRequirement(id)?.evidence === 'proposed'
}

/** Between two steps a second passes, unless the first is an expectation or stands `still`. */
export function moveClock(stage: Stage, step: Step): void {
  if (step.do === 'wait') stage.world.advance(Math.round(step.seconds * SECOND))
  else if (!isExpectation(step) && step.clock !== 'still') stage.world.advance(SECOND)
}

/** A step to be played, and what it is played with. */
export interface Playing {
  readonly step: Step
  readonly index: number
  readonly named: NamedScenario
  readonly canRead: (folder: string) => boolean
  /** The steps whose faults stand, in the order of the plan. */
  readonly standing: FaultStep[]
}

/** Plays one step; what is wrong with what came of it. */
export async function playStep(stage: Stage, playing: Playing): Promise<readonly Failure[]> {
  const { step, index, named } = playing
  if (isSettingUp(step)) {
    const { position } = named
    setUp(stage, step, {
      from: position === undefined ? '.' : dirname(position.file),
      canRead: playing.canRead,
    })
    return []
  }
  if (!isSetUpLater(named.scenario.steps, index)) await stage.begin()
  if (isExpectation(step)) return await expectation(stage, step, named)
  if (isEditing(step)) return await playEdit(stage, step, index)
  if (isState(step)) return await playState(stage, step, index)
  switch (step.do) {
    case 'open':
    case 'close':
      return await playProgram(stage, step, index)
    case 'sync': {
      const { round, failures } = await runRound(stage, step, index)
      stage.rounds.push(round)
      return failures
    }
    case 'fault':
      stage.addFault(faultOf(step))
      playing.standing.push(step)
      return []
    case 'clear-faults':
      stage.host.faults = undefined
      playing.standing.length = 0
      return []
    case 'wait':
    case 'note':
      return []
    default:
      return playChanges(stage, step, index)
  }
}

/** A policy, a note or a wait may come before a share, which the engine takes up with the others. */
function isSetUpLater(steps: readonly Step[], index: number): boolean {
  return steps.findLastIndex(isSettingUp) > index
}

async function expectation(
  stage: Stage,
  step: ExpectationStep,
  named: NamedScenario,
): Promise<readonly Failure[]> {
  const mismatch = await checkExpectation(stage, step)
  if (mismatch === undefined) return []
  const { what, ...rest } = mismatch
  const ids = step.because === undefined ? named.scenario.covers : [step.because]
  return [{ kind: 'expectation', message: what, ids, ...rest }]
}

/** What a step or an engine threw, as a failure: its own words, no stack. */
function brokenStep(error: unknown, position: Position | undefined): Failure {
  const isOurs = error instanceof CsclabError
  const text = error instanceof Error ? error.message : String(error)
  const hint = isOurs ? error.hint : 'This is a bug in csclab; please report it with the scenario'
  return {
    kind: isOurs && error.code === 'protocol' ? 'engine' : 'error',
    message: text,
    ids: [],
    ...(position === undefined ? {} : { position }),
    ...(hint === undefined ? {} : { hint }),
  }
}

/** What came first decides: once an engine has failed, a later step may break for no fault of the scenario. */
function verdictOf(told: Told): Verdict {
  const [first] = told.failures
  if (first !== undefined) return first.kind === 'error' ? 'error' : 'fail'
  return told.unsupported === undefined ? 'pass' : 'unsupported'
}

function hashOf({ host }: Stage): string {
  const hash = new TraceHash()
  if (host.trace.length > 0) hash.addLine(traceText(host.trace))
  return hash.digest()
}
