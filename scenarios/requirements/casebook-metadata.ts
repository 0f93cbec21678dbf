/** Cases from the field about attributes, times and sizes. */

import type { Requirement } from './requirement.ts'

/** Cases of attributes, times and sizes. */
export const METADATA_CASES: readonly Requirement[] = [
  {
    id: 'F42',
    promise:
      'When only attributes changed on the server, SyncIn takes them over; the remote attributes and the remote time differ, because the change time moves too',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F43',
    promise:
      'When only attributes changed offline, SyncOut carries them to the server without sending the content again',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F44',
    promise:
      'A file made read-only offline whose content changed on the server is in state 12 after a two-way sync without a policy',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F45',
    promise:
      'A file that is read-only on the server and edited offline is uploaded by SyncOut if the user has rights, with the bit cleared for the write and then restored; otherwise it fails with 5',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F46',
    promise: 'A file that differs only in its last-access time is Stable',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F47',
    promise:
      'A server file with the same size and last-write time but another change time is in state 44, so copy tools that restore write times are still noticed',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F48',
    promise:
      'A file whose compared metadata are all equal while its bytes differ is Stable, since the documented comparison cannot see it',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F49',
    promise:
      'After a server migration without timestamps every file looks changed and dirty ones become conflicts; with all compared times kept, the change time included, files are Stable',
    evidence: 'observed',
    source: 'KB977229',
  },
  {
    id: 'F50',
    promise:
      'A server that rounds the last-write time to two seconds after an upload still leaves the file Stable in the next run, because the original is read back',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F51',
    promise:
      'With a wrong server clock KeepLatest compares the recorded times literally, and the wrong winner is correct behaviour',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F52',
    promise:
      'File times are UTC, so a change to or from daylight saving time between two runs makes no difference',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F53',
    promise:
      'A permission change on the server that moves only the change time gives state 44 and a harmless new download',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F54',
    promise:
      'A backup on the server that clears the archive bit of a file edited offline meanwhile gives state 12',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F55',
    promise: 'A file of more than 4 GiB keeps its exact size everywhere, for sizes are signed 64-bit numbers',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
]
