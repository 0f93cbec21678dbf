/** Cases from the field about applications and special kinds of files. */

import type { Requirement } from './requirement.ts'

/** Cases of applications and file types. */
export const APPLICATION_CASES: readonly Requirement[] = [
  {
    id: 'F28',
    promise:
      'Saving offline the Office way (write a temporary file, move the original aside, move the new one in, delete the old) makes SyncOut upload the original name once (state 39) and no temporary name',
    evidence: 'observed',
    source: 'user and administrator reports',
  },
  {
    id: 'F29',
    promise:
      'Temporary files that an application makes anew on both sides conflict at every sync until a policy for their path settles them',
    evidence: 'observed',
    source: 'stealthpuppy blog',
  },
  {
    id: 'F30',
    promise:
      'An owner file (~$) created and left behind offline is uploaded by SyncOut like any other file, and its later deletion follows',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F31',
    promise:
      'An excluded file type (such as *.pst or *.mdb) in a pinned folder is not cached under SyncIn with PinNewFiles, with a message that it cannot be made available offline; the other items go on',
    evidence: 'observed',
    source: 'Windows 2000 and XP reports',
  },
  {
    id: 'F32',
    promise:
      'Renaming a file offline to a type that policy excludes, such as a.txt to a.pst, is refused and logs event 2011',
    evidence: 'observed',
    source: 'event 2011 of the Offline Files log',
  },
  {
    id: 'F33',
    promise:
      'A file that another user has locked on the server gives 32 in a two-way sync; all others finish, and the next run succeeds',
    evidence: 'observed',
    source: 'Staying in sync with offline files how-to',
  },
  {
    id: 'F34',
    promise: 'With opportunistic locks disabled every file fails with 32, and none is corrupted',
    evidence: 'observed',
    source: 'KB296264',
  },
  {
    id: 'F35',
    promise:
      'A file held for a moment by a virus scanner or an indexer fails once with 32 or 225, and a Retry from the progress callback succeeds',
    evidence: 'observed',
    source: 'user and administrator reports',
  },
  {
    id: 'F36',
    promise:
      'With Background, an application that opens a file during its transfer wins: the item gets 32, and both copies are as before',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F37',
    promise:
      'Without Background, an application that opens a file during its transfer gets 32, and the item succeeds',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F38',
    promise:
      'A deduplication attribute copied from the server into the cache makes Office saves fail offline, so storage attributes must be ignored',
    evidence: 'observed',
    source: 'zoomik blog',
  },
  {
    id: 'F39',
    promise:
      'A snapshot folder exposed inside a share, such as ~snapshot, makes for a huge listing, on which the simulator must not hang',
    evidence: 'observed',
    source: 'NetApp field reports',
  },
  {
    id: 'F40',
    promise: 'A server file encrypted by another user gives 6002, and the other items go on',
    evidence: 'observed',
    source: 'user and administrator reports',
  },
  {
    id: 'F41',
    promise:
      'Of a server file with alternate data streams SyncIn caches only the unnamed stream, and an upload replaces only that one, in one step, without erasing the others',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
]
