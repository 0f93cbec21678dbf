/** Asks the oracle about a deviation and the calls after it, round by round. */

import { CsclabError, isWithin, upcase } from '../../sim/mod.ts'
import type { Failure } from '../judge/mod.ts'
import type { SyncStep } from '../language/mod.ts'
import { moveClock, runRound, type Stage } from '../run/parts.ts'
import type { Course } from './course.ts'
import { deviated, type Point, undisturbed } from './point.ts'
import { mend } from './recover.ts'

/**
 * What the oracle, or an expectation that all rounds have, does not allow; what it does not allow without the deviation either is
 * left out. So are the directories above what others change in the middle of a call: the oracle does not know when they did.
 */
export async function judgeByOracle(
  course: Course,
  point: Point,
  syncs: number,
): Promise<readonly Failure[]> {
  const found = await objections(course, deviated(course.step, point.script), syncs)
  if (found.length === 0) return []
  const anyway = new Set((await objections(course, course.step, syncs)).map(({ message }) => message))
  const raced = point.race?.touched ?? []
  return found.filter(({ message, path = '' }) =>
    !anyway.has(message) && !raced.some((touched) => isWithin(upcase(touched), upcase(path)))
  )
}

async function objections(
  { base, step, index }: Course,
  first: SyncStep,
  syncs: number,
): Promise<readonly Failure[]> {
  const stage = base.fork()
  const found = [...await judged(stage, first, index)]
  mend(stage, base)
  const plain = undisturbed(step)
  for (let call = 1; call <= syncs; call++) {
    moveClock(stage, plain)
    found.push(...await judged(stage, plain, index))
  }
  return found
}

async function judged(stage: Stage, step: SyncStep, index: number): Promise<readonly Failure[]> {
  try {
    const { round, failures } = await runRound(stage, step, index)
    stage.rounds.push(round)
    return failures.filter((failure) =>
      failure.kind === 'oracle' || (failure.kind === 'automatic' && !isAboutRepetition(failure))
    )
  } catch (error) {
    if (!(error instanceof CsclabError) || error.code !== 'protocol') throw error
    return [{ kind: 'engine', message: error.message, ids: [] }]
  }
}

/** Whether the calls come to rest is told by the calls themselves: one may leave work for the next (P15.72). */
function isAboutRepetition({ ids }: Failure): boolean {
  return ids.includes('P2.14')
}
