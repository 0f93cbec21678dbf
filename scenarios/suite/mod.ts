/** The built-in suite: one static index, so that it needs no file system to be found. */

import type { NamedScenario } from '../language/mod.ts'
import { nameAll, scenariosOf } from '../run/name.ts'
import * as automatic from './cache/automatic.ts'
import * as connection from './cache/connection.ts'
import * as filling from './cache/filling.ts'
import * as states from './cache/states.ts'
import * as stayingOffline from './cache/staying-offline.ts'
import * as suspension from './cache/suspension.ts'
import * as unfilled from './cache/unfilled.ts'
import * as calls from './calls/calls.ts'
import * as firstFault from './calls/first-fault.ts'
import * as attributes from './changes/attributes.ts'
import * as generations from './changes/generations.ts'
import * as kinds from './changes/kinds.ts'
import * as links from './changes/links.ts'
import * as linksAgain from './changes/links-again.ts'
import * as newOnServer from './changes/new-on-server.ts'
import * as oneSide from './changes/one-side.ts'
import * as plainTrees from './changes/plain-trees.ts'
import * as tombstones from './changes/tombstones.ts'
import * as attributesAndNames from './conflicts/attributes-and-names.ts'
import * as changeChange from './conflicts/change-change.ts'
import * as changeDetails from './conflicts/change-details.ts'
import * as changeDelete from './conflicts/change-delete.ts'
import * as clashes from './conflicts/clashes.ts'
import * as handlers from './conflicts/handlers.ts'
import * as keepAll from './conflicts/keep-all.ts'
import * as unfinishedChoices from './conflicts/unfinished-choices.ts'
import * as whoDecides from './conflicts/who-decides.ts'
import * as whoseRecord from './conflicts/whose-record.ts'
import * as deletions from './directories/deletions.ts'
import * as merged from './directories/merged.ts'
import * as restored from './directories/restored.ts'
import * as unlisted from './directories/unlisted.ts'
import * as directions from './directions/directions.ts'
import * as heldBack from './directions/held-back.ts'
import * as codes from './faults/codes.ts'
import * as faults from './faults/faults.ts'
import * as lostConnection from './faults/lost-connection.ts'
import * as movingFiles from './faults/moving-files.ts'
import * as badMoments from './interruptions/bad-moments.ts'
import * as crashes from './interruptions/crashes.ts'
import * as recovery from './interruptions/recovery.ts'
import * as background from './people/background.ts'
import * as machines from './people/machines.ts'
import * as officeDay from './people/office-day.ts'
import * as openFiles from './people/open-files.ts'
import * as matrixReserved from './matrix/reserved.ts'
import * as matrixStates from './matrix/states.ts'
import * as forms from './names/forms.ts'
import * as lengths from './names/lengths.ts'
import * as letterCase from './names/letter-case.ts'
import * as asynchronous from './progress/asynchronous.ts'
import * as events from './progress/events.ts'
import * as progress from './progress/progress.ts'
import * as profiles from './servers/profiles.ts'
import * as installedPackage from './real/installed-package.ts'

/** Chapters, and the files they are made of. */
const CHAPTERS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  changes: [plainTrees, oneSide, attributes, newOnServer, links, linksAgain, generations, tombstones, kinds],
  directories: [deletions, restored, merged, unlisted],
  directions: [directions, heldBack],
  conflicts: [
    changeChange,
    changeDelete,
    attributesAndNames,
    clashes,
    handlers,
    keepAll,
    unfinishedChoices,
    changeDetails,
    whoDecides,
    whoseRecord,
  ],
  cache: [states, automatic, stayingOffline, filling, unfilled, suspension, connection],
  calls: [calls, firstFault],
  matrix: [matrixReserved, matrixStates, matrixStates.STATES],
  progress: [progress, asynchronous, events],
  interruptions: [crashes, recovery, badMoments],
  faults: [faults, codes, movingFiles, lostConnection],
  people: [machines, background, openFiles, officeDay],
  servers: [profiles],
  names: [letterCase, lengths, forms],
  real: [installedPackage],
}

/** All built-in scenarios, by chapter. */
export const SUITE: readonly NamedScenario[] = Object.entries(CHAPTERS).flatMap(([chapter, modules]) =>
  modules.flatMap((module) => nameAll(chapter, scenariosOf(module)))
)
