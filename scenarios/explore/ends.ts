/** Compares two ends: the trees as people see them, and the items as the engine shows them. */

import {
  isWithin,
  type ItemView,
  sameItem,
  SETTABLE,
  type Ticks,
  type Tree,
  type TreeEntry,
  upcase,
} from '../../sim/mod.ts'
import type { Trees } from '../judge/mod.ts'
import type { Recovery, Views } from './recover.ts'

/** How ends are compared. */
export interface EndOptions {
  /** Last-write times from this moment on may differ: the copy was made during the call. */
  readonly since: Ticks
  /** UNC paths of items that may differ, with all that is in them. */
  readonly but?: readonly string[]
}

/** What distinguishes an end from the one that was to be reached, a line for each difference. */
export function endDifferences(
  end: Recovery,
  goal: Recovery,
  { since, but = [] }: EndOptions,
): readonly string[] {
  const isLeftOut = (key: string): boolean => but.some((path) => isWithin(key, upcase(path)))
  const found = SIDES.flatMap((side) => treeDifferences(side, end.trees[side], goal.trees[side], since))
  return [...found, ...viewDifferences(end.views, goal.views)]
    .filter(({ key }) => !isLeftOut(key)).map(({ line }) => line)
}

const SIDES = ['server', 'local'] as const

interface Difference {
  readonly key: string
  readonly line: string
}

function treeDifferences(
  side: 'server' | 'local',
  end: Tree,
  goal: Tree,
  since: Ticks,
): readonly Difference[] {
  const keys = [...new Set([...goal.keys(), ...end.keys()])]
  return keys.flatMap((key) => {
    const [is, wanted] = [end.get(key), goal.get(key)]
    if (is?.info === wanted?.info && is?.path === wanted?.path) return []
    const [now, then] = [shown(is, since), shown(wanted, since)]
    return now === then ? [] : [{ key, line: `${side}: ${now}, not ${then}` }]
  })
}

/** An item as people see it; storage bits, ids and the times the volume sets are left out. */
function shown(entry: TreeEntry | undefined, since: Ticks): string {
  if (entry === undefined) return 'nothing'
  const { path, info, content, streams } = entry
  const digests = [content, ...streams?.values() ?? []].map((one) => one?.digest().slice(0, 12) ?? '')
  const written = info.type === 'directory' || info.times.lastWrite >= since ? '' : info.times.lastWrite
  return `${path} ${info.type} ${info.attributes & SETTABLE} ${digests.join(' ')} ${written}`.trimEnd()
}

function viewDifferences(end: Views, goal: Views): readonly Difference[] {
  if (end === undefined || goal === undefined) return []
  return [...new Set([...goal.keys(), ...end.keys()])].flatMap((key) => {
    const [is, wanted] = [shownView(end.get(key)), shownView(goal.get(key))]
    return is === wanted ? [] : [{ key, line: `records of ${key}: ${is}, not ${wanted}` }]
  })
}

function shownView(view: ItemView | undefined): string {
  return view === undefined ? 'nothing' : JSON.stringify(view)
}

/** What the engine says of items that does not fit what is there, by folded path. */
export function inconsistencies({ views, trees, failed }: Recovery): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [key, view] of views ?? []) {
    const [server, local] = [trees.server.get(key), trees.local.get(key)]
    if (view.conflict !== undefined && server === undefined && local === undefined) {
      found.set(key, `a conflict of "${view.path}" is recorded, but it is on neither side`)
    } else if (claimsClean(view) && !failed.has(key) && differ(server, local)) {
      found.set(key, `"${view.path}" is said to be clean, but differs between the two sides`)
    }
  }
  return found
}

function claimsClean(view: ItemView): boolean {
  return !view.dirty && view.conflict === undefined && !view.sparse && !view.ghost && !view.suspended
}

function differ(server: TreeEntry | undefined, local: TreeEntry | undefined): boolean {
  if (server === undefined || local === undefined) return false
  return !sameItem(server, local, SETTABLE)
}

/** True for an item whose copies are the same, or gone from both sides. */
export function isSettled({ server, local }: Trees, key: string): boolean {
  const [there, here] = [server.get(key), local.get(key)]
  return there === undefined || here === undefined ? there === here : !differ(there, here)
}
