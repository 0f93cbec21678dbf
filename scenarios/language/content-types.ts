/** Fields that hold content of files and trees; each part of a tree is judged by what it looks like. */

import * as v from 'valibot'
import { MAX_FILE_SIZE } from '../../sim/mod.ts'
import { MAX_BYTES, sizeOf } from './content.ts'
import { type FieldType, strictObject, whole, withHint } from './field.ts'
import { ESCAPES, pathSchema } from './path-schema.ts'
import type { BytesSpec, ContentSpec, FilePart, FolderSpec, HolesSpec, LinkSpec, TreeSpec } from './steps.ts'
import { isContent, isFolder, twiceNamed } from './tree-spec.ts'

const BYTES_FORMS = 'must be a text, { "bytes": SIZE, "seed": NUMBER } or { "base64": TEXT }'
const CONTENT_FORMS =
  'must be a text, { "bytes": SIZE, "seed": NUMBER }, { "base64": TEXT }, { "size": BYTES, "parts": LIST } or { "link": PATH }'
const TREE_FORM = 'must be an object of names, each with content, null or a nested tree'
const BASE64_FORM = 'must be base64: groups of four letters, "=" only at the end'
const NAME_FORM =
  'must be a name, or names joined by single slashes\nWrite such as "art/logo.png", without a slash in front or behind'

/** One name or several joined by slashes. */
const TREE_NAME = /^[^/\\]+(?:\/[^/\\]+)*$/
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

const text: v.GenericSchema<unknown, string> = v.string('must be a text')

const recipe: v.GenericSchema<unknown, BytesSpec> = strictObject('The recipe', {
  bytes: v.pipe(
    whole(0, MAX_BYTES, 'must be a whole number of bytes, 0 to 67108864 (64 MiB)'),
    v.description('Bytes to make, 0 to 67108864 (64 MiB).'),
  ),
  seed: v.pipe(
    whole(0, 0xffff_ffff, 'must be a whole number of 32 bits, 0 to 4294967295'),
    v.description('The same seed gives the same bytes. A whole number, 0 to 4294967295.'),
  ),
})

const base64: v.GenericSchema<unknown, BytesSpec> = strictObject('The content', {
  base64: v.pipe(v.string(BASE64_FORM), v.regex(BASE64, BASE64_FORM), v.description('Bytes in base64.')),
})

const folder: v.GenericSchema<unknown, FolderSpec> = strictObject('The folder', {
  folder: v.pipe(
    v.string('must be a path'),
    v.regex(/\S/, 'must be a path'),
    v.description('A real folder: a path relative to the scenario file, or `package:NAME`.'),
  ),
})

/** Any bytes, for the JSON Schema and for values that look like none. */
export const anyBytes: v.GenericSchema<unknown, BytesSpec> = v.union([text, recipe, base64], BYTES_FORMS)

const someBytes: v.GenericSchema<unknown, BytesSpec> = v.lazy((value) =>
  value === undefined ? anyBytes : bytesSchema(value)
)

const part: v.GenericSchema<unknown, FilePart> = strictObject('The part', {
  at: v.pipe(
    whole(0, MAX_FILE_SIZE, 'must be a whole number of bytes, 0 to 17592185978880 (16 TiB less 64 KiB)'),
    v.description('Where it begins, in bytes from the start of the file.'),
  ),
  content: v.pipe(someBytes, v.description('The bytes that are written there.')),
})

const holes: v.GenericSchema<unknown, HolesSpec> = v.pipe(
  strictObject('The file with holes', {
    size: v.pipe(
      whole(0, MAX_FILE_SIZE, 'must be a whole number of bytes, 0 to 17592185978880 (16 TiB less 64 KiB)'),
      v.description('Bytes of the whole file, 0 to 17592185978880 (16 TiB less 64 KiB).'),
    ),
    parts: v.pipe(
      v.array(part, 'must be a list of { "at": BYTES, "content": BYTES }'),
      v.description('What is written, in order; the rest are holes.'),
    ),
  }),
  v.check((spec) => misplacedPart(spec) === undefined, ({ input }) => misplacedPart(input) ?? ''),
)

const link: v.GenericSchema<unknown, LinkSpec> = strictObject('The link', {
  link: v.pipe(pathSchema('item'), v.description('The target as `//server/share/name`.')),
  directory: v.exactOptional(
    v.pipe(
      v.boolean('must be true or false'),
      v.description('The target is a directory. Default `false`.'),
    ),
  ),
})

