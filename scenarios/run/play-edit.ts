/** Plays the steps by which people and programs change files, hold them open, and bring the cache into states. */

import { type ArrangeCall, ERROR, findCode, isFailure, type OperationResult } from '../../sim/mod.ts'
import type { EditingStep, StateStep } from '../language/mod.ts'
import type { Failure } from '../judge/mod.ts'
import { doerOf, noteClosed, noteOpened, operationOf, type ProgramStep } from './edit.ts'
import { sideOf, uncPath } from './paths.ts'
import { arrangementOf } from './state-steps.ts'
import type { Stage } from './stage.ts'
import { changesOf, type WorldStep } from './world-steps.ts'

/** Plays an edit; what is wrong with its answer. */
export async function playEdit(stage: Stage, step: EditingStep, index: number): Promise<readonly Failure[]> {
  const side = sideOf(step.side)
  const doer = doerOf(step, scopeOf(index))
  const { client } = doer
  const before = stage.trees(client)
  const now = stage.now(client)
  const { code } = await stage.perform(side, operationOf(step, stage), doer)
  if (side === 'cache') {
    const after = stage.trees(client)
    stage.ledger(client).noteDeletions(before.local, after.local, now)
    // The step itself may have taken the share offline, or online again.
    if (stage.world.connection(uncPath(step.path), client).online) {
      stage.ledger(client).noteOnline(before, after)
    }
  }
  return answered(`The edit of "${uncPath(step.path)}"`, code, step)
}

/** Plays the opening or closing of a file. */
export async function playProgram(
  stage: Stage,
  step: ProgramStep,
  index: number,
): Promise<readonly Failure[]> {
  const operation = operationOf(step, stage)
  if (step.do === 'close') {
    const program = stage.programs.get(step.handle)
    const { code } = await stage.perform(program?.side ?? 'cache', operation, {
      ...program?.doer,
      ...doerOf(step, scopeOf(index)),
    })
    noteClosed(stage, step)
    return answered(`Closing "${step.handle}"`, code, {})
  }
  const doer = doerOf(step, scopeOf(index))
  const result: OperationResult = await stage.perform(sideOf(step.side), operation, doer)
  noteOpened(stage, step, { result, doer })
  return answered(`Opening "${uncPath(step.path)}"`, result.code, step)
}

/** Plays a step that brings an item of the cache into a state. */
export async function playState(stage: Stage, step: StateStep, index: number): Promise<readonly Failure[]> {
  const { client } = step
  const arrangement: ArrangeCall['arrangement'] = arrangementOf(step)
  stage.tokens.beforeAct()
  const code = await stage.arrange(arrangement, {
    scope: scopeOf(index),
    still: step.clock === 'still',
    client,
  })
  if (step.do === 'ghost') stage.tokens.afterGhost()
  if (code === ERROR.SUCCESS) stage.ledger(client).noteArrangement(arrangement)
  return answered(`The step "${step.do}" of "${uncPath(step.path)}"`, code, step)
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
