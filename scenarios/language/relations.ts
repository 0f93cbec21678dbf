/** What can be wrong between steps that are sound in themselves. */

import type { StepFlaw } from './flaw.ts'
import type { AllKnown, NumberedStep } from './numbered-step.ts'
import { fileFlaws } from './relations-files.ts'
import { nameFlaws } from './relations-names.ts'
import { pathFlaws } from './relations-paths.ts'
import { settingUpFlaws } from './relations-setting-up.ts'

/** What is wrong between steps: things that are not there, or there too late, or there twice. */
export function relationFlaws(steps: readonly NumberedStep[], allKnown: AllKnown): readonly StepFlaw[] {
  return [
    ...settingUpFlaws(steps, allKnown),
    ...(allKnown('share') ? pathFlaws(steps) : []),
    ...nameFlaws(steps, allKnown),
    ...(allKnown('open') ? fileFlaws(steps) : []),
    ...(allKnown('sync') ? roundsToCome(steps) : []),
  ]
}

function roundsToCome(steps: readonly NumberedStep[]): readonly StepFlaw[] {
  let rounds = 0
  return steps.flatMap(({ index, step }) => {
    if (step.do === 'sync') rounds++
    if (!('round' in step) || step.round <= rounds) return []
    const hint = rounds === 0
      ? 'Put a step "sync" before it'
      : `Put the call before what is expected of it; so far there ${
        rounds === 1 ? 'is 1 call' : `are ${rounds} calls`
      }`
    return [{ step: index, at: ['round'], message: `There is no call ${step.round} before this step`, hint }]
  })
}
