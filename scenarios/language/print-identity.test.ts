/** Tests that scenarios survive being printed: steps to TypeScript or JSON and back are the same steps. */

import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ATTRIBUTE_NAMES, formatTime, SYNC_STATES, upcase } from '../../sim/mod.ts'
import { scenario } from './builder.ts'
import { checkScenario } from './check.ts'
import { bytes, folder } from './content.ts'
import { parseScenarioJson } from './json.ts'
import { printJson } from './print-json.ts'
import { printTypeScript } from './print-typescript.ts'
import type { Scenario } from './scenario.ts'
import { flawsIn } from './flaw.ts'
import { STEP } from './schema.ts'
import type { ContentSpec, Step, SyncPath, TreeSpec } from './steps.ts'
import { fieldsOf, VERB_NAMES } from './verbs.ts'

type Field = fc.Arbitrary<unknown>

const SEED = { seed: 20100104, numRuns: 150 }

const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    "it's",
    '"quoted"',
    'back\\slash',
    '${x}',
    '`',
    'two\nlines',
    'e\u0301',
    '\u2028',
    '\ud800',
    '\u202egnp',
    '\0',
  ),
).filter((value) => /\S/.test(value))

/** Names of items and shares: anything without slashes, as ugly as can be. */
const name = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'plan.txt',
      'art',
      'docs',
      'docs2',
      'Docs 2',
      'const',
      'sync',
      'round1',
      '7',
      'é',
      '__proto__',
    ),
  },
  { weight: 1, arbitrary: text.filter((value) => !/[/\\]/.test(value)) },
)

const content: fc.Arbitrary<ContentSpec> = fc.oneof(
  fc.string({ maxLength: 20 }),
  text,
  fc.tuple(fc.nat(4096), fc.constantFrom(1, 2, 0xffff_ffff)).map(([size, seed]) => bytes(size, seed)),
  fc.constantFrom({ base64: 'AA==' }, { base64: '' }),
)

const { tree } = fc.letrec<{ tree: TreeSpec; node: ContentSpec | TreeSpec | null }>((tie) => ({
  tree: fc.uniqueArray(fc.tuple(name, fc.constantFrom('', '/below', '/a/b'), tie('node')), {
    selector: ([first]) => upcase(first),
    maxLength: 4,
  }).map((items) => Object.fromEntries(items.map(([first, rest, node]) => [first + rest, node]))),
  node: fc.oneof({ depthSize: 'small' }, content, fc.constant(null), tie('tree')),
}))

const code = fc.constantFrom(0, 5, 0xffff_ffff)
const time = fc.integer({ min: -1e12, max: 1e12 }).map(formatTime)
const state = fc.constantFrom(...SYNC_STATES)
const attributes = fc.subarray([...ATTRIBUTE_NAMES])
const pins = fc.subarray(['user', 'userPolicy', 'computer', 'redirection'])
const id = fc.constantFrom('SYNC-33', 'STATE-12', 'P2.9', 'F3')
const nth = fc.integer({ min: 1, max: 9 })

/** An object with some fields required and others as luck will have it. */
function fields(required: Record<string, Field>, optional: Record<string, Field>): Field {
  const all: Record<string, Field> = { ...required, ...optional, clock: fc.constant('still') }
  return fc.record(all, { requiredKeys: Object.keys(required), noNullPrototype: true })
}

