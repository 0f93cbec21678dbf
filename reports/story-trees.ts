/** The trees of both sides at two moments, joined on their paths: one row a path. */

import {
  attributeNames,
  type FileInfo,
  formatTime,
  nameOf,
  partsOf,
  sameItem,
  SETTABLE,
  type TreeEntry,
} from '../sim/mod.ts'
import type { Trees } from '../scenarios/mod.ts'
import { diffLines, type LineDiff } from './diff.ts'
import { type Preview, previewOf } from './preview.ts'
import { formatCount } from './visible.ts'
import { compareEntries, type ItemField, joinedPaths, type TreeChange, type TreeMark } from './tree-diff.ts'

/** Rows of any table and lines of any list at most; what is more is counted. */
export const MAX_ROWS = 200

/** One item at one moment. */
export interface StoryEntry {
  readonly kind: FileInfo['type']
  /** The name as stored. */
  readonly name: string
  readonly size: number
  /** Attributes worth a word: all but DIRECTORY, and ARCHIVE, which nearly every file has. */
  readonly attributes: readonly string[]
  /** What a file holds; `undefined` for a directory. */
  readonly preview: Preview | undefined
}

/** A field that differs, in words. `content` is told by the difference of the two texts instead. */
export interface StoryField {
  readonly field: Exclude<ItemField, 'content'>
  readonly before: string
  readonly after: string
}

/** One side of a row. */
export interface StoryCell {
  readonly mark: TreeMark
  readonly before: StoryEntry | undefined
  readonly after: StoryEntry | undefined
  readonly fields: readonly StoryField[]
  readonly contentChanged: boolean
  /** How the shown text changed; `undefined` when it did not, or when either is no text. */
  readonly difference: LineDiff | undefined
}

/** A path on both sides. */
export interface TreeRow {
  readonly path: string
  readonly name: string
  /** 0 for a share. */
  readonly depth: number
  readonly server: StoryCell
  readonly local: StoryCell
  /** True when both sides hold the same afterwards: kind, bytes and attributes, or nothing at all. */
  readonly agree: boolean
}

/** Rows, and how many there would be. */
export interface TreeTable {
  /** Parents before children. When there are too many, those of which nothing changed are left out first. */
  readonly rows: readonly TreeRow[]
  readonly total: number
  /** Paths of which something changed on either side; touched directories are not counted. */
  readonly changed: number
}

/** Joins the trees of both sides before and after. Servers themselves have no row: a share is the first thing to see. */
export function treeTable(before: Trees, after: Trees): TreeTable {
  const paths = joinedPaths([before.server, after.server, before.local, after.local])
  const joined = paths.filter((key) => partsOf(key).length > 1).map((key) => ({
    server: compareEntries(key, before.server.get(key), after.server.get(key)),
    local: compareEntries(key, before.local.get(key), after.local.get(key)),
  }))
  const moved = joined.filter(({ server, local }) => hasChanged(server) || hasChanged(local))
  const kept = joined.length <= MAX_ROWS ? joined : moved.slice(0, MAX_ROWS)
  return { rows: kept.map(tellRow), total: joined.length, changed: moved.length }
}

/** True when an item came, went or differs in more than a directory's times. */
export function hasChanged({ mark }: { readonly mark: TreeMark }): boolean {
  return mark !== 'same' && mark !== 'touched'
}

interface Joined {
  readonly server: TreeChange
  readonly local: TreeChange
}

function tellRow({ server, local }: Joined): TreeRow {
  const entry = server.after ?? local.after ?? server.before ?? local.before
  const path = entry?.path ?? server.key
  const depth = partsOf(path).length - 2
  const [there, here] = [server.after, local.after]
  return {
    path,
    name: depth === 0 ? path : nameOf(path),
    depth,
    server: tellCell(server),
    local: tellCell(local),
    agree: there === undefined || here === undefined ? there === here : sameItem(there, here, SETTABLE),
  }
}

function tellCell({ mark, before, after, fields }: TreeChange): StoryCell {
  const [old, young] = [tellEntry(before), tellEntry(after)]
  return {
    mark,
    before: old,
    after: young,
    fields: tellFields(fields, before, after),
    contentChanged: fields.includes('content'),
    difference: differenceOf(old, young),
  }
}

function tellEntry(entry: TreeEntry | undefined): StoryEntry | undefined {
  if (entry === undefined) return undefined
  const { info, content, path } = entry
  const attributes = attributeNames(info.attributes).filter((name) =>
    name !== 'DIRECTORY' && name !== 'ARCHIVE'
  )
  const preview = content === undefined ? undefined : previewOf(content)
  return { kind: info.type, name: nameOf(path), size: info.size, attributes, preview }
}

function tellFields(
  fields: readonly ItemField[],
  before: TreeEntry | undefined,
  after: TreeEntry | undefined,
): readonly StoryField[] {
  if (before === undefined || after === undefined) return []
  return fields.flatMap((field) =>
    field === 'content' ? [] : [{ field, before: fieldText(field, before), after: fieldText(field, after) }]
  )
}

function fieldText(field: StoryField['field'], { path, info }: TreeEntry): string {
  switch (field) {
    case 'kind':
      return info.type
    case 'spelling':
      return nameOf(path)
    case 'size':
      return formatCount(info.size)
    case 'attributes':
      return attributeNames(info.attributes).join(' ') || 'none'
    case 'creation':
      return formatTime(info.times.creation)
    case 'last write':
      return formatTime(info.times.lastWrite)
    case 'change':
      return formatTime(info.times.change)
  }
}

function differenceOf(before: StoryEntry | undefined, after: StoryEntry | undefined): LineDiff | undefined {
  const [old, young] = [before?.preview, after?.preview]
  if (old === undefined || young === undefined || old.hex || young.hex || old.text === young.text) {
    return undefined
  }
  return diffLines(old.text, young.text)
}
