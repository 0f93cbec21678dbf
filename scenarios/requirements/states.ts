/** The sync states an item can be in, one id per state number. */

import type { Requirement } from './requirement.ts'

/** What each sync state means, STATE-0 to STATE-53. */
export const STATES: readonly Requirement[] = [
  {
    id: 'STATE-0',
    promise: 'Stable: the two copies agree and nothing is left to do',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-1',
    promise:
      'FileOnClient_DirOnServer: the cache has an unchanged file where the server has a directory, a conflict of kinds',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-2',
    promise:
      'FileOnClient_NoServerCopy: the cache has a file whose server copy was never known, and sync-out creates it on the server',
    evidence: 'proposed',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-3',
    promise:
      'DirOnClient_FileOnServer: the cache has a directory where the server has a file, a conflict of kinds',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-4',
    promise:
      'DirOnClient_FileChangedOnServer: the cache has a directory where the server has a file that was changed, a conflict of kinds',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-5',
    promise:
      'DirOnClient_NoServerCopy: the cache has a directory whose server copy was never known, and sync-out creates it on the server',
    evidence: 'proposed',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-6',
    promise:
      'FileCreatedOnClient_NoServerCopy: the file was created offline and the server has nothing there, so sync-out creates it unless new names are held back',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-7',
    promise:
      'FileCreatedOnClient_FileChangedOnServer: the file was created offline over a known name and the server has a changed file there, a conflict',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-8',
    promise:
      'FileCreatedOnClient_DirChangedOnServer: the file was created offline over a known name and the server has a changed directory there, a conflict of kinds',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-9',
    promise:
      'FileCreatedOnClient_FileOnServer: the file was created offline and the server has a file of the same name, a conflict',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-10',
    promise:
      'FileCreatedOnClient_DirOnServer: the file was created offline and the server has a directory of the same name, a conflict of kinds',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-11',
    promise:
      'FileCreatedOnClient_DeletedOnServer: the file was created offline over a known name that the server deleted, a conflict',
    evidence: 'proposed',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-12',
    promise:
      'FileChangedOnClient_ChangedOnServer: the file was changed on both sides since the last sync, the classic conflict',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-13',
    promise:
      'FileChangedOnClient_DirOnServer: the file was changed offline and the server has a directory there, a conflict of kinds',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-14',
    promise:
      'FileChangedOnClient_DirChangedOnServer: the file was changed offline and the server has a changed directory there, a conflict of kinds',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-15',
    promise:
      'FileChangedOnClient_DeletedOnServer: the file was changed offline and deleted on the server, a conflict',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-16',
    promise:
      'FileSparseOnClient_ChangedOnServer: the file is only partly cached and the server copy changed, so sync-in fetches the whole file again',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-17',
    promise:
      'FileSparseOnClient_DeletedOnServer: the file is only partly cached and was deleted on the server, so sync-in drops it from the cache',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-18',
    promise:
      'FileSparseOnClient_DirOnServer: the file is only partly cached and the server has a directory there, which sync-in takes over',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-19',
    promise:
      'FileSparseOnClient_DirChangedOnServer: the file is only partly cached and the server has a changed directory there, which sync-in takes over',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-20',
    promise:
      'DirCreatedOnClient_NoServerCopy: the directory was created offline and the server has nothing there, so sync-out creates it unless new names are held back',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-21',
    promise:
      'DirCreatedOnClient_DirOnServer: both sides made a directory of the same name, and the two are merged',
    evidence: 'proposed',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-22',
    promise:
      'DirCreatedOnClient_FileOnServer: the directory was created offline and the server has a file of the same name, a conflict of kinds',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-23',
    promise:
      'DirCreatedOnClient_FileChangedOnServer: the directory was created offline over a known name and the server has a changed file there, a conflict of kinds',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-24',
    promise:
      'DirCreatedOnClient_DirChangedOnServer: the directory was created offline over a known name and the server has a changed directory there, and the two are merged',
    evidence: 'proposed',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-25',
    promise:
      'DirCreatedOnClient_DeletedOnServer: the directory was created offline over a known name that the server deleted, and sync-out creates it on the server',
    evidence: 'proposed',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-26',
    promise:
      'DirChangedOnClient_FileOnServer: the directory was changed offline and the server has a file there, a conflict of kinds',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-27',
    promise:
      'DirChangedOnClient_FileChangedOnServer: the directory was changed offline and the server has a changed file there, a conflict of kinds',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-28',
    promise:
      'DirChangedOnClient_ChangedOnServer: the directory was changed on both sides since the last sync, a conflict',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-29',
    promise:
      'DirChangedOnClient_DeletedOnServer: the directory was changed offline and deleted on the server, a conflict',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-30',
    promise:
      'NoClientCopy_FileOnServer: the file exists only on the server and is fetched only when new files are pinned under a pinned parent',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-31',
    promise:
      'NoClientCopy_DirOnServer: the directory exists only on the server and is fetched only when new files are pinned under a pinned parent',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-32',
    promise:
      'NoClientCopy_FileChangedOnServer: the file exists only on the server, changed since it was last seen, and is fetched only when new files are pinned under a pinned parent',
    evidence: 'proposed',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-33',
    promise:
      'NoClientCopy_DirChangedOnServer: the directory exists only on the server, changed since it was last seen, and is fetched only when new files are pinned under a pinned parent',
    evidence: 'proposed',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-34',
    promise:
      'DeletedOnClient_FileOnServer: the file was deleted offline and is unchanged on the server, so sync-out deletes it there',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-35',
    promise:
      'DeletedOnClient_DirOnServer: the directory was deleted offline and is unchanged on the server, so sync-out deletes it there',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-36',
    promise:
      'DeletedOnClient_FileChangedOnServer: the file was deleted offline and changed on the server, a conflict',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-37',
    promise:
      'DeletedOnClient_DirChangedOnServer: the directory was deleted offline and changed on the server, a conflict',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-38',
    promise:
      'FileSparseOnClient: the file is only partly cached and unchanged on the server, and a fill completes it',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-39',
    promise: 'FileChangedOnClient: only the cached file was changed, so sync-out uploads it',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-40',
    promise:
      'FileRenamedOnClient: the state is reserved and never reported; a rename of a file in the cache comes out as a deletion plus a creation',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-41',
    promise: 'DirSparseOnClient: the directory is not fully listed in the cache, and a fill lists it again',
    evidence: 'proposed',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-42',
    promise: 'DirChangedOnClient: only the cached directory was changed, so sync-out pushes its attributes',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-43',
    promise:
      'DirRenamedOnClient: the state is reserved and never reported; a rename of a directory in the cache comes out as a deletion plus a creation',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-44',
    promise: 'FileChangedOnServer: only the server file was changed, so sync-in downloads it',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-45',
    promise:
      'FileRenamedOnServer: the state is reserved and never reported; a rename of a file on the server comes out as a deletion plus a creation',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-46',
    promise:
      'FileDeletedOnServer: the file was deleted on the server and is unchanged in the cache, so sync-in deletes the cached copy',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-47',
    promise:
      'DirChangedOnServer: only the server directory was changed, so sync-in takes over its attributes',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-48',
    promise:
      'DirRenamedOnServer: the state is reserved and never reported; a rename of a directory on the server comes out as a deletion plus a creation',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-49',
    promise:
      'DirDeletedOnServer: the directory was deleted on the server and is unchanged in the cache, so sync-in deletes the cached tree',
    evidence: 'documented',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-50',
    promise:
      'FileReplacedAndDeletedOnClient_FileOnServer: a file that had replaced an older item was deleted offline, and sync-out deletes the unchanged file that the server has there',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-51',
    promise:
      'FileReplacedAndDeletedOnClient_FileChangedOnServer: a file that had replaced an older item was deleted offline, and the server has a changed file there, a conflict',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-52',
    promise:
      'FileReplacedAndDeletedOnClient_DirOnServer: a file that had replaced an older item was deleted offline, and sync-out deletes the unchanged directory that the server has there',
    evidence: 'proposed',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
  {
    id: 'STATE-53',
    promise:
      'FileReplacedAndDeletedOnClient_DirChangedOnServer: a file that had replaced an older item was deleted offline, and the server has a changed directory there, a conflict',
    evidence: 'inferred',
    source: 'OFFLINEFILES_SYNC_STATE enumeration',
  },
]
