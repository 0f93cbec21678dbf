/** Telling the kinds of steps apart. */

import type { EditingStep, ExpectationStep, Step } from './steps.ts'

/**
 * True for a step that expects something.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { isExpectation } from 'csclab/scenarios'
 *
 * assert.ok(isExpectation({ do: 'expect-same', path: '//hq/docs' }))
 * assert.ok(!isExpectation({ do: 'wait', seconds: 1 }))
 * ```
 */
export function isExpectation(step: Step): step is ExpectationStep {
  return step.do.startsWith('expect-')
}

/**
 * True for a step that changes a file or directory.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { isEditing } from 'csclab/scenarios'
 *
 * assert.ok(isEditing({ do: 'touch', side: 'local', path: '//hq/docs/plan.txt' }))
 * assert.ok(!isEditing({ do: 'expect-missing', side: 'local', path: '//hq/docs/plan.txt' }))
 * ```
 */
export function isEditing(step: Step): step is EditingStep {
  return 'side' in step && !isExpectation(step)
}
