/** The page shows every row of the table, and its tables hold together. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { volumeAndDiskMarkdown } from './disk-page.ts'
import { DISK_TABLE } from './disk-table.ts'

const page = volumeAndDiskMarkdown()

test('every group and every row is on the page, with its outcome and the reason for a difference', () => {
  for (const { title, rows } of DISK_TABLE) {
    const [, section = ''] = page.split(`## ${title}\n`)
    const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '))
    assert.is(lines.length, rows.length + 2, title)
    for (const [i, { operation, outcome }] of rows.entries()) {
      const line = lines[i + 2] ?? ''
      assert.ok(line.startsWith(`| ${operation}<br>`), operation)
      const texts = typeof outcome === 'string' ? [outcome] : [outcome.disk, outcome.volume, outcome.why]
      for (const text of texts) assert.ok(line.includes(text), `${operation}: ${text}`)
    }
  }
})

test('no bar stands unescaped inside a cell, and no line breaks off', () => {
  for (const line of page.split('\n').filter((text) => text.startsWith('|'))) {
    const bars = line.replaceAll('\\|', '').split('|').length - 1
    assert.ok(bars === 5 || bars === 4, line)
    assert.ok(line.endsWith('|'), line)
  }
})

test.run()
