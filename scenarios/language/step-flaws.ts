/** All that is wrong with the steps of a scenario: with each, and between them. */

import { expandEscapes } from './expand-escapes.ts'
import { type Flaw, flawsIn, type StepFlaw } from './flaw.ts'
import type { NumberedStep } from './numbered-step.ts'
import { relationFlaws } from './relations.ts'
import { STEP } from './schema.ts'
import { ruleFlaws } from './step-rules.ts'
import type { Step, Verb } from './steps.ts'
import { isMeanwhile } from './sync-types.ts'
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
    if (isSound(value, own)) {
      const step = expandEscapes(structuredClone(value))
      flaws.push(...ruleFlaws(step).map((flaw) => ({ ...flaw, step: index })))
      good.push({ index, step })
    } else broken.push(verbOf(value))
  }
  const relations = relationFlaws(good, (verb) => broken.every((other) => !mayHold(other, verb)))
  return [...flaws, ...relations].sort((a, b) => a.step - b.step)
}

/** A broken call may hold any step that happens during one. */
function mayHold(broken: unknown, verb: Verb): boolean {
  return !isVerb(broken) || broken === verb || broken === 'sync' && isMeanwhile(verb)
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
