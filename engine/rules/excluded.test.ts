/** Which names the policy excludes. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isExcluded } from './excluded.ts'

const TYPES = ['*.slm', '*.mdb', '*.pst', '*.db?', '~$*', 'a+b.(c)']

test('a star stands for any characters, a question mark for one; case does not matter', () => {
  for (const name of ['mail.pst', 'MAIL.PST', '.pst', 'x.db1', 'a.b.Mdb', '~$plan.doc', 'A+B.(C)']) {
    assert.ok(isExcluded(name, TYPES), name)
  }
  for (const name of ['mail.pst.txt', 'pst', 'x.db', 'x.db12', 'xpst', 'plan~$.doc', 'aab.c']) {
    assert.not.ok(isExcluded(name, TYPES), name)
  }
  assert.not.ok(isExcluded('mail.pst', []))
})

test.run()