/** Steps on these shares, the first a call; rounds are any number, to be corrected. */
function stepsOn(shares: readonly string[]): fc.Arbitrary<readonly unknown[]> {
  const share = fc.constantFrom(...shares)
  const below = fc.array(name, { maxLength: 2 })
  const path = fc.tuple(
    fc.oneof({ weight: 4, arbitrary: share }, { weight: 1, arbitrary: share.map(upcase) }),
    below,
  )
    .map(([start, names]) => [start, ...names].join('/'))
  const twoPaths = fc.tuple(share, below, below).map(([start, a, b]) => ({
    path: [start, ...a].join('/'),
    to: [start, ...b].join('/'),
  }))
  const server = share.map((whole) => whole.split('/').slice(0, 3).join('/'))
  const side = fc.constantFrom('server', 'local')
  const syncPath: fc.Arbitrary<SyncPath> = fc.oneof(
    path,
    path,
    share,
    fc.option(text).map((raw) => ({ raw })),
  )
  const edit = (
    verb: string,
    required: Record<string, Field> = {},
    optional: Record<string, Field> = {},
  ): Field =>
    fields({ do: fc.constant(verb), side, path, ...required }, { ...optional, fails: fc.constantFrom(5, 32) })
  const expect = (verb: string, required: Record<string, Field>): Field =>
    fields({ do: fc.constant(verb), ...required }, { because: id })
  const round = fc.nat(99)
  const progress = fc.record(
    {
      to: fc.constantFrom('begin', 'item-begin', 'item-result'),
      answer: fc.constantFrom('retry', 'abort'),
      path,
      nth,
    },
    { requiredKeys: ['to', 'answer'], noNullPrototype: true },
  )
  const crash = fc.record(
    {
      when: fc.constantFrom('before', 'after'),
      request: fc.constantFrom('commit', 'list'),
      path,
      operation: fc.constant('PIN'),
      nth,
    },
    { requiredKeys: ['when', 'request'], noNullPrototype: true },
  )
  const sync = fields({
    do: fc.constant('sync'),
    paths: fc.oneof(share.map((whole) => [whole]), fc.option(fc.array(syncPath, { maxLength: 3 }))),
    flags: fc.constantFrom('in | out', 'SYNCIN', '', 6, 0xffff_ffff),
  }, { user: text, progress: fc.array(progress, { maxLength: 2 }), cancelAfter: fc.nat(9), crash })
  const any = fc.oneof(
    edit('write', { content }),
    edit('append', { content }),
    edit('edit', { content, offset: fc.nat() }),
    edit('touch'),
    edit('mkdir'),
    fc.tuple(edit('rename'), twoPaths).map(([step, paths]) => Object.assign({}, step, paths)),
    edit('remove'),
    edit('set-attributes', {}, { set: attributes, clear: attributes }),
    edit('set-times', {}, { lastWrite: time, creation: time }),
    fields({ do: fc.constant('wait'), seconds: fc.constantFrom(0, 0.5, 60) }, {}),
    fields({ do: fc.constantFrom('unreachable', 'reachable'), server }, {}),
    fields({ do: fc.constant('note'), text }, {}),
    sync,
    expect('expect-return', { round, code }),
    expect('expect-conflict', { round, path, state }),
    expect('expect-no-conflicts', { round }),
    expect('expect-result', { round, path, code }),
    expect('expect-items', { round, paths: fc.array(path, { maxLength: 3 }) }),
    expect('expect-state', { round, path, state }),
    expect('expect-progress', { round, messages: fc.array(fc.string(), { maxLength: 3 }) }),
    expect('expect-crashed', { round }),
    expect('expect-holds', { side, path, content }),
    expect('expect-missing', { side, path }),
    expect('expect-directory', { side, path }),
    expect('expect-attributes', { side, path, attributes }),
    expect('expect-spelling', { side, path }),
    expect('expect-tree', { side, path, tree }),
    expect('expect-same', { path }),
    expect('expect-dirty', { path, dirty: fc.boolean() }),
    expect('expect-pinned', { path, pins }),
  )
  return fc.tuple(sync, fc.array(any, { minLength: 4, maxLength: 16 })).map((
    [first, others],
  ) => [first, ...others])
}

const shareStep = fields({
  do: fc.constant('share'),
  path: fc.tuple(fc.constantFrom('hq', 'é x'), name).map(([server, last]) => `//${server}/${last}`),
  tree: fc.oneof(tree, text.map(folder)),
}, { pin: fc.constantFrom('user', 'none'), caching: fc.constantFrom('programs', 'none') })
  .map((value) => {
    assert.ok(isStep(value) && value.do === 'share')
    return isStep(value) && value.do === 'share' ? [value] : []
  })

