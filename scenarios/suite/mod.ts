/** The built-in suite: one static index, so that it needs no file system to be found. */

import type { NamedScenario } from '../language/mod.ts'
import { nameAll, scenariosOf } from '../run/name.ts'
import { withTiers } from './tiers.ts'
import * as automatic from './cache/automatic.ts'
import * as connection from './cache/connection.ts'
import * as filling from './cache/filling.ts'
import * as offlineUse from './cache/offline-use.ts'
import * as marks from './cache/marks.ts'
import * as pins from './cache/pins.ts'
import * as rareStates from './cache/rare-states.ts'
import * as states from './cache/states.ts'
import * as stayingOffline from './cache/staying-offline.ts'
import * as suspension from './cache/suspension.ts'
import * as unfilled from './cache/unfilled.ts'
import * as calls from './calls/calls.ts'
import * as casebookApplications from './casebook/applications.ts'
import * as casebookCache from './casebook/cache.ts'
import * as casebookChanges from './casebook/changes.ts'
import * as casebookErrors from './casebook/errors.ts'
import * as casebookMetadata from './casebook/metadata.ts'
import * as casebookNames from './casebook/names.ts'
import * as casebookPins from './casebook/pins.ts'
import * as outcomes from './calls/outcomes.ts'
import * as firstFault from './calls/first-fault.ts'
import * as attributes from './changes/attributes.ts'
import * as generations from './changes/generations.ts'
import * as kinds from './changes/kinds.ts'
import * as links from './changes/links.ts'
import * as newAndKnown from './changes/new-and-known.ts'
import * as linksAgain from './changes/links-again.ts'
import * as newOnServer from './changes/new-on-server.ts'
import * as nothingToDo from './changes/nothing-to-do.ts'
import * as oneSide from './changes/one-side.ts'
import * as plainTrees from './trees/two-trees.ts'
import * as whereLinksLead from './changes/where-links-lead.ts'
import * as tombstones from './changes/tombstones.ts'
import * as attributesAndNames from './conflicts/attributes-and-names.ts'
import * as changeChange from './conflicts/change-change.ts'
import * as changeDetails from './conflicts/change-details.ts'
import * as changeDelete from './conflicts/change-delete.ts'
import * as clashes from './conflicts/clashes.ts'
import * as declined from './conflicts/declined.ts'
import * as handlers from './conflicts/handlers.ts'
import * as keepAll from './conflicts/keep-all.ts'
import * as rareClashes from './conflicts/rare-clashes.ts'
import * as unfinishedChoices from './conflicts/unfinished-choices.ts'
import * as whoDecides from './conflicts/who-decides.ts'
import * as whoseRecord from './conflicts/whose-record.ts'
import * as deletions from './directories/deletions.ts'
import * as replaced from './directories/replaced.ts'
import * as merged from './directories/merged.ts'
import * as restored from './directories/restored.ts'
import * as unlisted from './directories/unlisted.ts'
import * as directions from './directions/directions.ts'
import * as noNewNames from './directions/no-new-names.ts'
import * as faults from './faults/faults.ts'
import * as flagsAlone from './flags/alone.ts'
import * as flagsAsking from './flags/asking.ts'
import * as flagsIgnored from './flags/ignored.ts'
import * as flagsNewItems from './flags/new-items.ts'
import * as flagsRefused from './flags/refused.ts'
import * as flagsValues from './flags/values.ts'
import * as heldBack from './directions/held-back.ts'
import * as codes from './faults/codes.ts'
import * as lostConnection from './faults/lost-connection.ts'
import * as movingFiles from './faults/moving-files.ts'
import * as badMoments from './interruptions/bad-moments.ts'
import * as crashes from './interruptions/crashes.ts'
import * as recovery from './interruptions/recovery.ts'
import * as severalShares from './many/several-shares.ts'
import * as overlappingPaths from './many/overlapping-paths.ts'
import * as users from './many/users.ts'
import * as clientsInTurn from './many/clients-in-turn.ts'
import * as deepFolders from './many/deep-folders.ts'
import * as namesAtLimits from './many/names-at-limits.ts'
import * as unicodeNames from './many/unicode-names.ts'
import * as thousandsOfNames from './many/thousands-of-names.ts'
import * as largeFiles from './many/large-files.ts'
import * as dayOnTheRoad from './many/day-on-the-road.ts'
import * as weekOfTwoMachines from './many/week-of-two-machines.ts'
import * as dayAtTheStudio from './many/day-at-the-studio.ts'
import * as background from './people/background.ts'
import * as machines from './people/machines.ts'
import * as officeDay from './people/office-day.ts'
import * as onePin from './people/one-pin.ts'
import * as openFiles from './people/open-files.ts'
import * as matrixReserved from './matrix/reserved.ts'
import * as matrixStates from './matrix/states.ts'
import * as forms from './names/forms.ts'
import * as lengths from './names/lengths.ts'
import * as letterCase from './names/letter-case.ts'
import * as asynchronous from './progress/asynchronous.ts'
import * as counting from './progress/counting.ts'
import * as events from './progress/events.ts'
import * as progress from './progress/progress.ts'
import * as progressWords from './progress/words.ts'
import * as reports from './progress/reports.ts'
import * as profiles from './servers/profiles.ts'
import * as treeFiles from './trees/files.ts'
import * as treeFolders from './trees/folders.ts'
import * as treeRounds from './trees/rounds.ts'
import * as installedPackage from './real/installed-package.ts'

