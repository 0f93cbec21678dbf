/** Tests that the registry of requirements is complete, in order and cleanly worded. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findRequirement, REQUIREMENTS } from './mod.ts'

/** The sections that hold choices, each with its highest number; the numbering has no gaps. */
const CHOICES: readonly (readonly [section: number, highest: number])[] = [
  [0, 1],
  [1, 24],
  [2, 25],
  [3, 16],
  [4, 18],
  [5, 1],
  [6, 13],
  [7, 12],
  [8, 9],
  [9, 8],
  [10, 1],
  [11, 2],
  [14, 8],
  [15, 75],
]

/** The topics whose facts are numbered, each with its highest number. */
const FACTS: readonly (readonly [topic: number, highest: number])[] = [[1, 14], [6, 15], [7, 6], [8, 9]]

function idsMatching(pattern: RegExp): string[] {
  return REQUIREMENTS.map(({ id }) => id).filter((id) => pattern.test(id))
}

function numbered(from: number, to: number, name: (number: number) => string): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => name(from + index))
}

test('no id occurs twice', () => {
  const ids = REQUIREMENTS.map(({ id }) => id)
  assert.equal(ids.filter((id, index) => ids.indexOf(id) !== index), [])
})

test('the promises of the method page are complete', () => {
  assert.equal(idsMatching(/^SYNC-/), numbered(1, 44, (n) => `SYNC-${String(n).padStart(2, '0')}`))
})

test('the sync states are complete', () => {
  assert.equal(idsMatching(/^STATE-/), numbered(0, 53, (n) => `STATE-${n}`))
})

for (const [topic, highest] of FACTS) {
  test(`the facts D${topic}.1 to D${topic}.${highest} are complete`, () => {
    assert.equal(idsMatching(new RegExp(`^D${topic}\\.`)), numbered(1, highest, (n) => `D${topic}.${n}`))
  })
}

for (const [section, highest] of CHOICES) {
  test(`the choices P${section}.1 to P${section}.${highest} are complete`, () => {
    const expected = numbered(1, highest, (n) => `P${section}.${n}`)
    assert.equal(idsMatching(new RegExp(`^P${section}\\.`)), expected)
  })
}

test('the cases from the field are complete', () => {
  assert.equal(idsMatching(/^F/), numbered(1, 100, (n) => `F${n}`))
})

test('the families follow each other and nothing else is in between', () => {
  const facts = FACTS.flatMap(([topic, highest]) => numbered(1, highest, (n) => `D${topic}.${n}`))
  const choices = CHOICES.flatMap(([section, highest]) => numbered(1, highest, (n) => `P${section}.${n}`))
  const expected = [
    ...idsMatching(/^SYNC-/),
    ...idsMatching(/^STATE-/),
    ...facts,
    ...choices,
    ...idsMatching(/^F/),
  ]
  assert.equal(REQUIREMENTS.map(({ id }) => id), expected)
})

test('every promise is a cleanly worded sentence of its own', () => {
  for (const { id, promise, source } of REQUIREMENTS) {
    assert.ok(promise.length >= 20, `${id}: the promise is too short`)
    assert.not.match(promise, / {2}$/, `${id}: the promise ends in a double space`)
    assert.equal(promise, promise.trim(), `${id}: the promise has space around it`)
    assert.not.match(promise, /\||\*\*/, `${id}: the promise holds table or emphasis marks`)
    assert.not.match(
      `${promise} ${source}`,
      /\bsections? \d/i,
      `${id}: the text points into another document`,
    )
    assert.ok(source.length > 0, `${id}: the source is missing`)
  }
})

test('a reason why nothing can show a requirement is a plain sentence without a full stop', () => {
  for (const { id, unobservable } of REQUIREMENTS) {
    if (unobservable === undefined) continue
    assert.ok(unobservable.length >= 20, `${id}: the reason is too short`)
    assert.match(unobservable, /^[A-Z][^|]*[^.\s]$/, id)
  }
})

test('no two requirements promise the same in the same words', () => {
  const promises = REQUIREMENTS.map(({ promise }) => promise)
  assert.equal(promises.filter((promise, index) => promises.indexOf(promise) !== index), [])
})

test('each family carries its own kind of evidence', () => {
  for (const { id, evidence } of REQUIREMENTS) {
    if (id.startsWith('SYNC-')) assert.is(evidence, 'documented', id)
    if (id.startsWith('P')) assert.is(evidence, 'proposed', id)
    if (id.startsWith('STATE-')) assert.is.not(evidence, 'observed', id)
    if (id.startsWith('D')) assert.is.not(evidence, 'proposed', id)
    if (id.startsWith('F')) assert.is.not(evidence, 'inferred', id)
  }
})

test('the reserved states tell what a rename becomes', () => {
  for (const id of ['STATE-40', 'STATE-43', 'STATE-45', 'STATE-48']) {
    assert.match(findRequirement(id)?.promise ?? '', /reserved.*rename.*deletion plus a creation/, id)
  }
})

test('a requirement is found by its exact id only', () => {
  assert.is(findRequirement('F100')?.id, 'F100')
  assert.is(findRequirement('P15.75')?.id, 'P15.75')
  assert.is(findRequirement('sync-01'), undefined)
  assert.is(findRequirement(''), undefined)
})

test.run()
