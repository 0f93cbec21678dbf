/** The command line as people use it, and as they misuse it: a clear message, exit code 2, nothing lost, no stack. */

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SUITE } from '../../scenarios/mod.ts'
import { VERSION } from '../version.ts'
import { CSCLAB, csclab, folder, GOOD, refused } from './testing/command-line.ts'

test('a scenario of one’s own runs, writes its snapshot, its report and its results', async () => {
  const at = folder({ 'mine.ts': GOOD })
  const out = join(at, 'report')
  const first = await csclab('run', join(at, 'mine.ts'), '--out', out)
  assert.is(first.code, 0, first.out + first.error)
  assert.match(first.out, /1 scenario: 1 passed/)
  const results: unknown = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'))
  assert.match(JSON.stringify(results), /"id":"mine\/edited"/)
  assert.match(readFileSync(join(out, 'index.html'), 'utf8'), /A local edit reaches the server/)
  const snapshot = join(at, 'snapshots', 'mine.offline-files.snap')
  assert.match(readFileSync(snapshot, 'utf8'), /== mine\/edited\nround 1/)
  const second = await csclab('run', at, '--out', out)
  assert.match(second.out, /1 snapshot checked\n/)

  writeFileSync(snapshot, readFileSync(snapshot, 'utf8').replace('"second"', '"third"'))
  const changed = await csclab('run', at, '--out', out)
  assert.is(changed.code, 1)
  assert.match(changed.out, /differs from the snapshot/)
  const updated = await csclab('run', at, '--out', out, '-u')
  assert.is(updated.code, 0)
  assert.match(readFileSync(snapshot, 'utf8'), /"second"/)

  writeFileSync(snapshot, `${readFileSync(snapshot, 'utf8')}\n== mine/gone\nround 1\n`)
  assert.match((await csclab('run', at, '--out', out)).out, /obsolete/)
  assert.match(readFileSync(snapshot, 'utf8'), /mine\/gone/)
  await csclab('run', at, '--out', out, '--update', 'all')
  assert.not.match(readFileSync(snapshot, 'utf8'), /mine\/gone/)
})

test('a failing scenario says what, where, expected, actual and how to run it again', async () => {
  const at = folder({ 'mine.ts': GOOD.replace("holds('plan.txt', 'second')", "holds('plan.txt', 'other')") })
  const { code, out } = await csclab('run', join(at, 'mine.ts'), '--out', join(at, 'report'))
  assert.is(code, 1)
  assert.match(out, /mine\.ts:7/)
  assert.match(out, /other/)
  assert.match(out, /second/)
  assert.match(out, /csclab run .*mine\.ts "mine\/edited"\n/)
})

test('a file that throws shows its own error and line only', async () => {
  const at = folder({
    'bad.ts': GOOD.replace("docs.local.write('plan.txt', 'second')", "throw new TypeError('lost my way')"),
  })
  await refused(['run', join(at, 'bad.ts'), '--out', at], /bad\.ts:5:\d+: TypeError: lost my way\n$/)
})

test('a file that does not parse shows the line', async () => {
  await refused(['run', join(folder({ 'bad.ts': 'const a = 1\nexport const = 3\n' }), 'bad.ts')], /bad\.ts:2/)
})

test('a file that exports nothing is told so, a helper beside scenarios is passed over', async () => {
  const at = folder({ 'bad.ts': 'export const a = 1\n' })
  await refused(['run', join(at, 'bad.ts')], /bad\.ts:1/, /exports no scenario/, /export const/)
  await refused(['run', at], /No file in .* exports a scenario/)
  const both = folder({ 'helper.ts': 'export const a = 1\n', 'mine.ts': GOOD })
  assert.is((await csclab('run', both, '--out', join(both, 'report'))).code, 0)
})

test('snapshots of files that were not run are never obsolete', async () => {
  const at = folder({ 'a.ts': GOOD, 'b.ts': GOOD })
  const out = ['--out', join(at, 'report')]
  await csclab('run', at, ...out)
  const b = join(at, 'snapshots', 'b.offline-files.snap')
  const before = readFileSync(b, 'utf8')
  assert.not.match((await csclab('run', join(at, 'a.ts'), ...out, '--update', 'all')).out, /obsolete|removed/)
  assert.is(readFileSync(b, 'utf8'), before)
  rmSync(join(at, 'b.ts'))
  assert.match((await csclab('run', at, ...out)).out, /obsolete/)
})

test('in CI nothing is written to snapshots, and a missing one fails', async () => {
  const at = folder({ 'mine.ts': GOOD })
  const out = ['--out', join(at, 'report')]
  process.env['CI'] = 'true'
  try {
    const { code, out: told } = await csclab('run', at, ...out)
    assert.is(code, 1)
    assert.match(told, /The snapshot is missing/)
    assert.not(existsSync(join(at, 'snapshots')))
    await refused(['run', at, ...out, '-u'], /contradicts CI/)
  } finally {
    process.env['CI'] = ''
  }
})

