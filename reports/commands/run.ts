/** `csclab run`: runs scenarios, checks snapshots, writes the report. */

import { relative, resolve } from 'node:path'
import {
  checkSnapshots,
  type NamedScenario,
  runSuite,
  type ScenarioResult,
  type SuiteResult,
  type UpdateMode,
} from '../../scenarios/mod.ts'
import { createEngine } from '../../engine/mod.ts'
import { canRead, canWrite, isCI, isTerminal, runtime, today, wantsColor } from '../environment.ts'
import { excuse, type ExcuseOptions, type ExpectedFailure, idleExcuses } from '../expected-failures.ts'
import { dotMark } from '../formats/dot.ts'
import { resultsJson } from '../formats/json.ts'
import { listLine } from '../formats/list.ts'
import { createProgressLine, summaryText } from '../formats/terminal.ts'
import { type Command, type Invocation, isSet, usage, valueOf } from './command.ts'
import { CONFIG_OPTION, configName, readConfig } from './config.ts'
import { ENGINE_OPTION, findEngine } from './engine.ts'
import { belowFloor, type CoverageFloor } from '../coverage-floor.ts'
import { relativeTo } from '../relative.ts'
import { openReport, writeReport, type Written } from './report-files.ts'
import { commandAgain, nothingMatches, SELECT_OPTIONS, selectScenarios } from './select.ts'

const REPORTERS = ['list', 'dot', 'json', 'html'] as const

/** The command. */
export const runCommand: Command = {
  name: 'run',
  summary: 'Runs scenarios (built in, or files and folders given), checks snapshots and writes the report.',
  usage: '[FILE | FOLDER | builtin | part of an ID …]',
  options: [
    ...SELECT_OPTIONS,
    ENGINE_OPTION,
    {
      name: 'update',
      short: 'u',
      value: '[none|missing|changed|all]',
      choices: ['none', 'missing', 'changed', 'all'],
      bare: 'changed',
      help: 'which snapshots are written (default missing; none in CI; -u alone: changed)',
    },
    {
      name: 'reporter',
      value: 'NAME[=PATH]',
      multiple: true,
      help: `${REPORTERS.join(', ')}; default html and, on a terminal, a progress line`,
    },
    {
      name: 'snapshots',
      value: 'DIR',
      help: 'one folder for all snapshots (default: snapshots beside each file)',
    },
    { name: 'out', value: 'DIR', help: 'where the report goes (default csclab-report)' },
    { name: 'bail', value: 'N', help: 'stop after N scenarios that did not pass' },
    CONFIG_OPTION,
    { name: 'json', help: 'print the result as JSON, and nothing else' },
  ],
  examples: [
    'csclab run',
    'csclab run conflicts --tag core',
    'csclab run my-scenarios --engine ./my-engine.ts --out report',
  ],
  run,
}

async function run(invocation: Invocation): Promise<number> {
  const settings = settingsOf(invocation)
  const report = openReport(settings.reporters.has('html') ? settings.out : undefined)
  const engine = await findEngine(settings.engine)
  const selection = await selectScenarios(invocation)
  if (selection.scenarios.length === 0) {
    invocation.out.error(`${nothingMatches(invocation, selection)}\n`)
    return 1
  }
  const live = liveOutput(invocation, settings, selection.scenarios)
  const started = performance.now()
  const suite = await runSuite(selection.scenarios, {
    engine,
    runtime: runtime(),
    filtered: selection.filtered,
    ...(settings.bail === undefined ? {} : { bail: settings.bail }),
    stopwatch: () => performance.now() - started,
    canRead,
    review: (result) => excuse(result, ...settings.excuses),
    onResult: live.show,
  })
  live.finish()
  const checked = snapshotsOf(suite, settings, selection.sources.includes('builtin'))
  const judged = relativeTo(process.cwd(), withFloor(withIdleExcuses(checked, settings), settings))
  const command = commandAgain('run', selection, settings.engine)
  const written = await writeReport(report, judged, { reporters: settings.reporters, command })
  if (settings.json) invocation.out.write(`${JSON.stringify(resultsJson(judged), undefined, 2)}\n`)
  else {invocation.out.write(
      `${summaryText(judged, { color: wantsColor(), command })}${told(written)}`,
    )}
  return exitCode(judged)
}

/** Only a run of everything the configuration is about can be held against its floor. */
function withFloor(suite: SuiteResult, { floor }: Settings): SuiteResult {
  if (floor === undefined || suite.filtered) return suite
  return { ...suite, problems: [...suite.problems, ...belowFloor(suite, floor)] }
}

function withIdleExcuses(suite: SuiteResult, { excuses }: Settings): SuiteResult {
  return { ...suite, problems: [...suite.problems, ...idleExcuses(suite, ...excuses)] }
}

function told({ report, reportNotWritten }: Written): string {
  if (report !== undefined) return `Report ${relative(process.cwd(), report)}\n`
  return reportNotWritten === undefined ? '' : `No report: ${reportNotWritten}\n`
}

