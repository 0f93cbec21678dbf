/** Tests that scenarios survive being printed: steps to TypeScript or JSON and back are the same steps. */

import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { scenario } from './builder.ts'
import { checkScenario } from './check.ts'
import { bytes, folder, holes, linkTo } from './content.ts'
import { parseScenarioJson } from './json.ts'
import { printJson } from './print-json.ts'
import { printTypeScript } from './print-typescript.ts'
import type { Scenario } from './scenario.ts'
import type { Step } from './steps.ts'
import { scenarios } from './testing/draw-scenarios.ts'
import { fieldsOf, VERB_NAMES } from './verbs.ts'
import { scenarioTexts } from './words.ts'

const SEED = { seed: 20100104, numRuns: 120 }

/** Words that a printed file may import. */
const WORDS = { scenario, bytes, folder, holes, linkTo }

/** Runs a printed file: what it imports is given, what it exports is collected. */
function evaluate(file: string): Readonly<Record<string, Scenario>> {
  const exported: Record<string, Scenario> = {}
  const [head = '', ...lines] = file.split('\n')
  const imported = /^import \{ (.*) \} from 'csclab'$/.exec(head)?.[1]?.split(', ') ?? []
  const words = Object.entries(WORDS).filter(([word]) => imported.includes(word))
  const body = lines.join('\n').replaceAll(/^export const (\w+) =/gm, 'exported.$1 =')
  // The printed text has no types, and running it without a file needs no permission to write.
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function('exported', ...words.map(([word]) => word), `'use strict'\n${body}`)(
    exported,
    ...words.map(([, value]) => value),
  )
  return exported
}

test('what is drawn has no mistakes, can be told, and holds every verb and every field', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(scenarios, (drawn) => {
      assert.equal(checkScenario(drawn), [])
      for (const told of scenarioTexts(drawn)) assert.not.match(told, /undefined|\[object/)
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
