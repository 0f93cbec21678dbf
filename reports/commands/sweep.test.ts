/** `csclab sweep` and `csclab replay` as people use them, and as they misuse them. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CSCLAB, csclab } from './testing/command-line.ts'

const FORGETFUL = `import { createEngine } from '${CSCLAB}'

const reference = createEngine()

function* forgetful(session) {
  let step = session.next()
  while (step.done !== true) {
    const { kind, bucket } = step.value
    step = session.next(kind === 'put-record' && bucket === 'intents' ? { kind } : yield step.value)
  }
  return step.value
}

export const engine = {
  ...reference,
  name: 'forgetful',
  synchronize: (call) => forgetful(reference.synchronize(call)),
}
`

const SCENARIO = `import { scenario } from '${CSCLAB}'

export const edited = scenario({ title: 'An edit goes out', covers: ['SYNC-07'] }, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first' })
  docs.local.write('plan.txt', 'second')
  sync(docs, 'in | out')
})
`

const FOLDER = mkdtempSync(join(tmpdir(), 'csclab-sweep-'))
const MINE = join(FOLDER, 'mine.ts')
const ENGINE = join(FOLDER, 'forgetful.ts')
writeFileSync(MINE, SCENARIO)
writeFileSync(ENGINE, FORGETFUL)

test.after(() => rmSync(FOLDER, { recursive: true }))

test('a sweep without a violation ends with 0, tells its numbers and writes nothing', async () => {
  const out = join(FOLDER, 'clean')
  const { code, out: text, error } = await csclab('sweep', MINE, '--kind', 'crash,cancel', '--out', out)
  assert.is(code, 0, text + error)
  assert.match(text, /^1 scenario, 1 call: \d+ points, \d+ worlds judged, no violation\n/)
  assert.is(error, '')
  assert.not.ok(existsSync(out))
})

test('a violation ends with 1, is a file, and can be played again', async () => {
  const args = [
    'sweep',
    MINE,
    '--kind',
    'crash',
    '--engine',
    ENGINE,
    '--out',
    join(FOLDER, 'report'),
    '--json',
  ]
  const { code, out } = await csclab(...args)
  assert.is(code, 1)
  const result: { runs: number; judged: number; violations: number; failures: { file: string }[] } = JSON
    .parse(out)
  assert.ok(result.runs > result.judged && result.violations > 0)
  const [failure] = result.failures
  assert.match(failure?.file ?? '', /report[/\\]sweep[/\\]mine-edited-1-crash\.json$/)
  assert.is((await csclab(...args)).out, out, 'a second sweep tells the same')

  const file = failure?.file ?? ''
  const again = await csclab('replay', file, '--engine', ENGINE)
  assert.is(again.code, 1, again.out + again.error)
  assert.match(again.out, /mine\/edited · failed/)
  assert.match(again.out, /It still fails\.\n$/)
  const told: { verdict: string; found: unknown[] } = JSON.parse(
    (await csclab('replay', file, '--engine', ENGINE, '--json')).out,
  )
  assert.is(told.verdict, 'fails')
  assert.ok(told.found.length > 0)

  const mended = await csclab('replay', file, '--engine', 'offline-files')
  assert.is(mended.code, 0, mended.out)
  assert.match(mended.out, /It passes now\.\n$/)
  assert.is((await csclab('replay', file)).code, 2, 'the engine must be named')

  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"do": "write"', '"do": "wriet"'))
  const broken = await csclab('replay', file, '--engine', ENGINE)
  assert.is(broken.code, 2)
  assert.match(broken.error, /mine-edited-1-crash\.json:\d+:\d+/)
})

test('what a sweep and a replay say to type next names the engine', async () => {
  const from = ['--engine', ENGINE]
  const { out } = await csclab('sweep', MINE, '--kind', 'crash', ...from, '--out', join(FOLDER, 'told'))
  const typed = /Play it again: csclab (replay \S+mine-edited-1-crash\.json --engine \S+)$/m.exec(out)?.[1] ??
    ''
  const again = await csclab(...typed.split(' '))
  assert.is(again.code, 1, typed)
  assert.ok(again.out.includes(`Play it again: csclab ${typed}\n`), again.out)
})

test('rows of a matrix are swept when they are asked for, and only then', async () => {
  const file = join(FOLDER, 'rows.ts')
  const row = SCENARIO.replace('export const edited', 'export const row').replace(
    "title: 'An edit goes out'",
    "title: 'A row', tags: ['matrix']",
  )
  writeFileSync(file, SCENARIO + row.slice(row.indexOf('export')))
  const swept = async (...args: readonly string[]): Promise<number> => {
    const { code, out, error } = await csclab('sweep', file, '--kind', 'cancel', '--json', ...args)
    assert.is(code, 0, out + error)
    const { scenarios }: { scenarios: number } = JSON.parse(out)
    return scenarios
  }
  assert.is(await swept(), 1)
  assert.is(await swept('--tag', 'matrix'), 1)
  assert.is(await swept('-g', 'rows/'), 1)
})

test('misuse ends with 2 and says what to do', async () => {
  for (
    const [args, message] of [
      [['sweep', MINE, '--kind', 'crahs'], /no value "crahs"\n.*crash/s],
      [['replay'], /needs one file/],
      [['replay', join(FOLDER, 'none.json')], /There is no file/],
      [['replay', MINE], /mine\.ts:1:1: The file is no JSON/],
    ] as const
  ) {
    const { code, error } = await csclab(...args)
    assert.is(code, 2, args.join(' '))
    assert.match(error, message)
  }
})

test.run()
