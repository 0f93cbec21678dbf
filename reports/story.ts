/** A scenario as a story: all that a reader may want to see of it, in words and plain data. */

import { formatFlags, formatTime, messageOf, stateName } from '../sim/mod.ts'
import {
  type ConflictRecord,
  type Evidence,
  type Failure,
  findRequirement,
  type ItemRecord,
  type ProgressRecord,
  type RoundRecord,
  type ScenarioResult,
  type StepRecord,
} from '../scenarios/mod.ts'
import { diffLines, diffWords, type LineDiff, type WordDiff } from './diff.ts'
import { type StoryFates, tellFates } from './story-fates.ts'
import { MAX_ROWS, type TreeTable, treeTable } from './story-trees.ts'
import { placeOf, rerunCommand } from './words.ts'

/** An id with what it promises; words that are no id have no promise. */
export interface Cited {
  readonly id: string
  readonly promise: string | undefined
  readonly evidence: Evidence | undefined
}

/** One thing that went wrong. */
export interface StoryFailure {
  readonly kind: Failure['kind']
  readonly message: string
  /**
   * From what was expected (removed) to what was found (added): words, or lines when either has more than one.
   * `undefined` unless both are known.
   */
  readonly difference: WordDiff | LineDiff | undefined
  readonly expected: string | undefined
  readonly actual: string | undefined
  /** `file:line`, or empty. */
  readonly place: string
  readonly round: number | undefined
  readonly path: string | undefined
  readonly ids: readonly Cited[]
  readonly hint: string | undefined
}

/** One step. */
export interface StoryStep {
  /** Counted from 1. */
  readonly number: number
  readonly text: string
  readonly ok: boolean
  /** The moment it began, UTC. */
  readonly at: string
  /** `file:line`, or empty. */
  readonly place: string
}

/** What became of one item. */
export interface StoryItem {
  readonly path: string
  /** `12 FileChangedOnClient_ChangedOnServer`, or empty when the engine does not speak in states. */
  readonly state: string
  readonly decision: string
  readonly because: readonly Cited[]
  readonly result: number | undefined
  /** The result's message text; empty for an item that was never reported. */
  readonly resultText: string
  /** What the oracle says; empty when it has no opinion. */
  readonly oracle: string
}

/** A conflict record that came, changed or went. */
export interface StoryConflict {
  readonly path: string
  readonly state: string
  readonly change: ConflictRecord['change']
}

/** One call of `Synchronize`. */
export interface StoryRound {
  readonly round: number
  /** The number of its step. */
  readonly step: number
  /** The client it was made on, by name where there are several. */
  readonly client: string
  readonly paths: readonly string[]
  readonly flags: string
  /** The flags as a hexadecimal number. */
  readonly flagsNumber: string
  /** How the call ended, in a sentence. */
  readonly ending: string
  readonly returned: number | undefined
  /** All, or, when they are too many, the first of those about which something is to be told. */
  readonly items: readonly StoryItem[]
  readonly totalItems: number
  readonly conflicts: readonly StoryConflict[]
  /** What became of what was written. */
  readonly fates: StoryFates
  /** The progress texts the caller got, the first 200; an answer other than `continue` stands behind an arrow. */
  readonly progress: readonly string[]
  readonly totalProgress: number
  /** How the user was asked for credentials, in order. */
  readonly prompts: readonly string[]
  readonly trees: TreeTable
  /** Number of trace events. */
  readonly events: number
}

/** The trees of a client beside the first. */
export interface OtherClient {
  readonly client: string
  readonly trees: TreeTable
}

/** The whole story. */
export interface Story {
  readonly id: string
  /** The part of the id before the first slash. */
  readonly chapter: string
  readonly title: string
  readonly verdict: ScenarioResult['verdict']
  /** Why it is unsupported, or empty. */
  readonly reason: string
  readonly place: string
  readonly tags: readonly string[]
  readonly covers: readonly Cited[]
  readonly failures: readonly StoryFailure[]
  readonly steps: readonly StoryStep[]
  readonly rounds: readonly StoryRound[]
  /** What became of writes since the last round. */
  readonly fates: StoryFates
  /** From the first moment to the last: the servers and the first client. */
  readonly trees: TreeTable
  /** Likewise, the servers and each other client. */
  readonly others: readonly OtherClient[]
  /** The command that runs it again. */
  readonly rerun: string
  readonly durationMs: number
}

/** How a story is made. */
export interface StoryOptions {
  /** What runs a scenario again when its id is put behind it. Default `csclab run`. */
  readonly command?: string
}

