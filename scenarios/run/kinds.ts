/** Tells the kinds of steps apart. */

import type { EditingStep, ExpectationStep, Step } from '../language/mod.ts'

/** True for a step that expects something. */
export function isExpectation(step: Step): step is ExpectationStep {
  return step.do.startsWith('expect-')
}

/** True for a step that changes a file or directory. */
export function isEditing(step: Step): step is EditingStep {
  return 'side' in step && !isExpectation(step)
}
