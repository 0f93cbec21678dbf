/** How a conflict may be resolved: words and numbers of OFFLINEFILES_SYNC_CONFLICT_RESOLVE. */

/**
 * The number of every resolution. A handler answers with them, and the policy `SyncConflictHandling` holds them; they are
 * not the values of the conflict flags of a call.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { RESOLUTIONS } from 'csclab/scenarios'
 *
 * assert.equal(RESOLUTIONS['keep-latest'], 4)
 * ```
 */
export const RESOLUTIONS = {
  none: 0,
  'keep-local': 1,
  'keep-remote': 2,
  'keep-all': 3,
  'keep-latest': 4,
  log: 5,
  skip: 6,
  abort: 7,
} as const

/** The word for a resolution. */
export type ResolutionWord = keyof typeof RESOLUTIONS
