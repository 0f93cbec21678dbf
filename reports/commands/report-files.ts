/** The files of a report: the page, the results and the compressed traces. */

import { closeSync, openSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { makeFolder, type SuiteResult } from '../../scenarios/mod.ts'
import { CsclabError, traceText } from '../../sim/mod.ts'
import { canRead, canWrite } from '../environment.ts'
import { resultsJson } from '../formats/json.ts'
import { reportHtml } from '../html/report.ts'

/** Where a report goes: a folder that exists and can be written, or nowhere and why. */
export interface ReportPlace {
  readonly folder: string | undefined
  readonly notWritten: string | undefined
}

/**
 * Makes sure, before anything is run, that the report can be written afterwards.
 *
 * @throws {CsclabError} `file` if the folder cannot be made or written.
 */
export function openReport(folder: string | undefined): ReportPlace {
  if (folder === undefined) return { folder: undefined, notWritten: undefined }
  if (!canWrite(folder) || !canRead(dirname(folder))) {
    return { folder: undefined, notWritten: 'writing it is not allowed: allow it with --allow-write' }
  }
  try {
    makeFolder(folder)
    // Opened for appending: made if it is not there, not a byte of an older report is lost.
    closeSync(openSync(join(folder, 'results.json'), 'a'))
  } catch (cause) {
    throw unwritable(folder, cause)
  }
  return { folder, notWritten: undefined }
}

const zip = promisify(gzip)

/** What was written, for the summary. */
export interface Written {
  readonly report?: string
  readonly reportNotWritten?: string
}

/** Writes the report and what single reporters write to paths of their own. Traces are compressed beside the making of the page. */
export async function writeReport(
  place: ReportPlace,
  suite: SuiteResult,
  { reporters, command }: {
    readonly reporters: ReadonlyMap<string, string | undefined>
    readonly command: string
  },
): Promise<Written> {
  const results = `${JSON.stringify(resultsJson(suite), undefined, 2)}\n`
  const jsonPath = reporters.get('json')
  if (jsonPath !== undefined) writeOne(jsonPath, results)
  const htmlPath = reporters.get('html')
  if (htmlPath !== undefined) writeOne(htmlPath, reportHtml(suite, { command }))
  const { folder, notWritten } = place
  if (folder === undefined) return notWritten === undefined ? {} : { reportNotWritten: notWritten }
  const zipped = zip(tracesOf(suite), { level: QUICK })
  const page = join(folder, 'index.html')
  writeOne(page, reportHtml(suite, { command }))
  writeOne(join(folder, 'results.json'), results)
  writeOne(join(folder, 'traces.jsonl.gz'), await zipped)
  return { report: page }
}

/** How hard traces are compressed: a quarter larger than at the usual level, in a third of the time. */
const QUICK = 2

function tracesOf(suite: SuiteResult): string {
  return suite.scenarios.map(({ id, trace }) =>
    `{"id":${JSON.stringify(id)},"events":[${traceText(trace).replaceAll('\n', ',')}]}\n`
  ).join('')
}

function writeOne(path: string, content: string | Uint8Array): void {
  try {
    makeFolder(dirname(path))
    writeFileSync(path, content)
  } catch (cause) {
    throw unwritable(path, cause)
  }
}

function unwritable(path: string, cause: unknown): CsclabError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new CsclabError('file', `The report cannot be written to "${path}": ${why}`, {
    hint: 'Name another folder with --out',
    cause,
  })
}
