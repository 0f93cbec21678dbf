/** `csclab sweep`: disturbs every call of scenarios at every request, and judges what becomes of it. */

import { writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { CsclabError, type Engine } from '../../sim/mod.ts'
import { didYouMean, isMatrixRow, makeFolder } from '../../scenarios/mod.ts'
import {
  DEVIATION_KINDS,
  type DeviationKind,
  printFailure,
  sweepAll,
  type SweepFailure,
  type SweepResult,
} from '../../scenarios/explore/mod.ts'
import { canRead, canWrite, isErrorTerminal, wantsColor } from '../environment.ts'
import { type FiledFailure, sweepFile, sweepText } from '../formats/sweep.ts'
import { createProgressLine } from '../formats/terminal.ts'
import { type Command, type Invocation, isSet, usage, valueOf } from './command.ts'
import { CONFIG_OPTION, readConfig } from './config.ts'
import { ENGINE_OPTION, findEngine, replayAgain } from './engine.ts'
import { nothingMatches, SELECT_OPTIONS, selectScenarios } from './select.ts'

/** The command. */
export const sweepCommand: Command = {
  name: 'sweep',
  summary: 'Disturbs every call of scenarios at every request, judges what is left and what becomes of it.',
  usage: '[FILE | FOLDER | builtin | part of an ID …]',
  options: [
    ...SELECT_OPTIONS,
    {
      name: 'kind',
      value: 'KIND[,KIND…]',
      multiple: true,
      help: `what goes otherwise: ${DEVIATION_KINDS.join(', ')} (default all)`,
    },
    ENGINE_OPTION,
    { name: 'out', value: 'DIR', help: 'failures go into the folder "sweep" in it (default csclab-report)' },
    CONFIG_OPTION,
    { name: 'json', help: 'print the result as JSON, and nothing else' },
  ],
  notes: [
    'At once no byte may be lost, nothing half-written, no finished item undone. Then, with nothing going wrong any more, a few',
    'calls must come to the end that the undisturbed call comes to, or to one that the oracle allows. Worlds that are the same',
    'are judged once. Each failure is a file for csclab replay. Exit code 1: something is wrong somewhere. Rows of the matrix',
    'are swept when they are asked for, as by "matrix".',
  ],
  examples: [
    'csclab sweep',
    'csclab sweep conflicts --kind crash,cancel',
    'csclab sweep my-scenarios --engine ./my-engine.ts --json',
  ],
  run: sweep,
}

async function sweep(invocation: Invocation): Promise<number> {
  const config = readConfig(invocation)
  const kinds = kindsOf(invocation.values.get('kind'))
  const out = resolve(valueOf(invocation, 'out') ?? config.out ?? 'csclab-report')
  const module = valueOf(invocation, 'engine') ?? config.engine
  const engine = await findEngine(module)
  const selection = await selectScenarios(invocation)
  const scenarios = selection.filtered
    ? selection.scenarios
    : selection.scenarios.filter(({ scenario }) => !isMatrixRow(scenario))
  if (selection.scenarios.length === 0) {
    invocation.out.error(`${nothingMatches(invocation, selection)}\n`)
    return 1
  }
  const json = isSet(invocation, 'json')
  const color = wantsColor()
  const line = createProgressLine({
    isTTY: isErrorTerminal() && !json,
    color,
    write: invocation.out.error,
  })
  const started = performance.now()
  const total = scenarios.length
  const result = await sweepAll(scenarios, {
    engine,
    kinds,
    canRead,
    onScenario: (done, { failures }, id) => line.show({ done, total, failed: failures.length, id }),
  })
  line.clear()
  const seconds = (performance.now() - started) / 1_000
  const filed = writeFailures(result, join(out, 'sweep'), engine)
  invocation.out.write(
    json
      ? `${JSON.stringify(sweepFile(result, filed, { engine: engine.name, kinds }), undefined, 2)}\n`
      : sweepText(result, filed, { color, seconds, again: (file) => replayAgain(file, module) }),
  )
  return result.violations === 0 ? 0 : 1
}

function kindsOf(given: readonly string[] | undefined): readonly DeviationKind[] {
  if (given === undefined) return DEVIATION_KINDS
  const words = given.flatMap((text) => text.split(','))
  const unknown = words.find((word) => !DEVIATION_KINDS.some((kind) => kind === word))
  if (unknown !== undefined) {
    const near = didYouMean(unknown, DEVIATION_KINDS)
    throw usage(
      `Option "--kind" has no value "${unknown}"`,
      near ?? `Kinds are ${DEVIATION_KINDS.join(', ')}`,
    )
  }
  return DEVIATION_KINDS.filter((kind) => words.includes(kind))
}

/** Writes each failure to a file, where that is allowed. */
function writeFailures({ failures }: SweepResult, folder: string, engine: Engine): readonly FiledFailure[] {
  if (failures.length === 0 || !canWrite(folder)) {
    return failures.map((failure) => ({ failure, file: undefined }))
  }
  const used = new Map<string, number>()
  return failures.map((failure) => {
    const stem = stemOf(failure)
    const times = (used.get(stem) ?? 0) + 1
    used.set(stem, times)
    const file = join(folder, `${stem}${times === 1 ? '' : `-${times}`}.json`)
    const from = failure.named.position?.file
    const place = from === undefined ? undefined : relative(process.cwd(), from)
    writeOne(file, printFailure(failure, { engine: engine.name, file: place }))
    return { failure, file: relative(process.cwd(), file) }
  })
}

/** `conflicts-both-edited-1-crash`. */
function stemOf({ named, round, point }: SweepFailure): string {
  const id = named.id.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  return `${id}-${round}-${point.kind}`
}

function writeOne(path: string, content: string): void {
  try {
    makeFolder(dirname(path))
    writeFileSync(path, content)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CsclabError('file', `The failure cannot be written to "${path}": ${why}`, {
      hint: 'Name another folder with --out',
      cause,
    })
  }
}
