/** What a configuration and an engine say of a run: scenarios, the floor of coverage, failures that are expected, other choices. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { csclab, folder, GOOD, refused, type Told } from './testing/command-line.ts'

test('a configuration names scenarios for run, list and show alike; the built-in suite can still be named', async () => {
  const at = folder({ 'mine.ts': GOOD })
  const config = join(at, 'c.json')
  writeFileSync(config, JSON.stringify({ scenarios: [join(at, 'mine.ts')] }))
  const options = ['--config', config]
  assert.match((await csclab('list', ...options)).out, /^mine\/edited\n/)
  assert.match((await csclab('show', 'mine/edited', ...options)).out, /second/)
  assert.match((await csclab('run', 'mine/edited', ...options, '--out', join(at, 'r'))).out, /1 scenario/)
  const builtIn = await csclab('run', 'builtin', 'conflicts/both-edited', ...options, '--out', join(at, 'r'))
  assert.match(builtIn.out, /1 scenario/)
  const { error } = await csclab('run', 'conflicts/both-edited', ...options, '--out', join(at, 'r'))
  assert.match(error, /The built-in suite was not looked at/)
})

test('a run below the floor of coverage fails and says what is missing; a filtered one is not held against it', async () => {
  const at = folder({ 'mine.ts': GOOD })
  const config = (coverage: object): readonly string[] => {
    writeFileSync(join(at, 'c.json'), JSON.stringify({ scenarios: [join(at, 'mine.ts')], coverage }))
    return ['--config', join(at, 'c.json'), '--out', join(at, 'r')]
  }
  const low = await csclab('run', ...config({ statesReached: 1, operations: 1, flags: 2 }))
  assert.is(low.code, 0, low.out)
  const high = config({ statesReached: 2, flags: 3, resolutions: 1 })
  const { code, out } = await csclab('run', ...high)
  assert.is(code, 1)
  assert.match(out, /1 of 54 states were reached, not 2\. Missing are 0 Stable, 1 FileOnClient_DirOnServer/)
  assert.not.match(out, /39 FileChangedOnClient/)
  assert.match(out, /2 of 19 flags and policies were passed, not 3\. Missing are FILLSPARSE, PINNEWFILES/)
  assert.match(out, /0 of 20 answers to conflicts were given, not 1\. Missing are KEEPLOCAL \(call\)/)
  assert.is((await csclab('run', 'mine/edited', ...high)).code, 0)
  assert.is((await csclab('run', join(at, 'mine.ts'), ...high)).code, 0)
})

test('a failure is excused until the day that is given; one that is none, or of no scenario, fails', async () => {
  const failing = GOOD.replace('edited', 'broken').replace('returns(0)', 'returns(5)')
  const at = folder({ 'mine.ts': `${GOOD}${failing.slice(failing.indexOf('export'))}` })
  const run = (...expectedFailures: readonly object[]): Promise<Told> => {
    const config = { scenarios: [join(at, 'mine.ts')], expectedFailures }
    writeFileSync(join(at, 'c.json'), JSON.stringify(config))
    return csclab('run', '--config', join(at, 'c.json'), '--out', join(at, 'r'))
  }
  assert.is((await run()).code, 1)
  const broken = { scenario: 'mine/broken', reason: 'it is known', until: '9999-12-31' }
  const { code, out } = await run(broken)
  assert.is(code, 0, out)
  assert.match(out, /1 passed, 1 failed as expected/)
  assert.match(out, /≈ mine\/broken: it is known \(excused until 9999-12-31\)/)
  const over = await run({ ...broken, until: '2020-01-31' })
  assert.is(over.code, 1)
  assert.match(over.out, /It was excused until 2020-01-31: it is known/)
  const good = await run(broken, { ...broken, scenario: 'mine/edited' })
  assert.is(good.code, 1)
  assert.match(good.out, /✗ mine\/edited[^]*It passes, and is expected to fail: it is known/)
  const none = await run(broken, { ...broken, scenario: 'mine/none' })
  assert.is(none.code, 1)
  assert.match(none.out, /A failure of "mine\/none" is expected, and there is no such scenario/)
  const other = await csclab('run', 'mine/broken', '--config', join(at, 'c.json'), '--out', join(at, 'r'))
  assert.is(other.code, 0, other.out)
})

test('what stands on a choice that an engine declares to make otherwise is unsupported, and nothing else is', async () => {
  const engine = (choices: object): string =>
    `export const engine = { name: 'lazy', version: '1', otherChoices: ${
      JSON.stringify(choices)
    }, *synchronize() { return 0 } }\n`
  const standing = GOOD.replace("['SYNC-07']", "['SYNC-07', 'P1.19']")
  const at = folder({
    'mine.ts': standing,
    'free.ts': GOOD,
    'plain.js': engine({}),
    'other.js': engine({ 'P1.19': 'it waits' }),
  })
  const run = (file: string, engine: string): Promise<Told> =>
    csclab('run', join(at, file), '--engine', join(at, engine), '--out', join(at, 'r'))
  assert.is((await run('mine.ts', 'plain.js')).code, 1)
  const { code, out } = await run('mine.ts', 'other.js')
  assert.is(code, 0, out)
  assert.match(out, /– mine\/edited: The engine makes another choice on P1\.19: it waits/)
  assert.match(out, /1 scenario: 1 unsupported/)
  assert.is((await run('free.ts', 'other.js')).code, 1)
})

test('expected failures without a reason or a day, or twice, are refused', async () => {
  const one = { scenario: 'a', reason: 'b', until: '2027-01-31' }
  const of = (...expectedFailures: readonly object[]): string => JSON.stringify({ expectedFailures })
  const at = folder({
    'reason.json': of({ ...one, reason: '' }),
    'day.json': of({ ...one, until: 'soon' }),
    'twice.json': of(one, one),
  })
  await refused(['run', '--config', join(at, 'reason.json')], /reason\.json:1/, /must not be empty/)
  await refused(['run', '--config', join(at, 'day.json')], /must be a day, such as 2027-01-31/)
  await refused(['run', '--config', join(at, 'twice.json')], /is in it twice/)
})

test('the configuration may be a field of package.json; a file of its own comes first', async () => {
  const manifest =
    '{\n  "name": "mine",\n  "csclab": {\n    "scenarios": ["mine.ts"],\n    "coverage": { "flag": 1 }\n  }\n}'
  const at = folder({ 'mine.ts': GOOD, 'package.json': manifest })
  const home = process.cwd()
  process.chdir(at)
  try {
    await refused(['list'], /package\.json:5/, /"coverage\.flag"/)
    writeFileSync(join(at, 'package.json'), manifest.replace('flag', 'flags'))
    assert.match((await csclab('list')).out, /^mine\/edited\n/)
    writeFileSync(join(at, 'csclab.config.json'), '{}')
    assert.match((await csclab('list', 'conflicts/both-edited')).out, /^conflicts\/both-edited\n/)
  } finally {
    process.chdir(home)
  }
})

test('a configuration with an unknown field or a wrong value names the line', async () => {
  const at = folder({ 'a.json': '{\n  "scenario": ["x"]\n}', 'b.json': '{\n  "out": 3\n}', 'c.json': '{' })
  await refused(['run', '--config', join(at, 'a.json')], /a\.json:2/, /Did you mean "scenarios"/)
  await refused(['run', '--config', join(at, 'b.json')], /b\.json:2/, /"out"/)
  await refused(['run', '--config', join(at, 'c.json')], /c\.json:1/)
})

test.run()
