/** Tests that the reference page holds all that the registry says. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { verbsMarkdown } from './docs.ts'
import { inlineJson } from './print-json.ts'
import { fieldsOf, VERB_NAMES, VERBS } from './verbs.ts'

const page = verbsMarkdown()

test('a heading, a summary, a table row for every field and an example for every verb', () => {
  for (const verb of VERB_NAMES) {
    const [, section = ''] = page.split(`### \`${verb}\`\n\n`)
    const [summary, , ...rest] = (section.split('\n###')[0] ?? '').split('\n')
    assert.is(summary, VERBS[verb].summary)
    const rows = rest.filter((line) => line.startsWith('| `'))
    const fields = fieldsOf(verb).filter(([name]) => name !== 'clock')
    assert.is(rows.length, fields.length, verb)
    for (const [index, [name, { optional, type }]] of fields.entries()) {
      assert.match(
        rows[index] ?? '',
        `| \`${name}\` | [${type.name}](#type-${type.name.replaceAll(' ', '-')}) | ${
          optional ? 'optional' : 'required'
        } | `,
      )
    }
    assert.ok(rest.includes(inlineJson(VERBS[verb].example)), verb)
  }
})

test('the clock, which every verb has, is told of once', () => {
  assert.is(page.match(/`"clock": "still"`/g)?.length, 1)
  assert.not.match(page, '| `clock` |')
})

test('every group once, every verb below its own', () => {
  const titles = [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)
  assert.equal(titles, [
    'The world',
    'Edits',
    'Open files and rights',
    'States of the cache',
    'The call',
    'Faults',
    'Expectations',
    'The story',
    'Types',
  ])
  const [, edits = ''] = page.split('## Edits\n')
  assert.equal([...(edits.split('\n## ')[0] ?? '').matchAll(/^### `(.*)`$/gm)].map(([, verb]) => verb), [
    'write',
    'append',
    'edit',
    'touch',
    'mkdir',
    'rename',
    'remove',
    'set-attributes',
    'set-times',
    'read',
    'list',
  ])
})

test('every link leads to a heading of the page', () => {
  const anchors = [...page.matchAll(/^### Type: (.*)$/gm)].map(([, name = '']) =>
    `type-${name.replaceAll(' ', '-')}`
  )
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor)
  assert.ok(links.length > 0)
  assert.equal(new Set(links), new Set(anchors))
})

test('every table has four columns: no bar stands inside a cell', () => {
  const rows = page.split('\n').filter((text) => text.startsWith('|'))
  assert.ok(rows.length > 0)
  for (const row of rows) assert.is(row.split('|').length, 6, row)
})

test.run()