/** Chapters, and the files they are made of. */
const CHAPTERS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  trees: [plainTrees, treeFiles, treeFolders, treeRounds],
  changes: [
    oneSide,
    nothingToDo,
    attributes,
    newOnServer,
    newAndKnown,
    tombstones,
    generations,
    kinds,
    links,
    whereLinksLead,
    linksAgain,
  ],
  directories: [deletions, restored, merged, replaced, unlisted],
  directions: [directions, noNewNames, heldBack],
  conflicts: [
    changeChange,
    changeDelete,
    attributesAndNames,
    changeDetails,
    clashes,
    rareClashes,
    whoDecides,
    handlers,
    declined,
    keepAll,
    whoseRecord,
    unfinishedChoices,
  ],
  cache: [
    states,
    marks,
    pins,
    automatic,
    connection,
    stayingOffline,
    filling,
    unfilled,
    offlineUse,
    suspension,
    rareStates,
  ],
  calls: [calls, outcomes, firstFault],
  flags: [flagsAlone, flagsNewItems, flagsIgnored, flagsAsking, flagsRefused, flagsValues],
  names: [letterCase, lengths, forms],
  matrix: [matrixReserved, matrixStates, matrixStates.STATES],
  progress: [progress, reports, counting, asynchronous, events, progressWords],
  interruptions: [crashes, recovery, badMoments],
  faults: [faults, codes, movingFiles, lostConnection],
  people: [machines, background, openFiles, onePin, officeDay],
  servers: [profiles],
  many: [
    severalShares,
    overlappingPaths,
    users,
    clientsInTurn,
    deepFolders,
    namesAtLimits,
    unicodeNames,
    thousandsOfNames,
    largeFiles,
    dayOnTheRoad,
    weekOfTwoMachines,
    dayAtTheStudio,
  ],
  real: [installedPackage],
  casebook: [
    casebookChanges,
    casebookApplications,
    casebookMetadata,
    casebookNames,
    casebookPins,
    casebookErrors,
    casebookCache,
  ],
}

/** All built-in scenarios, by chapter. */
export const SUITE: readonly NamedScenario[] = withTiers(
  Object.entries(CHAPTERS).flatMap(([chapter, modules]) =>
    modules.flatMap((module) => nameAll(chapter, scenariosOf(module)))
  ),
)
