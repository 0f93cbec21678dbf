/** The built-in suite: one static index, so that it needs no file system to be found. */

import type { NamedScenario } from '../language/mod.ts'
import { nameAll, scenariosOf } from '../run/name.ts'
import * as automatic from './cache/automatic.ts'
import * as states from './cache/states.ts'
import * as stayingOffline from './cache/staying-offline.ts'
import * as calls from './calls/calls.ts'
import * as attributes from './changes/attributes.ts'
import * as newOnServer from './changes/new-on-server.ts'
import * as oneSide from './changes/one-side.ts'
import * as plainTrees from './changes/plain-trees.ts'
import * as attributesAndNames from './conflicts/attributes-and-names.ts'
import * as changeChange from './conflicts/change-change.ts'
import * as changeDelete from './conflicts/change-delete.ts'
import * as deletions from './directories/deletions.ts'
import * as restored from './directories/restored.ts'
import * as directions from './directions/directions.ts'
import * as faults from './faults/faults.ts'
import * as crashes from './interruptions/crashes.ts'
import * as recovery from './interruptions/recovery.ts'
import * as machines from './people/machines.ts'
import * as officeDay from './people/office-day.ts'
import * as progress from './progress/progress.ts'
import * as profiles from './servers/profiles.ts'
import * as installedPackage from './real/installed-package.ts'

/** Chapters, and the files they are made of. */
const CHAPTERS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  changes: [plainTrees, oneSide, attributes, newOnServer],
  directories: [deletions, restored],
  directions: [directions],
  conflicts: [changeChange, changeDelete, attributesAndNames],
  cache: [states, automatic, stayingOffline],
  calls: [calls],
  progress: [progress],
  interruptions: [crashes, recovery],
  faults: [faults],
  people: [machines, officeDay],
  servers: [profiles],
  real: [installedPackage],
}

/** All built-in scenarios, by chapter. */
export const SUITE: readonly NamedScenario[] = Object.entries(CHAPTERS).flatMap(([chapter, modules]) =>
  modules.flatMap((module) => nameAll(chapter, scenariosOf(module)))
)
