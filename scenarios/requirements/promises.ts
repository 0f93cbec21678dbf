/** The promises that the page of the Synchronize method makes, one id each. */

import type { Requirement } from './requirement.ts'

/** What the documentation of the Synchronize method promises, SYNC-01 to SYNC-44. */
export const PROMISES: readonly Requirement[] = [
  {
    id: 'SYNC-01',
    promise:
      'A call to Synchronize passes a list of files and directories, each named by its fully qualified UNC path, plus 32 bits of flags, and gets back an unsigned 32-bit number',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-02',
    promise:
      'A call brings both the files and the directories of the cache into line with their copies on the server',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-03',
    promise:
      'FillSparse (0x1) on its own walks through the local copies and completes every sparse file it meets, so that the file is sparse no longer',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-04',
    promise:
      'A sparse file, whose content is only partly cached, cannot be used offline; once it is filled, it can',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-05',
    promise: 'SyncIn (0x2) carries changes made on the server into the cache',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-06',
    promise: 'Setting SyncIn switches FillSparse on as well, even when the caller left that bit out',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-07',
    promise: 'SyncOut (0x4) carries changes made in the cache to the server',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-08',
    promise:
      'SyncIn without SyncOut never writes to the server, and SyncOut without SyncIn never alters the content held in the cache',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-09',
    promise:
      'PinNewFiles (0x8) pins, and thereby caches, each file found newly on the server in a pinned directory',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-10',
    promise: 'PinNewFiles has no effect when SyncIn is not set',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-11',
    promise: 'A new server file whose directory is not pinned stays unpinned',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-12',
    promise: 'PinLinkTargets (0x10) counts only together with PinNewFiles',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-13',
    promise: 'Without PinLinkTargets, pinning a LNK file leaves the file it points to unpinned',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-14',
    promise: 'With PinLinkTargets, pinning a LNK file also pins its target when that target is a file',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-15',
    promise: 'A directory that a LNK file points to is never pinned because of the link',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-16',
    promise:
      'PinForUser (0x20) counts only together with PinNewFiles and pins for the user who makes the call',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-17',
    promise:
      'A pin is never private: what is pinned for one user of a machine is pinned for all of its users',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-18',
    promise: "Who may open a pinned file depends on that user's own access rights as worked out while online",
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-19',
    promise:
      'PinForUser_Policy (0x40) counts only together with PinNewFiles and makes a pin that the user cannot change',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-20',
    promise: 'PinForAll (0x80) counts only together with PinNewFiles and pins for every user of the machine',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-21',
    promise: 'LowPriority (0x200) is reserved, so setting it makes no difference',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-22',
    promise:
      'Without AsyncProgress (0x400) every piece of progress is reported in step with the operation it tells of',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-23',
    promise: 'With AsyncProgress (0x400) progress is reported independently of the pace of the operations',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-24',
    promise:
      'Interactive (0x800) permits user interface such as a credential prompt; without it none is shown',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-25',
    promise: 'Console (0x1000) sends all interaction with the user to the console',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-26',
    promise: 'SkipSuspendedDirs (0x2000) leaves suspended directory trees out of the synchronization',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-27',
    promise: 'Without SkipSuspendedDirs an explicit call synchronizes suspended directory trees too',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-28',
    promise:
      'With Background (0x10000) the sync gives way when an application opens a file it has open, and leaves that file unfinished for the time being',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-29',
    promise:
      'The policy KeepLocal (0x10000000) settles each conflict by putting the local copy on the server',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-30',
    promise:
      'The policy KeepRemote (0x20000000) settles each conflict by putting the server copy into the cache',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-31',
    promise:
      'The policy KeepLatest (0x30000000) settles each conflict in favour of the copy with the newest last-change time',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-32',
    promise:
      'The three conflict policies are not flags but values of which one at most is chosen: 0x1 and 0x2 in the policy bits add up to 0x3, which is KeepLatest',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-33',
    promise:
      'Without a conflict policy a conflict stays unresolved: neither copy is touched, and it is listed in the conflicts folder',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-34',
    promise: 'What the call returns is a return code of WMI or else a system error code',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-35',
    promise:
      'A progress message is a text of four fields separated by colons: reason, result, result text and path, as in Reason:Result:ResultText:[Path]',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-36',
    promise: 'The message with reason 0 (Begin) is sent exactly once, when the operation starts',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-37',
    promise: 'The message with reason 1 (End) is sent exactly once, when the operation is over',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-38',
    promise: 'A message with reason 2 (ItemBegin) is sent when work on an item starts',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-39',
    promise: 'A message with reason 3 (ItemResult) is sent when work on an item is over',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-40',
    promise:
      'The result field of a progress message is an HRESULT and is zero when the synchronization it tells of succeeded',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-41',
    promise: 'The result text of a progress message is the Windows message text that belongs to its result',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-42',
    promise: 'The path of a progress message is the UNC path of the item and is empty for Begin and End',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-43',
    promise: 'When a run is cancelled on its way, the files synchronized so far stay synchronized',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'SYNC-44',
    promise: 'The flags govern the whole operation and apply to every path of the call alike',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
]
