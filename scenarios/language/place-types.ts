/** Fields that say where in a run something happens, and what goes wrong there. */

import * as v from 'valibot'
import type { RequestKind, SyncOperation } from '../../sim/mod.ts'
import { type FieldInfo, type FieldType, namesIn, oneOf, optional, strictObject } from './field.ts'
import { FAILURE_CODE, ORDINAL, PATH, SIDE, TEXT } from './field-types.ts'
import type { CrashSpec, FaultEffect, FaultSpec, PlaceSpec, StepSide } from './steps.ts'
import { MILLISECONDS } from './world-types.ts'

const REQUEST_KINDS: readonly RequestKind[] = namesIn<RequestKind>({
  connect: true,
  list: true,
  stat: true,
  open: true,
  read: true,
  write: true,
  truncate: true,
  'set-sparse': true,
  zero: true,
  'query-ranges': true,
  stage: true,
  commit: true,
  close: true,
  'set-info': true,
  mkdir: true,
  rename: true,
  remove: true,
  'list-streams': true,
  'get-record': true,
  'put-record': true,
  'list-records': true,
  clock: true,
  status: true,
  settings: true,
  'get-connection': true,
  'set-connection': true,
  progress: true,
  'query-abort': true,
  'resolve-conflict': true,
  'ask-credentials': true,
  publish: true,
  log: true,
})

const OPERATIONS: readonly SyncOperation[] = namesIn<SyncOperation>({
  CREATE_COPY_ON_SERVER: true,
  CREATE_COPY_ON_CLIENT: true,
  SYNC_TO_SERVER: true,
  SYNC_TO_CLIENT: true,
  DELETE_SERVER_COPY: true,
  DELETE_CLIENT_COPY: true,
  PIN: true,
  PREPARE: true,
})