/** Scenarios without mistakes, with every verb and every field. */
const scenarios: fc.Arbitrary<Scenario> = fc.uniqueArray(shareStep, {
  minLength: 1,
  maxLength: 3,
  selector: ([step]) => upcase(step?.path ?? ''),
}).chain((made) => {
  const shares = made.flat()
  const steps = stepsOn(shares.map(({ path }) => path))
  return fc.record({
    title: text,
    covers: fc.constant(['SYNC-33', 'P2.9']),
    tags: fc.array(text, { maxLength: 2 }),
    steps,
  })
    .map((parts): Scenario => ({
      kind: 'scenario',
      ...parts,
      row: undefined,
      steps: [...shares, ...withRounds(parts.steps)],
    }))
})

function isStep(value: unknown): value is Step {
  return typeof value === 'object' && flawsIn(STEP, value, 'step').length === 0
}

/** Lets every round be one that has been. */
function withRounds(steps: readonly unknown[]): readonly Step[] {
  let rounds = 0
  return steps.map((value) => {
    const drawn = Object(value).round
    const step: unknown = drawn === undefined
      ? value
      : Object.assign({}, value, { round: 1 + drawn % rounds })
    if (!isStep(step)) throw new Error(`No sound step was drawn: ${JSON.stringify(step)}`)
    if (step.do === 'sync') rounds++
    return step
  })
}

/** Runs a printed file: what it imports is given, what it exports is collected. */
function evaluate(file: string): Readonly<Record<string, Scenario>> {
  const exported: Record<string, Scenario> = {}
  const body = file.replace(/^import \{.*\} from 'csclab'\n/, '').replaceAll(
    /^export const (\w+) =/gm,
    'exported.$1 =',
  )
  // The printed text has no types, and running it without a file needs no permission to write.
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function('exported', 'scenario', 'bytes', 'folder', `'use strict'\n${body}`)(
    exported,
    scenario,
    bytes,
    folder,
  )
  return exported
}

test('what is drawn has no mistakes, and holds every verb and every field', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(scenarios, (drawn) => {
      assert.equal(checkScenario(drawn), [])
      for (const step of drawn.steps) for (const field of Object.keys(step)) seen.add(`${step.do} ${field}`)
    }),
    SEED,
  )
  const all = VERB_NAMES.flatMap((verb) => fieldsOf(verb).map(([field]) => `${verb} ${field}`))
  assert.equal(all.filter((field) => !seen.has(field)), [])
})

test('steps → TypeScript → steps is the identity', () => {
  fc.assert(
    fc.property(scenarios, (drawn) => {
      const again = evaluate(printTypeScript([{ name: 'drawn', scenario: drawn }]))
      assert.equal(again, { drawn })
      assert.equal(
        again['drawn']?.steps.map(treeText),
        drawn.steps.map(treeText),
        'the order of names in trees stays',
      )
    }),
    SEED,
  )
})

test('steps → JSON → steps is the identity', () => {
  fc.assert(
    fc.property(scenarios, (drawn) => {
      const file = printJson([{ name: 'drawn', scenario: drawn }, {
        name: 'table[row]',
        scenario: { ...drawn, row: 'row' },
      }])
      const again = parseScenarioJson(file, 'drawn.json').scenarios
      assert.equal(again, [{ name: 'drawn', scenario: drawn }, {
        name: 'table[row]',
        scenario: { ...drawn, row: 'row' },
      }])
      assert.is(
        JSON.stringify(again[0]?.scenario.steps),
        JSON.stringify(drawn.steps),
        'the order of fields stays',
      )
    }),
    SEED,
  )
})

function treeText(step: Step): string {
  return JSON.stringify('tree' in step ? step.tree : null)
}

test.run()
