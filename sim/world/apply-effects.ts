/** Trees in time: the first tree and all effects of a trace give the last one. */

import type { Side } from '../port/mod.ts'
import { partsOf, uncOf, type UncPath, upcase } from '../windows/mod.ts'
import type { Tree, TreeEntry } from '../volume/mod.ts'
import { FIRST_CLIENT } from './client.ts'
import type { Effect } from './effect.ts'

/** Whose tree it is. */
export interface TreeOwner {
  readonly on: Side
  /** The client, when it is a cache's. Default: the first. */
  readonly client?: string
}

/**
 * Applies the effects of a trace to a tree.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { applyEffects, Host, World } from 'csclab/sim'
 *
 * const world = new World()
 * world.addShare('\\\\hq\\docs')
 * const first = world.tree('server')
 * const host = new Host(world)
 * host.act('server', { do: 'mkdir', path: '\\\\hq\\docs\\art' }, { actor: 'server', scope: 'step 1' })
 * const effects = host.trace.flatMap((event) => event.effects)
 * assert.deepEqual(applyEffects(first, { on: 'server' }, effects), world.tree('server'))
 * ```
 */
export function applyEffects(tree: Tree, owner: TreeOwner, effects: readonly Effect[]): Tree {
  const byPath = new Map([...tree.values()].map((entry) => [entry.path, entry]))
  for (const effect of effects) {
    if (effect.effect === 'record' || !isOf(effect, owner)) continue
    if (effect.effect === 'put') byPath.set(effect.path, entryOf(effect))
    else if (effect.effect === 'gone') byPath.delete(effect.path)
    else moveBelow(byPath, effect.path, effect.to)
  }
  return keyed([...byPath.values()])
}

function isOf(
  effect: Exclude<Effect, { readonly effect: 'record' }>,
  { on, client = FIRST_CLIENT }: TreeOwner,
): boolean {
  return effect.on === on && (on === 'server' || (effect.client ?? FIRST_CLIENT) === client)
}

function entryOf(effect: Extract<Effect, { readonly effect: 'put' }>): TreeEntry {
  const { path, info, content, streams, rights } = effect
  return {
    path,
    info,
    content,
    ...(streams === undefined ? {} : { streams }),
    ...(rights === undefined ? {} : { rights }),
  }
}

function moveBelow(byPath: Map<string, TreeEntry>, from: UncPath, to: UncPath): void {
  const moved = [...byPath.values()].filter(({ path }) => path === from || path.startsWith(`${from}\\`))
  for (const { path } of moved) byPath.delete(path)
  for (const entry of moved) {
    const path = to + entry.path.slice(from.length)
    byPath.set(path, { ...entry, path })
  }
}

/** The entries under the keys that trees have: servers as they came, parents before children, siblings in listing order. */
function keyed(entries: readonly TreeEntry[]): Tree {
  const tree = new Map<string, TreeEntry>()
  const keys = new Map<string, string>()
  const servers = [...new Set(entries.map(({ path }) => partsOf(path)[0]))]
  for (const { entry } of entries.map((entry) => sortable(entry, servers)).sort(inOrder)) {
    const names = partsOf(entry.path)
    const above = keys.get(uncOf(names.slice(0, -1))) ?? '\\'
    const name = names.at(-1) ?? ''
    const plain = `${above}\\${upcase(name)}`
    const key = tree.has(plain) ? `${plain}\0${name}` : plain
    keys.set(entry.path, key)
    tree.set(key, entry)
  }
  return tree
}

interface Sortable {
  readonly entry: TreeEntry
  /** The server's place, then folded names with the names: what listings are sorted by. */
  readonly by: readonly string[]
}

function sortable(entry: TreeEntry, servers: readonly (string | undefined)[]): Sortable {
  const [server, ...names] = partsOf(entry.path)
  const place = String(servers.indexOf(server)).padStart(3, '0')
  return { entry, by: [place, ...names.map((name) => `${upcase(name)}\0${name}`)] }
}

function inOrder({ by: a }: Sortable, { by: b }: Sortable): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x = '', y = ''] = [a[i], b[i]]
    if (x !== y) return x < y ? -1 : 1
  }
  return a.length - b.length
}
