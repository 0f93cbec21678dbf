/** The paths and names a step says. */

import type { Step, SyncStep } from './steps.ts'

/** Field names and list indexes that lead to a place in a step. */
export type PlaceInStep = readonly (string | number)[]

/** A path with the place where the step says it. */
export interface NamedPath {
  readonly path: string
  readonly at: PlaceInStep
}

/** What has a name of its own. */
export type NamedKind = 'share' | 'server' | 'client' | 'user'

/** A name with the place where the step says it. */
export interface Naming {
  readonly kind: NamedKind
  readonly name: string
  readonly at: PlaceInStep
}

/** A step that happens while a call is under way, with its place in the step that calls. */
interface InnerStep {
  readonly step: Step
  readonly at: PlaceInStep
}

/** Every path of an item that a step names, those of steps during a call included; not what it makes, nor raw paths. */
export function pathsOf(step: Step): readonly NamedPath[] {
  switch (step.do) {
    case 'sync':
      return pathsOfCall(step)
    case 'rename':
      return [{ path: step.path, at: ['path'] }, { path: step.to, at: ['to'] }]
    case 'expect-items':
      return step.paths.map((path, index) => ({ path, at: ['paths', index] }))
    case 'share':
    case 'server':
      return []
    default:
      return 'path' in step && step.path !== undefined ? [{ path: step.path, at: ['path'] }] : []
  }
}

/** Every share, server, client and user that a step names, those of steps during a call included; not what it makes. */
export function namesOf(step: Step): readonly Naming[] {
  const names: Naming[] = []
  const add = (kind: NamedKind, name: string | undefined): void => {
    if (name !== undefined) names.push({ kind, name, at: [kind] })
  }
  if (step.do === 'go-online' || step.do === 'go-offline' || step.do === 'slow') add('share', step.share)
  if ('server' in step) add('server', step.server)
  if ('client' in step) add('client', step.client)
  if ('user' in step) add('user', step.user)
  const inner = innerSteps(step).flatMap((part) => namesOf(part.step).map((naming) => within(part, naming)))
  return [...names, ...inner]
}

/** The steps that happen during a call, with their places. */
export function innerSteps(step: Step): readonly InnerStep[] {
  if (step.do !== 'sync') return []
  return (step.during ?? []).flatMap(({ steps }, index) =>
    steps.map((inner, number) => ({ step: inner, at: ['during', index, 'steps', number] }))
  )
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
  const { progress = [], handler = [], faults = [], during = [], crash } = step
  for (const [field, parts] of Object.entries({ progress, handler, faults, during })) {
    for (const [index, { path }] of parts.entries()) {
      if (path !== undefined) paths.push({ path, at: [field, index, 'path'] })
    }
  }
  if (crash?.path !== undefined) paths.push({ path: crash.path, at: ['crash', 'path'] })
  const inner = innerSteps(step).flatMap((part) => pathsOf(part.step).map((named) => within(part, named)))
  return [...paths, ...inner]
}

function within<T extends { readonly at: PlaceInStep }>({ at }: InnerStep, named: T): T {
  return { ...named, at: [...at, ...named.at] }
}