/**
 * Tells a scenario's result as a story: its steps, what every round did to every item, and the trees on both sides.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { storyOf } from 'csclab/reports'
 * import type { ScenarioResult } from 'csclab/scenarios'
 *
 * const trees = { server: new Map(), local: new Map() }
 * const result: ScenarioResult = {
 *   id: 'first/steps', title: 'Nothing happens', position: undefined, tags: [], covers: ['SYNC-05'], verdict: 'pass',
 *   reason: undefined, failures: [], steps: [], rounds: [], fates: [], first: trees, last: trees, others: new Map(),
 *   trace: [], traceHash: undefined, durationMs: 0,
 * }
 * const story = storyOf(result)
 * assert.equal(story.chapter, 'first')
 * assert.equal(story.rerun, 'csclab run "first/steps"')
 * assert.equal(story.covers[0]?.evidence, 'documented')
 * ```
 */
export function storyOf(result: ScenarioResult, options: StoryOptions = {}): Story {
  const { id, title, verdict, tags, durationMs } = result
  return {
    id,
    chapter: chapterOf(id),
    title,
    verdict,
    reason: result.reason ?? '',
    place: placeOf(result.position),
    tags,
    covers: result.covers.map(cite),
    failures: result.failures.map(tellFailure),
    steps: result.steps.map(tellStep),
    rounds: result.rounds.map((round) => tellRound(round, result.others.size > 0 ? round.client : 'client')),
    fates: tellFates(result.fates, 0),
    trees: treeTable(result.first, result.last),
    others: [...result.others].map(([client, local]) => ({
      client,
      // Every client starts as the first one does.
      trees: treeTable(result.first, { server: result.last.server, local }),
    })),
    rerun: rerunCommand(id, options.command),
    durationMs,
  }
}

/** The chapter of a scenario: the part of its id before the first slash. */
export function chapterOf(id: string): string {
  return id.split('/', 1)[0] ?? id
}

function cite(id: string): Cited {
  const requirement = findRequirement(id)
  return { id, promise: requirement?.promise, evidence: requirement?.evidence }
}

/** Tells a failure: one of a scenario, or one of the run as a whole. */
export function tellFailure(failure: Failure): StoryFailure {
  const { kind, message, expected, actual, round, path, hint } = failure
  const difference = expected === undefined || actual === undefined
    ? undefined
    : differenceOf(expected, actual)
  const place = placeOf(failure.position)
  return { kind, message, difference, expected, actual, place, round, path, ids: failure.ids.map(cite), hint }
}

function differenceOf(expected: string, actual: string): WordDiff | LineDiff {
  return `${expected}${actual}`.includes('\n') ? diffLines(expected, actual) : diffWords(expected, actual)
}

function tellStep(step: StepRecord): StoryStep {
  const { index, text, ok, at, position } = step
  return { number: index + 1, text, ok, at: formatTime(at), place: placeOf(position) }
}

function tellRound(round: RoundRecord, client: string): StoryRound {
  const [first, last] = round.events
  return {
    round: round.round,
    step: round.step + 1,
    client,
    paths: round.paths === null ? ['no array at all'] : round.paths.map((path) => path ?? 'null'),
    flags: formatFlags(round.flags),
    flagsNumber: `0x${round.flags.toString(16).padStart(8, '0')}`,
    ending: endingOf(round),
    returned: round.returned,
    items: itemsWorthTelling(round).map(tellItem),
    totalItems: round.items.length,
    conflicts: round.conflicts.map(({ path, state, change }) => ({ path, change, state: stateText(state) })),
    fates: tellFates(round.fates, round.otherFates),
    progress: round.progress.slice(0, MAX_ROWS).map(progressText),
    totalProgress: round.progress.length,
    prompts: round.prompts,
    trees: treeTable(round.before, round.after),
    events: Math.max(0, last - first + 1),
  }
}

function itemsWorthTelling({ items }: RoundRecord): readonly ItemRecord[] {
  if (items.length <= MAX_ROWS) return items
  return items.filter(({ decision, result }) => decision !== 'nothing' || result !== 0).slice(0, MAX_ROWS)
}

function endingOf(round: RoundRecord): string {
  const { returned, crashedAt, cancelled } = round
  if (returned === undefined) return `dropped${crashedAt === undefined ? '' : ` at ${crashedAt}`}`
  const code = `${returned}${returned > 0xffff ? ` (0x${returned.toString(16)})` : ''}`
  return `returned ${code}: ${messageOf(returned)}${cancelled ? ' The call was cancelled.' : ''}`
}

function tellItem(item: ItemRecord): StoryItem {
  const { path, state, decision, because, result, oracle } = item
  const resultText = result === undefined ? '' : messageOf(result)
  return { path, state: stateText(state), decision, because: because.map(cite), result, resultText, oracle }
}

function stateText(state: number | undefined): string {
  return state === undefined ? '' : `${state} ${stateName(state) ?? '(no such state)'}`
}

function progressText({ message, answer }: ProgressRecord): string {
  return answer === 'continue' ? message : `${message}  → ${answer}`
}
