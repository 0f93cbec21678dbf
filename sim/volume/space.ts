/** Room on a volume: its capacity, the users' quotas, and what is used, kept as every change is made. */

import { checkFields, type Checks, COUNT, optional } from '../check-fields.ts'
import type { Failed } from '../port/mod.ts'
import { ERROR } from '../windows/mod.ts'
import { failed } from './info.ts'

/** What is used of a volume, in bytes. */
export interface Usage {
  /** Bytes allocated to all streams of all items. Directories, names and attributes take none. */
  readonly used: number
  /** `undefined`: no limit. */
  readonly capacity: number | undefined
  /** Users that own something or have a quota, sorted. What nobody in particular made belongs to `''`. */
  readonly users: ReadonlyMap<string, { readonly used: number; readonly quota: number | undefined }>
}

const LIMITS: Checks = { capacity: optional(COUNT), quota: optional(COUNT) }

/** The count of one volume. */
export class Space {
  #capacity: number | undefined
  #used = 0
  readonly #quotas: Map<string, number>
  readonly #usedBy: Map<string, number>

  /**
   * An empty volume.
   *
   * @throws {CsclabError} `scenario` for a limit that is no number of bytes.
   */
  constructor(capacity: number | undefined, quotas: Iterable<readonly [string, number]>) {
    this.#quotas = new Map()
    this.#usedBy = new Map()
    this.limit(capacity)
    for (const [user, quota] of quotas) this.limitUser(user, quota)
  }

  /** The count of a forked volume. */
  fork(): Space {
    const copy = new Space(this.#capacity, this.#quotas)
    copy.#used = this.#used
    for (const [user, used] of this.#usedBy) copy.#usedBy.set(user, used)
    return copy
  }

  /** Sets the capacity. What is above it stays; it only cannot grow. */
  limit(capacity: number | undefined): void {
    checkLimit({ capacity })
    this.#capacity = capacity
  }

  /** Sets a user's quota, or takes it away. */
  limitUser(user: string, bytes: number | undefined): void {
    checkLimit({ quota: bytes })
    if (bytes === undefined) this.#quotas.delete(user)
    else this.#quotas.set(user, bytes)
  }

  /** Why a user cannot have that many more bytes: 112 for the disk, 1295 for the quota. */
  refuses(user: string, more: number): Failed | undefined {
    if (more <= 0) return undefined
    if (this.#used + more > (this.#capacity ?? Infinity)) return failed(ERROR.DISK_FULL)
    const used = this.#usedBy.get(user) ?? 0
    return used + more > (this.#quotas.get(user) ?? Infinity) ? failed(ERROR.DISK_QUOTA_EXCEEDED) : undefined
  }

  /** Counts bytes that a user has more, or fewer. */
  add(user: string, more: number): void {
    if (more === 0) return
    this.#used += more
    const used = (this.#usedBy.get(user) ?? 0) + more
    if (used === 0) this.#usedBy.delete(user)
    else this.#usedBy.set(user, used)
  }

  /** What is used now. */
  usage(): Usage {
    const names = [...new Set([...this.#usedBy.keys(), ...this.#quotas.keys()])].sort()
    const users = names.map((user) => {
      return [user, { used: this.#usedBy.get(user) ?? 0, quota: this.#quotas.get(user) }] as const
    })
    return { used: this.#used, capacity: this.#capacity, users: new Map(users) }
  }
}

/** Makes sure that a limit, where there is one, is a number of bytes. */
function checkLimit(
  limit: { readonly capacity?: number | undefined; readonly quota?: number | undefined },
): void {
  checkFields(limit, LIMITS, { code: 'scenario', what: 'The limits of a volume' })
}
