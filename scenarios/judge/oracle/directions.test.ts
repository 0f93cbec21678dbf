/** Tests that each state may do in each direction what the reference says, and nothing else. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { on, problems } from './testing/lab.ts'
import { type Act, ACTS, onlyAllowed, played, RECIPES, told } from './testing/recipes.ts'

/** What a right engine does about plain states: run in, run out, both. Conflicts without a policy are recorded. */
// deno-fmt-ignore
const DONE: Readonly<Record<string, readonly [Act, Act, Act]>> = {
  0:         ['nothing',      'nothing',       'nothing'],
  44:        ['down',         'nothing',       'down'],
  47:        ['down',         'nothing',       'down'],
  46:        ['delete local', 'nothing',       'delete local'],
  49:        ['delete local', 'nothing',       'delete local'],
  30:        ['nothing',      'nothing',       'nothing'],
  31:        ['nothing',      'nothing',       'nothing'],
  21:        ['down',         'nothing',       'down'],
  24:        ['down',         'nothing',       'down'],
  39:        ['nothing',      'up',            'up'],
  42:        ['nothing',      'up',            'up'],
  6:         ['nothing',      'up',            'up'],
  20:        ['nothing',      'up',            'up'],
  25:        ['nothing',      'up',            'up'],
  34:        ['nothing',      'delete server', 'delete server'],
  35:        ['nothing',      'delete server', 'delete server'],
  undefined: ['nothing',      'nothing',       'nothing'],
}

const FLAGS = ['in', 'out', 'in | out']

test('each state in each direction: the right act is allowed, every other one is a problem', () => {
  for (const recipe of RECIPES) {
    for (const [i, flags] of FLAGS.entries()) {
      onlyAllowed(DONE[`${recipe.state}`]?.[i] ?? 'record', flags, { recipe })
    }
  }
})

test('without a direction nothing happens and nothing is recorded, fill or not', () => {
  for (const flags of ['', 'fill', 'keep-local', 'fill | keep-latest']) {
    for (const recipe of RECIPES) {
      assert.equal(problems(played(recipe).round(flags, () => {})), [], told(recipe))
      const { problem } = on(played(recipe).round(flags, ACTS.record), 'x')
      assert.is(problem, 'A conflict was recorded', told(recipe))
    }
  }
})

test('a run out with fill does no more than a run out', () => {
  const lab = played({ state: 44, laid: { x: 'first' }, local: [], server: ['write x there'] })
  assert.is(on(lab.round('fill | out', ACTS.down), 'x').outcome, undefined)
})

test('no new names go out with NONEWFILESOUT, and old ones do', () => {
  for (const recipe of RECIPES) {
    if (recipe.state === 6 || recipe.state === 20 || recipe.state === 25) {
      assert.equal(problems(played(recipe).round('out | no-new-out', () => {})), [], told(recipe))
      const up = played(recipe).round('out | no-new-out', (lab) => lab.upload('x'))
      assert.is(on(up, 'x').problem, 'The server copy was made', told(recipe))
    } else if (recipe.state === 39 || recipe.state === 42) {
      assert.equal(
        problems(played(recipe).round('out | no-new-out', (lab) => lab.upload('x'))),
        [],
        told(recipe),
      )
    }
  }
})

test.run()
