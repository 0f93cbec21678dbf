/** Steps in plain English, for stories. */

import { formatFlags, fromSlashes, messageOf, partsOf } from '../../sim/mod.ts'
import { describeContent } from './content.ts'
import { parseSyncFlags, unknownFlag } from './flags.ts'
import type { Scenario } from './scenario.ts'
import { isEditing, isExpectation } from './step-kinds.ts'
import type { EditingStep, ShareStep, Step, SyncStep } from './steps.ts'
import { isFolder, treeItems } from './tree-spec.ts'
import { counted, type PathText, treeText } from './word-parts.ts'
import { expectationText } from './words-expect.ts'

/** What a step does not know of itself. */
export interface StepTextOptions {
  /** The number of the call that a `sync` makes. */
  readonly round?: number
  /** Write paths whole, for scenarios with several shares; else without server and share. */
  readonly whole?: boolean
}

/**
 * A step in plain English.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { stepText } from 'csclab/scenarios'
 *
 * assert.equal(
 *   stepText({ do: 'write', side: 'server', path: '//hq/docs/plan.txt', content: 'edited at the office' }),
 *   'server: write plan.txt = "edited at the office"',
 * )
 * assert.equal(
 *   stepText({ do: 'sync', paths: ['//hq/docs'], flags: 'in | out' }, { round: 1 }),
 *   'round 1: Synchronize //hq/docs with in | out',
 * )
 * ```
 */
export function stepText(step: Step, { round, whole = false }: StepTextOptions = {}): string {
  const name = whole ? (path: string): string => path : nameBelowShare
  const text = bareText(step, name)
  const prefix = step.do === 'sync' && round !== undefined ? `round ${round}: ` : ''
  return `${prefix}${text}${step.clock === 'still' ? ', with the clock standing still' : ''}`
}

/**
 * All steps of a scenario in plain English, calls with their numbers, paths whole when there are several shares.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { scenario, scenarioTexts } from 'csclab/scenarios'
 *
 * const nothing = scenario({ title: 'Nothing to do', covers: ['SYNC-02'] }, ({ share, sync }) => {
 *   sync(share('//hq/docs', { 'plan.txt': 'first draft' }), 'in | out').returns(0)
 * })
 * assert.deepEqual(scenarioTexts(nothing), [
 *   'share //hq/docs with 1 file',
 *   'round 1: Synchronize //hq/docs with in | out',
 *   'expect: round 1 returns 0',
 * ])
 * ```
 */
export function scenarioTexts({ steps }: Pick<Scenario, 'steps'>): readonly string[] {
  const whole = steps.filter((step) => step.do === 'share').length > 1
  let round = 0
  return steps.map((step) => stepText(step, step.do === 'sync' ? { whole, round: ++round } : { whole }))
}

function nameBelowShare(path: string): string {
  const [server, share, ...names] = partsOf(fromSlashes(path))
  return names.length === 0 ? `//${server}/${share}` : names.join('/')
}

function bareText(step: Step, name: PathText): string {
  if (isEditing(step)) return `${step.side}: ${editText(step, name)}${refusalText(step.fails)}`
  if (isExpectation(step)) {
    return `expect: ${expectationText(step, name)}${step.because === undefined ? '' : ` [${step.because}]`}`
  }
  switch (step.do) {
    case 'share':
      return shareText(step)
    case 'wait':
      return `wait ${counted(step.seconds, 'second')}`
    case 'unreachable':
      return `${step.server} cannot be reached`
    case 'reachable':
      return `${step.server} can be reached again`
    case 'note':
      return `note: ${step.text}`
    case 'sync':
      return callText(step, name)
  }
}

function shareText({ path, tree, pin = 'none', caching }: ShareStep): string {
  const pinned = pin === 'none' ? '' : `, pinned for ${pin}`
  const cached = caching === undefined ? '' : `, caching ${caching}`
  const from = isFolder(tree) ? `from the folder ${tree.folder}` : `with ${treeText(treeItems(tree))}`
  return `share ${path} ${from}${pinned}${cached}`
}

function editText(step: EditingStep, name: PathText): string {
  const path = name(step.path)
  switch (step.do) {
    case 'write':
      return `write ${path} = ${describeContent(step.content)}`
    case 'append':
      return `append ${describeContent(step.content)} to ${path}`
    case 'edit':
      return `overwrite ${path} from byte ${step.offset} with ${describeContent(step.content)}`
    case 'touch':
      return `touch ${path}`
    case 'mkdir':
      return `make the directory ${path}`
    case 'rename':
      return `rename ${path} to ${name(step.to)}`
    case 'remove':
      return `remove ${path}`
    case 'set-attributes':
      return `${changes([['set', step.set?.join(' ')], ['clear', step.clear?.join(' ')]])} of ${path}`
    case 'set-times':
      return `${
        changes([['set last write to', step.lastWrite], ['set creation to', step.creation]])
      } of ${path}`
  }
}

function changes(given: readonly (readonly [what: string, value: string | undefined])[]): string {
  const said = given.flatMap(([what, value]) =>
    value === undefined || value === '' ? [] : [`${what} ${value}`]
  )
  return said.length === 0 ? 'change nothing' : said.join(' and ')
}

function refusalText(code: number | undefined): string {
  return code === undefined ? '' : `, refused with ${code} (${messageOf(code)})`
}

function callText(
  { paths, flags, user, progress = [], cancelAfter, crash }: SyncStep,
  name: PathText,
): string {
  const targets = paths?.map((path) => typeof path === 'string' ? path : `raw ${JSON.stringify(path.raw)}`)
  const what = targets === undefined ? 'without paths' : targets.join(', ') || 'an empty list'
  const readable = typeof flags === 'number' || unknownFlag(flags) === undefined
  const words = readable ? formatFlags(parseSyncFlags(flags)) : flags
  const details = [
    ...(user === undefined ? [] : [`as ${user}`]),
    ...progress.map(({ to, path, nth, answer }) =>
      `the sink answers ${answer} to ${to}${onItem(path, name)}${onlyNth(nth)}`
    ),
    ...(cancelAfter === undefined ? [] : [`cancelled after ${counted(cancelAfter, 'item')}`]),
    ...(crash === undefined ? [] : [
      `the engine is dropped ${crash.when} ${crash.request} number ${crash.nth ?? 1}` +
      `${onItem(crash.path, name)}${crash.operation === undefined ? '' : ` during ${crash.operation}`}`,
    ]),
  ]
  return [`Synchronize ${what} with ${words}`, ...details].join(', ')
}

function onItem(path: string | undefined, name: PathText): string {
  return path === undefined ? '' : ` of ${name(path)}`
}

function onlyNth(nth: number | undefined): string {
  return nth === undefined ? '' : `, only time ${nth}`
}
