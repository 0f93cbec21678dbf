/** Steps that bring an item of a client's cache into a state. */

import type { Arrangement } from '../../sim/mod.ts'
import type { DeleteItemsStep, FindSlowStep, StateStep } from '../language/mod.ts'
import { uncPath } from './paths.ts'

/** What a step asks of the engine. */
export function arrangementOf(step: Exclude<StateStep, DeleteItemsStep | FindSlowStep>): Arrangement {
  const path = uncPath(step.path)
  switch (step.do) {
    case 'pin': {
      const { for: category = 'user', inherit } = step
      return { do: 'pin', path, category, ...(inherit === undefined ? {} : { inherit }) }
    }
    case 'unpin':
      return { do: 'unpin', path, category: step.for ?? 'user' }
    case 'sparse':
      return {
        do: 'sparse',
        path,
        present: (step.present ?? []).map(({ at, bytes }) => ({ offset: at, length: bytes })),
      }
    default:
      return { do: step.do, path }
  }
}
