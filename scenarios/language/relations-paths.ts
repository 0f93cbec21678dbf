/** Paths that lie on no share, or on the wrong one. */

import { fromSlashes, partsOf } from '../../sim/mod.ts'
import { quoted } from './field.ts'
import type { StepFlaw } from './flaw.ts'
import { didYouMean } from './nearest.ts'
import { type NumberedStep, shareAt, sharesOf } from './numbered-step.ts'
import { hasRawPath, innerSteps, type NamedPath, pathsOf } from './step-paths.ts'
import type { RenameStep, Step, SyncStep } from './steps.ts'

/** Paths on no share of the scenario, and moves from one share to another. */
export function pathFlaws(steps: readonly NumberedStep[]): readonly StepFlaw[] {
  const shares = sharesOf(steps).map(({ path }) => path)
  const calls = steps.flatMap(({ step }) => step.do === 'sync' ? [step] : [])
  return steps.flatMap(({ index, step }) => {
    const anywhere = mayBeAnywhere(step, calls)
    const lost = pathsOf(step)
      .filter(({ path, at }) => shareAt(path, shares) === undefined && !(anywhere && at[2] !== 'steps'))
      .map((named) => offShare(index, named, shares))
    return lost.length > 0 ? lost : movesBetween(step, shares).map((flaw) => ({ ...flaw, step: index }))
  })
}

/** A round that is given raw paths may report items that lie on no share; what others do meanwhile has its share. */
function mayBeAnywhere(step: Step, calls: readonly SyncStep[]): boolean {
  if (step.do === 'sync') return hasRawPath(step)
  const call = 'round' in step ? calls[step.round - 1] : undefined
  return call !== undefined && hasRawPath(call)
}

function offShare(step: number, { path, at }: NamedPath, shares: readonly string[]): StepFlaw {
  const share = `//${partsOf(fromSlashes(path)).slice(0, 2).join('/')}`
  const hint = shares.length === 0
    ? `Make the share first, with a step "share" for ${quoted([share])}`
    : didYouMean(share, shares) ?? `The shares of this scenario are ${quoted(shares)}`
  return { step, at, message: `${quoted([path])} lies on no share of this scenario`, hint }
}

function movesBetween(step: Step, shares: readonly string[]): readonly Omit<StepFlaw, 'step'>[] {
  if (step.do === 'rename') return moveFlaws(step, shares)
  return innerSteps(step).flatMap((inner) =>
    movesBetween(inner.step, shares).map((flaw) => ({ ...flaw, at: [...inner.at, ...flaw.at] }))
  )
}

function moveFlaws({ path, to }: RenameStep, shares: readonly string[]): readonly Omit<StepFlaw, 'step'>[] {
  if (shareAt(path, shares) === shareAt(to, shares)) return []
  return [{
    at: ['to'],
    message: `${quoted([to])} lies on another share than ${quoted([path])}`,
    hint: 'An item can only be moved within its share: write the one and remove the other',
  }]
}
