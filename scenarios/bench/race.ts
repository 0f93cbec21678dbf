/**
 * Times several ways to do the same work in turns, in one process: what slows the machine slows all of them, so that
 * their ratio says more than any of their times.
 */

/** What a contender has seen when it is done: proof that it did the work, and that others did the same. */
export interface Seen {
  /** Units of work done: files walked, forks made, requests answered. */
  readonly units: number
  /** Bytes of the files among them. */
  readonly bytes: number
}

/** One way to do the work. */
export interface Contender {
  readonly name: string
  /** Does the work of one round. */
  readonly run: () => Seen
}

/** How a race is run. */
export interface RaceOptions {
  /** Milliseconds from any moment on. */
  readonly stopwatch: () => number
  /** Rounds that count. */
  readonly rounds: number
  /** Rounds before them that do not: code is compiled, caches fill. Default: a fifth of them. */
  readonly warmUp?: number
}

/**
 * Laps of a round. Everyone runs once a lap and the fastest lap is the round's: so no one pays for the garbage of those
 * who ran before, which is collected whenever the runtime likes, nor for what else happens on the machine.
 */
const LAPS = 5

/** The times of a race. */
export class Race {
  readonly #times: ReadonlyMap<Contender, readonly number[]>

  constructor(times: ReadonlyMap<Contender, readonly number[]>) {
    this.#times = times
  }

  /** Microseconds per unit, one value a round. */
  times(contender: Contender): readonly number[] {
    const times = this.#times.get(contender)
    if (times === undefined) throw new RangeError(`"${contender.name}" did not take part in the race`)
    return times
  }

  /** How many times as long as the baseline the subject took for a unit, one value a round. */
  ratios(subject: Contender, baseline: Contender): readonly number[] {
    const against = this.times(baseline)
    return this.times(subject).map((time, round) => time / (against[round] ?? NaN))
  }
}

/**
 * Runs contenders in turns, in another order every round.
 *
 * @throws {RangeError} if a contender did nothing, or other work than the first.
 */
export function race(contenders: readonly Contender[], options: RaceOptions): Race {
  const { stopwatch, rounds, warmUp = Math.ceil(rounds / 5) } = options
  const times = new Map(contenders.map((contender) => [contender, new Array<number>()]))
  const check = sameWork()
  let turn = 0
  for (let round = -warmUp; round < rounds; round++) {
    const fastest = new Map<Contender, number>()
    for (let lap = 0; lap < LAPS; lap++) {
      for (const contender of orderOf(contenders, turn++)) {
        const started = stopwatch()
        const seen = contender.run()
        const microseconds = (stopwatch() - started) * 1000
        check(contender, seen)
        fastest.set(contender, Math.min(fastest.get(contender) ?? Infinity, microseconds / seen.units))
      }
    }
    if (round >= 0) { for (const [contender, time] of fastest) times.get(contender)?.push(time) }
  }
  return new Race(times)
}

/** Nobody may be fast by doing less than the first one did. */
function sameWork(): (contender: Contender, seen: Seen) => void {
  let expected: number | undefined
  return (contender, { units, bytes }) => {
    expected ??= bytes / units
    if (units > 0 && bytes / units === expected) return
    throw new RangeError(
      `"${contender.name}" did other work than the first: ${units} units of ${bytes} bytes`,
    )
  }
}

/** A B, B A, B A, A B …: everyone runs first, last and after everyone else equally often. */
function orderOf(contenders: readonly Contender[], turn: number): readonly Contender[] {
  const first = Math.floor(turn / 2) % Math.max(1, contenders.length)
  const rotated = [...contenders.slice(first), ...contenders.slice(0, first)]
  return turn % 2 === 0 ? rotated : rotated.reverse()
}