test('unknown verbs, shares and flags come all at once, with line and nearest name', async () => {
  const wrong = (name: string, ...steps: readonly object[]): object => ({
    name,
    title: 'Something is wrong here',
    covers: ['SYNC-07'],
    steps: [{ do: 'share', path: '//hq/docs', tree: {} }, ...steps],
  })
  const scenarios = [
    wrong('verb', { do: 'wriet', side: 'local', path: '//hq/docs/a', content: '' }),
    wrong(
      'share-and-flag',
      { do: 'write', side: 'local', path: '//hq/dosc/a', content: '' },
      { do: 'sync', paths: ['//hq/docs'], flags: 'in | otu' },
    ),
  ]
  await refused(
    ['run', join(folder({ 'wrong.json': JSON.stringify({ scenarios }, undefined, 1) }), 'wrong.json')],
    /3 mistakes/,
    /wrong\.json:\d+:\d+: Unknown verb "wriet"\n {2}Did you mean "write"/,
    /wrong\.json:\d+:\d+: .*dosc.*\n {2}Did you mean .*hq\/docs/,
    /wrong\.json:\d+:\d+: Unknown sync flag "otu"\n {2}Did you mean "out"/,
  )
})

test('JSON of another shape, and text that is no JSON, name the place', async () => {
  await refused(['run', join(folder({ 'a.json': '{ "scenarios": 3 }' }), 'a.json')], /a\.json:1:\d+/)
  await refused(['run', join(folder({ 'a.json': '{\n  "scenarios": [,]\n}' }), 'a.json')], /a\.json:2:\d+/)
  await refused(['run', join(folder({ 'a.json': '[]' }), 'a.json')], /a\.json:1/)
})

test('a missing file, and a folder without scenarios', async () => {
  await refused(['run', './nowhere/none.ts'], /no file or folder "\.\/nowhere\/none\.ts"/)
  await refused(['run', folder({ 'notes.txt': 'x' })], /holds no scenario files/)
  await refused(['run', join(folder({ 'notes.txt': 'x' }), 'notes.txt')], /is no scenario file/)
})

test('ids that are there twice name both places', async () => {
  await refused(
    ['run', folder({ 'a/mine.ts': GOOD, 'b/mine.ts': GOOD })],
    /"mine\/edited" is there twice, first in .*a\/mine\.ts:3/,
  )
})

test('unknown and contradictory options', async () => {
  await refused(['run', '--updaet'], /Unknown option "--updaet"/, /Did you mean "--update"/)
  await refused(['run', '--update=sometimes'], /has no value "sometimes"/, /missing/)
  await refused(['run', '--json', '--reporter', 'list'], /contradicts/)
  await refused(['run', '--reporter', 'xml'], /no reporter "xml"/)
  await refused(['run', '--bail', 'soon'], /--bail soon/)
  await refused(['run', '--out', ''], /empty value/)
  await refused(['run', '--grep', '('], /no regular expression/)
  await refused(['run', '--out', 'a', '--out', 'b'], /given twice/)
  await refused(['run', '--engine', 'none.ts'], /no engine file/)
  await refused(['run', '--config', 'none.json'], /no configuration file/)
  await refused(['help', 'rnu'], /no command "rnu"/, /Did you mean "run"/)
  await refused(['explain', 'SYCN-33'], /Nothing is known/, /Did you mean "SYNC-33"/)
  await refused(['schema', 'nothing'], /no schema "nothing"/)
})

test('an output folder that cannot be written is told before anything is run', async () => {
  const at = folder({ 'taken': 'a file, not a folder' })
  await refused(
    ['run', 'conflicts/both-edited', '--out', join(at, 'taken', 'report')],
    /cannot be written/,
    /--out/,
  )
  assert.is(readFileSync(join(at, 'taken'), 'utf8'), 'a file, not a folder')
})

if (process.platform === 'linux') {
  test('a file system that makes no folders is told too, and does not hang', async () => {
    await refused(
      ['run', 'conflicts/both-edited', '--out', '/proc/csclab/report'],
      /cannot be written/,
      /--out/,
    )
  })
}

test('a module that is no engine, an engine that throws, one that breaks the port', async () => {
  const at = folder({
    'none.ts': 'export const engine = { name: "x" }\n',
    'throws.ts':
      "export const engine = { name: 'throws', version: '1', *synchronize() { throw new Error('oops') } }\n",
    'mine.ts': GOOD,
  })
  const out = ['--out', join(at, 'report')]
  await refused(['run', join(at, 'mine.ts'), '--engine', join(at, 'none.ts'), ...out], /exports no engine/)
  const { code, out: told } = await csclab(
    'run',
    join(at, 'mine.ts'),
    '--engine',
    join(at, 'throws.ts'),
    ...out,
  )
  assert.is(code, 1)
  assert.match(told, /The engine broke the rules of the port: The engine threw Error: oops at .*throws\.ts:1/)
  writeFileSync(
    join(at, 'choice.ts'),
    "export const engine = { name: 'choice', version: '1', otherChoices: { 'SYNC-07': 'no' }, *synchronize() { return 0 } }\n",
  )
  await refused(
    ['run', join(at, 'mine.ts'), '--engine', join(at, 'choice.ts'), ...out],
    /SYNC-07, which is documented/,
  )
})

