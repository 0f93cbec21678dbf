/** What the pages state about suspended trees, sparse files and ghosts. */

import type { Requirement } from './requirement.ts'

/** Facts about suspended trees, D7.1 to D7.6. */
export const SUSPENSION_FACTS: readonly Requirement[] = [
  {
    id: 'D7.1',
    promise: 'Suspending a share or directory suspends everything in it, however deep',
    evidence: 'documented',
    source: 'SuspendRoot method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D7.2',
    promise:
      'A suspended item is worked on offline at all times and is left out of automatic synchronization',
    evidence: 'documented',
    source: 'SuspendRoot method of the Win32_OfflineFilesCache class; Win32_OfflineFilesSuspendInfo class',
  },
  {
    id: 'D7.3',
    promise: 'An explicit call synchronizes suspended items like others, unless it carries SkipSuspendedDirs',
    evidence: 'documented',
    source: 'SuspendRoot method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D7.4',
    promise:
      'The item that was suspended itself shows SuspendedRoot TRUE; one that lies in it shows Suspended TRUE and SuspendedRoot FALSE',
    evidence: 'documented',
    source: 'Win32_OfflineFilesSuspendInfo class',
  },
  {
    id: 'D7.5',
    promise: 'Only what is in the cache can be suspended, and no server',
    evidence: 'documented',
    source: 'SuspendRoot method of the Win32_OfflineFilesCache class; Win32_OfflineFilesSuspendInfo class',
  },
  {
    id: 'D7.6',
    promise: 'The reason that a suspended item gives for being offline is 6',
    evidence: 'documented',
    source: 'OFFLINEFILES_OFFLINE_REASON enumeration',
  },
]

/** Facts about sparse files and ghosts, D8.1 to D8.9. */
export const SPARSE_FACTS: readonly Requirement[] = [
  {
    id: 'D8.1',
    promise:
      'Of a sparse file the cache has an entry but not all of the content, so that it cannot be used offline',
    evidence: 'documented',
    source: 'Win32_OfflineFilesItem class',
  },
  {
    id: 'D8.2',
    promise:
      'Files become sparse by being cached automatically block by block, or by being pinned without being filled',
    evidence: 'documented',
    source: 'IOfflineFilesFileItem::IsSparse; Pin method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D8.3',
    promise: 'The service fills sparse files in the background, and does so often',
    evidence: 'documented',
    source: 'IOfflineFilesFileItem::IsSparse',
    unobservable: 'What the service does between calls is not simulated',
  },
  {
    id: 'D8.4',
    promise: 'FillSparse completes sparse files, and with it SyncIn and pinning with Fill',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D8.5',
    promise: 'To be sparse in the cache has nothing to do with the sparse attribute of NTFS',
    evidence: 'inferred',
    source: 'follows from what the property is documented to mean',
  },
  {
    id: 'D8.6',
    promise: 'Of a ghost only the name is cached: it can be seen offline, and its content cannot be had',
    evidence: 'documented',
    source: 'IOfflineFilesGhostInfo and the Offline Files filter flags',
  },
  {
    id: 'D8.7',
    promise:
      'A name is a ghost where the content of a pinned item was never synchronized, or was given up as stale on going offline, or where it stands beside pinned content to make the listing look complete',
    evidence: 'documented',
    source: 'IOfflineFilesGhostInfo and the Offline Files filter flags',
    unobservable:
      'The service that makes ghosts is not simulated: they come into a world as such, whatever their reason',
  },
  {
    id: 'D8.8',
    promise:
      'A cached file of which the server has a newer version is refused offline rather than shown as it was',
    evidence: 'observed',
    source: 'offline states as Explorer words them',
    unobservable: 'P15.14 outranks it: no mark says that a copy is old, and it stays readable',
  },
  {
    id: 'D8.9',
    promise: 'An upload may carry the changed blocks of a file alone, a download never',
    evidence: 'documented',
    source: 'feature texts of Windows Vista and Windows 7',
    unobservable: 'Which bytes travel shows in no outcome: what arrives is the whole new content either way',
  },
]
