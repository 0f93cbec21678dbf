/** All that is wrong with the steps of a scenario: with each, and between them. */

import { type Flaw, flawsIn, type StepFlaw } from './flaw.ts'
import { type NumberedStep, relationFlaws } from './relations.ts'
import { STEP } from './schema.ts'
import type { Step } from './steps.ts'
import { isVerb } from './verbs.ts'

/**
 * Judges values that should be steps. A step that is flawed in itself takes no part in what is judged between steps; where
 * it may have been a share or a call, nothing is said that would depend on it.
 */
export function flawsOfSteps(values: readonly unknown[]): readonly StepFlaw[] {
  const flaws: StepFlaw[] = []
  const good: NumberedStep[] = []
  const broken: unknown[] = []
  for (const [index, value] of values.entries()) {
    const own = flawsIn(STEP, value, nameOf(value))
    flaws.push(...own.map((flaw) => ({ ...flaw, step: index })))
    if (isSound(value, own)) good.push({ index, step: value })
    else broken.push(verbOf(value))
  }
  const allKnown = (verb: 'share' | 'sync'): boolean =>
    broken.every((other) => isVerb(other) && other !== verb)
  const relations = relationFlaws(good, { shares: allKnown('share'), rounds: allKnown('sync') })
  return [...flaws, ...relations].sort((a, b) => a.step - b.step)
}

function isSound(value: unknown, flaws: readonly Flaw[]): value is Step {
  return typeof value === 'object' && flaws.length === 0
}

function nameOf(value: unknown): string {
  const verb = verbOf(value)
  return isVerb(verb) ? `step "${verb}"` : 'step'
}

function verbOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'do' in value ? value.do : undefined
}
