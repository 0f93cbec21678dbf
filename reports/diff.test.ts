import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type DiffLine, diffLines, diffWords, type LineDiff } from './diff.ts'

function shownLines(diff: LineDiff): readonly DiffLine[] {
  return diff.parts.flatMap((part) => (part.kind === 'lines' ? part.lines : []))
}

function draw(diff: LineDiff): string[] {
  const signs = { same: ' ', removed: '-', added: '+' }
  return diff.parts.flatMap((part) =>
    part.kind === 'unchanged'
      ? [`@ ${part.count}`]
      : part.lines.map(({ mark, text }) => `${signs[mark]}${text}`)
  )
}

test('words that both texts have stay, the others are marked', () => {
  const { segments, givenUp } = diffWords('returned 0, not 87', 'returned 5, not 87')
  assert.equal(segments, [
    { mark: 'same', text: 'returned ' },
    { mark: 'removed', text: '0' },
    { mark: 'added', text: '5' },
    { mark: 'same', text: ', not 87' },
  ])
  assert.is(givenUp, false)
})

test('the marks give both texts back', () => {
  const [before, after] = ['in | out  keep-latest\n', 'in | fill\tkeep-local']
  const { segments } = diffWords(before, after)
  const textOf = (not: string): string =>
    segments.filter(({ mark }) => mark !== not).map(({ text }) => text).join('')
  assert.is(textOf('added'), before)
  assert.is(textOf('removed'), after)
})

test('texts beyond the limit are all removed, all added, and it says so', () => {
  const diff = diffWords('a b c d', 'e f g h', { maxEdits: 2 })
  assert.equal(diff, {
    segments: [{ mark: 'removed', text: 'a b c d' }, { mark: 'added', text: 'e f g h' }],
    givenUp: true,
  })
  const lines = diffLines('a\nb\n', 'c\nd\n', { maxEdits: 1 })
  assert.equal(draw(lines), ['-a', '-b', '+c', '+d'])
  assert.is(lines.givenUp, true)
})

test('an empty text has no segment and no line', () => {
  assert.equal(diffWords('a b c', '', { maxEdits: 1 }).segments, [{ mark: 'removed', text: 'a b c' }])
  assert.equal(diffWords('', '').segments, [])
  assert.equal(diffLines('', '').parts, [])
  assert.equal(draw(diffLines('', 'a\n')), ['+a'])
})

test('equal lines far from a change are counted, not shown', () => {
  const before = Array.from({ length: 20 }, (_, i) => `line ${i}\n`).join('')
  const after = before.replace('line 10\n', 'line ten\n')
  assert.equal(draw(diffLines(before, after, { context: 1 })), [
    '@ 9',
    ' line 9',
    '-line 10',
    '+line ten',
    ' line 11',
    '@ 8',
  ])
})

test('a single line between two stretches is shown rather than counted', () => {
  const before = 'a\nb\nc\nd\ne\n'
  const after = 'A\nb\nc\nd\nE\n'
  assert.equal(draw(diffLines(before, after, { context: 1 })), ['-a', '+A', ' b', ' c', ' d', '-e', '+E'])
})

test('a line that takes another’s place is compared word by word', () => {
  const [removed, added] = shownLines(diffLines('first draft of the plan\n', 'second draft of the plan\n'))
  assert.equal(removed?.segments, [{ mark: 'removed', text: 'first' }, {
    mark: 'same',
    text: ' draft of the plan',
  }])
  assert.equal(added?.segments, [{ mark: 'added', text: 'second' }, {
    mark: 'same',
    text: ' draft of the plan',
  }])
})

test('lines with little in common are not compared word by word', () => {
  const [removed, added] = shownLines(diffLines('edited at the office\n', 'written on a train\n'))
  assert.is(removed?.segments, undefined)
  assert.is(added?.segments, undefined)
})

test('a missing line feed at the end is a difference', () => {
  const diff = diffLines('a\n', 'a')
  assert.equal(draw(diff), ['-a', '+a'])
  assert.equal(shownLines(diff).map(({ open }) => open), [false, true])
})

test('a line feed that both texts miss at the end is no difference', () => {
  const diff = diffLines('a', 'a\nb')
  assert.equal(draw(diff), [' a', '+b'])
  assert.equal(shownLines(diff).map(({ open }) => open), [false, false])
})

test('equal texts have one segment, and only a count of lines', () => {
  assert.equal(diffWords('a b', 'a b').segments, [{ mark: 'same', text: 'a b' }])
  assert.equal(diffLines('a\nb', 'a\nb').parts, [{ kind: 'unchanged', count: 2 }])
})

test.run()