test('nothing matches: exit code 1 and the nearest id', async () => {
  const { code, error } = await csclab('run', 'conflicts/both-editde', '--out', folder())
  assert.is(code, 1)
  assert.match(error, /Did you mean "conflicts\/both-edited"/)
})

test('filters select, and the result says so', async () => {
  const out = ['--out', folder(), '--json']
  const idsOf = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { out: json } = await csclab('list', '--json', ...args)
    return [...json.matchAll(/"id": "([^"]+)"/g)].map((match) => match[1] ?? '')
  }
  assert.is((await idsOf()).length, SUITE.length)
  assert.ok((await idsOf('--tag', 'core')).includes('trees/one-edit-each'))
  assert.not((await idsOf('--tag', '!core')).includes('trees/one-edit-each'))
  assert.ok((await idsOf('--covers', 'SYNC-33')).includes('conflicts/both-edited'))
  assert.not((await idsOf('--covers', 'SYNC-33')).includes('changes/edited-here'))
  assert.equal(await idsOf('-g', '^conflicts/both-edited'), ['conflicts/both-edited'])
  assert.not((await idsOf('--grep-invert', 'conflicts')).includes('conflicts/both-edited'))
  const { code, out: json } = await csclab('run', 'conflicts/both-edited', ...out)
  assert.is(code, 0)
  const results: unknown = JSON.parse(json)
  assert.match(JSON.stringify(results), /"scenarios":1,"passed":1/)
})

test('show tells the story, and prints the scenario as it can be read again', async () => {
  const story = await csclab('show', 'conflicts/both-edited')
  assert.is(story.code, 0)
  assert.match(story.out, /FileChangedOnClient_ChangedOnServer/)
  const typescript = await csclab('show', 'conflicts/both-edited', '--as', 'typescript')
  assert.match(typescript.out, /docs\.local\.write\('plan\.txt', 'edited on the train'\)/)
  const json = await csclab('show', 'conflicts/both-edited', '--as', 'json')
  const at = folder({ 'again.json': json.out })
  const again = await csclab('run', join(at, 'again.json'), '--out', join(at, 'report'))
  assert.is(again.code, 0, again.error)
  await refused(['show'], /needs the id/)
})

test('explain decodes flags, codes, states, progress texts and ids', async () => {
  const explain = async (what: string): Promise<string> => (await csclab('explain', what)).out
  assert.match(await explain('in | out | keep-latest'), /0x30000006.*\n.*0x30000007/)
  assert.match(await explain('0x80070020'), /Code 32 ERROR_SHARING_VIOLATION/)
  assert.match(await explain('ERROR_FILE_OFFLINE'), /4350/)
  assert.match(await explain('12'), /FileChangedOnClient_ChangedOnServer/)
  assert.match(await explain('FileDeletedOnServer'), /State 46/)
  assert.match(
    await explain('3:2147942432:words: with a colon:\\\\hq\\docs'),
    /ItemResult[\s\S]*SHARING[\s\S]*words: with a colon[\s\S]*\\\\hq\\docs/,
  )
  assert.match(await explain('0x4006'), /Refused with 87/)
})

test('init makes a project that runs, and overwrites nothing', async () => {
  const at = folder()
  assert.is((await csclab('init', at)).code, 0)
  assert.match(readFileSync(join(at, 'package.json'), 'utf8'), /"type": "module"/)
  const first = join(at, 'scenarios', 'first.ts')
  writeFileSync(first, readFileSync(first, 'utf8').replace("'csclab'", `'${CSCLAB}'`))
  const run = await csclab('run', first, '--out', join(at, 'report'))
  assert.is(run.code, 0, run.error)
  writeFileSync(first, 'mine')
  await refused(['init', at], /would be overwritten/)
  assert.is(readFileSync(first, 'utf8'), 'mine')
})

test('the schemas are printed, the version is the package’s', async () => {
  assert.match((await csclab('schema')).out, /"csclab-scenario"/)
  assert.match((await csclab('schema', 'results')).out, /schemaVersion/)
  assert.match(readFileSync('package.json', 'utf8'), new RegExp(`"version": "${VERSION}"`))
  assert.match(readFileSync('deno.json', 'utf8'), new RegExp(`"version": "${VERSION}"`))
  assert.is((await csclab('--version')).out, `csclab ${VERSION}\n`)
})

test('the help of every command shows its options', async () => {
  const { out } = await csclab('help')
  for (const name of ['run', 'list', 'show', 'explain', 'link', 'init', 'schema', 'bench']) {
    assert.match(out, new RegExp(`\\n  ${name} `))
    assert.match((await csclab(name, '--help')).out, new RegExp(`^csclab ${name}`))
  }
  assert.match((await csclab('help', 'run')).out, /--grep-invert REGEX/)
})

test.run()
