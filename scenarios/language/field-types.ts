/** The kinds of values that fields of steps hold: names, numbers, words, content, trees. */

import * as v from 'valibot'
import {
  ATTRIBUTE_NAMES,
  type CachingMode,
  SETTABLE_NAMES,
  type SettableName,
  SYNC_STATES,
  type SyncStateName,
} from '../../sim/mod.ts'
import { REQUIREMENTS } from '../requirements/mod.ts'
import { type FieldType, namesIn, oneOf, whole, withHint } from './field.ts'
import { describeUnknownFlag, unknownFlag } from './flags.ts'
import { didYouMean } from './nearest.ts'
import { pathSchema } from './path-schema.ts'
import type { PinSpec, StepSide } from './steps.ts'
import { parseTime, TIME_PATTERN } from './time.ts'

/** The largest number of 32 bits without sign. */
const MAX_32_BITS = 0xffff_ffff

/** Seconds in 28 years of 365.25 days: as far as a moment is an exact number of ticks. */
export const MAX_SECONDS = 883_612_800

const NON_EMPTY = 'must be a text that is not empty'

const nonEmpty: v.GenericSchema<unknown, string> = v.pipe(v.string(NON_EMPTY), v.regex(/\S/, NON_EMPTY))

/** Any text but the empty one. */
export const TEXT: FieldType<string> = { name: 'text', doc: 'A text that is not empty.', schema: nonEmpty }

/** A server. */
export const SERVER: FieldType<string> = {
  name: 'server',
  doc: 'A server as `//server`.',
  schema: pathSchema('server'),
}

/** A share. */
export const SHARE: FieldType<string> = {
  name: 'share',
  doc: 'A share as `//server/share`.',
  schema: pathSchema('share'),
}

/** A share or something on it. */
export const PATH: FieldType<string> = {
  name: 'path',
  doc:
    'A share, file or directory as `//server/share/name/name`, with slashes. Names may hold the escapes `{nfd:é}` and `{nfc:é}` ' +
    '(letters decomposed and composed) and `{u+00e9}` (a code point in 4 to 6 hexadecimal digits).',
  schema: pathSchema('item'),
}

/** Several paths. */
export const PATHS: FieldType<readonly string[]> = {
  name: 'paths',
  doc: 'A list of paths.',
  schema: v.array(PATH.schema, 'must be a list of paths'),
}

/** A side. */
export const SIDE: FieldType<StepSide> = {
  name: 'side',
  doc: '`"server"`: the file server; `"local"`: the client as its user sees it.',
  schema: oneOf(namesIn<StepSide>({ server: true, local: true })),
}

/** What keeps the clock. */
export const CLOCK: FieldType<'still'> = { name: 'clock', doc: '`"still"`.', schema: oneOf(['still']) }

/** Who pins a share. */
export const PIN: FieldType<PinSpec> = {
  name: 'pin',
  doc:
    '`"user"`, `"userPolicy"`, `"computer"`, `"redirection"` (categories of Win32_OfflineFilesPinInfo) or `"none"`.',
  schema: oneOf(
    namesIn<PinSpec>({ user: true, userPolicy: true, computer: true, redirection: true, none: true }),
  ),
}

/** Who pins an item. */
export const PINS: FieldType<readonly Exclude<PinSpec, 'none'>[]> = {
  name: 'pins',
  doc:
    'A list of `"user"`, `"userPolicy"`, `"computer"`, `"redirection"`; empty for an item that is not pinned.',
  schema: v.array(
    oneOf(
      namesIn<Exclude<PinSpec, 'none'>>({ user: true, userPolicy: true, computer: true, redirection: true }),
    ),
    'must be a list of pin categories',
  ),
}

/** How a share may be cached. */
export const CACHING: FieldType<CachingMode> = {
  name: 'caching',
  doc: '`"manual"`, `"documents"`, `"programs"` or `"none"` (OFFLINEFILES_CACHING_MODE).',
  schema: oneOf(namesIn<CachingMode>({ manual: true, documents: true, programs: true, none: true })),
}

const SETTABLE_ONLY =
  'READONLY, HIDDEN, SYSTEM, ARCHIVE and NOT_CONTENT_INDEXED can be set; others tell what an item is'

/** Attributes that can be set. */
export const ATTRIBUTES: FieldType<readonly SettableName[]> = {
  name: 'attributes',
  doc:
    'A list of attributes that can be set: `"READONLY"`, `"HIDDEN"`, `"SYSTEM"`, `"ARCHIVE"`, `"NOT_CONTENT_INDEXED"`. The ' +
    'others tell what an item is and how it is stored; no caller sets them.',
  schema: v.array(
    v.picklist(SETTABLE_NAMES, ({ input }) => {
      const near = ATTRIBUTE_NAMES.some((name) => name === input) || typeof input !== 'string'
        ? undefined
        : didYouMean(input, SETTABLE_NAMES)
      return withHint('must be an attribute that can be set', near ?? SETTABLE_ONLY)
    }),
    'must be a list of attributes',
  ),
}

