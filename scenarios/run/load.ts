/** Finds scenarios: in files of TypeScript, JavaScript or JSON, and in folders of them. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { register } from 'node:module'
import { basename, extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CsclabError, type Position } from '../../sim/mod.ts'
import {
  checkScenario,
  type Mistake,
  type NamedScenario,
  parseScenarioJson,
  ScenarioMistakes,
} from '../language/mod.ts'
import { duplicates, nameAll, scenariosOf } from './name.ts'

const CODE = ['.ts', '.mts', '.js', '.mjs']
const IGNORED = ['node_modules', 'dist', 'csclab-report']

/**
 * Loads files, and all scenario files of folders (`.ts`, `.mts`, `.js`, `.mjs`, `.json`, not tests, not `node_modules`).
 *
 * @throws {CsclabError} `file` if a path cannot be read; a file that throws gives its own message and line.
 * @throws {ScenarioMistakes} All mistakes of all files at once.
 */
export async function loadScenarios(paths: readonly string[]): Promise<readonly NamedScenario[]> {
  const named: NamedScenario[] = []
  const mistakes: Mistake[] = []
  for (const { path, isNamed } of distinct(paths.flatMap((given) => filesOf(resolve(given), given)))) {
    try {
      named.push(...await loadFile(path, isNamed))
    } catch (error) {
      if (!(error instanceof ScenarioMistakes)) throw error
      mistakes.push(...error.mistakes)
    }
  }
  if (named.length === 0 && mistakes.length === 0) {
    throw new CsclabError(
      'file',
      `No file in ${paths.map((path) => `"${path}"`).join(', ')} exports a scenario`,
      {
        hint:
          "Write export const myScenario = scenario({ title: '…', covers: ['SYNC-07'] }, ({ share, sync }) => { … })",
      },
    )
  }
  mistakes.push(...named.flatMap(({ scenario }) => checkScenario(scenario)), ...duplicates(named))
  if (mistakes.length > 0) throw new ScenarioMistakes(mistakes)
  return named
}

interface FoundFile {
  readonly path: string
  /** Named itself, not found in a folder: it must hold scenarios. */
  readonly isNamed: boolean
}

function distinct(files: readonly FoundFile[]): readonly FoundFile[] {
  return files.filter(({ path }, i) => files.findIndex((other) => other.path === path) === i)
}

function filesOf(path: string, given: string): readonly FoundFile[] {
  const stat = statOrFail(path, given)
  if (stat === 'file') return [{ path, isNamed: true }]
  const found = listFolder(path).sort().map((file) => ({ path: file, isNamed: false }))
  if (found.length === 0) {
    throw new CsclabError('file', `The folder "${given}" holds no scenario files`, {
      hint: 'Scenario files end in .ts, .mts, .js, .mjs or .json',
    })
  }
  return found
}

function listFolder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      return IGNORED.includes(entry.name) || entry.name.startsWith('.') ? [] : listFolder(path)
    }
    return isScenarioFile(entry.name) ? [path] : []
  })
}

/** In a folder, configuration and test files are passed over; named on the command line, any file is taken. */
function isScenarioFile(name: string): boolean {
  if (name.includes('.test.') || name.endsWith('.d.ts')) return false
  return CODE.includes(extname(name)) || name.endsWith('.scenario.json')
}

function statOrFail(path: string, given: string): 'file' | 'folder' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch (cause) {
    const denied = cause instanceof Error && cause.name === 'NotCapable'
    throw new CsclabError(
      'file',
      denied ? `Reading "${given}" is not allowed` : `There is no file or folder "${given}"`,
      {
        hint: denied
          ? 'Run Deno with --allow-read'
          : 'Name a scenario file, a folder of them, or part of a scenario id',
        cause,
      },
    )
  }
}

