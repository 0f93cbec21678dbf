/** Reads how much memory is in use, for the benchmarks. */

import { memoryUsage } from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Collections after which what is still there is taken for kept. */
const MOST_COLLECTIONS = 10

/**
 * A function that throws away all that nobody needs and tells how many bytes are left, heap and buffers; or why there is none.
 * It needs no permission under Deno.
 */
export function heapMeter(): (() => number) | { readonly missing: string } {
  const collect = collector()
  if (collect === undefined) return { missing: 'this runtime does not let memory be collected on demand' }
  return () => {
    let kept = Infinity
    for (let collections = 0; collections < MOST_COLLECTIONS; collections++) {
      collect()
      const { heapUsed, external } = memoryUsage()
      const now = heapUsed + external
      // Buffers are given back a little after the collection that found them unused.
      if (now >= kept) break
      kept = now
    }
    return kept
  }
}

function collector(): (() => unknown) | undefined {
  try {
    setFlagsFromString('--expose-gc')
    const found: unknown = runInNewContext('gc')
    return typeof found === 'function' ? () => Reflect.apply(found, undefined, []) : undefined
  } catch {
    return undefined
  }
}
