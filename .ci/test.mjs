/**
 * Runs tests with uvu under the runtime that runs this file, and fails where uvu itself would stay silent: a test file that
 * ran no test, and a test that is switched on or off alone. `node .ci/test.mjs [unit|browser|package|lnkinfo] [FOLDER]`.
 */

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which files belong to a kind of tests: unit tests are all that are marked as nothing else. */
const KINDS = {
  unit: /^(?!.*\.(?:browser|package|lnkinfo)\.test\.ts$).*\.test\.ts$/,
  browser: /\.browser\.test\.ts$/,
  package: /\.package\.test\.ts$/,
  lnkinfo: /\.lnkinfo\.test\.ts$/,
}

const deno = Reflect.get(globalThis, 'Deno')
const RUNTIME = deno !== undefined
  ? ['run', '--allow-read', '--allow-write', '--allow-env', '--allow-run', '--allow-sys']
  : ['--conditions=csclab-source', '--import', 'tsx']

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : [path]
  })
}

const [first, second] = process.argv.slice(2)
const kind = first in KINDS ? first : 'unit'
const folder = (first in KINDS ? second : first) ?? ''
const files = ['sim', 'engine', 'scenarios', 'reports'].flatMap(filesIn)
  .filter((file) => KINDS[kind].test(file) && file.startsWith(folder))

const withoutTexts = (file) => readFileSync(file, 'utf8').replaceAll(/'[^'\n]*'|`[^`]*`/g, '')
const alone = files.filter((file) => /\.(?:only|skip)\(/.test(withoutTexts(file)))

const others = Object.keys(KINDS).filter((other) => other !== kind && other !== 'unit').map((other) =>
  `.${other}.test.ts`
)
const ignored = ['node_modules', 'dist', ...others].flatMap((
  pattern,
) => ['--ignore', pattern.replaceAll('.', '\\.')])
const pattern = `^${folder}.*${kind === 'unit' ? '' : `\\.${kind}`}\\.test\\.ts$`
const env = { NO_COLOR: '1', CI: '' }

/** Runs this runtime again. Deno's own way, since its child_process rewrites the arguments of a second Deno. */
function again(args) {
  if (deno === undefined) {
    const options = { encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 1 << 28 }
    return spawnSync(process.execPath, args, options)
  }
  const { code, stdout, stderr } = new deno.Command(deno.execPath(), { args, env }).outputSync()
  const text = new TextDecoder()
  return { status: code, stdout: text.decode(stdout), stderr: text.decode(stderr) }
}

const run = again([...RUNTIME, 'node_modules/uvu/bin.js', '.', pattern, ...ignored])
process.stdout.write(run.stdout)
process.stderr.write(run.stderr)

const sections = run.stdout.split(/\n(?=\S+\.test\.ts\n)/)
const ran = (file) =>
  sections.some((part) => part.startsWith(`${file}\n`) && /\([1-9]\d* \/ \d+\)/.test(part))
const silent = files.filter((file) => !ran(file))
for (const file of alone) console.error(`${file} switches tests on or off alone: take "only" and "skip" away`)
for (const file of silent) console.error(`${file} ran no test: does it end with test.run()?`)

const total = Number(/Total:\s+(\d+)/.exec(run.stdout)?.[1] ?? 0)
const passed = Number(/Passed:\s+(\d+)/.exec(run.stdout)?.[1] ?? 0)
const bad = alone.length + silent.length
console.log(`${files.length} test files\n${passed} passed, ${total - passed + bad} failed`)
process.exitCode = run.status === 0 && total > 0 && bad === 0 ? 0 : 1
