/** Addresses: where each request of a session stands, in words, and the how many-th of its kind it is there. */

/** What is counted on its own: requests of one kind, for one operation on one item. */
interface Counted {
  readonly operation: string
  readonly kind: string
  /** All of the address but the number. */
  readonly words: string
  count: number
}

/** Counts the requests of one scope. */
export class Addresses {
  readonly #scope: string
  readonly #byPath = new Map<string, Counted[]>()

  constructor(scope: string) {
    this.#scope = scope
  }

  /** The address of the next request: `round 1 · \\hq\docs\plan.txt · SYNC_TO_SERVER · write · 2`. */
  next(kind: string, { path = '', operation = '' }: RequestPlace): string {
    const counted = this.#counted(kind, path, operation)
    return `${counted.words}${++counted.count}`
  }

  // A session may make millions of requests: so there is one look-up, and an address is put together of two parts.
  #counted(kind: string, path: string, operation: string): Counted {
    let here = this.#byPath.get(path)
    if (here === undefined) {
      here = []
      this.#byPath.set(path, here)
    }
    for (const one of here) if (one.kind === kind && one.operation === operation) return one
    let words = ''
    for (const part of [this.#scope, path, operation, kind]) if (part !== '') words += `${part} · `
    const counted = { operation, kind, words, count: 0 }
    here.push(counted)
    return counted
  }
}

/** What a request is about. */
export interface RequestPlace {
  readonly path?: string | undefined
  readonly operation?: string | undefined
}
