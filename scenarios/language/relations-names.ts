/** Names of shares, servers, clients and users that are not there, or not there yet. */

import { quoted } from './field.ts'
import type { StepFlaw } from './flaw.ts'
import { didYouMean } from './nearest.ts'
import { type AllKnown, type NumberedStep, samePath, serverOf } from './numbered-step.ts'
import { type NamedKind, namesOf, type Naming } from './step-paths.ts'
import { FIRST_CLIENT, FIRST_USER, type Step, type Verb } from './steps.ts'

/** The verb whose steps make what has such a name. */
const MAKER = { share: 'share', server: 'share', client: 'client', user: 'user' } as const satisfies Record<
  NamedKind,
  Verb
>

/** Every name that means nothing where it stands. */
export function nameFlaws(steps: readonly NumberedStep[], allKnown: AllKnown): readonly StepFlaw[] {
  return steps.flatMap(({ index, step }, place) =>
    namesOf(step).filter(({ kind }) => allKnown(MAKER[kind])).flatMap((naming) => {
      const before = madeBy(steps.slice(0, place), naming.kind)
      if (before.some((name) => isNamed(name, naming))) return []
      const later = madeBy(steps.slice(place), naming.kind).some((name) => isNamed(name, naming))
      return [{ step: index, at: naming.at, ...describe(naming, before, later) }]
    })
  )
}

/** The names that steps give, each once, those that are always there included. */
function madeBy(steps: readonly NumberedStep[], kind: NamedKind): readonly string[] {
  const first = kind === 'client' ? [FIRST_CLIENT] : kind === 'user' ? [FIRST_USER] : []
  return [...new Set([...first, ...steps.flatMap(({ step }) => nameMade(step, kind))])]
}

function nameMade(step: Step, kind: NamedKind): readonly string[] {
  if (step.do !== MAKER[kind]) return []
  if (step.do === 'share') return [kind === 'server' ? serverOf(step.path) : step.path]
  return 'name' in step ? [step.name] : []
}

/** Servers are the same in any case; other names stand in texts and constants, and are taken as they are. */
function isNamed(made: string, { kind, name }: Naming): boolean {
  return kind === 'server' ? samePath(made, name) : made === name
}

function describe(
  { kind, name }: Naming,
  before: readonly string[],
  later: boolean,
): Pick<StepFlaw, 'message' | 'hint'> {
  const what = quoted([name])
  if (later) {
    return kind === 'server'
      ? { message: `No share lies on the server ${what} yet`, hint: 'Make the share before this step' }
      : { message: `The ${kind} ${what} is not made yet`, hint: 'Make it before this step' }
  }
  const known = before.length === 0 ? undefined : `The ${kind}s of this scenario are ${quoted(before)}`
  const near = didYouMean(name, before)
  if (kind === 'server') {
    return {
      message: `No share lies on the server ${what}`,
      hint: near ?? known ?? 'Make a share on it first',
    }
  }
  const make = `make it first, with a step "${kind}"`
  return {
    message: `There is no ${kind} ${what}`,
    hint: near ?? (known === undefined ? `M${make.slice(1)}` : `${known}; ${make}`),
  }
}
