/** Cases from the field about names and paths. */

import type { Requirement } from './requirement.ts'

/** Cases of names and paths. */
export const NAME_CASES: readonly Requirement[] = [
  {
    id: 'F56',
    promise:
      'After a rename in letter case only on the server, SyncIn keeps the entry under its new spelling, without a deletion and a creation',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F57',
    promise:
      'After a rename in letter case only offline, SyncOut changes the spelling on the server and nothing else',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F58',
    promise:
      'When a case-sensitive server holds both A.txt and a.txt, the first in ordinal order is used and the other reports 183',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F59',
    promise: 'One word spelled in composed (NFC) and in decomposed (NFD) form makes two different files',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F60',
    promise:
      'A server name with a trailing dot or space or a reserved device name gives its item 123, and the rest goes on',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F61',
    promise: 'A path beyond the length limit gives its item 206; the rest goes on and the run does not stop',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F62',
    promise:
      'One server under two names (\\\\srv, \\\\srv.dom or a DFS path) has two independent cache trees, and synchronizing one does nothing for the dirty files of the other',
    evidence: 'observed',
    source: 'uvm.edu notes',
  },
  {
    id: 'F63',
    promise:
      'When a redirected folder moved to another server, dirty files under the old path stay so until the path is renamed in the cache',
    evidence: 'observed',
    source: 'KB977229',
  },
  {
    id: 'F64',
    promise: 'A conflict-copy name that is taken on only one side makes the next number be tried',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F65',
    promise:
      'Conflict copies are named a.tar (Alice v1).gz for a.tar.gz, README (Alice v1) for README and .profile (Alice v1) for .profile',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F66',
    promise: 'A conflict-copy name that would exceed 255 units fails with 206, and the conflict stays',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
]
