/** What can be wrong between steps: shares, servers and rounds that are not there, or there too late. */

import { foldPath, fromSlashes, isWithin, partsOf } from '../../sim/mod.ts'
import { didYouMean } from './nearest.ts'
import { quoted } from './field.ts'
import type { StepFlaw } from './flaw.ts'
import { hasRawPath, type NamedPath, pathsOf } from './step-paths.ts'
import type { ShareStep, Step, SyncStep } from './steps.ts'

/** A step with its index in the list. */
export interface NumberedStep {
  readonly index: number
  readonly step: Step
}

/** Whether all steps that make shares, and all that make rounds, could be read. */
export interface Known {
  readonly shares: boolean
  readonly rounds: boolean
}

/** What is wrong between steps that are sound in themselves. */
export function relationFlaws(steps: readonly NumberedStep[], known: Known): readonly StepFlaw[] {
  return [
    ...misplacedShares(steps),
    ...(known.shares ? [...pathsOffShares(steps), ...serversWithoutShare(steps)] : []),
    ...(known.rounds ? roundsToCome(steps) : []),
  ]
}

/** The share of a list that a path lies on, case aside, or `undefined`. */
export function shareAt(path: string, shares: readonly string[]): string | undefined {
  return shares.find((share) => isWithin(fromSlashes(path), fromSlashes(share)))
}

function misplacedShares(steps: readonly NumberedStep[]): readonly StepFlaw[] {
  const flaws: StepFlaw[] = []
  const seen = new Set<string>()
  let begun: Step | undefined
  for (const { index, step } of steps) {
    if (step.do !== 'share') {
      if (!['wait', 'unreachable', 'reachable', 'note'].includes(step.do)) begun ??= step
      continue
    }
    const key = foldPath(step.path)
    if (seen.has(key)) {
      const hint = 'Give one of them another name, or put both trees into one step'
      flaws.push({
        step: index,
        at: ['path'],
        message: `The share ${quoted([step.path])} is made twice`,
        hint,
      })
    } else if (begun !== undefined) {
      const hint = 'Make all shares before the first edit, call or expectation'
      const message = `The share ${quoted([step.path])} comes after a step "${begun.do}"`
      flaws.push({ step: index, at: ['path'], message, hint })
    }
    seen.add(key)
  }
  return flaws
}

function pathsOffShares(steps: readonly NumberedStep[]): readonly StepFlaw[] {
  const shares = sharesOf(steps).map(({ path }) => path)
  const calls = callsOf(steps)
  return steps.flatMap(({ index, step }) => {
    if (mayBeAnywhere(step, calls)) return []
    const flaws = pathsOf(step).filter(({ path }) => shareAt(path, shares) === undefined)
      .map((named) => offShare(index, named, shares))
    return flaws.length === 0 && step.do === 'rename' &&
        shareAt(step.path, shares) !== shareAt(step.to, shares)
      ? [{
        step: index,
        at: ['to'],
        message: `${quoted([step.to])} lies on another share than ${quoted([step.path])}`,
        hint: 'An item can only be moved within its share: write the one and remove the other',
      }]
      : flaws
  })
}

/** A round that is given raw paths may report items that lie on no share. */
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

function serversWithoutShare(steps: readonly NumberedStep[]): readonly StepFlaw[] {
  const servers = sharesOf(steps).map(({ path }) => `//${partsOf(fromSlashes(path))[0]}`)
  return steps.flatMap(({ index, step }) => {
    if (step.do !== 'unreachable' && step.do !== 'reachable') return []
    if (servers.some((server) => foldPath(server) === foldPath(step.server))) return []
    const hint = didYouMean(step.server, servers) ??
      (servers.length === 0
        ? 'Make a share on it first'
        : `The servers of this scenario are ${quoted(servers)}`)
    return [{
      step: index,
      at: ['server'],
      message: `No share lies on the server ${quoted([step.server])}`,
      hint,
    }]
  })
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

function sharesOf(steps: readonly NumberedStep[]): readonly ShareStep[] {
  return steps.flatMap(({ step }) => step.do === 'share' ? [step] : [])
}

function callsOf(steps: readonly NumberedStep[]): readonly SyncStep[] {
  return steps.flatMap(({ step }) => step.do === 'sync' ? [step] : [])
}
