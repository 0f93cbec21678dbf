/** The trees of several servers in one. */

import type { Tree } from '../volume/mod.ts'

/** Puts trees together, and keeps what came of it as long as none of them is another. */
export class JoinedTrees {
  #parts: readonly Tree[] = []
  #whole: Tree = new Map()

  /** One tree after the other. */
  of(parts: readonly Tree[]): Tree {
    const isSame = parts.length === this.#parts.length && parts.every((tree, i) => tree === this.#parts[i])
    if (!isSame) {
      const [only] = parts
      this.#whole = parts.length === 1 && only !== undefined
        ? only
        : new Map(parts.flatMap((tree) => [...tree]))
      this.#parts = parts
    }
    return this.#whole
  }
}
