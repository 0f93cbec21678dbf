/** Judges the world that a deviation leaves: at once, and once it has been recovered. */

import { CsclabError, isWithin, nameOf, upcase } from '../../sim/mod.ts'
import type { Trees } from '../judge/mod.ts'
import { contentOf } from '../language/mod.ts'
import type { Stage } from '../run/parts.ts'
import type { Course } from './course.ts'
import { endDifferences, inconsistencies } from './ends.ts'
import type { Finding } from './finding.ts'
import { changedSince, copiesBelow, type Goal, outdatedCopies } from './goal.ts'
import { digestOf, lostContents } from './lost-contents.ts'
import { judgeByOracle } from './oracle-end.ts'
import { type Point, type Race, RACE_CONTENT } from './point.ts'
import { recover, type Recovery, RECOVERY_LIMIT, viewsOf } from './recover.ts'

/** What was found of a world. */
export interface Judgement {
  readonly findings: readonly Finding[]
  /** The trees right after the deviation. */
  readonly trees: Trees
  /** Calls that the recovery took. */
  readonly syncs: number
  /** Folded paths of what the first call of the recovery reported. */
  readonly reported: ReadonlySet<string>
}

/** A deviation and the world it has left. */
export interface Left {
  readonly point: Point
  /** Used up by judging. */
  readonly stage: Stage
  /** The code with which the edit of others was answered, when it was refused. */
  readonly surprise: number | undefined
}

/** Judges a world. */
export async function judgeWorld(course: Course, goal: Goal, left: Left): Promise<Judgement> {
  const { step, round, base } = course
  const { stage } = left
  const now = stage.trees(step.client)
  const atOnce = [
    ...lost(course, goal, { left, after: now }).map((words) =>
      finding('lost', `Right after it, ${words}`, left)
    ),
    ...halfWritten(course, goal, left),
    ...await unreadable(stage, step.client),
  ]
  const recovery = await recover(stage, { step, round, like: base, memory: goal.memory })
  const later = await afterwards(course, goal, { left, recovery })
  return { findings: [...atOnce, ...later], trees: now, syncs: recovery.syncs, reported: recovery.reported }
}

interface Recovered {
  readonly left: Left
  readonly recovery: Recovery
}

async function afterwards(
  course: Course,
  goal: Goal,
  { left, recovery }: Recovered,
): Promise<readonly Finding[]> {
  if (recovery.broke !== undefined) {
    return [{ check: 'engine', message: `In a call after it: ${recovery.broke}`, ids: [] }]
  }
  const but = left.point.race?.touched ?? []
  const differences = endDifferences(recovery, goal.end, { since: goal.since, but })
  return [
    ...restless(goal, recovery),
    ...lost(course, goal, { left, after: recovery.trees }).map((words) =>
      finding('lost', `After ${moreCalls(recovery)}, ${words}`, left)
    ),
    ...recordsLeft(goal, { left, recovery }),
    ...differences.length === 0 ? [] : await otherEnd(course, { left, recovery }, differences),
  ]
}

/** Another end will do if the oracle allows every step of the way there. */
async function otherEnd(
  course: Course,
  { left, recovery }: Recovered,
  differences: readonly string[],
): Promise<readonly Finding[]> {
  const objections = await judgeByOracle(course, left.point, recovery.syncs)
  if (objections.length === 0) return []
  const [first] = objections
  return [{
    check: 'end',
    message: `The end is another than without it, and the oracle does not allow it: ${first?.message ?? ''}`,
    ...(first?.path === undefined ? {} : { path: first.path }),
    expected: objections.map(({ message, expected = '' }) =>
      `${message}${expected === '' ? '' : ` (${expected})`}`
    )
      .join('\n'),
    actual: differences.join('\n'),
    ids: [...new Set(objections.flatMap(({ ids }) => ids))],
  }]
}

function restless(goal: Goal, recovery: Recovery): readonly Finding[] {
  if (recovery.quiet || !goal.end.quiet) return []
  return [{
    check: 'restless',
    message: `${RECOVERY_LIMIT} more calls do not come to rest: each of them still changes something`,
    ids: ['P2.14'],
  }]
}

/**
 * What must still be there, in words where it is not. When others have a hand in it, copies of what they change may go with it;
 * and where a policy decides between their work and another's, nothing is asked.
 */