/** Any content, for the JSON Schema and for values that look like none. */
export const anyContent: v.GenericSchema<unknown, ContentSpec> = v.union(
  [text, recipe, base64, holes, link],
  CONTENT_FORMS,
)

/** Anything a name in a tree can stand for, for the JSON Schema. */
export const anyNode: v.GenericSchema<unknown, ContentSpec | TreeSpec | null> = v.union([
  anyContent,
  v.null(),
  v.lazy(() => anyTree),
], CONTENT_FORMS)

/** Any tree literal. */
export const anyTree: v.GenericSchema<unknown, TreeSpec> = v.record(
  v.pipe(v.string(), v.regex(TREE_NAME, NAME_FORM), ESCAPES),
  v.lazy((value) => value === undefined ? anyNode : nodeSchema(value)),
  TREE_FORM,
)

const treeOfNames: v.GenericSchema<unknown, TreeSpec> = v.pipe(
  v.lazy(() => anyTree),
  v.check((tree) => twiceNamed(tree) === undefined, ({ input }) => describeTwice(input)),
)

/** A tree or a folder, for the JSON Schema. */
export const anyStart: v.GenericSchema<unknown, TreeSpec | FolderSpec> = v.union(
  [folder, treeOfNames],
  TREE_FORM,
)

/** What a file holds. */
export const CONTENT: FieldType<ContentSpec> = {
  name: 'content',
  doc:
    'What the type `bytes` says; or `{ "size": BYTES, "parts": [{ "at": BYTES, "content": BYTES }] }`, a file of at most 16 TiB less 64 KiB of which only ' +
    'the parts are written (in order, none over another); or `{ "link": PATH, "directory"?: true }`, a shell link to a ' +
    'share or something on it.',
  schema: v.lazy((value) => value === undefined ? anyContent : contentSchema(value)),
}

/** Bytes as they are. */
export const BYTES: FieldType<BytesSpec> = {
  name: 'bytes',
  doc:
    'A text (UTF-8), `{ "bytes": SIZE, "seed": NUMBER }` for that many reproducible bytes (at most 64 MiB), or ' +
    '`{ "base64": TEXT }`.',
  schema: someBytes,
}

/** A tree literal. */
export const TREE: FieldType<TreeSpec> = {
  name: 'tree',
  doc:
    'An object of names (or names joined by slashes), each with content, `null` for a directory, or a nested tree. Names may ' +
    'hold the escapes of a path.',
  schema: treeOfNames,
}

/** What a share starts with. */
export const START_TREE: FieldType<TreeSpec | FolderSpec> = {
  name: 'tree or folder',
  doc: 'A tree, or `{ "folder": PATH }`: a real folder, relative to the scenario file, or `package:NAME`.',
  schema: v.lazy((value) => {
    if (value === undefined) return anyStart
    return isObject(value) && isFolder(value) ? folder : treeOfNames
  }),
}

function contentSchema(value: unknown): v.GenericSchema<unknown, ContentSpec> {
  if (!isObject(value)) return typeof value === 'string' ? text : anyContent
  if ('size' in value || 'parts' in value) return holes
  if ('link' in value) return link
  return 'bytes' in value || 'base64' in value ? bytesSchema(value) : anyContent
}

function bytesSchema(value: unknown): v.GenericSchema<unknown, BytesSpec> {
  if (!isObject(value)) return typeof value === 'string' ? text : anyBytes
  if ('bytes' in value) return recipe
  return 'base64' in value ? base64 : anyBytes
}

function nodeSchema(value: unknown): v.GenericSchema<unknown, ContentSpec | TreeSpec | null> {
  if (value === null) return v.null()
  if (!isObject(value)) return contentSchema(value)
  return isContent(value) ? contentSchema(value) : anyTree
}

/** What is wrong with the order of the parts, or `undefined`. */
function misplacedPart({ size, parts }: HolesSpec): string | undefined {
  let end = 0
  for (const { at, content } of parts) {
    if (at < end) {
      return withHint(
        `The part at ${at} begins before the one before it ends, at ${end}`,
        'Write parts in order, none over another',
      )
    }
    end = at + sizeOf(content)
    if (end > size) {
      return withHint(
        `The part at ${at} ends at ${end}, behind the end of the file at ${size}`,
        'Make "size" larger or the part shorter',
      )
    }
  }
  return undefined
}

function isObject(value: unknown): value is TreeSpec {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describeTwice(tree: TreeSpec): string {
  return withHint(
    `The tree names ${JSON.stringify(twiceNamed(tree))} twice`,
    'Windows compares names without regard to case: leave one of them out',
  )
}
