/** Shares, servers, clients and users that are made twice, too late, or for nothing. */

import { quoted } from './field.ts'
import type { StepFlaw } from './flaw.ts'
import { type AllKnown, type NumberedStep, samePath, serverOf, sharesOf } from './numbered-step.ts'
import { isAccess, isEditing, isExpectation, isSettingUp, isState } from './step-kinds.ts'
import { FIRST_CLIENT, FIRST_USER, type ServerStep, type SettingUpStep, type Step } from './steps.ts'

/** What is wrong with the steps that make the world. */
export function settingUpFlaws(steps: readonly NumberedStep[], allKnown: AllKnown): readonly StepFlaw[] {
  const flaws: StepFlaw[] = []
  const made: SettingUpStep[] = []
  let begun: Step | undefined
  for (const { index, step } of steps) {
    if (begins(step)) begun ??= step
    if (!isSettingUp(step)) continue
    const flaw = twiceMade(step, made) ?? tooLate(step, begun) ??
      (step.do === 'server'
        ? profileFlaw(step, made, allKnown('share') ? sharesOf(steps) : undefined)
        : undefined)
    if (flaw !== undefined) flaws.push({ step: index, at: [fieldOf(step)], ...flaw })
    made.push(step)
  }
  return flaws
}

type Wrong = Pick<StepFlaw, 'message' | 'hint'>

/** Steps that act on what has been made; the others only change what surrounds it. */
function begins(step: Step): boolean {
  return step.do === 'sync' || isEditing(step) || isAccess(step) || isState(step) || isExpectation(step)
}

function fieldOf(step: SettingUpStep): 'path' | 'name' {
  return step.do === 'client' || step.do === 'user' ? 'name' : 'path'
}

function nameOf(step: SettingUpStep): string {
  return step.do === 'client' || step.do === 'user' ? step.name : step.path
}

function twiceMade(step: SettingUpStep, made: readonly SettingUpStep[]): Wrong | undefined {
  const name = nameOf(step)
  const first = { client: FIRST_CLIENT, user: FIRST_USER, server: undefined, share: undefined }[step.do]
  if (first !== undefined && samePath(name, first)) {
    return {
      message: `The ${step.do} ${quoted([name])} is always there`,
      hint: `Leave the step out, or give the ${step.do} another name`,
    }
  }
  const other = made.some((before) => before.do === step.do && samePath(nameOf(before), name))
  if (!other) return undefined
  if (step.do === 'server') {
    return {
      message: `The server ${quoted([name])} has two profiles`,
      hint: 'Put all that is to be said of it into one step',
    }
  }
  const both = step.do === 'share' ? 'put both trees into one step' : 'leave one of them out'
  return {
    message: `The ${step.do} ${quoted([name])} is made twice`,
    hint: `Give one of them another name, or ${both}`,
  }
}

function tooLate(step: SettingUpStep, begun: Step | undefined): Wrong | undefined {
  if (begun === undefined) return undefined
  return {
    message: `The ${step.do} ${quoted([nameOf(step)])} comes after a step "${begun.do}"`,
    hint: step.do === 'server'
      ? 'Tell of all servers before the first edit, call or expectation'
      : `Make all ${step.do}s before the first edit, call or expectation`,
  }
}

function profileFlaw(
  { path }: ServerStep,
  made: readonly SettingUpStep[],
  shares: readonly { readonly path: string }[] | undefined,
): Wrong | undefined {
  const share = made.find((before) => before.do === 'share' && samePath(serverOf(before.path), path))
  if (share !== undefined) {
    return {
      message: `The server ${quoted([path])} comes after its share ${quoted([nameOf(share)])}`,
      hint: 'Tell of a server before its first share',
    }
  }
  if (shares === undefined || shares.some((other) => samePath(serverOf(other.path), path))) return undefined
  return {
    message: `No share lies on the server ${quoted([path])}`,
    hint: 'Make a share on it, or leave the step out',
  }
}
