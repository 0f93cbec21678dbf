/** Draws scenarios without mistakes, with every verb and every field. */

import fc from 'fast-check'
import { checkShareName, upcase } from '../../../sim/mod.ts'
import { folder } from '../content.ts'
import { flawsIn } from '../flaw.ts'
import { STEP } from '../schema.ts'
import type { Scenario } from '../scenario.ts'
import type { Step } from '../steps.ts'
import { stepsOn } from './draw-steps.ts'
import { name, object, step, text, tree } from './draw-values.ts'

const shareStep: fc.Arbitrary<{ readonly path: string; readonly step: object }> = fc.tuple(
  fc.tuple(fc.constantFrom('hq', 'é x'), name.filter((drawn) => checkShareName(drawn) === 0)).map((
    [server, last],
  ) => `//${server}/${last}`),
  step('share', { tree: fc.oneof(tree, text.map(folder)) }, {
    pin: fc.constantFrom('user', 'none'),
    caching: fc.constantFrom('programs', 'none'),
  }),
).map(([path, drawn]) => ({ path, step: { ...drawn, path } }))

const profile = object({}, {
  caseSensitive: fc.boolean(),
  timeGranularity: fc.constantFrom(2, 1e-7, 0.015625),
  clockAhead: fc.constantFrom(0, -3600, 0.5),
  names: fc.constantFrom('windows', 'any'),
  streams: fc.boolean(),
  oplocks: fc.boolean(),
  storageBits: fc.subarray([
    'TEMPORARY',
    'SPARSE_FILE',
    'REPARSE_POINT',
    'COMPRESSED',
    'OFFLINE',
    'ENCRYPTED',
  ]),
  capacity: fc.constantFrom(0, 2 ** 40),
  credentials: fc.boolean(),
  clock: fc.constant('still'),
})

/** Scenarios that can be run, and printed and read again. */
export const scenarios: fc.Arbitrary<Scenario> = fc.uniqueArray(shareStep, {
  minLength: 1,
  maxLength: 3,
  selector: ({ path }) => upcase(path),
}).chain((shares) => {
  const servers = [...new Set(shares.map(({ path }) => path.split('/').slice(0, 3).join('/')))]
  const profiles = fc.tuple(
    ...servers.map((path) => fc.option(profile.map((drawn) => ({ do: 'server', path, ...drawn })))),
  )
  const named = fc.tuple(
    step('client', { name: fc.constant('tablet') }),
    step('user', { name: fc.constant('bob') }),
  )
  return fc.record({
    title: text,
    covers: fc.constant(['SYNC-33', 'P2.9']),
    tags: fc.array(text, { maxLength: 2 }),
    profiles,
    named,
    steps: stepsOn(shares.map(({ path }) => path)),
  }).map(({ title, covers, tags, ...parts }): Scenario => ({
    kind: 'scenario',
    title,
    covers,
    tags,
    steps: corrected([
      ...parts.profiles.filter((drawn) => drawn !== null),
      ...parts.named,
      ...shares.map((share) => share.step),
      ...parts.steps,
    ]),
    row: undefined,
  }))
})

/** Lets every round be one that has been, and every file that is closed be open. */
function corrected(steps: readonly object[]): readonly Step[] {
  let rounds = 0
  const files = new Files()
  return steps.flatMap((drawn) => {
    const value: unknown = 'round' in drawn ? { ...drawn, round: 1 + Number(drawn.round) % rounds } : drawn
    const given: unknown = files.correct(value)
    if (given === undefined) return []
    if (!isStep(given)) throw new Error(`No sound step was drawn: ${JSON.stringify(given)}`)
    if (given.do === 'sync') rounds++
    return [given]
  })
}

function isStep(value: unknown): value is Step {
  return typeof value === 'object' && flawsIn(STEP, value, 'step').length === 0
}

/** Names for open files. */
class Files {
  readonly #open: string[] = []
  #count = 0

  /** The step with a name that is right, or `undefined` when it would close what is not open. */
  correct(drawn: unknown): unknown {
    if (typeof drawn !== 'object' || drawn === null || !('do' in drawn)) return drawn
    if (drawn.do === 'open') {
      const as = `file${++this.#count}`
      if (!('fails' in drawn)) this.#open.push(as)
      return { ...drawn, as }
    }
    if (drawn.do === 'close') {
      const handle = this.#open.shift()
      return handle === undefined ? undefined : { ...drawn, handle }
    }
    if (!('during' in drawn) || !Array.isArray(drawn.during)) return drawn
    return { ...drawn, during: drawn.during.flatMap((part: unknown) => this.#correctPart(part)) }
  }

  #correctPart(part: unknown): readonly object[] {
    if (typeof part !== 'object' || part === null || !('steps' in part) || !Array.isArray(part.steps)) {
      return []
    }
    const steps = part.steps.map((inner: unknown) => this.correct(inner)).filter((inner) =>
      inner !== undefined
    )
    return steps.length === 0 ? [] : [{ ...part, steps }]
  }
}
