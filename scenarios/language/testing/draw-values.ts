/** Draws values that fields of steps hold: texts and names as ugly as can be, contents, trees, times. */

import fc from 'fast-check'
import { formatTime, SETTABLE_NAMES, SYNC_STATES, upcase } from '../../../sim/mod.ts'
import { bytes, holes, linkTo, sizeOf } from '../content.ts'
import { RESOLUTIONS } from '../resolutions.ts'
import type { BytesSpec, ContentSpec, TreeSpec } from '../steps.ts'

/** A value of a field. */
export type Field = fc.Arbitrary<unknown>

/** A text that is not empty. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    "it's",
    '"quoted"',
    'back\\slash',
    '${x}',
    '`',
    'two\nlines',
    'e\u0301',
    '\u2028',
    '\ud800',
    '\u202egnp',
    '\0',
  ),
).filter((value) => /\S/.test(value))

/** Names of items and shares: anything without slashes. */
export const name: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'plan.txt',
      'art',
      'docs',
      'docs2',
      'Docs 2',
      'const',
      'sync',
      'round1',
      'file1',
      '7',
      'é',
      'cafe\u0301',
      '{x}',
      '{u}',
      'link',
      '__proto__',
    ),
  },
  { weight: 1, arbitrary: text.filter((value) => !/[/\\]/.test(value)) },
)

/** Bytes as they are. */
export const someBytes: fc.Arbitrary<BytesSpec> = fc.oneof(
  fc.string({ maxLength: 20 }),
  text,
  fc.tuple(fc.nat(4096), fc.constantFrom(1, 2, 0xffff_ffff)).map(([size, seed]) => bytes(size, seed)),
  fc.constantFrom({ base64: 'AA==' }, { base64: '' }, { base64: 'AAAA' }),
)

const fileWithHoles: fc.Arbitrary<ContentSpec> = fc.tuple(
  fc.array(fc.tuple(fc.nat(2 ** 31), someBytes), { maxLength: 3 }),
  fc.constantFrom(0, 1, 2 ** 43),
).map(([drawn, rest]) => {
  let end = 0
  const parts = drawn.map(([gap, content]) => {
    const at = end + gap
    end = at + sizeOf(content)
    return { at, content }
  })
  return holes({ size: end + rest, parts })
})

const link: fc.Arbitrary<ContentSpec> = fc.tuple(name, fc.constantFrom(undefined, true, false)).map((
  [last, directory],
) => linkTo(`//hq/${last}`, directory === undefined ? {} : { directory }))

/** What a file holds. */
export const content: fc.Arbitrary<ContentSpec> = fc.oneof(
  { weight: 4, arbitrary: someBytes },
  { weight: 1, arbitrary: fileWithHoles },
  { weight: 1, arbitrary: link },
)

const trees = fc.letrec<{ tree: TreeSpec; node: ContentSpec | TreeSpec | null }>((tie) => ({
  tree: fc.uniqueArray(fc.tuple(name, fc.constantFrom('', '/below', '/a/b'), tie('node')), {
    selector: ([first]) => upcase(first),
    maxLength: 4,
  }).map((items) => Object.fromEntries(items.map(([first, rest, node]) => [first + rest, node])))
    // Nothing but a text under this name would be a link, not a tree.
    .filter((drawn) => Object.keys(drawn).join() !== 'link' || typeof drawn['link'] !== 'string'),
  node: fc.oneof({ depthSize: 'small' }, content, fc.constant(null), tie('tree')),
}))

/** A tree literal. */
export const tree: fc.Arbitrary<TreeSpec> = trees.tree

/** A result code. */
export const code: fc.Arbitrary<number> = fc.constantFrom(0, 5, 0xffff_ffff)

/** The code of a failure. */
export const failure: fc.Arbitrary<number> = fc.constantFrom(5, 32)

/** A moment. */
export const time: fc.Arbitrary<string> = fc.integer({ min: -1e12, max: 1e12 }).map(formatTime)

/** The name of a sync state. */
export const state: Field = fc.constantFrom(...SYNC_STATES)

/** Names of attributes. */
export const attributes: Field = fc.subarray([...SETTABLE_NAMES])

/** Who pins an item. */
export const pins: fc.Arbitrary<string[]> = fc.subarray(['user', 'userPolicy', 'computer', 'redirection'])

/** Who pins, one of them. */
export const pin: Field = fc.constantFrom('user', 'userPolicy', 'computer', 'redirection')

/** A word for a resolution. */
export const resolution: fc.Arbitrary<string> = fc.constantFrom(...Object.keys(RESOLUTIONS))

/** The id of a requirement. */
export const id: Field = fc.constantFrom('SYNC-33', 'STATE-12', 'D6.1', 'P2.9', 'F3')

/** Which one, counted from 1. */
export const nth: Field = fc.integer({ min: 1, max: 9 })

/** A client that a drawn scenario has. */
export const client: Field = fc.constantFrom('laptop', 'tablet')

/** A user that a drawn scenario has. */
export const user: Field = fc.constantFrom('alice', 'bob')

/** A size in bytes, or no limit. */
export const limit: Field = fc.constantFrom(null, 0, 4096)

/** The name of a stream. */
export const stream: fc.Arbitrary<string> = text.filter((value) => !/[:/\\]/.test(value))

/** An object with some fields required and others as luck will have it. */
export function object(
  required: Readonly<Record<string, Field>>,
  optional: Readonly<Record<string, Field>>,
): fc.Arbitrary<object> {
  return fc.record({ ...required, ...optional }, {
    requiredKeys: Object.keys(required),
    noNullPrototype: true,
  })
}

/** A step: an object that may keep the clock still. */
export function step(
  verb: string,
  required: Readonly<Record<string, Field>> = {},
  optional: Readonly<Record<string, Field>> = {},
): fc.Arbitrary<object> {
  return object({ do: fc.constant(verb), ...required }, { ...optional, clock: fc.constant('still') })
}
