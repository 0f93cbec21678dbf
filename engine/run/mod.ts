/** Runs of the engine. */

export { carryOut } from './carry-out.ts'
export { exactly } from './change.ts'
export { changePins } from './change-pins.ts'
export { clearConflict } from './conflicts.ts'
export { connectTo } from './connect.ts'
export type { RunContext } from './context.ts'
export { pinNew } from './fetch.ts'
export { isCancelled, noteLoss, reportItem, RETRY_LIMIT } from './passes.ts'
export { isFileItem, type Item, keyOf, lookAgain, spell, survey, surveyAbove, surveyAlone } from './survey.ts'
export { admit, conduct, expandServers, type Outcome, synchronize } from './synchronize.ts'
export { inOtherHands } from './transfer.ts'
