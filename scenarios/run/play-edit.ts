/** Plays the steps by which people and programs change files, hold them open, and bring the cache into states. */

import { type ArrangeCall, ERROR, findCode, isFailure, type OperationResult } from '../../sim/mod.ts'
import type { EditingStep, StateStep } from '../language/mod.ts'
import type { Failure } from '../judge/mod.ts'
import { doerOf, noteClosed, noteOpened, operationOf, type ProgramStep } from './edit.ts'
import { sideOf, uncPath } from './paths.ts'
import { isCalling, playCall } from './play-call.ts'
import { arrangementOf } from './state-steps.ts'
import type { Stage } from './stage.ts'
import { changesOf, type WorldStep } from './world-steps.ts'

/** Plays an edit; what is wrong with its answer. */
export async function playEdit(stage: Stage, step: EditingStep, index: number): Promise<readonly Failure[]> {
  const { code } = await perform(stage, step, scopeOf(index))
  return answered(`${DEEDS[step.do] ?? 'The edit of'} "${uncPath(step.path)}"`, code, step)
}

/** Performs a step on its side; what an application does on a client, the harness's memory of it takes in. */
async function perform(
  stage: Stage,
  step: EditingStep | (ProgramStep & { readonly do: 'open' }),
  scope: string,
): Promise<OperationResult> {
  const side = sideOf(step.side)
  const doer = doerOf(step, scope)
  const { client } = doer
  const before = stage.trees(client)
  const now = stage.now(client)
  const result = await stage.perform(side, operationOf(step, stage), doer)
  if (side === 'cache') {
    const after = stage.trees(client)
    const removed = result.code === ERROR.SUCCESS ? takenAway(step) : undefined
    const named = [step.path, ...(step.do === 'rename' ? [step.to] : [])].map(uncPath)
    stage.ledger(client).noteEdit({ before: before.local, after: after.local }, { now, removed, named })
    // The step itself may have taken the share offline, or online again.
    if (stage.world.connection(uncPath(step.path), client).online) {
      stage.ledger(client).noteOnline(before, after)
    }
  }
  return result
}

/** The path under which an edit leaves nothing. */
function takenAway(step: EditingStep | ProgramStep): string | undefined {
  if (step.do === 'rename') return uncPath(step.path)
  return step.do === 'remove' && step.stream === undefined ? uncPath(step.path) : undefined
}

/** Words for what is no edit. */
const DEEDS: Readonly<Partial<Record<EditingStep['do'], string>>> = { read: 'Reading', list: 'Listing' }

/** Plays the opening or closing of a file. */
export async function playProgram(
  stage: Stage,
  step: ProgramStep,
  index: number,
): Promise<readonly Failure[]> {
  if (step.do === 'close') {
    const operation = operationOf(step, stage)
    const program = stage.programs.get(step.handle)
    const { code } = await stage.perform(program?.side ?? 'cache', operation, {
      ...program?.doer,
      ...doerOf(step, scopeOf(index)),
    })
    noteClosed(stage, step)
    return answered(`Closing "${step.handle}"`, code, {})
  }
  const result = await perform(stage, step, scopeOf(index))
  noteOpened(stage, step, { result, doer: doerOf(step, scopeOf(index)) })
  return answered(`Opening "${uncPath(step.path)}"`, result.code, step)
}

/** Plays a step that brings an item of the cache into a state. */
export async function playState(stage: Stage, step: StateStep, index: number): Promise<readonly Failure[]> {
  const { client } = step
  const doer = { scope: scopeOf(index), still: step.clock === 'still', client }
  const what = `The step "${step.do}" of "${uncPath(step.path)}"`
  if (isCalling(step)) return answered(what, await playCall(stage, step, doer), step)
  const arrangement: ArrangeCall['arrangement'] = arrangementOf(step)
  const before = stage.trees(client)
  stage.tokens.beforeAct()
  const code = await stage.arrange(arrangement, doer)
  if (step.do === 'ghost') stage.tokens.afterGhost()
  if (code === ERROR.SUCCESS) {
    stage.ledger(client).noteArrangement(arrangement, { before, after: stage.trees(client) }, stage.pins)
  }
  return answered(what, code, step)
}

/** Plays a step that changes what surrounds the files. */
export function playChanges(stage: Stage, step: WorldStep, index: number): readonly Failure[] {
  return changesOf(step, stage.world).flatMap((change) => {
    const reply = stage.host.change(change, scopeOf(index))
    const path = 'path' in step ? { path: step.path } : {}
    return answered(`The step "${step.do}"`, isFailure(reply) ? reply.code : ERROR.SUCCESS, path)
  })
}

function scopeOf(index: number): string {
  return `step ${index + 1}`
}

/** What is wrong with a code, where a step names another or none. */
export function answered(
  what: string,
  code: number,
  step: { readonly path?: string; readonly fails?: number },
): readonly Failure[] {
  const { fails, path } = step
  const expected = fails ?? ERROR.SUCCESS
  if (code === expected) return []
  return [{
    kind: fails === undefined ? 'error' : 'expectation',
    message: `${what} was answered with ${code}`,
    expected: codeText(expected),
    actual: codeText(code),
    ...(path === undefined ? {} : { path: uncPath(path) }),
    ids: [],
    ...(fails === undefined
      ? { hint: `If the refusal is what the scenario shows, write { fails: ${code} }` }
      : {}),
  }]
}

function codeText(code: number): string {
  return `${code} ${findCode(code)?.name ?? ''}`.trim()
}
