/** What the pages state about pinning. */

import type { Requirement } from './requirement.ts'

/** Facts about pins, D6.1 to D6.15. */
export const PIN_FACTS: readonly Requirement[] = [
  {
    id: 'D6.1',
    promise:
      'No pin belongs to one user alone: what one user of the machine has pinned is pinned for all of them',
    evidence: 'documented',
    source:
      'Synchronize method of the Win32_OfflineFilesCache class; Pin method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D6.2',
    promise:
      'Whether another user may open a pinned file depends on the rights that were recorded for that user while online',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D6.3',
    promise: 'A pin that a user has set can be taken away by any user who has access to the file',
    evidence: 'documented',
    source: 'Pin method of the Win32_OfflineFilesCache class',
    unobservable:
      'A pin has no owner: scenarios set it and take it away by its category, without saying who does so',
  },
  {
    id: 'D6.4',
    promise: 'A pin set by policy cannot be changed in the user interface',
    evidence: 'documented',
    source: 'Synchronize method of the Win32_OfflineFilesCache class',
    unobservable: 'There is no user interface in a simulated world',
  },
  {
    id: 'D6.5',
    promise:
      'There are four reasons to be pinned, each independent of the others: user, policy for the user, computer and folder redirection; any of them makes an item pinned',
    evidence: 'documented',
    source: 'Win32_OfflineFilesPinInfo class',
  },
  {
    id: 'D6.6',
    promise: "The value 2 of a directory's pin makes new children be pinned for the same reason",
    evidence: 'documented',
    source: 'Win32_OfflineFilesPinInfo class',
  },
  {
    id: 'D6.7',
    promise: 'A pinned item is never evicted to make room',
    evidence: 'documented',
    source: 'Pin method of the Win32_OfflineFilesCache class; Win32_OfflineFilesPinInfo class',
  },
  {
    id: 'D6.8',
    promise:
      'Once the last reason to be pinned is gone, an item without changes that wait may leave the cache at any time',
    evidence: 'documented',
    source: 'Unpin method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D6.9',
    promise: 'A file that is pinned without being filled stays sparse until a sync or the service fills it',
    evidence: 'documented',
    source: 'Pin method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D6.10',
    promise:
      'Pinning a link leaves its target alone unless link targets are asked for, and then pins targets that are files and no others',
    evidence: 'documented',
    source:
      'Synchronize method of the Win32_OfflineFilesCache class; Pin method of the Win32_OfflineFilesCache class',
  },
  {
    id: 'D6.11',
    promise:
      'A share that may not be cached refuses pins; one that is cached by hand has only those items cached that somebody asked for',
    evidence: 'documented',
    source: 'IOfflineFilesCache::IsPathCacheable; caching options of SMB shares',
  },
  {
    id: 'D6.12',
    promise:
      'A policy setting decides whether sub-folders of a folder that is always available offline are so too',
    evidence: 'documented',
    source: 'text of the Group Policy setting',
    unobservable:
      'The setting is no part of the simulated policy: sub-folders follow their folder, as they do while it is on',
  },
  {
    id: 'D6.13',
    promise: 'A container that is not pinned itself, but holds something that is, counts as partly pinned',
    evidence: 'documented',
    source: 'IOfflineFilesPinInfo2',
    unobservable:
      'Only COM tells of it: no class of WMI has such a property, and nothing that a sync does depends on it',
  },
  {
    id: 'D6.14',
    promise:
      'Shortcuts in a pinned folder of recent documents brought the documents themselves into the cache',
    evidence: 'observed',
    source: 'KB817275',
  },
  {
    id: 'D6.15',
    promise: 'Files of excluded types cannot be pinned',
    evidence: 'documented',
    source: 'text of the Group Policy setting',
  },
]
