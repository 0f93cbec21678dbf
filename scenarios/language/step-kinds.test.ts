/** Tests that every verb is of exactly one kind: an edit, an expectation, or neither. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isEditing, isExpectation } from './step-kinds.ts'
import { VERB_NAMES, VERBS } from './verbs.ts'

for (const verb of VERB_NAMES) {
  test(verb, () => {
    const { example, group } = VERBS[verb]
    assert.is(isEditing(example), group === 'edit')
    assert.is(isExpectation(example), group === 'expect')
  })
}

test.run()
