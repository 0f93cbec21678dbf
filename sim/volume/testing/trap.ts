/** A trap: something memfs does that no Windows volume may do, tried on both. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Volume } from '../mod.ts'
import { at, PLAN, read, volume, write } from './support.ts'

/** One trap. Both sides are tried, and what they answer is compared with what is written here. */
export interface Trap {
  /** What memfs does. */
  readonly trap: string
  /** Shows it. */
  readonly memfs: () => unknown
  /** What `memfs` gives as long as memfs does it. */
  readonly still: unknown
  /** Tries the same on the lab's volume: what it gives is the answer, a refusal's code for a refusal. */
  readonly volume: (on: Volume) => unknown
  /** What a Windows volume answers. */
  readonly instead: unknown
  /** Items that have changed and what they hold now, `undefined` where they are gone; all others must be as they were. */
  readonly changed?: Readonly<Record<string, string | undefined>>
}

/** A volume with a few files and folders in `\\\\hq\\docs`, made in the first tick. */
function lab(): Volume {
  const on = volume()
  for (const names of [['full'], ['empty'], ['a'], ['a', 'b']]) on.mkdir(at(...names))
  write(on, PLAN, 'plan')
  write(on, at('other.txt'), 'other')
  write(on, at('full', 'x.txt'), 'x')
  write(on, at('a', 'b', 'c.txt'), 'c')
  return on
}

/** Registers two tests for each trap: memfs still does it, and a volume cannot be made to. */
export function testTraps(traps: readonly Trap[]): void {
  for (const { trap, memfs, still, volume: attempt, instead, changed = {} } of traps) {
    test(`memfs: ${trap}`, () => {
      const message =
        `memfs has changed: "${trap}" no longer holds; see whether the volume still needs its guard`
      assert.equal(memfs(), still, message)
    })
    test(`a volume does not: ${trap}`, () => {
      const on = lab()
      const before = everything(on)
      assert.equal(attempt(on), instead)
      assert.equal(without(everything(on), changed), without(before, changed), 'something else has changed')
      for (const [path, text] of Object.entries(changed)) {
        assert.is(read(on, at(...path.split('/'))), text, path)
      }
    })
  }
}

/** All there is to know of a volume, by path: bytes, attributes, sizes and ids, and the times of files. */
function everything(on: Volume): ReadonlyMap<string, string> {
  return new Map(
    [...on.tree(at()).values()].map(({ path, info, content }) => {
      const { type, attributes, size, id, times } = info
      const bytes = content === undefined ? [] : [...content.bytes()]
      return [
        path.slice('\\\\hq\\docs\\'.length).replaceAll('\\', '/'),
        JSON.stringify([type, attributes, size, id, type === 'file' ? times : {}, bytes]),
      ] as const
    }),
  )
}

function without(all: ReadonlyMap<string, string>, changed: object): readonly (readonly [string, string])[] {
  return [...all].filter(([path]) => !Object.hasOwn(changed, path))
}
