/** Tests that scenarios are printed as JSON that a person can read. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { scenario } from './builder.ts'
import { bytes } from './content.ts'
import { printJson } from './print-json.ts'

test('JSON has one step a line', () => {
  const one = scenario({ title: 'One', covers: ['SYNC-05'], tags: ['a', 'b'] }, ({ share, wait }) => {
    share('//hq/docs', { 'a.txt': bytes(1), d: {} })
    wait(1)
  })
  assert.is(
    printJson([{ name: 'one', scenario: one }, { name: 'two', scenario: { ...one, tags: [] } }]),
    `{
  "scenarios": [
    {
      "name": "one",
      "title": "One",
      "covers": ["SYNC-05"],
      "tags": ["a", "b"],
      "steps": [
        { "do": "share", "path": "//hq/docs", "tree": { "a.txt": { "bytes": 1, "seed": 1 }, "d": {} } },
        { "do": "wait", "seconds": 1 }
      ]
    },
    {
      "name": "two",
      "title": "One",
      "covers": ["SYNC-05"],
      "steps": [
        { "do": "share", "path": "//hq/docs", "tree": { "a.txt": { "bytes": 1, "seed": 1 }, "d": {} } },
        { "do": "wait", "seconds": 1 }
      ]
    }
  ]
}
`,
  )
})

test.run()
