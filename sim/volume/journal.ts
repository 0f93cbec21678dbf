/** The change journal of a volume: numbered entries that forks share. */

import type { Ticks } from '../windows/mod.ts'

/** What happened to an item. A write that also brings an item into being is `create`, then `data`. */
export type JournalReason =
  | 'create'
  /** Bytes or size of the unnamed stream. */
  | 'data'
  /** Attributes or times. */
  | 'info'
  | 'rename-from'
  | 'rename-to'
  | 'delete'
  /** A named stream came, changed or went. */
  | 'stream'
  | 'rights'

/** One change of one item, like a record of NTFS's USN journal. */
export interface JournalEntry {
  /** Counts up from 1 without gaps, through forks too. */
  readonly number: number
  readonly at: Ticks
  /** The item's id. */
  readonly id: number
  /** The item's full path, as stored at that moment. */
  readonly path: string
  readonly reason: JournalReason
}

/** A run of entries that several journals have in common. */
interface Segment {
  readonly before: Segment | undefined
  readonly entries: readonly JournalEntry[]
}

/** An append-only list; forking it copies nothing. */
export class Journal {
  #before: Segment | undefined
  #entries: JournalEntry[] = []
  #last: number

  /** An empty journal that goes on after a number. */
  constructor(last: number = 0) {
    this.#last = last
  }

  /** A second journal that starts as this one. */
  fork(): Journal {
    if (this.#entries.length > 0) {
      this.#before = { before: this.#before, entries: this.#entries }
      this.#entries = []
    }
    const copy = new Journal(this.#last)
    copy.#before = this.#before
    return copy
  }

  /** The number of the last entry; 0 when there was none. */
  get last(): number {
    return this.#last
  }

  /** Adds an entry. */
  add(entry: Omit<JournalEntry, 'number'>): void {
    const { at, id, path, reason } = entry
    this.#entries.push({ number: ++this.#last, at, id, path, reason })
  }

  /** The entries after a number, oldest first. */
  since(number: number): readonly JournalEntry[] {
    const runs: (readonly JournalEntry[])[] = [this.#entries]
    let segment = this.#before
    while (segment !== undefined && (runs.at(-1)?.[0]?.number ?? Infinity) > number + 1) {
      runs.push(segment.entries)
      segment = segment.before
    }
    return runs.toReversed().flatMap((run) => run.filter((entry) => entry.number > number))
  }
}
