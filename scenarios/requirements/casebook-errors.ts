/** Cases from the field about errors, cancelling and the cache. */

import type { Requirement } from './requirement.ts'

/** Cases of errors, cancelling and the cache. */
export const ERROR_CASES: readonly Requirement[] = [
  {
    id: 'F82',
    promise:
      'A folder without the right to list it gives 5 at every run until the rights or the cache entry change, and its siblings are fine',
    evidence: 'observed',
    source: 'user and administrator reports',
  },
  {
    id: 'F83',
    promise: 'Missing rights on the share root or a parent fail the whole path with 5 or 1326',
    evidence: 'observed',
    source: 'Microsoft support article on permissions for Offline Files',
  },
  {
    id: 'F84',
    promise: 'Dirty files of one user that are pushed when another logs on fail with 5 and stay dirty',
    evidence: 'observed',
    source: 'KB811660',
  },
  {
    id: 'F85',
    promise:
      'A file that user A cached is denied to user B offline, even with sufficient rights, unless B has opened it online before',
    evidence: 'observed',
    source: 'miqrogroove blog',
  },
  {
    id: 'F86',
    promise:
      'Cancelling after k of n items leaves k synchronized and the others untouched, with the code 0x800704C7 and End sent',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F87',
    promise:
      'A connection lost inside a transfer gives 64: the server shows the old content, the local file stays dirty, the rest of the share fails fast, and another share finishes',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F88',
    promise:
      'A full server gives 112, an exceeded quota 1295; the old server content stays intact and the local file dirty',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F89',
    promise:
      'At the cache limit automatically cached items are evicted first, and then each further item fails with 112 while existing copies are kept',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F90',
    promise:
      'A failed single file path makes its code the return value; with two paths the call returns 0 and the failure is in the ItemResult',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F91',
    promise:
      'A conflict policy whose value name is not a UNC path makes every sync report that the parameter is incorrect (87)',
    evidence: 'observed',
    source: 'KB2189014',
  },
  {
    id: 'F92',
    promise: 'The policy value 3 (keep both), which did not work before a hotfix, works',
    evidence: 'observed',
    source: 'KB2189014',
  },
  {
    id: 'F93',
    promise:
      'A damaged cache makes merging fail with 87 (parameter incorrect), re-initialising it loses unsynchronized edits, and a missing cache folder triggers a reset by itself',
    evidence: 'observed',
    source: 'KB230738 and KB230739',
  },
  {
    id: 'F94',
    promise: 'After a clean two-way run no item is left that only its Dirty property would reveal',
    evidence: 'observed',
    source: 'MiWorkspace note',
  },
  {
    id: 'F95',
    promise:
      'DeleteItems keeps a dirty file by default; with DelModified its cache copy goes and the server is untouched',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F96',
    promise:
      "DeleteItems with 0x80000002 (Admin and NoPinned) removes all users' clean, unpinned items, and the call fails for anyone but an administrator",
    evidence: 'observed',
    source: 'zoomik blog',
  },
  {
    id: 'F97',
    promise: 'Unpin accepts 0x1820, 0x1840 and 0x1880, which are Console, Interactive and one scope bit each',
    evidence: 'observed',
    source: 'deploywindows scripts',
  },
  {
    id: 'F98',
    promise:
      'A transition to slow link fails while a handle is open, logs event 1008 or 1009, and the state stays online',
    evidence: 'observed',
    source: 'events 1008 and 1009 of the Offline Files log',
  },
  {
    id: 'F99',
    promise: 'An unresolved conflict met by ten more runs still has one record, which is updated',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F100',
    promise: 'A path given twice along with its parent gives one pair of ItemBegin and ItemResult per item',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
]
