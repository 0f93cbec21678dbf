/**
 * The key of a world: two worlds have the same when whoever comes next meets the same in both. The time that has passed does
 * not count, and moments since the beginning of a call count by their order alone: two calls that did the same a tick sooner or
 * later end alike.
 */

import type { Json, Ticks, Tree, TreeEntry, World } from '../../sim/mod.ts'

/** A part of a key: its number among all parts met, and the moments it holds. */
interface Part {
  readonly number: number
  readonly moments: readonly Ticks[]
}

/** Makes keys of worlds that are forks of one another. */
export class WorldKeys {
  /** Moments from here on count by their order. */
  readonly #since: Ticks
  readonly #numbers = new Map<string, number>()
  /** Parts by what they were made of: what is frozen never changes. */
  readonly #parts = new WeakMap<object, Part>()

  constructor(since: Ticks) {
    this.#since = since
  }

  /** The key of a world. */
  of(world: World): string {
    const moments: Ticks[] = []
    const numbers: number[] = []
    const add = (part: Part): void => {
      numbers.push(part.number)
      for (const moment of part.moments) moments.push(moment)
    }
    const addTree = (tree: Tree): void => {
      numbers.push(-1)
      for (const [key, entry] of tree) {
        numbers.push(this.#number(entry.path === key ? key : `${key} ${entry.path}`))
        add(this.#item(entry))
      }
    }
    addTree(world.tree('server'))
    for (const { name, records } of world.clients) {
      addTree(world.tree('cache', name))
      for (const [bucket, key, value] of records.all()) {
        numbers.push(this.#number(`${bucket}\0${key}`))
        add(this.#record(value))
      }
    }
    numbers.push(this.#number(surroundings(world)))
    return `${numbers.join(' ')} / ${ranks(moments).join(' ')}`
  }

  #item(entry: TreeEntry): Part {
    const { info, content, streams, rights } = entry
    const known = this.#parts.get(info)
    if (known !== undefined) return known
    const { type, attributes, size, id, times } = info
    const moments: Ticks[] = []
    const text = JSON.stringify([
      [type, attributes, size, id, content?.digest()],
      [times.creation, times.lastWrite, times.change, times.lastAccess].map((time) =>
        this.#moment(time, moments)
      ),
      streams === undefined ? [] : [...streams].map(([name, stream]) => [name, stream.size, stream.digest()]),
      rights === undefined ? [] : [...rights],
    ])
    return this.#keep(info, { number: this.#number(text), moments })
  }

  #record(value: Json): Part {
    const known = typeof value === 'object' && value !== null ? this.#parts.get(value) : undefined
    if (known !== undefined) return known
    const moments: Ticks[] = []
    const text = JSON.stringify(
      value,
      (_, part: unknown) => typeof part === 'number' ? this.#moment(part, moments) : part,
    )
    const part = { number: this.#number(text), moments }
    return typeof value === 'object' && value !== null ? this.#keep(value, part) : part
  }

  #moment(time: number, moments: Ticks[]): number | string {
    if (time < this.#since) return time
    moments.push(time)
    return '@'
  }

  #keep(made: object, part: Part): Part {
    this.#parts.set(made, part)
    return part
  }

  #number(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#numbers.size)
    return this.#numbers.size - 1
  }
}

/** The places of moments in their order. */
function ranks(moments: readonly Ticks[]): readonly number[] {
  const order = new Map([...new Set(moments)].sort((a, b) => a - b).map((moment, i) => [moment, i]))
  return moments.map((moment) => order.get(moment) ?? -1)
}

/** What is neither tree nor record: machines, ways between them, who is signed in, who holds what. */
function surroundings({ clients, servers, handles }: World): string {
  return JSON.stringify([
    clients.map(({ settings, enabled, active, clockAhead, links, connections, signedIn }) => [
      settings,
      [enabled, active, clockAhead],
      [...links],
      [...connections],
      [...signedIn],
    ]),
    servers.map(({ reachable, clockJump }) => [reachable, clockJump]),
    handles.all(),
  ])
}