async function loadFile(file: string, isNamed: boolean): Promise<readonly NamedScenario[]> {
  const chapter = basename(file).replace(/\..*$/, '')
  if (file.endsWith('.json')) {
    return nameAll(chapter, parseScenarioJson(readFileSync(file, 'utf8'), file).scenarios)
  }
  if (!CODE.includes(extname(file))) {
    throw new CsclabError('file', `"${file}" is no scenario file`, {
      hint: 'Scenario files end in .ts, .mts, .js, .mjs or .json',
    })
  }
  const scenarios = scenariosOf(await importFile(file))
  if (scenarios.length === 0 && isNamed) {
    throw new ScenarioMistakes([{
      message: 'The file exports no scenario',
      position: { file, line: 1 },
      hint:
        "Write export const myScenario = scenario({ title: '…', covers: ['SYNC-07'] }, ({ share, sync }) => { … })",
    }])
  }
  return nameAll(chapter, scenarios)
}

/**
 * Imports a module of a user, TypeScript or JavaScript.
 *
 * @throws {CsclabError} `scenario` with the module's own message and line if it throws or does not parse.
 */
export async function importFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  const url = pathToFileURL(file).href
  try {
    return await importOnAnyNode(url)
  } catch (error) {
    if (error instanceof ScenarioMistakes) throw error
    throw ownError(error, file)
  }
}

/**
 * Node 20 reads TypeScript through tsx, which takes the files of a package that is not of type "module" for CommonJS and
 * would load csclab a second time for them; all scenario files are ES modules.
 */
const TYPESCRIPT_IS_ESM = `export async function resolve(specifier, context, next) {
  const found = await next(specifier, context)
  return found.format !== 'module' && /\\.ts(?:\\?|$)/.test(found.url) ? { ...found, format: 'module' } : found
}`

async function importOnAnyNode(url: string): Promise<Readonly<Record<string, unknown>>> {
  if (!typeScriptIsReady) await makeTypeScriptReady()
  typeScriptIsReady = true
  return await import(url)
}

let typeScriptIsReady = Reflect.get(globalThis, 'Deno') !== undefined

async function makeTypeScriptReady(): Promise<void> {
  const isNative = typeof Reflect.get(process.features, 'typescript') === 'string'
  const hasTsx = process.execArgv.some((argument) => argument.includes('tsx'))
  if (isNative && !hasTsx) return
  if (!hasTsx) (await import('tsx/esm/api')).register()
  register(`data:text/javascript,${encodeURIComponent(TYPESCRIPT_IS_ESM)}`)
}

/** What a user's file threw or why it does not parse: its own words and line, and nothing of csclab's inside. */
function ownError(error: unknown, file: string): CsclabError {
  if (error instanceof CsclabError && error.position !== undefined) return error
  const message = error instanceof Error ? firstLine(error.message) : String(error)
  const name = error instanceof Error && error.name !== 'Error' && !message.startsWith(error.name)
    ? `${error.name}: `
    : ''
  const hint = error instanceof CsclabError ? error.hint : undefined
  return new CsclabError('scenario', `${name}${message}`, {
    position: positionIn(error, file) ?? { file, line: 1 },
    ...(hint === undefined ? {} : { hint }),
    cause: error,
  })
}

/** The first place in an error's text or stack that lies in the file. */
function positionIn(error: unknown, file: string): Position | undefined {
  const text = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : ''
  for (const name of [file, pathToFileURL(file).href]) {
    const from = text.indexOf(`${name}:`)
    const place = from < 0 ? null : /^:(\d+)(?::(\d+))?/.exec(text.slice(from + name.length))
    if (place !== null) {
      const column = Number(place[2] ?? 0)
      return { file, line: Number(place[1]), ...(column > 0 ? { column } : {}) }
    }
  }
  return undefined
}

/** esbuild names the place before what is wrong: only what is wrong is the message. */
function firstLine(message: string): string {
  const transformed = /ERROR: (.*)/.exec(message)
  return transformed?.[1] ?? message.split('\n')[0] ?? message
}
