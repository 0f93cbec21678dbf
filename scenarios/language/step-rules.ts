/** What can be wrong with a step whose every field is sound by itself: fields that do not go together. */

import { quoted } from './field.ts'
import type { Flaw } from './flaw.ts'
import { innerSteps } from './step-paths.ts'
import type { PlaceSpec, Step, UnpinStep } from './steps.ts'

/** Every two fields of a step that exclude or need each other, and do not. */
export function ruleFlaws(step: Step): readonly Flaw[] {
  return [
    ...clientFlaws(step),
    ...choiceFlaws(step),
    ...placesIn(step).flatMap(([place, at]) => placeFlaws(place, at, step.do)),
    ...innerSteps(step).flatMap(({ step: inner, at }) =>
      ruleFlaws(inner).map((flaw) => ({ ...flaw, at: [...at, ...flaw.at] }))
    ),
  ]
}

function clientFlaws(step: Step): readonly Flaw[] {
  if (!('side' in step) || !('client' in step)) return []
  if (step.side !== 'server' || step.client === undefined) return []
  return [{
    message: `The step "${step.do}" is about the server, and names the client ${quoted([step.client])}`,
    hint: 'Leave "client" out, or write "side": "local"',
    at: ['client'],
  }]
}

/** Of two fields exactly one must be given. */
function choiceFlaws(step: Step): readonly Flaw[] {
  switch (step.do) {
    case 'set-clock':
    case 'limit-disk':
      return exactlyOne(step, 'server', 'client')
    case 'expect-read':
      return exactlyOne(step, 'content', 'fails')
    case 'unpin':
      return unpinFlaws(step)
    default:
      return []
  }
}

/** A call of Unpin names the pins in its flags. */
function unpinFlaws(step: UnpinStep): readonly Flaw[] {
  const isCall = step.flags !== undefined
  const field = isCall ? 'for' : 'deep'
  if (step[field] === undefined) return []
  return [{
    message: isCall
      ? 'The step "unpin" has both "flags" and "for"'
      : 'The step "unpin" has "deep" but no "flags"',
    hint: isCall ? 'Leave one of them out' : 'Add "flags", or leave "deep" out',
    at: [field],
  }]
}

function exactlyOne(step: Step, one: string, other: string): readonly Flaw[] {
  const both = [one, other].filter((field) => Object.hasOwn(step, field))
  if (both.length === 1) return []
  return [{
    message: `The step "${step.do}" ${both.length === 0 ? 'lacks' : 'has both'} ${quoted([one])} ${
      both.length === 0 ? 'or' : 'and'
    } ${quoted([other])}`,
    hint: both.length === 0 ? 'Add one of them' : 'Leave one of them out',
    at: both.length === 0 ? [] : [other],
  }]
}

type Placed = readonly [place: PlaceSpec, at: readonly (string | number)[]]

function placesIn(step: Step): readonly Placed[] {
  if (step.do === 'fault') return [[step, []]]
  if (step.do !== 'sync') return []
  const { faults = [], during = [], crash } = step
  return [
    ...faults.map((place, index): Placed => [place, ['faults', index]]),
    ...during.map((place, index): Placed => [place, ['during', index]]),
    ...(crash === undefined ? [] : [[crash, ['crash']] as const]),
  ]
}

function placeFlaws(place: PlaceSpec, at: readonly (string | number)[], verb: string): readonly Flaw[] {
  const [field, index] = at
  const what = field === undefined
    ? `The step "${verb}"`
    : `"${field}${index === undefined ? '' : `[${index}]`}" of the step "${verb}"`
  const { address, request, nth, every } = place
  return [
    ...(address === undefined && request === undefined
      ? [{
        message: `${what} lacks "request" or "address"`,
        hint: 'Say at which kind of request it happens, or at which address',
        at,
      }]
      : []),
    ...(nth !== undefined && every !== undefined
      ? [{
        message: `${what} has both "nth" and "every"`,
        hint: 'Leave one of them out',
        at: [...at, 'every'],
      }]
      : []),
  ]
}
