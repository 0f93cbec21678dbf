/** The choices csclab makes on conflicts, their resolution and their records. */

import type { Requirement } from './requirement.ts'

/** Choices on resolving and recording conflicts. */
export const CONFLICT_CHOICES: readonly Requirement[] = [
  {
    id: 'P3.1',
    promise:
      'When both versions are kept, the local one moves to the new name on both sides, and the server version holds the old name on both',
    evidence: 'proposed',
    source: "csclab choice; the new name carries the local user's name",
  },
  {
    id: 'P3.2',
    promise:
      'A name for a conflict copy is free only when neither the cache nor the server has it, in any letter case',
    evidence: 'proposed',
    source: 'csclab choice; the copy lands in both places',
  },
  {
    id: 'P3.3',
    promise:
      'The extension of a conflict copy is the text after the last dot; a name without one gets no trailing dot, and a name that only begins with a dot has no extension',
    evidence: 'proposed',
    source: 'csclab choice; the documented example has a single dot',
  },
  {
    id: 'P3.4',
    promise:
      'A conflict-copy name that is too long fails the item with 206, one that is illegal or holds a separator with 123, a missing one with 87; both copies stay and the conflict is recorded',
    evidence: 'proposed',
    source: 'csclab choice; the handler broke its contract',
  },
  {
    id: 'P3.5',
    promise: 'KeepAllChanges, answered for a state that does not allow it, is treated as Log',
    evidence: 'proposed',
    source: 'csclab choice; the answer is documented for a list of states only',
  },
  {
    id: 'P3.6',
    promise:
      'When KeepAllChanges settles a clash of file and directory, the local object, be it a file or a whole tree, takes the new name',
    evidence: 'proposed',
    source: 'csclab choice; the rule for two files carried over',
  },
  {
    id: 'P3.7',
    promise: 'When KeepLatest finds equal change times, the server copy wins',
    evidence: 'proposed',
    source: 'csclab choice; other users already see that copy',
  },
  {
    id: 'P3.8',
    promise: 'KeepLatest settles a clash of file and directory by the change times of the two items',
    evidence: 'proposed',
    source: 'csclab choice; the rule for two files carried over',
  },
  {
    id: 'P3.9',
    promise:
      'KeepLocal against a server directory that is not empty removes it bottom-up, but fails with 145 when something in it is unknown to the cache',
    evidence: 'proposed',
    source: 'csclab choice; nothing allows deleting unseen data',
  },
  {
    id: 'P3.10',
    promise:
      'When KeepRemote would replace a local directory, its dirty descendants are resolved first, by the same policy',
    evidence: 'proposed',
    source: 'csclab choice; the descendants are conflicts of their own',
  },
  {
    id: 'P3.11',
    promise: 'The handler answer None counts as Log when nothing else in the system takes the conflict',
    evidence: 'proposed',
    source: 'csclab choice; backed by the default action of the COM method',
  },
  {
    id: 'P3.12',
    promise:
      'A conflict that is recorded or skipped gives the item result 0 and stays dirty; the record and its event carry the news',
    evidence: 'proposed',
    source: 'csclab choice; status lists keep conflicts apart from errors',
  },
  {
    id: 'P3.13',
    promise: 'The handler answer Abort ends the run as cancelled (1223)',
    evidence: 'proposed',
    source: 'csclab choice; the answer is documented to cancel the synchronization',
  },
  {
    id: 'P3.14',
    promise:
      'A later run that meets the same unresolved conflict updates its record, with the record-updated event, and never makes a second one',
    evidence: 'proposed',
    source: 'csclab choice; a record is keyed by its path',
  },
  {
    id: 'P3.15',
    promise:
      'When a conflict is resolved or vanishes, its record goes and the record-removed event is raised',
    evidence: 'proposed',
    source: 'csclab choice; backed by the event that exists for it',
  },
  {
    id: 'P3.16',
    promise:
      'A conflict that is skipped and not recorded leaves the item usable as before, since only a recorded conflict is shown as offline reason 5',
    evidence: 'proposed',
    source: 'csclab choice; the offline reason is tied to a record',
  },
]
