/** Scenarios as TypeScript: a whole file that builds the same steps again. */

import { checkScenario } from './check.ts'
import type { ParsedScenario } from './json.ts'
import { ScenarioMistakes } from './mistakes.ts'
import { Names } from './names.ts'
import { type PrintScope, WIDTH } from './print-scope.ts'
import { printStep } from './print-step.ts'
import { onlyShareOf } from './print-sync.ts'
import type { Scenario } from './scenario.ts'
import { shareAt } from './numbered-step.ts'
import { hasRawPath, innerSteps, namesOf, pathsOf } from './step-paths.ts'
import type { ContentSpec, Step, Verb } from './steps.ts'
import { isFolder, treeItems } from './tree-spec.ts'
import { literal, quote } from './typescript-literal.ts'

/** The word of the language for every verb that no handle says, in the order of the reference page. */
const WORDS: Readonly<Partial<Record<Verb, string>>> = {
  server: 'server',
  client: 'client',
  user: 'user',
  share: 'share',
  sync: 'sync',
  note: 'note',
  wait: 'wait',
  unreachable: 'unreachable',
  reachable: 'reachable',
  latency: 'latency',
  'set-clock': 'setClock',
  policy: 'policy',
  service: 'service',
  'limit-disk': 'limitDisk',
  'limit-user': 'limitUser',
  close: 'close',
  fault: 'fault',
  'clear-faults': 'clearFaults',
}

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
  const contents = steps.flatMap(contentsOf)
  const words = [
    ...(contents.some((content) => bytesIn(content).some(isRecipe)) ? ['bytes'] : []),
    ...(steps.some((step) => step.do === 'share' && isFolder(step.tree)) ? ['folder'] : []),
    ...(contents.some((content) => typeof content === 'object' && 'size' in content) ? ['holes'] : []),
    ...(contents.some((content) => typeof content === 'object' && 'link' in content) ? ['linkTo'] : []),
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
  const words = wordsOf(steps, scope)
  return [`export const ${name} = scenario({`, ...head, functionHead(words), ...body, '})', ''].join('\n')
}

function functionHead(words: readonly string[]): string {
  const line = `}, ({ ${words.join(', ')} }) => {`
  return line.length <= WIDTH ? line : `}, ({\n${words.map((word) => `  ${word},\n`).join('')}}) => {`
}

function constantOf(step: Step, scope: PrintScope, round: number): string {
  const name = step.do === 'share'
    ? scope.shares.get(step.path)
    : step.do === 'sync'
    ? scope.rounds.get(round)
    : step.do === 'open'
    ? scope.files.get(step.as)
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
  const named = steps.flatMap((step) => [
    ...pathsOf(step).map(({ path }) => path),
    ...namesOf(step).flatMap(({ kind, name }) => kind === 'share' ? [name] : []),
  ])
  const paths = steps.flatMap((step) => step.do === 'share' ? [step.path] : [])
    .filter((share) => named.some((path) => shareAt(path, [share]) !== undefined))
  const shares = new Map(
    paths.map((path) => [path, names.take(path.slice(path.lastIndexOf('/') + 1), 'share')]),
  )
  const calls = steps.flatMap((step) => step.do === 'sync' ? [onlyShareOf(step, paths)] : [])
  const roundShares = new Map(
    calls.flatMap((share, index) => share === undefined ? [] : [[index + 1, share] as const]),
  )
  return { shares, rounds, roundShares, files: filesOf(steps, names) }
}

/** Files that are opened in a statement of their own and closed: what is opened during a call has no constant. */
function filesOf(steps: readonly Step[], names: Names): ReadonlyMap<string, string> {
  const all = steps.flatMap(withInner)
  const closed = new Set(all.flatMap((step) => step.do === 'close' ? [step.handle] : []))
  const opened = steps.flatMap((step) => step.do === 'open' && closed.has(step.as) ? [step.as] : [])
  return new Map(opened.map((name) => [name, names.take(name, 'file')]))
}

function withInner(step: Step): readonly Step[] {
  return [step, ...innerSteps(step).map((inner) => inner.step)]
}

/** The words of the language that a scenario uses. */
function wordsOf(steps: readonly Step[], { files }: PrintScope): readonly string[] {
  const all = steps.flatMap(withInner)
  const used = new Set<string>(all.flatMap((step) => {
    const word = WORDS[step.do]
    if (word === undefined || step.do === 'close' && files.has(step.handle)) return []
    return [word]
  }))
  if (steps.some((step) => step.do === 'sync' && hasRawPath(step))) used.add('raw')
  return [...Object.values(WORDS), 'raw'].filter((word) => used.has(word))
}

/** The contents a step holds, those of steps during a call included. */
function contentsOf(step: Step): readonly ContentSpec[] {
  const own = 'content' in step && step.content !== undefined ? [step.content] : []
  const inTree = 'tree' in step && !isFolder(step.tree)
    ? treeItems(step.tree).flatMap(({ content }) => content === null ? [] : [content])
    : []
  return [...own, ...inTree, ...innerSteps(step).flatMap((inner) => contentsOf(inner.step))]
}

function bytesIn(content: ContentSpec): readonly ContentSpec[] {
  return typeof content === 'object' && 'parts' in content
    ? content.parts.map((part) => part.content)
    : [content]
}

function isRecipe(content: ContentSpec): boolean {
  return typeof content === 'object' && 'bytes' in content
}
