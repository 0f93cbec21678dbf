/** Calls of `Synchronize` as the TypeScript that says them. */

import { call, options, printPath, type PrintScope } from './print-scope.ts'
import { shortenPath } from './resolve-path.ts'
import type { SyncPath, SyncStep } from './steps.ts'
import { literal } from './typescript-literal.ts'

/** The share a call is given when it is given that and nothing else. */
export function onlyShareOf(step: SyncStep, shares: Iterable<string>): string | undefined {
  const [first, ...others] = step.paths ?? []
  return typeof first === 'string' && others.length === 0 && [...shares].includes(first) ? first : undefined
}

/** A call as an expression. */
export function printSync(step: SyncStep, scope: PrintScope): string {
  const share = onlyShareOf(step, scope.shares.keys())
  const shorten = <T extends { readonly path?: string }>(part: T): T =>
    part.path === undefined ? part : { ...part, path: shortenPath(part.path, share) }
  const { progress, crash } = step
  const short = {
    ...step,
    ...(progress === undefined ? {} : { progress: progress.map(shorten) }),
    ...(crash === undefined ? {} : { crash: shorten(crash) }),
  }
  const given = options(short, ['user', 'progress', 'cancelAfter', 'crash', 'clock'])
  return call('sync', printTargets(step.paths, scope), literal(step.flags), given)
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
