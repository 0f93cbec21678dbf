/** Looks for a token's bytes in trees: where people would look for them, and anywhere else. */

import { itemAt, type Tree, type UncPath, upcase } from '../../../sim/mod.ts'
import { cacheOf, contentIn, holds, type Keeper, type Token, type Tracked } from './token.ts'

/** Everybody's trees at one moment. */
export interface AllTrees {
  readonly server: Tree
  /** By the names of the clients. */
  readonly caches: ReadonlyMap<string, Tree>
}

/** A whole copy. */
export interface Copy {
  readonly keeper: Keeper
  /** As stored. */
  readonly path: UncPath
}

/** The trees with those who have them, the server's first. */
function keepersOf({ server, caches }: AllTrees): readonly (readonly [Keeper, Tree])[] {
  return [['server', server], ...[...caches].map(([client, tree]) => [cacheOf(client), tree] as const)]
}

/** Who has a token's bytes under one of its paths; the latest path counts first. */
export function copiesInPlace({ token, paths }: Tracked, trees: AllTrees): readonly Copy[] {
  return keepersOf(trees).flatMap(([keeper, tree]) => {
    const path = [...paths].reverse().map((one) => itemAt(tree, one)).find((item) =>
      item !== undefined && holds(item, token)
    )?.path
    return path === undefined ? [] : [{ keeper, path }]
  })
}

/** Copies of a token's bytes under other paths; `isOld` tells those that have nothing to do with it. */
export function copiesElsewhere(
  { token, paths }: Tracked,
  trees: AllTrees,
  isOld: (path: UncPath) => boolean,
): readonly Copy[] {
  const known = new Set(paths.map(upcase))
  return keepersOf(trees).flatMap(([keeper, tree]) =>
    [...tree.values()].filter((item) =>
      holds(item, token) && !known.has(upcase(item.path)) && !isOld(item.path)
    )
      .map(({ path }) => ({ keeper, path }))
  )
}

/** True when a path of a tree holds a token's bytes. */
export function hasCopy(tree: Tree, path: UncPath, token: Token): boolean {
  const item = itemAt(tree, path)
  return item !== undefined && contentIn(item, token.stream) !== undefined && holds(item, token)
}
