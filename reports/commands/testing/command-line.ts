/** The command line for its tests: a call, and folders that are gone when the tests are over. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as assert from 'uvu/assert'
import { main } from '../main.ts'

/** What a call said, and its exit code. */
export interface Told {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** Calls csclab; no call ever shows a stack trace. */
export async function csclab(...args: readonly string[]): Promise<Told> {
  let [out, error] = ['', '']
  const code = await main(args, { write: (text) => out += text, error: (text) => error += text })
  assert.not.match(out + error, /\n\s+at .*\(?[^\s]+:\d+:\d+\)?\n\s+at /, 'no stack trace')
  return { code, out, error }
}

/** This checkout, as a module to import. */
export const CSCLAB: string = pathToFileURL(join(process.cwd(), 'mod.ts')).href

const made: string[] = []

process.on('exit', () => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

/** A new folder with files; `csclab` in them means this checkout. */
export function folder(files: Readonly<Record<string, string>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'csclab-'))
  made.push(path)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true })
    writeFileSync(join(path, name), text.replaceAll("'csclab'", `'${CSCLAB}'`))
  }
  return path
}

/** A file with one scenario, which passes. */
export const GOOD: string = `import { scenario } from 'csclab'

export const edited = scenario({ title: 'A local edit reaches the server', covers: ['SYNC-07'] }, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'plan.txt': 'first' })
  docs.local.write('plan.txt', 'second')
  sync(docs, 'in | out').returns(0)
  docs.server.holds('plan.txt', 'second')
})
`

/** Expects exit code 2 and a message that says what, where and what to do. */
export async function refused(args: readonly string[], ...told: readonly RegExp[]): Promise<void> {
  const { code, error, out } = await csclab(...args)
  assert.is(code, 2, `${args.join(' ')}: ${error}${out}`)
  assert.is(out, '')
  for (const pattern of told) assert.match(error, pattern)
}
