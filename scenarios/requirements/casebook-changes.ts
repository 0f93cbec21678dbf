/** Cases from the field about changing, deleting and creating items. */

import type { Requirement } from './requirement.ts'

/** Cases of changes, deletions and creations. */
export const CHANGE_CASES: readonly Requirement[] = [
  {
    id: 'F1',
    promise:
      "A file edited offline and synchronized both ways reaches the server, is dirty no longer, and has as its original the server's metadata after the write",
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F2',
    promise: 'A file edited on the server and synchronized both ways reaches the cache without a conflict',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F3',
    promise:
      'A file edited on both sides and synchronized both ways without a policy is in state 12: neither copy is touched, one record is made, and the item goes offline for reason 5',
    evidence: 'observed',
    source: 'Sync Center behaviour',
  },
  {
    id: 'F4',
    promise:
      'A recorded change on both sides is settled by a second call with KeepLocal: the conflict and its record are gone and the item is online',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F5',
    promise:
      'A file edited offline and deleted on the server is in state 15 after a two-way sync without a policy, and the local edit is kept',
    evidence: 'observed',
    source: 'RssBandit issue 1053',
  },
  {
    id: 'F6',
    promise:
      'For a file edited here and deleted there, KeepRemote deletes the local file, and KeepLatest restores it on the server even if the deletion came later',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F7',
    promise:
      'A file edited offline and renamed on the server is in state 15 under its old name, and the new name appears as a server-only file (state 30)',
    evidence: 'observed',
    source: 'RssBandit issue 1053',
  },
  {
    id: 'F8',
    promise: 'A file deleted offline and untouched on the server is deleted there by SyncOut',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F9',
    promise:
      'A file deleted offline and edited on the server is in state 36 after a two-way sync without a policy, and the server file survives',
    evidence: 'observed',
    source: 'Server 2003 user documentation',
  },
  {
    id: 'F10',
    promise:
      'For a file deleted here and edited there, KeepLatest deletes the server file when the deletion is later than its change time, and restores the local copy when it is earlier',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F11',
    promise:
      'When a file was deleted on both sides, a two-way sync removes its tombstone (the mark of the deletion) and reports no error 2',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F12',
    promise:
      'A file created offline, with nothing on the server, is created there by SyncOut and is no longer marked as created offline',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F13',
    promise:
      'A file created under one name offline and on the server is in state 9 after a two-way sync without a policy, with both contents intact',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F14',
    promise:
      'A file created under one name on both sides is still a conflict in state 9 when the bytes are identical',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F15',
    promise:
      'A file created and deleted again offline leaves no trace on the server and no event after SyncOut',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F16',
    promise:
      'When the server replaces a file by a directory, a two-way sync without a policy makes state 1, a conflict, even though the cached copy is clean',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F17',
    promise:
      'When the server replaces a file by a directory and the cached file is sparse, SyncIn makes the cache follow without a conflict',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F18',
    promise:
      'A file deleted on the server and clean in the cache leaves the cache under SyncIn, and nothing happens under SyncOut alone',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F19',
    promise:
      'A file edited offline keeps its edit under SyncIn alone: it stays dirty, and the server is unchanged',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F20',
    promise:
      'A file edited on the server keeps its old content in the cache under SyncOut alone; by the documents that copy can be read only online, but csclab leaves it readable offline',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F21',
    promise:
      'Folder deletion offline, at first not allowed and later switched on by a registry setting, makes SyncOut remove the server folder bottom-up',
    evidence: 'observed',
    source: 'KB942845',
  },
  {
    id: 'F22',
    promise:
      'When a folder is deleted offline while a new file is added to it on the server, a two-way sync keeps that file there and shows the folder locally again',
    evidence: 'observed',
    source: 'US patent 8,065,381',
  },
  {
    id: 'F23',
    promise:
      'When a folder is deleted on the server and one of its files edited offline, a two-way sync without a policy gives that file state 15, keeps the local folder and removes clean siblings',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F24',
    promise:
      'When a folder is deleted on the server and a file created in it offline, SyncOut creates the folder on the server again and then the file',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F25',
    promise:
      'Renaming a folder of many files offline makes SyncOut delete and create item by item; the server never sees a rename',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F26',
    promise:
      'Deleting a file offline while it is locked on the server gives 32, and the next run tries the deletion again instead of taking the file for new',
    evidence: 'observed',
    source: 'auto-sync issue 5',
  },
  {
    id: 'F27',
    promise:
      "When the server refuses a directory's listing with 5, SyncIn takes nothing below it for deleted",
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
]
