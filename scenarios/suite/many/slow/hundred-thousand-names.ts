/**
 * A hundred thousand names in one folder. Not in the index of the suite, since building the tree alone takes a second: run it
 * with `csclab run scenarios/suite/many/slow`.
 */

import { type Scenario, scenario, type TreeSpec } from '../../../language/mod.ts'

const COUNT = 100_000

function nameOf(i: number): string {
  return `name-${String(i).padStart(6, '0')}.txt`
}

export const hundredThousandNames: Scenario = scenario({
  title:
    'A hundred thousand names in a folder, one edited on either side, one deleted on either side: four items',
  covers: ['SYNC-02', 'SYNC-05', 'SYNC-07', 'F39', 'P2.18', 'P2.19'],
  tags: ['slow'],
}, ({ share, sync }) => {
  const names = Array.from({ length: COUNT }, (_, i) => [nameOf(i), 'x'])
  const tree: TreeSpec = { 'many': Object.fromEntries(names) }
  const docs = share('//hq/docs', { pin: 'user' }, tree)
  const [first, second, third, last] = [nameOf(0), nameOf(1), nameOf(2), nameOf(COUNT - 1)]
  docs.local.write(`many/${first}`, 'edited here')
  docs.server.write(`many/${last}`, 'edited there')
  docs.local.remove(`many/${second}`)
  docs.server.remove(`many/${third}`)
  sync(docs, 'in | out').items([first, last, second, third].map((name) => `many/${name}`))
  docs.server.holds(`many/${first}`, 'edited here')
  docs.local.holds(`many/${last}`, 'edited there')
  docs.same()
})
