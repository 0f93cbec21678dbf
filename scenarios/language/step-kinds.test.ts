/** Tests that every verb is of the kinds that its group in the registry says, and of no others. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  isAccess,
  isConnection,
  isEditing,
  isExpectation,
  isMachine,
  isMeanwhileStep,
  isSettingUp,
  isState,
} from './step-kinds.ts'
import { VERB_NAMES, VERBS } from './verbs.ts'
import { CONNECTION_VERBS } from './verbs-connection.ts'
import { MACHINE_VERBS } from './verbs-machine.ts'

for (const verb of VERB_NAMES) {
  test(verb, () => {
    const { example, group } = VERBS[verb]
    assert.is(isEditing(example), group === 'edit')
    assert.is(isAccess(example), group === 'access')
    assert.is(isState(example), group === 'state')
    assert.is(isExpectation(example), group === 'expect')
    assert.is(isConnection(example), Object.hasOwn(CONNECTION_VERBS, verb))
    assert.is(isMachine(example), Object.hasOwn(MACHINE_VERBS, verb))
    assert.is(isSettingUp(example), ['server', 'client', 'user', 'share'].includes(verb))
    const meanwhile = [isEditing, isAccess, isConnection, isMachine].some((is) => is(example))
    assert.is(isMeanwhileStep(example), meanwhile)
  })
}

test.run()
