/** Calls of `Synchronize` as the TypeScript that says them. */

import {
  block,
  call,
  INDENT,
  options,
  printedFields,
  printPath,
  type PrintScope,
  WIDTH,
} from './print-scope.ts'
import { PLACE } from './print-world.ts'
import { shortenPath } from './resolve-path.ts'
import type { MeanwhileSpec, MeanwhileStep, SyncPath, SyncStep } from './steps.ts'
import { listLiteral, literal } from './typescript-literal.ts'

const OPTIONS = [
  'client',
  'user',
  'progress',
  'handler',
  'credentials',
  'cancelAfter',
  'faults',
  'during',
  'crash',
  'clock',
]

/** The share a call is given when it is given that and nothing else. */
export function onlyShareOf(step: SyncStep, shares: Iterable<string>): string | undefined {
  const [first, ...others] = step.paths ?? []
  return typeof first === 'string' && others.length === 0 && [...shares].includes(first) ? first : undefined
}

/** A call as an expression, on one line if it is short; `printInner` prints what happens during it. */
export function printSync(
  step: SyncStep,
  scope: PrintScope,
  printInner: (step: MeanwhileStep) => string,
): string {
  const share = onlyShareOf(step, scope.shares.keys())
  const shorten = <T extends { readonly path?: string }>(part: T): T =>
    part.path === undefined ? part : { ...part, path: shortenPath(part.path, share) }
  const { progress, handler, faults, during, crash } = step
  const printed = {
    ...(progress === undefined ? {} : { progress: printList(progress.map(shorten)) }),
    ...(handler === undefined ? {} : { handler: printList(handler.map(shorten)) }),
    ...(faults === undefined ? {} : { faults: printList(faults.map(shorten)) }),
    ...(during === undefined
      ? {}
      : { during: `[${during.map((part) => printMeanwhile(shorten(part), printInner)).join(', ')}]` }),
    ...(crash === undefined ? {} : { crash: literal(shorten(crash)) }),
  }
  const start = ['sync', printTargets(step.paths, scope), literal(step.flags)] as const
  const fields = printedFields(step, OPTIONS, printed)
  const line = call(...start, options(step, OPTIONS, printed))
  const short = fields.length === 0 || !line.includes('\n') && INDENT.length + line.length <= WIDTH
  return short ? line : call(...start, block(fields, INDENT))
}

function printList(parts: readonly object[]): string {
  return listLiteral(parts.map(literal), INDENT.repeat(2))
}

function printMeanwhile(part: MeanwhileSpec, printInner: (step: MeanwhileStep) => string): string {
  const statements = part.steps.map((step) => `\n${INDENT.repeat(4)}${printInner(step)}`).join('')
  const steps = `() => {${statements}\n${INDENT.repeat(3)}}`
  return block(printedFields(part, [...PLACE, 'steps'], { steps }), INDENT.repeat(2))
}

function printTargets(paths: readonly SyncPath[] | null, scope: PrintScope): string {
  if (paths === null) return 'null'
  const targets = paths.map((path) => printTarget(path, scope))
  return targets.length === 1 ? targets.join() : `[${targets.join(', ')}]`
}

function printTarget(path: SyncPath, scope: PrintScope): string {
  if (typeof path !== 'string') return call('raw', literal(path.raw))
  return scope.shares.get(path) ?? printPath(path, scope)
}
