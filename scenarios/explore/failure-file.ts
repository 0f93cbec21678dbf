/** A failure of a sweep as a file: everything that is needed to play exactly it again, and what was found. */

import { type ParseError, parseTree } from 'jsonc-parser'
import * as v from 'valibot'
import { CsclabError, type Position } from '../../sim/mod.ts'
import {
  type EditingStep,
  type NamedScenario,
  parseScenarioJson,
  printJson,
  type Scenario,
  type Step,
  type SyncStep,
} from '../language/mod.ts'
import type { Finding } from './finding.ts'
import { deviated, DEVIATION_KINDS, type DeviationKind } from './point.ts'
import type { SweepFailure } from './sweep.ts'

/** What the scenarios in a file are called: the call as it is, and as it goes otherwise. */
const NAMES = ['undisturbed', 'disturbed'] as const

/** A failure, read from its file. */
export interface StoredFailure {
  readonly engine: string
  /** The scenario up to its call, under the id it had. */
  readonly named: NamedScenario
  readonly index: number
  readonly round: number
  readonly kind: DeviationKind
  readonly address: string
  readonly words: string
  /** The step of the call with the deviation. */
  readonly disturbed: SyncStep
  readonly findings: readonly Finding[]
}

const text = v.string('must be a text')

const FINDING = v.strictObject({
  check: v.picklist(['engine', 'lost', 'half-written', 'records', 'finished', 'restless', 'end']),
  message: text,
  path: v.exactOptional(text),
  expected: v.exactOptional(text),
  actual: v.exactOptional(text),
  ids: v.array(text, 'must be a list of ids'),
})

const FAILURE = v.strictObject({
  schemaVersion: v.literal(1, 'must be 1'),
  is: v.literal('a failure of csclab sweep', 'must be "a failure of csclab sweep"'),
  engine: text,
  id: text,
  file: v.exactOptional(text),
  round: v.pipe(v.number('must be a number'), v.integer(), v.minValue(1, 'must be 1 or more')),
  kind: v.picklist(DEVIATION_KINDS, `must be one of ${DEVIATION_KINDS.join(', ')}`),
  address: text,
  words: text,
  found: v.array(FINDING, 'must be a list of findings'),
  scenarios: v.array(v.unknown(), 'must be a list of two scenarios'),
})

/**
 * The text of a failure's file.
 *
 * @param from The engine's name, and the file the scenario was read from: a share may take its tree from a folder beside it.
 */
export function printFailure(
  failure: SweepFailure,
  { engine, file }: { readonly engine: string; readonly file: string | undefined },
): string {
  const { named, index, step, round, point, findings } = failure
  const { scenario } = named
  const before = scenario.steps.slice(0, index)
  const as = (last: SyncStep): Scenario => ({ ...scenario, steps: [...before, last], row: undefined })
  const head = {
    schemaVersion: 1,
    is: 'a failure of csclab sweep',
    engine,
    id: named.id,
    ...(file === undefined ? {} : { file }),
    round,
    kind: point.kind,
    address: point.address,
    words: point.words,
    found: findings,
  }
  const scenarios = printJson([
    { name: NAMES[0], scenario: as(step) },
    { name: NAMES[1], scenario: as(disturbedStep(failure)) },
  ])
  const fields = JSON.stringify(head, undefined, 2).replace(/\n\}$/, '')
  return `${fields},${scenarios.replace(/^\{/, '')}`
}

/** The step with its deviation; an edit that is refused says so. */
function disturbedStep({ step, point, surprise }: SweepFailure): SyncStep {
  const { race, script } = point
  if (race === undefined || surprise === undefined) return deviated(step, script)
  const refused: EditingStep = { ...race.step, fails: surprise }
  return deviated(step, { during: [{ address: point.address, steps: [refused] }] })
}

/**
 * Reads the file of a failure.
 *
 * @throws {CsclabError} `file` where it is no such file, with the place.
 * @throws {ScenarioMistakes} for mistakes in the scenario it holds.
 */
export function parseFailure(source: string, file: string): StoredFailure {
  const errors: ParseError[] = []
  const root = parseTree(source, errors)
  const [error] = errors
  const place = (offset: number): Position => positionAt(source, offset, file)
  if (error !== undefined || root === undefined) {
    throw broken('The file is no JSON', place(error?.offset ?? 0))
  }
  const offsetOf = (field: unknown): number =>
    root.children?.find((child) => child.children?.[0]?.value === field)?.offset ?? root.offset
  const value: unknown = JSON.parse(source)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw broken('The file is no JSON object', place(0))
  }
  const parsed = v.safeParse(FAILURE, value)
  if (!parsed.success) {
    const [issue] = parsed.issues
    const path = issue.path?.map(({ key }) => String(key)) ?? []
    throw broken(`"${path.join('.')}" ${wordsOf(issue)}`, place(offsetOf(issue.path?.[0]?.key)))
  }
  const { output } = parsed
  const [calm, disturbed] = parseScenarioJson(scenariosAlone(source, offsetOf('scenarios')), file).scenarios
  const index = (calm?.scenario.steps.length ?? 0) - 1
  const step = disturbed?.scenario.steps[index]
  if (calm === undefined || step?.do !== 'sync' || !isSync(calm.scenario.steps[index])) {
    throw broken(
      `"scenarios" must hold "${NAMES[0]}" and "${NAMES[1]}", each ending with the same call`,
      place(offsetOf('scenarios')),
    )
  }
  const { engine, id, round, kind, address, words, found, file: from } = output
  const named: NamedScenario = {
    id,
    scenario: calm.scenario,
    position: from === undefined ? undefined : { file: from, line: 1 },
  }
  return { engine, named, index, round, kind, address, words, disturbed: step, findings: found }
}

function wordsOf({ type, expected, message }: v.BaseIssue<unknown>): string {
  if (type !== 'strict_object') return message
  return expected === 'never' ? 'is no field of such a file' : 'is missing'
}

function isSync(step: Step | undefined): boolean {
  return step?.do === 'sync'
}

/** The same text with nothing but its scenarios, each where it was: so that mistakes keep their places. */
function scenariosAlone(source: string, offset: number): string {
  const before = source.slice(0, offset).replaceAll(/[^\n]/g, ' ')
  return `{${before.slice(1)}${source.slice(offset)}`
}

function positionAt(source: string, offset: number, file: string): Position {
  const lines = source.slice(0, offset).split('\n')
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

function broken(message: string, position: Position): CsclabError {
  return new CsclabError('file', message, {
    position,
    hint: 'Files that csclab replay takes are written by csclab sweep',
  })
}
