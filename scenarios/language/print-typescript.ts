/** Scenarios as TypeScript: a whole file that builds the same steps again. */

import { checkScenario } from './check.ts'
import type { ParsedScenario } from './json.ts'
import { ScenarioMistakes } from './mistakes.ts'
import { Names } from './names.ts'
import type { PrintScope } from './print-scope.ts'
import { printStep } from './print-step.ts'
import { onlyShareOf } from './print-sync.ts'
import type { Scenario } from './scenario.ts'
import { shareAt } from './relations.ts'
import { hasRawPath, pathsOf } from './step-paths.ts'
import type { Step } from './steps.ts'
import { isFolder } from './tree-spec.ts'
import { literal, quote } from './typescript-literal.ts'

/**
 * A file of scenarios in TypeScript. Run, it yields exactly the same heads and steps; a row of a parameter table becomes a
 * scenario of its own.
 *
 * @throws {ScenarioMistakes} if a scenario has mistakes: not everything can be said in TypeScript that can be said wrong.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { printTypeScript, scenario } from 'csclab/scenarios'
 *
 * const nothing = scenario({ title: 'Nothing to do', covers: ['SYNC-02'] }, ({ share, sync }) => {
 *   sync(share('//hq/docs', { 'plan.txt': 'first draft' }), 'in | out').returns(0)
 * })
 * const text = printTypeScript([{ name: 'nothing-to-do', scenario: nothing }])
 * assert.ok(text.includes("const round = sync(docs, 'in | out')"))
 * ```
 */
export function printTypeScript(entries: readonly ParsedScenario[]): string {
  const mistakes = entries.flatMap(({ scenario }) => checkScenario(scenario))
  if (mistakes.length > 0) throw new ScenarioMistakes(mistakes)
  const names = new Names()
  const scenarios = entries.map(({ name, scenario }) => printScenario(names.take(name, 'scenario'), scenario))
  const steps = entries.flatMap(({ scenario }) => scenario.steps)
  const words = [
    ...(steps.some(holdsRecipe) ? ['bytes'] : []),
    ...(steps.some((step) => step.do === 'share' && isFolder(step.tree)) ? ['folder'] : []),
    'scenario',
  ]
  return [`import { ${words.join(', ')} } from 'csclab'\n`, ...scenarios].join('\n')
}

function printScenario(name: string, { title, covers, tags, steps }: Scenario): string {
  const scope = scopeOf(steps)
  const head = [
    `  title: ${quote(title)},`,
    `  covers: ${literal(covers)},`,
    ...(tags.length === 0 ? [] : [`  tags: ${literal(tags)},`]),
  ]
  let round = 0
  const body = steps.flatMap((step, index) => {
    if (step.do === 'sync') round++
    const statement = `  ${constantOf(step, scope, round)}${printStep(step, scope)}`
    return step.do === 'sync' && index > 0 ? ['', statement] : [statement]
  })
  const words = wordsOf(steps).join(', ')
  return [`export const ${name} = scenario({`, ...head, `}, ({ ${words} }) => {`, ...body, '})', ''].join(
    '\n',
  )
}

function constantOf(step: Step, scope: PrintScope, round: number): string {
  const name = step.do === 'share'
    ? scope.shares.get(step.path)
    : step.do === 'sync'
    ? scope.rounds.get(round)
    : undefined
  return name === undefined ? '' : `const ${name} = `
}

function scopeOf(steps: readonly Step[]): PrintScope {
  const expected = new Set(steps.flatMap((step) => 'round' in step ? [step.round] : []))
  const rounds = new Map(
    [...expected].map((round) => [round, expected.size === 1 ? 'round' : `round${round}`]),
  )
  const names = new Names(rounds.values())
  // A share that nothing is said of needs no name.
  const named = steps.flatMap(pathsOf).map(({ path }) => path)
  const paths = steps.flatMap((step) => step.do === 'share' ? [step.path] : [])
    .filter((share) => named.some((path) => shareAt(path, [share]) !== undefined))
  const shares = new Map(
    paths.map((path) => [path, names.take(path.slice(path.lastIndexOf('/') + 1), 'share')]),
  )
  const calls = steps.flatMap((step) => step.do === 'sync' ? [onlyShareOf(step, paths)] : [])
  const roundShares = new Map(
    calls.flatMap((share, index) => share === undefined ? [] : [[index + 1, share] as const]),
  )
  return { shares, rounds, roundShares }
}

/** The words of the language that a scenario uses. */
function wordsOf(steps: readonly Step[]): readonly string[] {
  const used = new Set<string>(steps.map((step) => step.do))
  if (steps.some((step) => step.do === 'sync' && hasRawPath(step))) used.add('raw')
  return ['share', 'sync', 'note', 'wait', 'unreachable', 'reachable', 'raw'].filter((word) => used.has(word))
}

function holdsRecipe(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'bytes' in value && typeof value.bytes === 'number' || Object.values(value).some(holdsRecipe)
}