function lost(
  course: Course,
  goal: Goal,
  { left: { point: { race }, surprise }, after }: { readonly left: Left; readonly after: Trees },
): readonly string[] {
  if (race !== undefined && goal.decides) return []
  const copies = new Set(race?.touched.flatMap((path) => [...copiesBelow(course, goal, path)]))
  const outdated = outdatedCopies(course, goal)
  const mayGo = (digest: string): boolean =>
    !goal.kept.has(digest) || race?.discarded.has(digest) === true || copies.has(digest) ||
    outdated.has(digest)
  const gone = lostContents(goal.before, after, mayGo).map(({ path, side, size, digest }) =>
    `the ${size} bytes of "${path}" on the ${side} side before the call (SHA-256 ${
      digest.slice(0, 12)
    }…) are on neither side`
  )
  return [...gone, ...race === undefined || surprise !== undefined ? [] : lostByRace(race, after)]
}

/** What somebody wrote during the call stays. */
function lostByRace({ step, side, path }: Race, after: Trees): readonly string[] {
  if (step.do !== 'write') return []
  const written = digestOf(contentOf(RACE_CONTENT[side]))
  const isThere = [after.server, after.local].some((tree) =>
    [...tree.values()].some(({ content }) => content?.digest() === written)
  )
  return isThere
    ? []
    : [`what was written into "${path}" on the ${side} side during the call is on neither side`]
}

/** Every file holds something that somebody wrote, under a name that somebody gave it. */
function halfWritten({ base, step }: Course, goal: Goal, { stage }: Left): readonly Finding[] {
  const others = writtenByOthers(base, stage)
  const after = stage.trees(step.client)
  return changedSince(goal, after).flatMap(({ key, side, entry: { path, content } }) => {
    const isKnown = content === undefined || goal.known.has(content.digest()) ||
      others.contents.has(content.digest())
    const isNamed = goal.names.has(key) || others.paths.some((other) => isNamedBy(key, upcase(other)))
    if (isKnown && isNamed) return []
    const what = isKnown
      ? 'has a name that nobody gave it'
      : `holds ${content.size} bytes that no copy held before`
    return [{
      check: 'half-written' as const,
      message: `Right after it, "${path}" on the ${side} side ${what}`,
      path,
      ids: ['P2.20'],
    }]
  })
}

/** A name somebody gave, or what is in a directory of that name; such a directory may itself have moved by now. */
function isNamedBy(key: string, other: string): boolean {
  return isWithin(key, other) || nameOf(key) === nameOf(other)
}

interface Written {
  readonly contents: ReadonlySet<string>
  readonly paths: readonly string[]
}

function writtenByOthers(base: Stage, { host }: Stage): Written {
  const contents = new Set<string>()
  const paths: string[] = []
  for (const { actor, effects } of host.trace.slice(base.host.trace.length)) {
    if (actor === 'engine') continue
    for (const effect of effects) {
      if (effect.effect === 'record') continue
      paths.push(effect.effect === 'move' ? effect.to : effect.path)
      if (effect.effect === 'put' && effect.content !== undefined) contents.add(effect.content.digest())
    }
  }
  return { contents, paths }
}

/** The engine can tell of its items right away. */
async function unreadable(stage: Stage, client: string | undefined): Promise<readonly Finding[]> {
  try {
    await viewsOf(stage, client)
    return []
  } catch (error) {
    if (!(error instanceof CsclabError)) throw error
    return [{ check: 'records', message: `Right after it, inspect breaks: ${error.message}`, ids: [] }]
  }
}

/** What the engine says of its items at the end fits what is there, as far as it ever does. */
function recordsLeft(goal: Goal, { left, recovery }: Recovered): readonly Finding[] {
  return [...inconsistencies(recovery)].flatMap(([key, words]) =>
    goal.inconsistent.has(key) || !goal.covers(key)
      ? []
      : [finding('records', `After ${moreCalls(recovery)}, ${words}`, left)]
  )
}

function finding(check: Finding['check'], message: string, { point }: Left): Finding {
  return { check, message, ids: point.race === undefined ? [] : ['P9.4'] }
}

function moreCalls({ syncs }: Recovery): string {
  return syncs === 1 ? '1 more call' : `${syncs} more calls`
}
