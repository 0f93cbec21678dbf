/** Patterns of excluded types. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isExcludedType } from './excluded.ts'

test('excluded types are patterns of names, in any case', () => {
  const settings = { syncConflictHandling: {}, excludedTypes: ['*.pst', '*.db?', ' *.tmp '] }
  const excluded = ['a.PST', 'b.dbf', 'c.db', 'd.dbxx', 'e.tmp', 'f.pst.txt', '.pst'].filter((name) =>
    isExcludedType(name, settings)
  )
  assert.equal(excluded, ['a.PST', 'b.dbf', 'e.tmp', '.pst'])
  const many = { syncConflictHandling: {}, excludedTypes: [`${'*a'.repeat(40)}*b`] }
  assert.not(isExcludedType('a'.repeat(250), many), 'ends in time')
})

test.run()
