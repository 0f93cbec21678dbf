/** Tests that the registry of verbs is complete and true: sentences, types, examples. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { flawsIn } from './flaw.ts'
import { STEP } from './schema.ts'
import { fieldsOf, isVerb, VERB_NAMES, VERBS } from './verbs.ts'

for (const verb of VERB_NAMES) {
  const { summary, example } = VERBS[verb]

  test(`${verb}: a summary of one sentence`, () => {
    assert.match(summary, /^[A-Z][^.]*\.$/)
  })

  test(`${verb}: one line for every field`, () => {
    for (const [name, { doc, type }] of fieldsOf(verb)) {
      assert.match(doc, /^[^\n]+\.$/, name)
      assert.match(type.doc, /^[^\n]+\.$/, type.name)
    }
  })

  test(`${verb}: an example without flaws`, () => {
    assert.is(example.do, verb)
    assert.equal(flawsIn(STEP, example, 'step'), [])
  })

  test(`${verb}: the schema asks for the required fields and for no others`, () => {
    const required = fieldsOf(verb).filter(([, { optional }]) => !optional).map(([name]) => name)
    const flaws = flawsIn(STEP, { do: verb }, 'step')
    assert.equal(flaws.map(({ at }) => at), required.map((name) => [name]))
    for (const flaw of flaws) assert.match(flaw.message, `The step "${verb}" lacks "${flaw.at[0]}"`)
  })

  test(`${verb}: the schema knows the optional fields`, () => {
    for (const [name, { optional }] of fieldsOf(verb)) {
      if (!optional) continue
      const [flaw] = flawsIn(STEP, { ...example, [name]: Symbol('nothing a field can hold') }, 'step')
      assert.equal(flaw?.at, [name])
      assert.match(flaw?.message ?? '', /must be/)
    }
  })

  test(`${verb}: the schema refuses a field that is not in the registry`, () => {
    const [flaw] = flawsIn(STEP, { ...example, nonsense: 1 }, 'step')
    assert.is(flaw?.message, `The step "${verb}" has no field "nonsense"`)
  })
}

test('types of the same name are the same type', () => {
  const types = new Set(VERB_NAMES.flatMap((verb) => fieldsOf(verb).map(([, { type }]) => type)))
  const names = [...types].map(({ name }) => name)
  assert.equal(names.filter((name, index) => names.indexOf(name) !== index), [])
})

test('names of verbs are known, names of other things are not', () => {
  assert.ok(isVerb('set-times'))
  assert.not(isVerb('toString'))
  assert.not(isVerb(5))
})

test('required fields come first', () => {
  assert.equal(fieldsOf('write').map(([name]) => name), [
    'side',
    'path',
    'content',
    'stream',
    'client',
    'user',
    'fails',
    'clock',
  ])
})

test.run()
