/** A call entered in the middle goes on exactly as one that was played from its beginning. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEngine } from '../../engine/mod.ts'
import { SUITE } from '../suite/mod.ts'
import { playCalls } from './calls.ts'
import { type Course, courseOf, enter } from './course.ts'
import { play } from './play.ts'
import { deviated, DEVIATION_KINDS, type Point } from './point.ts'
import { pointsOf } from './points.ts'
import { WorldKeys } from './world-key.ts'

/** The courses of all calls of a scenario. */
async function coursesOf(id: string): Promise<readonly Course[]> {
  const named = SUITE.find((one) => one.id === id)
  if (named === undefined) throw new Error(`There is no scenario "${id}"`)
  const courses: Course[] = []
  const reason = await playCalls(named, { engine: createEngine() }, async (base, { step, index }) => {
    courses.push(await courseOf(base, step, index))
  })
  assert.is(reason, undefined)
  return courses
}

/** What a point leads to: the world, what the caller was told, what was returned. */
async function ending(course: Course, point: Point, keys: WorldKeys): Promise<unknown> {
  const { stage, made } = enter(course, point.moment)
  const { progress, returned, broke } = await play(stage, deviated(course.step, point.script), {
    round: course.round,
    made,
  })
  return { world: keys.of(stage.world), progress, returned, broke }
}

for (const id of ['trees/one-edit-each', 'progress/retried']) {
  test(`${id}: every ninth point is the same, entered at its moment or played from the beginning`, async () => {
    for (const course of await coursesOf(id)) {
      assert.ok(course.resumable)
      const keys = new WorldKeys(course.base.world.now)
      const points = pointsOf(course, DEVIATION_KINDS)
      assert.ok(points.length > 50)
      for (const point of points.filter((_, i) => i % 9 === 0)) {
        const whole = { ...course, resumable: false }
        assert.equal(
          await ending(course, point, keys),
          await ending(whole, point, keys),
          `${point.address}: ${point.words}`,
        )
      }
    }
  })
}

test('moments of one version leave the same world', async () => {
  const [course] = await coursesOf('trees/one-edit-each')
  if (course === undefined) throw new Error('No call')
  const keys = new WorldKeys(course.base.world.now)
  const versions = new Map<number, string>()
  for (const { version, stage } of course.moments) {
    const key = keys.of(stage.world)
    assert.is(versions.get(version) ?? key, key)
    versions.set(version, key)
  }
  assert.ok(versions.size > 5 && versions.size < course.moments.length)
})

test.run()
