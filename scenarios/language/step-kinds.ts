/** Telling the kinds of steps apart. */

import type {
  AccessStep,
  ConnectionStep,
  EditingStep,
  ExpectationStep,
  MachineStep,
  MeanwhileStep,
  SettingUpStep,
  StateStep,
  Step,
} from './steps.ts'

/** Verbs, each once; so none can be forgotten. */
type Verbs<S extends Step> = Readonly<Record<S['do'], true>>

const EDITING: Verbs<EditingStep> = {
  write: true,
  append: true,
  edit: true,
  touch: true,
  mkdir: true,
  rename: true,
  remove: true,
  'set-attributes': true,
  'set-times': true,
  read: true,
  list: true,
}

const ACCESS: Verbs<AccessStep> = { open: true, close: true, allow: true, deny: true }

const CONNECTION: Verbs<ConnectionStep> = {
  'go-online': true,
  'go-offline': true,
  slow: true,
  unreachable: true,
  reachable: true,
  latency: true,
}

const MACHINE: Verbs<MachineStep> = {
  'set-clock': true,
  policy: true,
  service: true,
  'limit-disk': true,
  'limit-user': true,
}

const STATE: Verbs<StateStep> = {
  pin: true,
  unpin: true,
  'delete-items': true,
  'find-slow': true,
  suspend: true,
  release: true,
  sparse: true,
  ghost: true,
  evict: true,
  'auto-cache': true,
  adopt: true,
}

const SETTING_UP: Verbs<SettingUpStep> = { server: true, client: true, user: true, share: true }

const MEANWHILE: Verbs<MeanwhileStep> = { ...EDITING, ...ACCESS, ...CONNECTION, ...MACHINE }

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
 * True for a step by which somebody changes a file or directory, or looks at it.
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
  return Object.hasOwn(EDITING, step.do)
}

/** True for a step that opens or closes a file, or changes who may do what. */
export function isAccess(step: Step): step is AccessStep {
  return Object.hasOwn(ACCESS, step.do)
}

/** True for a step that brings an item of a client's cache into a state. */
export function isState(step: Step): step is StateStep {
  return Object.hasOwn(STATE, step.do)
}

/** True for a step that makes part of the world; all of them come before the first edit, call or expectation. */
export function isSettingUp(step: Step): step is SettingUpStep {
  return Object.hasOwn(SETTING_UP, step.do)
}

/** True for a step that changes how a share stands for a client, or whether and how fast a server is reached. */
export function isConnection(step: Step): step is ConnectionStep {
  return Object.hasOwn(CONNECTION, step.do)
}

/** True for a step that changes a clock, a setting or a limit of a machine. */
export function isMachine(step: Step): step is MachineStep {
  return Object.hasOwn(MACHINE, step.do)
}

/** True for a step that may happen while a call is under way. */
export function isMeanwhileStep(step: Step): step is MeanwhileStep {
  return Object.hasOwn(MEANWHILE, step.do)
}
