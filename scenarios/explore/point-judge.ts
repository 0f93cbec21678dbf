/** Judges the points of one call; points that leave the same world are judged once. */

import { upcase } from '../../sim/mod.ts'
import type { ProgressRecord } from '../judge/mod.ts'
import { type Course, enter } from './course.ts'
import { unfinished } from './finished.ts'
import type { Finding } from './finding.ts'
import type { Goal } from './goal.ts'
import { type Judgement, judgeWorld } from './judge-world.ts'
import { play, type Played } from './play.ts'
import { deviated, type Point } from './point.ts'

/** What was found at a point. */
export interface PointJudgement {
  /** The key of the world it leaves. */
  readonly world: string
  readonly findings: readonly Finding[]
  /** Calls that the recovery took; none when there was none. */
  readonly syncs: number
  /** The code with which an edit of others was answered, when it was refused. */
  readonly surprise: number | undefined
}

/** What a point led to. */
interface Reached {
  readonly world: string
  /** `undefined` where the world is known already. */
  readonly played: Played | undefined
  readonly progress: readonly ProgressRecord[]
}

/** Judges points of one call. */
export class PointJudge {
  readonly #course: Course
  readonly #goal: Goal
  readonly #judged = new Map<string, Judgement>()
  /** By version of the moments, the world that is left when the engine is dropped then. */
  readonly #dropped = new Map<number, string>()

  constructor(course: Course, goal: Goal) {
    this.#course = course
    this.#goal = goal
  }

  /** Worlds that were judged. */
  get worlds(): number {
    return this.#judged.size
  }

  /** Plays a point and judges it. */
  async judge(point: Point): Promise<PointJudgement> {
    const { world, played, progress } = this.#known(point) ?? await this.#reach(point)
    if (played?.broke !== undefined) {
      const findings: readonly Finding[] = [{ check: 'engine', message: played.broke, ids: [] }]
      return { world, findings, syncs: 0, surprise: played.surprise }
    }
    const judgement = this.#judged.get(world) ?? await this.#judge(world, point, played)
    const findings = [
      ...judgement.findings,
      ...unfinished(this.#goal, { point, progress }, judgement),
    ]
    return { world, findings, syncs: judgement.syncs, surprise: played?.surprise }
  }

  async #judge(world: string, point: Point, played: Played | undefined): Promise<Judgement> {
    const { stage, surprise } = played ?? (await this.#reach(point)).played
    const judgement = await judgeWorld(this.#course, this.#goal, { point, stage, surprise })
    this.#judged.set(world, judgement)
    return judgement
  }

  /** A drop where another one has left the same world. */
  #known(point: Point): Reached | undefined {
    const version = this.#versionOf(point)
    const world = version === undefined ? undefined : this.#dropped.get(version)
    if (world === undefined) return undefined
    const { moments, played } = this.#course
    const { pending, reported } = moments[point.moment] ?? {}
    const told = point.after && pending?.request.kind === 'progress' ? 1 : 0
    return { world, played: undefined, progress: played.progress.slice(0, (reported ?? 0) + told) }
  }

  async #reach(point: Point): Promise<Reached & { readonly played: Played }> {
    const { step, round } = this.#course
    const { stage, made } = enter(this.#course, point.moment)
    const played = await play(stage, deviated(step, point.script), { round, made })
    const { race } = point
    // What others threw away may go, so a world they had a hand in is judged with that in mind.
    const hand = race === undefined ? '' : ` ${race.side} ${race.step.do} ${upcase(race.path)}`
    const world = `${this.#goal.memory.keys.of(stage.world)}${hand}`
    const version = this.#versionOf(point)
    if (version !== undefined) this.#dropped.set(version, world)
    return { world, played, progress: played.progress }
  }

  /** The version of the world in which the engine is dropped; after a request it is that of the next moment. */
  #versionOf({ kind, moment, after }: Point): number | undefined {
    return kind === 'crash' ? this.#course.moments[moment + (after ? 1 : 0)]?.version : undefined
  }
}
