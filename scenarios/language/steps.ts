/**
 * The steps of a scenario: frozen, tagged, plain data. The builder and JSON files both yield lists of them, the interpreter
 * knows nothing else. Paths are written with slashes: `//server/share/name`.
 */

import type { AccessStep, EditingStep } from './steps-edit.ts'
import type { ExpectationStep } from './steps-expect.ts'
import type { ClearFaultsStep, FaultStep } from './steps-fault.ts'
import type { StateStep } from './steps-state.ts'
import type { SyncStep } from './steps-sync.ts'
import type { ConnectionStep, MachineStep, NoteStep, SettingUpStep, WaitStep } from './steps-world.ts'

export * from './steps-common.ts'
export * from './steps-edit.ts'
export * from './steps-expect.ts'
export * from './steps-fault.ts'
export * from './steps-state.ts'
export * from './steps-sync.ts'
export * from './steps-world.ts'

/** Any step. */
export type Step =
  | SettingUpStep
  | ConnectionStep
  | MachineStep
  | WaitStep
  | NoteStep
  | FaultStep
  | ClearFaultsStep
  | EditingStep
  | AccessStep
  | StateStep
  | SyncStep
  | ExpectationStep

/** The verb of a step. */
export type Verb = Step['do']

/** The step of one verb. */
export type StepOf<V extends Verb> = Extract<Step, { readonly do: V }>