interface Settings {
  readonly engine: string | undefined
  readonly update: UpdateMode
  readonly snapshots: string | undefined
  /** Reporters with the path each writes to, if one is given. */
  readonly reporters: ReadonlyMap<string, string | undefined>
  readonly out: string
  readonly bail: number | undefined
  readonly json: boolean
  /** Scenarios that the engine is known to fail, and what that is held against. */
  readonly excuses: readonly [expected: readonly ExpectedFailure[], options: ExcuseOptions]
  /** What must be covered; `undefined` when the call names scenarios itself. */
  readonly floor: CoverageFloor | undefined
}

function settingsOf(invocation: Invocation): Settings {
  const config = readConfig(invocation)
  const json = isSet(invocation, 'json')
  const reporters = reportersOf(invocation.values.get('reporter') ?? config.reporter ?? [])
  if (json && (reporters.has('list') || reporters.has('dot'))) {
    throw usage(
      '"--json" prints the result alone and contradicts a reporter on the terminal',
      'Leave one of them out',
    )
  }
  const engine = valueOf(invocation, 'engine') ?? config.engine
  // Excuses belong to the engine of the configuration, where it names one.
  const isTheirs = config.engine === undefined || config.engine === engine
  return {
    engine,
    excuses: [
      isTheirs ? config.expectedFailures ?? [] : [],
      { today: today(), source: configName(invocation) },
    ],
    update: updateOf(valueOf(invocation, 'update')),
    snapshots: valueOf(invocation, 'snapshots') ?? config.snapshots,
    reporters,
    out: resolve(valueOf(invocation, 'out') ?? config.out ?? 'csclab-report'),
    bail: countOf(valueOf(invocation, 'bail')),
    json,
    floor: invocation.positionals.length === 0 ? config.coverage : undefined,
  }
}

function updateOf(given: string | undefined): UpdateMode {
  const mode = MODES.find((known) => known === given) ?? (isCI() ? 'none' : 'missing')
  if (isCI() && mode !== 'none') {
    throw usage(
      `"--update ${mode}" contradicts CI: nothing is written to snapshots there`,
      'Run it outside of CI',
    )
  }
  return mode
}

const MODES: readonly UpdateMode[] = ['none', 'missing', 'changed', 'all']

function reportersOf(given: readonly string[]): ReadonlyMap<string, string | undefined> {
  const reporters = new Map<string, string | undefined>([['html', undefined]])
  for (const text of given) {
    const [name = '', ...path] = text.split('=')
    if (!REPORTERS.some((known) => known === name)) {
      throw usage(`There is no reporter "${name}"`, `Choose among ${REPORTERS.join(', ')}`)
    }
    reporters.set(name, path.length === 0 ? undefined : resolve(path.join('=')))
  }
  return reporters
}

function countOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9]\d*$/.test(text)) {
    throw usage(`"--bail ${text}" is no number from 1 on`, 'Write for instance --bail 1')
  }
  return Number(text)
}

interface Live {
  readonly show: (result: ScenarioResult, done: number) => void
  readonly finish: () => void
}

function liveOutput(invocation: Invocation, settings: Settings, scenarios: readonly NamedScenario[]): Live {
  const { write } = invocation.out
  const color = wantsColor()
  const { reporters, json } = settings
  let failed = 0
  const line = createProgressLine({ isTTY: isTerminal() && !json && !reporters.has('dot'), color, write })
  return {
    show(result, done) {
      if (result.verdict === 'fail' || result.verdict === 'error') failed++
      if (reporters.has('list')) {
        line.clear()
        write(`${listLine(result, { color })}\n`)
      }
      if (reporters.has('dot')) write(dotMark(result.verdict, done, { color }))
      line.show({ done, total: scenarios.length, failed, id: result.id })
    },
    finish() {
      line.clear()
      if (reporters.has('dot')) write('\n')
    },
  }
}

function snapshotsOf(suite: SuiteResult, settings: Settings, builtIn: boolean): SuiteResult {
  const { update, snapshots } = settings
  if (builtIn && snapshots === undefined && suite.engine.name !== createEngine().name) {
    const reason = 'the built-in ones are the reference engine’s; keep your own with --snapshots DIR'
    return { ...suite, snapshotsNotChecked: reason }
  }
  const places = suite.scenarios.flatMap(({ position }) =>
    position === undefined ? [] : [snapshots ?? position.file]
  )
  if (!places.every(canRead)) {
    return { ...suite, snapshotsNotChecked: 'they may not be read: allow it with --allow-read' }
  }
  return checkSnapshots(suite, {
    update: places.every(canWrite) ? update : 'none',
    strict: isCI(),
    mayBeNew: suite.engine.name !== createEngine().name,
    ...(snapshots === undefined ? {} : { folder: resolve(snapshots) }),
  })
}

function exitCode(suite: SuiteResult): number {
  const bad = suite.scenarios.some(({ verdict }) => verdict === 'fail' || verdict === 'error')
  return bad || suite.problems.length > 0 ? 1 : 0
}
