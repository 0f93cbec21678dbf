/** One folder with thousands of names in it: what changed is found among them, and nothing else is touched. */

import { type Kit, type Scenario, scenario } from '../../language/mod.ts'

function nameOf(i: number): string {
  return `name-${String(i).padStart(6, '0')}.txt`
}

/** A folder with so many names, and something done to the first ones and the last. */
export function amongSoMany(count: number): (kit: Kit) => void {
  return ({ share, sync }) => {
    const names = Array.from({ length: count }, (_, i) => [nameOf(i), 'x'])
    const docs = share('//hq/docs', { pin: 'user' }, { 'many': Object.fromEntries(names) })
    const [first, second, third, last] = [nameOf(0), nameOf(1), nameOf(2), nameOf(count - 1)]
    docs.local.write(`many/${first}`, 'edited here')
    docs.server.write(`many/${last}`, 'edited there')
    docs.local.remove(`many/${second}`)
    docs.server.remove(`many/${third}`)
    sync(docs, 'in | out').items([first, last, second, third].map((name) => `many/${name}`))
    docs.server.holds(`many/${first}`, 'edited here')
    docs.local.holds(`many/${last}`, 'edited there')
    docs.same()
  }
}

export const thousandsOfNames: Scenario = scenario({
  title: 'Two thousand names in a folder, one edited on either side, one deleted on either side: four items',
  covers: ['SYNC-02', 'SYNC-05', 'SYNC-07', 'P2.18', 'P2.19'],
}, amongSoMany(2_000))
