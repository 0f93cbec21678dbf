/** Paths as scenarios spell them, and as the world knows them. */

import { fromSlashes, type UncPath } from '../../sim/mod.ts'
import type { StepSide } from '../language/mod.ts'

/** A scenario's path as a UNC path. */
export function uncPath(path: string): UncPath {
  return fromSlashes(path)
}

/** The volume a scenario's side means. */
export function sideOf(side: StepSide): 'server' | 'cache' {
  return side === 'server' ? 'server' : 'cache'
}
