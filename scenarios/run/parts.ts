/** The parts of a run, for the rooms of `scenarios` that play scenarios otherwise than from the first step to the last. */

export { type ScriptedCaller, scriptedCaller } from './caller.ts'
export { moveClock, playStep } from './interpreter.ts'
export { sideOf, uncPath } from './paths.ts'
export { callOf, runRound } from './round.ts'
export { RoundScript } from './round-script.ts'
export { Stage } from './stage.ts'
