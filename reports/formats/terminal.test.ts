import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SUITE } from '../testing/fixture.ts'
import { dotMark } from './dot.ts'
import { listLine } from './list.ts'
import { createProgressLine, summaryText } from './terminal.ts'

const text = summaryText(SUITE, { color: false, command: 'npx csclab run' })

test('the counts name every verdict that occurred', () => {
  assert.match(text, '13 scenarios: 9 passed, 1 unsupported, 1 broken, 2 failed\n')
  assert.match(text, `Trace hash ${SUITE.traceHash}`)
})

test('rows of the matrix are counted apart from scenarios that somebody wrote', () => {
  const rows = SUITE.scenarios.map((one, i) => i < 3 ? { ...one, tags: ['matrix'] } : one)
  assert.match(summaryText({ ...SUITE, scenarios: rows }), '10 scenarios and 3 rows of the matrix: ')
  assert.match(summaryText({ ...SUITE, scenarios: rows.slice(0, 1) }), '1 row of the matrix: ')
})

test('failures come last, each with its difference, place, promise and command', () => {
  const at = text.indexOf('✗ conflicts/keep-latest')
  assert.ok(at > text.indexOf('13 scenarios'))
  const failure = text.slice(at, text.indexOf('\n\n', at))
  assert.match(failure, '- 2. Call [-Grace-] about the budget')
  assert.match(failure, 'at scenarios/suite/conflicts/scenarios.ts:36:3 · \\\\hq\\docs\\plan.txt')
  assert.match(failure, 'SYNC-31 The policy KeepLatest')
  assert.is(failure.split('settles each conflict in favour').length, 2, 'a promise is told once')
  assert.match(failure, 'also SYNC-31\n')
  assert.match(failure, 'hint: KEEPLATEST compares')
  assert.match(failure, 'run it again: npx csclab run "conflicts/keep-latest"')
})

test('unsupported scenarios come with their reason, passed ones not at all', () => {
  assert.match(text, '– pins/redirected: The engine declares another choice for P5.1')
  assert.not.match(text, 'transfer/edited-offline')
})

test('problems of the run and what was done with snapshots are told', () => {
  const problem = { kind: 'snapshot', message: 'The snapshot of "a/b" is obsolete', ids: [] } as const
  const snapshots = { checked: 12, written: 2, changed: 0, removed: 0, obsolete: ['a/b'] }
  const told = summaryText({
    ...SUITE,
    scenarios: SUITE.scenarios.slice(0, 1),
    snapshots,
    problems: [problem],
  })
  assert.match(told, '12 snapshots checked, 2 written, 1 obsolete: a/b\n')
  assert.match(told, /Not as the snapshot has it: The snapshot of "a\/b" is obsolete\n$/)
  assert.match(
    summaryText({ ...SUITE, snapshotsNotChecked: 'no read permission' }),
    'Snapshots not checked: no read permission',
  )
})

test('without colour there is no escape sequence, with colour there is', () => {
  assert.not.match(text, '\u001b')
  assert.match(summaryText(SUITE, { color: true }), '\u001b[31m')
})

test('the progress line is rewritten in place and fits', () => {
  let written = ''
  const line = createProgressLine({
    isTTY: true,
    color: false,
    columns: 40,
    write: (more) => void (written += more),
  })
  line.show({ done: 12, total: 2000, failed: 1, id: `conflicts/${'x'.repeat(80)}\u001b` })
  assert.is(written, `\r\u001b[2K12/2,000 · 1 failed · conflicts/${'x'.repeat(6)}…`)
  written = ''
  line.clear()
  assert.is(written, '\r\u001b[2K')
})

test('on anything but a terminal the progress line is silent', () => {
  let calls = 0
  const line = createProgressLine({ isTTY: false, color: true, write: () => calls++ })
  line.show({ done: 1, total: 2, failed: 0, id: 'a' })
  line.clear()
  assert.is(calls, 0)
})

test('a list line says why a scenario did not pass', () => {
  const line = (id: string): string =>
    SUITE.scenarios.filter((one) => one.id === id).map((one) => listLine(one)).join('')
  assert.is(line('call/unknown-flag'), '✓ call/unknown-flag  A bit outside the mask is refused with 87')
  assert.match(
    line('conflicts/keep-latest'),
    '· failed: On the server \\\\hq\\docs\\plan.txt holds something else',
  )
  assert.match(line('pins/redirected'), '· unsupported: The engine declares')
})

test('dots have a letter for each verdict and lines of eighty', () => {
  const dots = (['pass', 'fail', 'error', 'unsupported'] as const).map((verdict, i) =>
    dotMark(verdict, i + 1)
  )
  assert.is(dots.join(''), '.FEu')
  assert.is(dotMark('pass', 160), '.\n')
})

test.run()
