/** The paths a step names. */

import type { Step, SyncStep } from './steps.ts'

/** A path with the place where the step says it. */
export interface NamedPath {
  readonly path: string
  readonly at: readonly (string | number)[]
}

/** Every path of an item that a step names; not the share that a `share` makes, nor raw paths. */
export function pathsOf(step: Step): readonly NamedPath[] {
  if (step.do === 'sync') return pathsOfCall(step)
  if (step.do === 'rename') return [{ path: step.path, at: ['path'] }, { path: step.to, at: ['to'] }]
  if (step.do === 'expect-items') return step.paths.map((path, index) => ({ path, at: ['paths', index] }))
  return 'path' in step && step.do !== 'share' ? [{ path: step.path, at: ['path'] }] : []
}

/** True when a call is given something untouched, so that it may be about anything. */
export function hasRawPath(step: SyncStep): boolean {
  return step.paths?.some((path) => typeof path !== 'string') ?? false
}

function pathsOfCall(step: SyncStep): readonly NamedPath[] {
  const paths: NamedPath[] = []
  for (const [index, path] of (step.paths ?? []).entries()) {
    if (typeof path === 'string') paths.push({ path, at: ['paths', index] })
  }
  for (const [index, { path }] of (step.progress ?? []).entries()) {
    if (path !== undefined) paths.push({ path, at: ['progress', index, 'path'] })
  }
  if (step.crash?.path !== undefined) paths.push({ path: step.crash.path, at: ['crash', 'path'] })
  return paths
}
