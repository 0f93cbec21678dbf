/** Holds what an engine shows of its entries against what the harness knows of them: pins, suspension, what is not complete. */

import type { ItemView, Pins } from '../../../sim/mod.ts'
import type { EntryMarks, Original } from './facts.ts'
import { CATEGORIES, isSuspended, marksOf, pinsOf } from './marks.ts'

/** What the harness knows of a cache after a round. */
export interface Known {
  readonly marks: ReadonlyMap<string, EntryMarks>
  readonly originals: ReadonlyMap<string, Original>
  /** Pins of share roots. */
  readonly pins: ReadonlyMap<string, Pins>
}

/** Something an engine shows otherwise than it should be. */
export interface ShownOtherwise {
  readonly path: string
  /** A sentence. */
  readonly problem: string
  readonly ids: readonly string[]
}

/**
 * What an engine shows otherwise; `views` are its entries by folded path. Only entries that were in sync once, or of which
 * the harness knows more than trees show, are looked at.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { shownOtherwise } from 'csclab/scenarios'
 *
 * const known = { marks: new Map([['\\\\HQ\\DOCS\\A', { sparse: true } as const]]), originals: new Map(), pins: new Map() }
 * assert.deepEqual(shownOtherwise(new Map(), known), [])
 * ```
 */
export function shownOtherwise(
  views: ReadonlyMap<string, ItemView>,
  known: Known,
): readonly ShownOtherwise[] {
  return [...views].filter(([key]) => known.originals.has(key) || known.marks.has(key)).flatMap((
    [key, view],
  ) => faultsIn(key, view, known).map(({ problem, ids }) => ({ path: view.path, problem, ids })))
}

type Fault = Omit<ShownOtherwise, 'path'>

function faultsIn(key: string, view: ItemView, known: Known): readonly Fault[] {
  const marks = marksOf(key, known)
  const pins = pinsOf(key, known)
  const wrong = CATEGORIES.filter((category) => pins[category] !== view.pins[category])
  const found: (Fault | undefined)[] = [
    ...(view.deletedOffline ? [] : wrong).map((category) => ({
      problem: `Its pin "${category}" is ${view.pins[category]}, not ${pins[category]}`,
      ids: ['P15.9', 'P15.10', 'P15.59'],
    })),
    difference('sparse', { is: view.sparse, wanted: marks.sparse === true, ids: ['SYNC-03', 'P8.6'] }),
    difference('a mere name', { is: view.ghost, wanted: marks.ghost === true, ids: ['P8.9', 'P15.11'] }),
    difference('suspended', { is: view.suspended, wanted: isSuspended(key, known), ids: ['P7.3', 'P7.9'] }),
    difference('the root of a suspended tree', {
      is: view.suspendedRoot,
      wanted: marks.suspended === true,
      ids: ['P7.3', 'P7.4'],
    }),
  ]
  return marks.sparse === 'maybe' || marks.pinsBelow === 'maybe'
    ? []
    : found.filter((fault) => fault !== undefined)
}

function difference(
  what: string,
  { is, wanted, ids }: { readonly is: boolean; readonly wanted: boolean; readonly ids: readonly string[] },
): Fault | undefined {
  if (is === wanted) return undefined
  return { problem: wanted ? `It is not shown as ${what}` : `It is shown as ${what}`, ids }
}
