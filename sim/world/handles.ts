/** Handles that clients hold on servers: whose they are, and which were lost with a connection. */

/** Who holds what. */
export class Handles {
  readonly #owners: Map<number, string>
  readonly #lost: Set<number>

  constructor(owners: Iterable<readonly [number, string]> = [], lost: Iterable<number> = []) {
    this.#owners = new Map(owners)
    this.#lost = new Set(lost)
  }

  /** The same handles, for a forked world. */
  fork(): Handles {
    return new Handles(this.#owners, this.#lost)
  }

  /** Notes whose handle it is. */
  add(handle: number, owner: string): void {
    this.#owners.set(handle, owner)
  }

  /** Forgets a handle that was given back. */
  remove(handle: number): void {
    this.#owners.delete(handle)
    this.#lost.delete(handle)
  }

  /** Marks handles as lost and returns them. */
  lose(isMeant: (handle: number, owner: string) => boolean): readonly number[] {
    const lost = [...this.#owners].filter(([handle, owner]) => isMeant(handle, owner)).map(([handle]) =>
      handle
    )
    for (const handle of lost) {
      this.#owners.delete(handle)
      this.#lost.add(handle)
    }
    return lost
  }

  /** True for a handle that went with its connection. */
  isLost(handle: number): boolean {
    return this.#lost.has(handle)
  }

  /** Everything, as plain data. */
  all(): { readonly owners: readonly (readonly [number, string])[]; readonly lost: readonly number[] } {
    return { owners: [...this.#owners], lost: [...this.#lost] }
  }
}
