/** Fields of steps that change what surrounds the files: profiles, clocks, limits, policies. */

import * as v from 'valibot'
import { foldPath, type PinCategory, type Right } from '../../sim/mod.ts'
import { expandPolicyName } from './expand-escapes.ts'
import { type FieldType, namesIn, oneOf, quoted, whole, withHint } from './field.ts'
import { MAX_SECONDS } from './field-types.ts'
import { wrongEscape } from './name-escapes.ts'
import { describeEscape } from './path-schema.ts'
import { RESOLUTIONS, type ResolutionWord } from './resolutions.ts'
import type { ServerSpec, StorageBit } from './steps.ts'

/** Ticks of 100 ns in a second. */
const TICKS = 10_000_000

/** The longest step of time a server may keep: a day. */
const DAY = 86_400

const STEP_FORM =
  'must be a number of seconds from 0.0000001 (100 ns) to 86400 (a day), in steps of 0.0000001'

/** How finely a server keeps times. */
export const GRANULARITY: FieldType<number> = {
  name: 'granularity',
  doc: 'A number of seconds from 0.0000001 (100 ns) to 86400 (a day), in steps of 0.0000001.',
  schema: v.pipe(
    v.number(STEP_FORM),
    v.minValue(1 / TICKS, STEP_FORM),
    v.maxValue(DAY, STEP_FORM),
    v.check((seconds) => Math.round(seconds * TICKS) / TICKS === seconds, STEP_FORM),
  ),
}

const AHEAD_RANGE = 'must be a number of seconds from -883612800 to 883612800 (28 years)'

/** How far a clock is off. */
export const AHEAD: FieldType<number> = {
  name: 'clock difference',
  doc:
    'A number of seconds from -883612800 to 883612800 (28 years), decimals allowed: ahead of true time, or negative, behind it.',
  schema: v.pipe(
    v.number(AHEAD_RANGE),
    v.minValue(-MAX_SECONDS, AHEAD_RANGE),
    v.maxValue(MAX_SECONDS, AHEAD_RANGE),
  ),
}

const DELAY_RANGE = 'must be a number of milliseconds from 0 to 883612800000 (28 years)'

/** A short span of time. */
export const MILLISECONDS: FieldType<number> = {
  name: 'milliseconds',
  doc: 'A number of milliseconds from 0 to 883612800000 (28 years), decimals allowed.',
  schema: v.pipe(
    v.number(DELAY_RANGE),
    v.minValue(0, DELAY_RANGE),
    v.maxValue(MAX_SECONDS * 1000, DELAY_RANGE),
  ),
}

/** Which names a server takes. */
export const NAME_RULE: FieldType<Exclude<ServerSpec['names'], undefined>> = {
  name: 'name rule',
  doc: '`"windows"`: what Windows accepts; `"any"`: also names that Windows refuses.',
  schema: oneOf(['windows', 'any']),
}

/** How a server stores files. */
export const STORAGE_BITS: FieldType<readonly StorageBit[]> = {
  name: 'storage bits',
  doc:
    'A list of `"TEMPORARY"`, `"SPARSE_FILE"`, `"REPARSE_POINT"`, `"COMPRESSED"`, `"OFFLINE"`, `"ENCRYPTED"`: attributes that ' +
    'nobody sets by request.',
  schema: v.array(
    oneOf(namesIn<StorageBit>({
      TEMPORARY: true,
      SPARSE_FILE: true,
      REPARSE_POINT: true,
      COMPRESSED: true,
      OFFLINE: true,
      ENCRYPTED: true,
    })),
    'must be a list of storage bits',
  ),
}

const SIZE_RANGE = 'must be a whole number of bytes, 0 or more'

/** A size. */
export const SIZE: FieldType<number> = {
  name: 'size',
  doc: 'A whole number of bytes, 0 or more.',
  schema: whole(0, Number.MAX_SAFE_INTEGER, SIZE_RANGE),
}

/** A size, or no limit. */
export const LIMIT: FieldType<number | null> = {
  name: 'limit',
  doc: 'A whole number of bytes, 0 or more; `null` for no limit.',
  schema: v.nullable(whole(0, Number.MAX_SAFE_INTEGER, `${SIZE_RANGE}, or null for no limit`)),
}

/** A word for a resolution. */
export const resolution: v.GenericSchema<unknown, ResolutionWord> = oneOf(namesIn<ResolutionWord>({
  none: true,
  'keep-local': true,
  'keep-remote': true,
  'keep-all': true,
  'keep-latest': true,
  log: true,
  skip: true,
  abort: true,
}))

/** The words for resolutions, as the reference page tells them. */
export const RESOLUTION_LIST: string = `${
  Object.keys(RESOLUTIONS).map((word) => `\`"${word}"\``).join(', ')
} (OFFLINEFILES_SYNC_CONFLICT_RESOLVE)`

const policyName: v.GenericSchema<string, string> = v.pipe(
  v.string(),
  v.check(
    (name) => !name.startsWith('//') || wrongEscape(name) === undefined,
    ({ input }) => describeEscape(input),
  ),
)

/** How conflicts are resolved below paths. */
export const CONFLICTS: FieldType<Readonly<Record<string, ResolutionWord>>> = {
  name: 'conflict policies',
  doc:
    `An object of paths such as \`"//hq/docs"\`, each with ${RESOLUTION_LIST}; a name that does not begin with \`//\` is ` +
    'passed as it is.',
  schema: v.pipe(
    v.record(policyName, resolution, 'must be an object of paths, each with a resolution'),
    v.check(
      (policies) => twice(Object.keys(policies)) === undefined,
      ({ input }) =>
        withHint(
          `The policies name ${quoted([twice(Object.keys(input)) ?? ''])} twice`,
          'Names of policy values are compared without regard to case: leave one of them out',
        ),
    ),
  ),
}

/** What is not cached. */
export const PATTERNS: FieldType<readonly string[]> = {
  name: 'name patterns',
  doc: 'A list of patterns such as `"*.pst"`.',
  schema: v.array(
    v.pipe(v.string('must be a pattern such as "*.pst"'), v.regex(/\S/, 'must be a pattern such as "*.pst"')),
    'must be a list of patterns such as "*.pst"',
  ),
}

/** What a user may do. */
export const RIGHTS: FieldType<readonly Right[]> = {
  name: 'rights',
  doc: 'A list of `"list"`, `"read"`, `"write"`, at least one.',
  schema: v.pipe(
    v.array(oneOf(namesIn<Right>({ list: true, read: true, write: true })), 'must be a list of rights'),
    v.nonEmpty('must name at least one right'),
  ),
}

/** For whom an item is pinned. */
export const CATEGORY: FieldType<PinCategory> = {
  name: 'pin category',
  doc: '`"user"`, `"userPolicy"`, `"computer"` or `"redirection"` (Win32_OfflineFilesPinInfo).',
  schema: oneOf(namesIn<PinCategory>({ user: true, userPolicy: true, computer: true, redirection: true })),
}

/** The first name that stands twice, case aside, escapes expanded. */
function twice(names: readonly string[]): string | undefined {
  const keys = names.map((name) => foldPath(expandPolicyName(name)))
  return names.find((_, index) => keys.indexOf(keys[index] ?? '') < index)
}
