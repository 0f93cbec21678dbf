/** Expands the escapes in the names a step holds. */

import { expandName } from './name-escapes.ts'
import type { TreeSpec } from './steps.ts'
import { isContent } from './tree-spec.ts'

/** Fields of steps that hold paths; `raw` texts and contents are none. */
const PATH_FIELDS: ReadonlySet<string> = new Set(['path', 'paths', 'to', 'server', 'share', 'link'])

/** The name of a policy value, which is a path when it begins with two slashes, else any text. */
export function expandPolicyName(name: string): string {
  return name.startsWith('//') ? expandName(name) : name
}

/** Expands the escapes in all paths and trees of a step, in place, and returns it. */
export function expandEscapes<T>(step: T): T {
  if (typeof step !== 'object' || step === null) return step
  for (const [field, value] of Object.entries(step)) {
    const expanded: unknown = expandField(field, value)
    if (expanded !== value) Reflect.set(step, field, expanded)
  }
  return step
}

function expandField(field: string, value: unknown): unknown {
  if (typeof value === 'string') return PATH_FIELDS.has(field) ? expandName(value) : value
  if (Array.isArray(value)) return value.map((part: unknown) => expandField(field, part))
  if (!isTree(value)) return value
  if (field === 'tree') return expandTree(value)
  return field === 'conflicts' ? expandKeys(value, expandPolicyName) : expandEscapes(value)
}

function expandTree(tree: TreeSpec): unknown {
  const nodes = Object.entries(tree).map(([name, node]): [string, unknown] => {
    if (!isTree(node)) return [name, node]
    return [name, isContent(node) ? expandEscapes(node) : expandTree(node)]
  })
  return expandKeys(Object.fromEntries(nodes), expandName)
}

/** Two keys that become the same are left as they are: which of them was meant is for the author to say. */
function expandKeys(value: object, expand: (key: string) => string): unknown {
  const entries = Object.entries(value)
  const expanded = entries.map(([key]) => expand(key))
  const twice = new Set(expanded).size < expanded.length
  return twice ? value : Object.fromEntries(entries.map(([, part], index) => [expanded[index], part]))
}

function isTree(value: unknown): value is TreeSpec {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
