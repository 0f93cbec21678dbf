import { createHash } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { REQUIREMENTS } from '../../scenarios/mod.ts'
import { SUITE } from '../testing/fixture.ts'
import { EVIL } from '../testing/fixture-hostile.ts'
import { reportHtml } from './report.ts'

const page = reportHtml(SUITE, { command: 'npx csclab run' })

test('the page allows exactly its own script and loads nothing', () => {
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script)
  assert.is(scripts.length, 1)
  const hash = createHash('sha256').update(scripts[0] ?? '').digest('base64')
  assert.match(
    page,
    `default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; script-src &#39;sha256-${hash}&#39;`,
  )
  assert.not.match(page, /<(?:link|img|iframe|object|embed)\b/)
  assert.not.match(page, /\bon\w+="[^"]*evil/)
})

test('hostile texts are shown, never markup', () => {
  assert.not.match(page, EVIL)
  assert.match(page, 'Hostile &#60;/script&#62;&#60;script&#62;window.evil=1')
  assert.not.match(page, '<b id=evil>')
})

test('what became of each write stands in a table, a lost one says so in words', () => {
  const table = /<table class="fates">(?:(?!<\/table>)[\s\S])*Zone[\s\S]*?<\/table>/.exec(page)?.[0] ?? ''
  const rows = [...table.matchAll(/<tr class="([\w-]+)">(.*?)<\/tr>/g)].map(([, fate, row = '']) =>
    `${fate} ${row.replace(/<[^>]+>/g, ' ').replace(/ +/g, ' ').trim()}`
  )
  assert.equal(rows, [
    'lost laptop · alice step 3 \\\\ hq\\ docs\\ plan.txt LOST: the cache of laptop had them last',
    'one-side server step 2 \\\\ hq\\ docs\\ plan.txt:Zone on one side: on the server',
    'both laptop · alice step 2 \\\\ hq\\ docs\\ todo.txt on both sides',
  ])
  assert.match(page, '3 more writes unchanged')
})

test('every requirement stands in the list of its family', () => {
  const table = /<table class="requirements">[\s\S]*?<\/table>/.exec(page)?.[0] ?? ''
  const listed = [...table.matchAll(/<th scope="row"[^>]*>([A-Z][A-Z0-9.-]*\d)</g)].map(([, id]) => id)
  assert.equal(listed, REQUIREMENTS.map(({ id }) => id))
})

test('the page is well-formed Unicode without control characters', () => {
  assert.is(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(page)), page)
  assert.not.match(page, /(?!\n)\p{Control}/u)
})

test('failed scenarios come first and open, the others closed', () => {
  const stories = [...page.matchAll(/<details class="scenario (\w+)"[^>]*?( open)?>/g)]
  assert.equal(stories.map(([, verdict, open]) => [verdict, open !== undefined]).slice(0, 5), [
    ['fail', true],
    ['fail', true],
    ['error', true],
    ['pass', false],
    ['pass', false],
  ])
  assert.is(stories.length, SUITE.scenarios.length)
})

test('rows of the matrix that passed are folded away together and short; one that failed has its story', () => {
  const rows = SUITE.scenarios.map((one) => ({ ...one, tags: ['matrix'] }))
  const short = reportHtml({ ...SUITE, scenarios: rows }, { command: 'npx csclab run' })
  assert.match(short, /<details class="rows"><summary>\d row/)
  assert.match(short, 'npx csclab show')
  const chronicles = (html: string): number => html.split('<ol class="steps"').length
  assert.ok(chronicles(short) < chronicles(page))
  const failed = rows.filter(({ verdict }) => verdict === 'fail')
  assert.not.match(reportHtml({ ...SUITE, scenarios: failed }), '<details class="rows">')
})

test('the headline says how the run went', () => {
  const title = (part: Partial<typeof SUITE>): string =>
    /<h1>(.*?)<\/h1>/.exec(reportHtml({ ...SUITE, ...part }))?.[1] ?? ''
  const passed = SUITE.scenarios.filter(({ verdict }) => verdict === 'pass')
  assert.is(title({}), '2 of 13 scenarios failed, 1 broke')
  assert.is(title({ scenarios: passed }), 'All 9 scenarios passed')
  assert.is(title({ scenarios: passed.slice(0, 1) }), 'The scenario passed')
  assert.is(
    title({ scenarios: SUITE.scenarios.filter(({ verdict }) => verdict !== 'fail' && verdict !== 'error') }),
    '9 passed, 1 unsupported',
  )
  assert.is(title({ scenarios: [] }), 'No scenario was run')
  const problems = [{ kind: 'snapshot', message: 'The snapshot of "a/b" is obsolete', ids: [] }] as const
  assert.is(title({ scenarios: passed, problems }), 'All 9 scenarios passed, 1 problem of the run')
})

test('what was left out of the run and out of the page is stated', () => {
  const told = reportHtml({ ...SUITE, filtered: true, snapshotsNotChecked: 'no read permission' })
  assert.match(told, 'Filters left some scenarios out')
  assert.match(told, 'Snapshots were not checked: no read permission')
  assert.match(page, 'showing 200 of 5,002 lines')
  assert.match(page, '2,500 unchanged items not shown')
})

test('every cell of the map says its verdict by a character, too', () => {
  const signs = [...page.matchAll(/<a class="cell (\w+)"[^>]*><span aria-hidden="true">(.)<\/span>/gu)]
  assert.is(signs.length, SUITE.scenarios.length)
  assert.equal(
    new Set(signs.map(([, verdict, sign]) => `${verdict} ${sign}`)),
    new Set(['pass ✓', 'fail ✗', 'error !', 'unsupported –']),
  )
})

test('commands name what starts csclab', () => {
  assert.match(page, 'npx csclab run &#34;conflicts/keep-latest&#34;')
})

test('the same run gives the same page', () => {
  assert.is(reportHtml(SUITE, { command: 'npx csclab run' }), page)
})

test.run()
