/** Refuses functions of a scenario that wait. */

import { CsclabError, type Position } from '../../sim/mod.ts'

/**
 * Throws when a function gave a promise: it would go on saying steps after they were taken.
 *
 * @throws {CsclabError} `scenario`.
 */
export function refusePromise(result: unknown, position: Position | undefined): void {
  if (!(result instanceof Promise)) return
  // What it still throws is of no interest any more.
  result.catch(() => undefined)
  throw new CsclabError('scenario', 'The function of a scenario is asynchronous', {
    ...(position === undefined ? {} : { position }),
    hint: 'Scenarios are built synchronously: take async and await away, and read files before the scenario',
  })
}