/** A kind of request. */
export const REQUEST: FieldType<RequestKind> = {
  name: 'request',
  doc: `A kind of request: ${REQUEST_KINDS.map((kind) => `\`${kind}\``).join(', ')}.`,
  schema: oneOf(REQUEST_KINDS),
}

/** What the engine is doing for an item. */
export const OPERATION: FieldType<SyncOperation> = {
  name: 'operation',
  doc: `${
    OPERATIONS.map((name) => `\`${name}\``).join(', ')
  } (OFFLINEFILES_SYNC_OPERATION, and preparing a run).`,
  schema: oneOf(OPERATIONS),
}

const EVERY: FieldType<true> = { name: 'every', doc: '`true`.', schema: v.literal(true, 'must be true') }

/** The fields of a place of which one request is meant. */
export const ONE_PLACE: {
  readonly address: FieldInfo<string, true>
  readonly request: FieldInfo<RequestKind, true>
  readonly path: FieldInfo<string, true>
  readonly operation: FieldInfo<SyncOperation, true>
  readonly side: FieldInfo<StepSide, true>
  readonly nth: FieldInfo<number, true>
} = {
  address: optional(
    TEXT,
    'Exactly an address of the trace, such as `round 1 · \\\\hq\\docs\\plan.txt · SYNC_TO_SERVER · write · 2`.',
  ),
  request: optional(REQUEST, 'The kind of request; it or `address` must be given.'),
  path: optional(PATH, 'Only for this item; without it for any.'),
  operation: optional(OPERATION, 'Only while this operation is in hand; without it for any.'),
  side: optional(SIDE, 'Only requests about this side; without it about any.'),
  nth: optional(ORDINAL, 'The n-th such request of a run, from 1. Default 1.'),
}

/** The fields of a place. */
export const PLACE: typeof ONE_PLACE & { readonly every: FieldInfo<true, true> } = {
  ...ONE_PLACE,
  every: optional(EVERY, 'Every such request instead of the n-th.'),
}

/** What a fault does. */
export const EFFECT: FieldType<FaultEffect> = {
  name: 'effect',
  doc:
    '`{ "fail": CODE }`: the request is not performed and fails with this Win32 code; `{ "delay": MILLISECONDS }`: it takes so ' +
    'long; `{ "disconnect": true }`: the connection to the server drops, until a step `reachable`; `{ "crash": "before" }` or `"after"`: the session ' +
    'that made it is dropped before or after it takes effect.',
  schema: v.lazy((value) => value === undefined ? anyEffect : effectSchema(value)),
}

const MOMENT: v.GenericSchema<unknown, CrashSpec['when']> = oneOf(
  namesIn<CrashSpec['when']>({ before: true, after: true }),
)

const fail: v.GenericSchema<unknown, FaultEffect> = strictObject('The failure', {
  fail: v.pipe(FAILURE_CODE.schema, v.description('The Win32 code it fails with.')),
})

const delay: v.GenericSchema<unknown, FaultEffect> = strictObject('The delay', {
  delay: v.pipe(MILLISECONDS.schema, v.description('How long it takes, in milliseconds.')),
})

const disconnect: v.GenericSchema<unknown, FaultEffect> = strictObject('The disconnection', {
  disconnect: v.pipe(v.literal(true, 'must be true'), v.description('The connection to the server drops.')),
})

const crash: v.GenericSchema<unknown, FaultEffect> = strictObject('The crash', {
  crash: v.pipe(
    MOMENT,
    v.description('The session is dropped before the request takes effect, or after it.'),
  ),
})

/** Any effect, for the JSON Schema and for values that look like none. */
export const anyEffect: v.GenericSchema<unknown, FaultEffect> = v.union(
  [fail, delay, disconnect, crash],
  'must be { "fail": CODE }, { "delay": MILLISECONDS }, { "disconnect": true } or { "crash": "before" }',
)

/** The fields of a fault. */
export const FAULT: typeof PLACE & {
  readonly times: FieldInfo<number, true>
  readonly then: FieldInfo<FaultEffect, false>
} = {
  ...PLACE,
  times: optional(ORDINAL, 'How often it strikes. Default 1; with `every`, each time.'),
  then: { type: EFFECT, doc: 'What happens to the request.', optional: false },
}

/** A fault as part of a call. */
export const faultObject: v.GenericSchema<unknown, FaultSpec> = strictObject('The fault', {
  ...placeEntries(),
  times: v.exactOptional(described(FAULT.times)),
  then: described(FAULT.then),
})

/** Where the engine is dropped. */
export const CRASH: FieldType<CrashSpec> = {
  name: 'crash',
  doc: '`{ "when": "before" | "after" }` with the fields of a place (see `fault`) but `every`.',
  schema: strictObject('The crash', {
    when: v.pipe(
      MOMENT,
      v.description('Before the request has taken effect, or after it.'),
    ),
    ...onePlaceEntries(),
  }),
}

/** The fields of a place with one request, for a schema of an object. */
function onePlaceEntries() {
  return {
    address: v.exactOptional(described(ONE_PLACE.address)),
    request: v.exactOptional(described(ONE_PLACE.request)),
    path: v.exactOptional(described(ONE_PLACE.path)),
    operation: v.exactOptional(described(ONE_PLACE.operation)),
    side: v.exactOptional(described(ONE_PLACE.side)),
    nth: v.exactOptional(described(ONE_PLACE.nth)),
  }
}

/** The fields of a place, for a schema of an object. */
export function placeEntries(): PlaceEntries {
  return { ...onePlaceEntries(), every: v.exactOptional(described(PLACE.every)) }
}

/** Schemas of the fields of a place. */
export type PlaceEntries = {
  readonly [K in keyof PlaceSpec]-?: v.ExactOptionalSchema<
    v.GenericSchema<unknown, Exclude<PlaceSpec[K], undefined>>,
    undefined
  >
}

function described<T>({ type, doc }: FieldInfo<T>): v.GenericSchema<unknown, T> {
  return v.pipe(type.schema, v.description(doc))
}

function effectSchema(value: unknown): v.GenericSchema<unknown, FaultEffect> {
  if (typeof value !== 'object' || value === null) return anyEffect
  if ('fail' in value) return fail
  if ('delay' in value) return delay
  if ('disconnect' in value) return disconnect
  return 'crash' in value ? crash : anyEffect
}
