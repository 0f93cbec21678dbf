/** Tree literals: telling their parts from each other, and listing what they name. */

import { foldPath } from '../../sim/mod.ts'
import { expandName } from './name-escapes.ts'
import type { ContentSpec, FolderSpec, TreeSpec } from './steps.ts'

/** One item of a tree literal. */
export interface TreeItem {
  /** Names joined by slashes, relative to the tree. */
  readonly path: string
  /** `null` for a directory. */
  readonly content: ContentSpec | null
}

/**
 * True for content, false for a nested tree: a text, an object with a number `bytes` or `size`, one with nothing but a text
 * `base64` or `link`, or a `link` with `directory` true or false. A directory that holds nothing but a text file `base64` is
 * written as a path: `'dir/base64': 'text'`.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { isContent } from 'csclab/scenarios'
 *
 * assert.ok(isContent({ bytes: 4096, seed: 1 }))
 * assert.ok(!isContent({ 'plan.txt': 'first draft' }))
 * ```
 */
export function isContent(value: ContentSpec | TreeSpec): value is ContentSpec {
  if (typeof value === 'string') return true
  return isNumber(value, 'bytes') || isNumber(value, 'size') || isOnlyText(value, 'base64') ||
    isOnlyText(value, 'link') ||
    'link' in value && 'directory' in value && typeof value.directory === 'boolean'
}

/**
 * True for a real folder, false for a tree literal: an object with nothing but a text `folder`. A tree that holds nothing
 * but a file `folder` gives its content in another form, such as base64.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { folder, isFolder } from 'csclab/scenarios'
 *
 * assert.ok(isFolder(folder('./office')))
 * assert.ok(!isFolder({ 'plan.txt': 'first draft' }))
 * ```
 */
export function isFolder(value: TreeSpec | FolderSpec): value is FolderSpec {
  return isOnlyText(value, 'folder')
}

/**
 * All items of a tree literal, parents before what they hold, directories that only a path mentions included.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { treeItems } from 'csclab/scenarios'
 *
 * assert.deepEqual(treeItems({ 'art/logo.txt': 'csclab', empty: null }), [
 *   { path: 'art', content: null },
 *   { path: 'art/logo.txt', content: 'csclab' },
 *   { path: 'empty', content: null },
 * ])
 * ```
 */
export function treeItems(tree: TreeSpec): readonly TreeItem[] {
  const items: TreeItem[] = []
  const directories = new Set<string>()
  const addDirectory = (path: string): void => {
    if (directories.has(foldPath(path))) return
    directories.add(foldPath(path))
    items.push({ path, content: null })
  }
  const addTree = (branch: TreeSpec, prefix: string): void => {
    for (const [name, value] of Object.entries(branch)) {
      const path = prefix + name
      for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
        addDirectory(path.slice(0, end))
      }
      if (value !== null && isContent(value)) {
        items.push({ path, content: value })
        continue
      }
      addDirectory(path)
      if (value !== null) addTree(value, `${path}/`)
    }
  }
  addTree(tree, '')
  return items
}

/** The first path that a tree literal names twice, case aside, or `undefined`. */
export function twiceNamed(tree: TreeSpec): string | undefined {
  const seen = new Set<string>()
  return treeItems(tree).find(({ path }) => {
    const key = foldPath(expandName(path))
    const twice = seen.has(key)
    seen.add(key)
    return twice
  })?.path
}

function isNumber(value: object, field: string): boolean {
  return Object.hasOwn(value, field) && typeof Reflect.get(value, field) === 'number'
}

function isOnlyText(value: object, field: string): boolean {
  const [entry, ...others] = Object.entries(value)
  return entry !== undefined && others.length === 0 && entry[0] === field && typeof entry[1] === 'string'
}
