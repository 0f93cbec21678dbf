/** Steps in their list, as the checks between them see them. */

import { foldPath, fromSlashes, isWithin, partsOf } from '../../sim/mod.ts'
import type { ShareStep, Step, Verb } from './steps.ts'

/** A step with its index in the list. */
export interface NumberedStep {
  readonly index: number
  readonly step: Step
}

/** Whether all steps of a verb could be read; if not, nothing is said that would depend on them. */
export type AllKnown = (verb: Verb) => boolean

/** The steps that make shares. */
export function sharesOf(steps: readonly NumberedStep[]): readonly ShareStep[] {
  return steps.flatMap(({ step }) => step.do === 'share' ? [step] : [])
}

/** The share of a list that a path lies on, case aside, or `undefined`. */
export function shareAt(path: string, shares: readonly string[]): string | undefined {
  return shares.find((share) => isWithin(fromSlashes(path), fromSlashes(share)))
}

/** The server of a path, as `//server`. */
export function serverOf(path: string): string {
  return `//${partsOf(fromSlashes(path))[0]}`
}

/** True when two paths are the same, case aside. */
export function samePath(one: string, other: string): boolean {
  return foldPath(one) === foldPath(other)
}
