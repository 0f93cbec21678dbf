/** The snapshots of a suite on disk: compared, written, and the ones nobody asks for any more. */

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CsclabError } from '../../sim/mod.ts'
import {
  type Failure,
  formatSnapshots,
  parseSnapshots,
  type ScenarioResult,
  type SnapshotSections,
  type SnapshotSummary,
  snapshotText,
  type SuiteResult,
} from '../judge/mod.ts'
import { isMatrixRow } from '../language/mod.ts'
import { makeFolder } from './folder.ts'

/** What may be written: nothing · new ones · new and changed ones · these, and obsolete ones are removed. */
export type UpdateMode = 'none' | 'missing' | 'changed' | 'all'

/** How snapshots are treated. */
export interface SnapshotOptions {
  readonly update: UpdateMode
  /** Missing and obsolete ones fail. */
  readonly strict: boolean
  /** An engine that has no file beside a scenario file has new snapshots there, no missing ones. */
  readonly mayBeNew: boolean
  /** One folder for all; without it they lie in a folder `snapshots` beside each scenario file. */
  readonly folder?: string
}

/**
 * Checks the snapshots of a suite's scenarios; those that differ turn into failures. Scenarios that did not pass, and those
 * with input from disk, have none; nor have rows of the state matrix, which expect all that the oracle's table says.
 */
export function checkSnapshots(suite: SuiteResult, options: SnapshotOptions): SuiteResult {
  const counts = { checked: 0, written: 0, changed: 0, removed: 0 }
  const obsolete: string[] = []
  const results = new Map(suite.scenarios.map((result) => [result.id, result]))
  for (const [file, group] of groupByFile(suite, options.folder)) {
    const known = readSections(file)
    const next = new Map(known ?? [])
    for (const result of group) {
      const text = snapshotText(result)
      const stored = known?.get(result.id)
      if (stored !== undefined) counts.checked++
      const verdict = compare(stored, text, { options, isNewFile: known === undefined })
      if (verdict.write) {
        next.set(result.id, text)
        counts[stored === undefined ? 'written' : 'changed']++
      }
      if (verdict.failure !== undefined) results.set(result.id, withFailure(result, verdict.failure))
    }
    for (const id of obsoleteIn(file, next, suite)) {
      if (options.update === 'all') {
        next.delete(id)
        counts.removed++
      } else obsolete.push(id)
    }
    writeSections(file, known, next)
  }
  const scenarios = suite.scenarios.map((result) => results.get(result.id) ?? result)
  const problems = options.strict ? obsolete.map(obsoleteFailure) : []
  const snapshots: SnapshotSummary = { ...counts, obsolete }
  return { ...suite, scenarios, snapshots, problems: [...suite.problems, ...problems] }
}

interface Compared {
  readonly write: boolean
  readonly failure?: Failure
}

function compare(
  stored: string | undefined,
  text: string,
  { options, isNewFile }: { readonly options: SnapshotOptions; readonly isNewFile: boolean },
): Compared {
  const { update, strict, mayBeNew } = options
  if (stored === text) return { write: false }
  if (stored === undefined) {
    if (update !== 'none') return { write: true }
    if (!strict || (isNewFile && mayBeNew)) return { write: false }
    const hint = 'Run csclab run once outside of CI, look at the new snapshot and commit it'
    return { write: false, failure: { kind: 'snapshot', message: 'The snapshot is missing', ids: [], hint } }
  }
  if (update === 'changed' || update === 'all') return { write: true }
  return {
    write: false,
    failure: {
      kind: 'snapshot',
      message: 'The outcome differs from the snapshot',
      expected: stored,
      actual: text,
      ids: [],
      hint: 'If the new outcome is right, run again with --update changed',
    },
  }
}

function withFailure(result: ScenarioResult, failure: Failure): ScenarioResult {
  const position = result.position === undefined ? {} : { position: result.position }
  return { ...result, verdict: 'fail', failures: [...result.failures, { ...failure, ...position }] }
}

function obsoleteFailure(id: string): Failure {
  const hint = 'Remove it with csclab run --update all'
  return { kind: 'snapshot', message: `The snapshot of "${id}" belongs to no scenario`, ids: [], hint }
}

/**
 * Sections of scenarios that are no more. Only when nothing was filtered, and the scenario file was run or is gone, can that
 * be told.
 */
function obsoleteIn(file: string, sections: SnapshotSections, suite: SuiteResult): readonly string[] {
  const stem = basename(file).split('.')[0] ?? ''
  const folder = dirname(dirname(file))
  const wasRun = suite.scenarios.some(({ position }) =>
    position !== undefined && stemOf(position.file) === stem
  )
  const isThere = existsSync(folder) && readdirSync(folder).some((name) => name.split('.')[0] === stem)
  if (suite.filtered || (isThere && !wasRun)) return []
  const ids = new Set(suite.scenarios.map(({ id }) => id))
  return [...sections.keys()].filter((id) => !ids.has(id))
}

function stemOf(file: string): string {
  return basename(file).replace(/\..*$/, '')
}

/**
 * Passed scenarios by snapshot file, `snapshots/NAME.ENGINE.snap` beside the scenario file; files without any are among
 * them when they lie in the same folder, since all they hold may be obsolete.
 */
function groupByFile(suite: SuiteResult, all?: string): ReadonlyMap<string, readonly ScenarioResult[]> {
  const groups = new Map<string, ScenarioResult[]>()
  const folderOf = (file: string): string => all ?? join(dirname(file), 'snapshots')
  const ending = `.${suite.engine.name}.snap`
  for (const { position } of suite.scenarios) {
    const folder = position === undefined ? undefined : folderOf(position.file)
    if (folder === undefined || !existsSync(folder)) continue
    for (const name of readdirSync(folder).sort()) {
      if (name.endsWith(ending)) groups.set(join(folder, name), [])
    }
  }
  for (const result of suite.scenarios) {
    const { position, verdict, traceHash } = result
    if (position === undefined || verdict !== 'pass' || traceHash === undefined || isMatrixRow(result)) {
      continue
    }
    const file = join(folderOf(position.file), `${stemOf(position.file)}${ending}`)
    groups.set(file, [...groups.get(file) ?? [], result])
  }
  return groups
}

function readSections(file: string): SnapshotSections | undefined {
  return existsSync(file) ? parseSnapshots(readFileSync(file, 'utf8'), file) : undefined
}

function writeSections(file: string, known: SnapshotSections | undefined, next: SnapshotSections): void {
  const text = formatSnapshots(next)
  if (known === undefined ? next.size === 0 : text === formatSnapshots(known)) return
  try {
    if (next.size === 0) return rmSync(file)
    makeFolder(dirname(file))
    writeFileSync(file, text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CsclabError('file', `The snapshots "${file}" cannot be written: ${why}`, {
      hint: 'Make the folder writable, or run with --update none',
      cause,
    })
  }
}
