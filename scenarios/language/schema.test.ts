/** Tests that the JSON Schema of scenario files says what the registry says. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { scenarioJsonSchema } from './schema.ts'
import { fieldsOf, VERB_NAMES, VERBS } from './verbs.ts'

const schema: unknown = JSON.parse(JSON.stringify(scenarioJsonSchema()))

/** The part of the schema to which names and indexes lead. */
function part(...at: readonly (string | number)[]): unknown {
  return at.reduce<unknown>(
    (value, name) => typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined,
    schema,
  )
}

test('it says which JSON Schema it is', () => {
  assert.is(part('$schema'), 'https://json-schema.org/draft/2020-12/schema')
  assert.is(part('$id'), 'csclab-scenario')
  assert.is(part('title'), 'csclab scenarios')
})

test('a scenario has its fields, all described', () => {
  const at = ['properties', 'scenarios', 'items']
  assert.equal(part(...at, 'required'), ['name', 'title', 'covers', 'steps'])
  assert.is(part(...at, 'additionalProperties'), false)
  for (const name of ['name', 'title', 'covers', 'tags', 'steps']) {
    assert.type(part(...at, 'properties', name, 'description'), 'string', name)
  }
})

for (const [index, verb] of VERB_NAMES.entries()) {
  test(`${verb}: every field as the registry has it`, () => {
    const at = ['$defs', 'step', 'oneOf', index]
    const fields = fieldsOf(verb)
    const required = fields.filter(([, { optional }]) => !optional).map(([name]) => name)
    assert.is(part(...at, 'properties', 'do', 'const'), verb)
    assert.is(part(...at, 'description'), VERBS[verb].summary)
    assert.is(part(...at, 'additionalProperties'), false)
    assert.equal(part(...at, 'required'), ['do', ...required])
    assert.equal(Object.keys(Object(part(...at, 'properties'))), ['do', ...fields.map(([name]) => name)])
    for (const [name, { doc }] of fields) {
      assert.is(part(...at, 'properties', name, 'description'), doc, name)
    }
  })
}

test('every reference leads somewhere, under a name', () => {
  const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(([, name]) =>
    name
  )
  const names = [
    'bytes',
    'content',
    'effect',
    'id',
    'meanwhile',
    'step',
    'sync-path',
    'tree',
    'tree-node',
    'tree-or-folder',
  ]
  assert.equal(new Set(references), new Set(names))
  assert.equal(new Set(Object.keys(Object(part('$defs')))), new Set(names))
})

test('fields that are objects are described inside, too', () => {
  const sync = VERB_NAMES.indexOf('sync')
  const crash = ['$defs', 'step', 'oneOf', sync, 'properties', 'crash', 'properties']
  assert.is(part(...crash, 'nth', 'description'), 'The n-th such request of a run, from 1. Default 1.')
  const during = ['$defs', 'step', 'oneOf', sync, 'properties', 'during', 'items', 'properties']
  assert.is(part(...during, 'every', 'const'), true)
  assert.is(part(...during, 'steps', 'items', '$ref'), '#/$defs/meanwhile')
  assert.is(part('$defs', 'meanwhile', 'oneOf', 0, 'properties', 'do', 'const'), 'write')
  assert.is(part('$defs', 'content', 'anyOf', 1, 'properties', 'bytes', 'maximum'), 67_108_864)
})

test.run()
