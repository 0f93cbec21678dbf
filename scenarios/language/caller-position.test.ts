/** Tests that lines of stacks are read as Node, Deno and tsx print them. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { callerPosition, readFrame } from './caller-position.ts'

const FRAMES: readonly (readonly [line: string, place: string])[] = [
  ['    at build (file:///home/ann/mine.ts:4:11)', '/home/ann/mine.ts 4 11'],
  ['    at file:///home/ann/mine.ts:4:11', '/home/ann/mine.ts 4 11'],
  ['    at async file:///home/ann/mine.ts:4:11', '/home/ann/mine.ts 4 11'],
  ['    at SideHandle.write [as put] (/home/ann/mine.ts:4:11)', '/home/ann/mine.ts 4 11'],
  ['    at <anonymous> (/home/ann/my files (1)/mine.ts:4:11)', '/home/ann/my files (1)/mine.ts 4 11'],
  ['    at file:///home/ann/my files (1)/mine.ts:4:11', '/home/ann/my files (1)/mine.ts 4 11'],
  ['    at file:///home/ann/my%20files/mine.ts?t=1:4:11', '/home/ann/my files/mine.ts 4 11'],
  ['    at file:///home/ann/100% mine/mine.ts:4:11', '/home/ann/100% mine/mine.ts 4 11'],
  ['    at build (C:\\Users\\ann\\mine.ts:4:11)', 'C:\\Users\\ann\\mine.ts 4 11'],
]

for (const [line, place] of FRAMES) {
  test(line.trim(), () => {
    const found = readFrame(line)
    assert.is(`${found?.file} ${found?.line} ${found?.column}`, place)
  })
}

test('lines that name no file', () => {
  for (
    const line of [
      'Error: x',
      '    at node:internal/modules/esm/loader:606:24',
      '    at new Promise (<anonymous>)',
    ]
  ) {
    assert.is(readFrame(line), undefined, line)
  }
})

test('each place has a position of its own, however often it is asked for', () => {
  const asked = [1, 2].map(() => [callerPosition(), callerPosition()])
  const [[first, second] = [], again] = asked
  assert.is(first?.line, second?.line)
  assert.ok((first?.column ?? 0) < (second?.column ?? 0))
  assert.equal(again, [first, second])
})

test('a test is a caller of its own', () => {
  assert.match(callerPosition()?.file ?? '', /caller-position\.test\.ts$/)
})

test.run()
