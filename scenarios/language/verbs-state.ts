/** The verbs that bring an item of a client's cache into a state. */

import * as v from 'valibot'
import { type FieldInfo, type FieldType, optional, required, strictObject, whole, withHint } from './field.ts'
import { CODE, PATH, SHARE, YES_OR_NO } from './field-types.ts'
import { USER } from './name-types.ts'
import type { CachedRange, StateStep } from './steps.ts'
import { COMMON, ON_CLIENT, type VerbInfos } from './verb-info.ts'
import { BY_USER } from './verbs-edit.ts'
import { CATEGORY } from './world-types.ts'

const FROM = 'must be a whole number of bytes, 0 or more'
const LENGTH = 'must be a whole number of bytes, 1 or more'

/** What of a file is cached. */
const RANGES: FieldType<readonly CachedRange[]> = {
  name: 'byte ranges',
  doc: 'A list of `{ "at": BYTES, "bytes": BYTES }`, in order, none over another.',
  schema: v.pipe(
    v.array(
      strictObject('The range', {
        at: v.pipe(
          whole(0, Number.MAX_SAFE_INTEGER, FROM),
          v.description('Where it begins, in bytes from the start of the file.'),
        ),
        bytes: v.pipe(whole(1, Number.MAX_SAFE_INTEGER, LENGTH), v.description('Its length.')),
      }),
      'must be a list of { "at": BYTES, "bytes": BYTES }',
    ),
    v.check((ranges) => misplaced(ranges) === undefined, ({ input }) =>
      withHint(
        `The range at ${misplaced(input)?.at} begins before the one before it ends`,
        'Write ranges in order, none over another',
      )),
  ),
}

/** What a method of the cache is called with. */
const METHOD_FLAGS: FieldType<number> = {
  name: 'method flags',
  doc: 'The flags of a method of the cache: a whole number of 32 bits, 0 to 4294967295.',
  schema: CODE.schema,
}

/** What every one of them may have. */
const ARRANGED: typeof ON_CLIENT & typeof COMMON & Pick<typeof BY_USER, 'fails'> = {
  ...ON_CLIENT,
  fails: BY_USER.fails,
  ...COMMON,
}

const OF_ENTRY: { readonly path: FieldInfo<string, false> } & typeof ARRANGED = {
  path: required(PATH, 'The item.'),
  ...ARRANGED,
}

/** Pins, suspension, incomplete copies, and what is not cached at all. */
export const STATE_VERBS: VerbInfos<StateStep['do']> = {
  pin: {
    summary: 'Pins an item.',
    group: 'state',
    fields: {
      path: OF_ENTRY.path,
      for: optional(CATEGORY, 'Who pins it. Default `"user"`.'),
      inherit: optional(YES_OR_NO, 'New items below take the pin as well. Default `true` for directories.'),
      ...ARRANGED,
    },
    example: { do: 'pin', path: '//hq/docs/art', for: 'computer' },
  },
  unpin: {
    summary: 'Takes a pin away; with flags, by a call of the method Unpin.',
    group: 'state',
    fields: {
      path: OF_ENTRY.path,
      for: optional(CATEGORY, 'Whose pin. Default `"user"`; not beside `flags`.'),
      flags: optional(METHOD_FLAGS, 'The flags of a call of Unpin, which name the pins.'),
      deep: optional(
        YES_OR_NO,
        'The call is about all that is below a directory. Default `false`: about it and the files directly in it. Only beside `flags`.',
      ),
      ...ARRANGED,
    },
    example: { do: 'unpin', path: '//hq/docs/art' },
  },
  'delete-items': {
    summary:
      'Calls the method DeleteItems, which takes an item with all that is below it out of the cache and leaves the server alone.',
    group: 'state',
    fields: {
      path: OF_ENTRY.path,
      flags: optional(
        METHOD_FLAGS,
        '0x1 leaves what is not pinned, 0x2 leaves what is pinned, 0x4 takes changes that are not synchronized too, 0x80000000 takes what other users cached too. Default 0.',
      ),
      user: optional(USER, 'Who calls. Default `alice`.'),
      administrator: optional(YES_OR_NO, 'Whoever calls is an administrator. Default `false`.'),
      ...ARRANGED,
    },
    example: { do: 'delete-items', path: '//hq/docs/art', flags: 4 },
  },
  'find-slow': {
    summary:
      'The service of the client finds the link to a share slow: the engine takes the share offline, if nothing stands in the way.',
    group: 'state',
    fields: { path: required(SHARE, 'The share.'), ...ARRANGED },
    example: { do: 'find-slow', path: '//hq/docs' },
  },
  suspend: {
    summary: 'Suspends a directory or share with all below it.',
    group: 'state',
    fields: OF_ENTRY,
    example: { do: 'suspend', path: '//hq/docs/art' },
  },
  release: {
    summary: 'Releases a suspended directory or share.',
    group: 'state',
    fields: OF_ENTRY,
    example: { do: 'release', path: '//hq/docs/art' },
  },
  sparse: {
    summary: 'Makes the cached copy of a file incomplete, or leaves a directory incompletely listed.',
    group: 'state',
    fields: {
      path: OF_ENTRY.path,
      present: optional(RANGES, 'Only these ranges of a file are cached; without them nothing is.'),
      ...ARRANGED,
    },
    example: { do: 'sparse', path: '//hq/docs/film.avi', present: [{ at: 0, bytes: 4096 }] },
  },
  ghost: {
    summary: 'Leaves only the name of an item in the cache.',
    group: 'state',
    fields: OF_ENTRY,
    example: { do: 'ghost', path: '//hq/docs/film.avi' },
  },
  evict: {
    summary: 'Takes an item out of the cache.',
    group: 'state',
    fields: OF_ENTRY,
    example: { do: 'evict', path: '//hq/docs/film.avi' },
  },
  'auto-cache': {
    summary: 'Caches an item because it was used, not because it is pinned.',
    group: 'state',
    fields: OF_ENTRY,
    example: { do: 'auto-cache', path: '//hq/docs/film.avi' },
  },
  adopt: {
    summary: 'Gives the cache an entry for an item without an original.',
    group: 'state',
    fields: OF_ENTRY,
    example: { do: 'adopt', path: '//hq/docs/plan.txt' },
  },
}

/** The first range that is not behind the one before it. */
function misplaced(ranges: readonly CachedRange[]): CachedRange | undefined {
  let end = 0
  return ranges.find(({ at, bytes }) => {
    const over = at < end
    end = at + bytes
    return over
  })
}
