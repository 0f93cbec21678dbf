/** Snapshots tell of a folder with very many files without a line for each, and of names that no text file can hold. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEngine } from '../../engine/mod.ts'
import { scenario } from '../language/mod.ts'
import { runScenario } from './mod.ts'
import { snapshotText } from '../judge/mod.ts'

/** The lines about a share with so many files, of which the last holds this. */
async function linesOf(count: number, last = 'x'): Promise<readonly string[]> {
  const names = Array.from({ length: count }, (_, i) => [`${10_000 + i}.txt`, i === count - 1 ? last : 'x'])
  const made = scenario({ title: 'A test', covers: ['SYNC-05'] }, ({ share, note }) => {
    share('//hq/docs', { 'few': { 'a.txt': 'a' }, 'many': Object.fromEntries(names) })
    note('That is all.')
  })
  const named = { id: 'test/it', scenario: made, position: undefined }
  return snapshotText(await runScenario(named, { engine: createEngine() })).split('\n')
}

test('a folder of a thousand files has a line for each', async () => {
  assert.is((await linesOf(1000)).filter((line) => line.includes('/many/')).length, 2 * 1001)
})

test('of one more the first twenty are told, and a digest of the rest that hangs on each of them', async () => {
  const lines = (await linesOf(1001)).filter((line) => line.includes('/many/'))
  assert.is(lines.length, 2 * 22)
  assert.is(lines[20], '  //hq/docs/many/10019.txt "x"')
  assert.match(lines[21] ?? '', /^ {2}\/\/hq\/docs\/many\/ 981 more files [0-9a-f]{16}$/)
  const other = (await linesOf(1001, 'y')).filter((line) => line.includes('/many/'))
  assert.is(other[20], lines[20])
  assert.is.not(other[21], lines[21])
})

test('a name with half a pair of surrogates is told by an escape, so that a file can hold it', async () => {
  const made = scenario({ title: 'A test', covers: ['SYNC-05'] }, ({ share, note }) => {
    share('//hq/docs', { 'half {u+d83d}': 'x', 'whole 😀': 'x' })
    note('That is all.')
  })
  const named = { id: 'test/it', scenario: made, position: undefined }
  const text = snapshotText(await runScenario(named, { engine: createEngine() }))
  assert.match(text, '//hq/docs/half {u+d83d} "x"')
  assert.match(text, '//hq/docs/whole 😀 "x"')
})

test.run()
