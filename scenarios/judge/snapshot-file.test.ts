/** Snapshot files are read as they are written, and what is no snapshot file is told with its line. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CsclabError } from '../../sim/mod.ts'
import { formatSnapshots, parseSnapshots } from './snapshot-file.ts'

test('sections come back as they were, sorted by id', () => {
  const sections = new Map([['b/two', 'round 1\n  x'], ['a/one', 'server\n  //hq/']])
  const text = formatSnapshots(sections)
  assert.is(text, 'csclab snapshots 1\n\n== a/one\nserver\n  //hq/\n\n== b/two\nround 1\n  x\n')
  assert.equal([...parseSnapshots(text, 'f')], [...sections].reverse())
  assert.equal([...parseSnapshots(text.replaceAll('\n', '\r\n'), 'f')], [...sections].reverse())
  assert.is(formatSnapshots(parseSnapshots(text, 'f')), text)
})

function lineOf(text: string): number | undefined {
  try {
    parseSnapshots(text, 'some.snap')
  } catch (error) {
    assert.instance(error, CsclabError)
    return error instanceof CsclabError ? error.position?.line : undefined
  }
  return undefined
}

test('another version, merge markers and stray lines are refused with their line', () => {
  assert.is(lineOf('csclab snapshots 2\n'), 1)
  assert.is(lineOf(''), 1)
  assert.is(lineOf('csclab snapshots 1\n\n== a\nx\n<<<<<<< HEAD\n'), 5)
  assert.is(lineOf('csclab snapshots 1\n\nstray\n== a\nx\n'), 3)
  assert.is(lineOf('csclab snapshots 1\n\n== a\nx\n'), undefined)
})

test.run()
