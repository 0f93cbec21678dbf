/** What a request costs on its way through the host: checks, address, effects, trace event. */

import { ask, Host, isFailure, type Session } from '../../sim/mod.ts'
import { type Benchmark, scaled } from './benchmark.ts'
import { pathOf, worldOf } from './forking.ts'
import type { Layout } from './layout.ts'
import { type Contender, race } from './race.ts'

const LAYOUT: Layout = { files: 1000, perDirectory: 100 }

/** Requests that change nothing, one after the other. */
export const host: Benchmark = {
  name: 'host',
  summary: 'A session asks a world of 1,000 files 10,000 times for the information of a file',
  gauges: [{ name: 'hostStat', unit: 'µs', what: 'one stat request, with its trace event' }],
  run: (lab) => {
    const world = worldOf(LAYOUT)
    const contender: Contender = {
      name: 'stat requests',
      run: () => {
        const told = new Host(world).run(stats(scaled(lab, 10_000)), { actor: 'engine', scope: 'round 1' })
        return told.ended === 'returned' ? told.value : { units: 0, bytes: 0 }
      },
    }
    const { stopwatch } = lab
    const told = race([contender], { stopwatch, rounds: scaled(lab, 10) })
    return { hostStat: told.times(contender) }
  },
}

function* stats(times: number): Session<{ readonly units: number; readonly bytes: number }> {
  let bytes = 0
  for (let index = 0; index < times; index++) {
    const path = `\\\\${pathOf(LAYOUT, index % LAYOUT.files).join('\\')}`
    const reply = yield* ask({ kind: 'stat', on: 'server', path })
    if (!isFailure(reply)) bytes += reply.info.size
  }
  return { units: times, bytes }
}