const CODE_RANGE = 'must be a whole number of 32 bits, 0 to 4294967295'

/** A result code. */
export const CODE: FieldType<number> = {
  name: 'code',
  doc: 'A result code of 32 bits, 0 to 4294967295; 0 is success.',
  schema: whole(0, MAX_32_BITS, CODE_RANGE),
}

/** The code of a failure. */
export const FAILURE_CODE: FieldType<number> = {
  name: 'failure code',
  doc: 'A Win32 code other than success, 1 to 4294967295.',
  schema: whole(1, MAX_32_BITS, 'must be a Win32 code from 1 to 4294967295'),
}

/** A place in a file. */
export const OFFSET: FieldType<number> = {
  name: 'offset',
  doc: 'A whole number of bytes from the start of the file, 0 or more.',
  schema: whole(0, Number.MAX_SAFE_INTEGER, 'must be a whole number of bytes, 0 or more'),
}

/** How many. */
export const COUNT: FieldType<number> = {
  name: 'count',
  doc: 'A whole number, 0 or more.',
  schema: whole(0, Number.MAX_SAFE_INTEGER, 'must be a whole number, 0 or more'),
}

/** Which one, counted from 1. */
export const ORDINAL: FieldType<number> = {
  name: 'ordinal',
  doc: 'A whole number, 1 or more.',
  schema: whole(1, Number.MAX_SAFE_INTEGER, 'must be a whole number, 1 or more'),
}

const SECONDS_RANGE = 'must be a number of seconds from 0 to 883612800 (28 years)'

/** A span of time. */
export const SECONDS: FieldType<number> = {
  name: 'seconds',
  doc: 'A number of seconds from 0 to 883612800 (28 years), decimals allowed.',
  schema: v.pipe(
    v.number(SECONDS_RANGE),
    v.minValue(0, SECONDS_RANGE),
    v.maxValue(MAX_SECONDS, SECONDS_RANGE),
  ),
}

const MOMENT = 'must be a UTC time\nSuch as "2010-01-04 08:30:00", with up to seven decimals of a second'

/** A moment. */
export const TIME: FieldType<string> = {
  name: 'time',
  doc: 'A UTC time such as `"2010-01-04 08:30:00"`, with up to seven decimals of a second (100 ns).',
  schema: v.pipe(v.string(MOMENT), v.regex(TIME_PATTERN, MOMENT), v.check(isTime, MOMENT)),
}

/** Flags of a call. */
export const FLAGS: FieldType<string | number> = {
  name: 'flags',
  doc:
    'Sync-control flags: words joined by `|` (`"in | out | keep-latest"`, names of the header, numbers), or a number of ' +
    '32 bits, 0 to 4294967295.',
  schema: v.union(
    [
      v.pipe(
        v.string(),
        v.check((flags) => unknownFlag(flags) === undefined, ({ input }) => describeUnknownFlag(input)),
      ),
      whole(0, MAX_32_BITS, CODE_RANGE),
    ],
    'must be flags as text, such as "in | out", or a whole number of 32 bits',
  ),
}

/** A sync state. */
export const STATE: FieldType<SyncStateName> = {
  name: 'state',
  doc: 'The name of a sync state, such as `"FileChangedOnClient_ChangedOnServer"` (OFFLINEFILES_SYNC_STATE).',
  schema: v.picklist(SYNC_STATES, ({ input }) =>
    withHint(
      'must be the name of a sync state',
      typeof input === 'string' ? didYouMean(input, SYNC_STATES) : undefined,
    )),
}

/** Every id, for the JSON Schema. */
export const anyId: v.GenericSchema<unknown, string> = v.picklist(
  REQUIREMENTS.map(({ id }) => id),
  ({ input }) => withHint('must be the id of a requirement', nearestId(input)),
)

/** An id of the registry. */
export const REQUIREMENT: FieldType<string> = {
  name: 'id',
  doc:
    'The id of a promise (`SYNC-33`), state (`STATE-12`), fact (`D6.1`), choice (`P2.9`) or field pattern (`F3`).',
  schema: v.lazy(() => anyId),
}

/** Texts as they come. */
export const MESSAGES: FieldType<readonly string[]> = {
  name: 'messages',
  doc: 'A list of texts.',
  schema: v.array(v.string('must be a text'), 'must be a list of texts'),
}

/** Yes or no. */
export const YES_OR_NO: FieldType<boolean> = {
  name: 'yes or no',
  doc: '`true` or `false`.',
  schema: v.boolean('must be true or false'),
}

function isTime(text: string): boolean {
  try {
    parseTime(text)
    return true
  } catch {
    return false
  }
}

function nearestId(id: unknown): string | undefined {
  return typeof id === 'string'
    ? didYouMean(id, REQUIREMENTS.map((requirement) => requirement.id))
    : undefined
}
