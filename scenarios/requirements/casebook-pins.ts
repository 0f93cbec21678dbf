/** Cases from the field about pins, links, suspended trees and sparse files. */

import type { Requirement } from './requirement.ts'

/** Cases of pins, links, suspension and sparse files. */
export const PIN_CASES: readonly Requirement[] = [
  {
    id: 'F67',
    promise: 'A new server file in a pinned directory is neither fetched nor pinned by SyncIn alone',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F68',
    promise:
      'A new server file in a pinned directory is fetched by SyncIn with PinNewFiles and PinForUser, and its PinnedForUser is at least 1',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F69',
    promise: 'For a new server file in a pinned directory, PinNewFiles is ignored under SyncOut alone',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F70',
    promise: 'A new server file whose parent is cached but not pinned is not fetched',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F71',
    promise:
      'With PinLinkTargets a new .lnk to a file has link and target pinned, and a new .lnk to a directory only the link',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F72',
    promise: 'Without PinLinkTargets a new .lnk has only the link itself pinned',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F73',
    promise:
      'A link in a pinned folder brings documents from other places into the cache, so a target on another share is pinned too',
    evidence: 'observed',
    source: 'KB817275',
  },
  {
    id: 'F74',
    promise:
      'A .lnk that is malformed, dangling, cyclic or points to a local drive gives its item the result 0 and no further pin',
    evidence: 'proposed',
    source: 'follows from a csclab choice',
  },
  {
    id: 'F75',
    promise:
      'A suspended subtree is processed by an explicit sync, and with SkipSuspendedDirs it stays untouched and silent',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F76',
    promise: 'A suspended tree is still suspended and offline after an explicit sync',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F77',
    promise: 'FillSparse alone fills a sparse file and leaves an outdated full file beside it untouched',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F78',
    promise: 'A sparse file is filled by SyncIn even without the FillSparse bit',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F79',
    promise:
      'A sparse file whose server copy changed becomes the whole new file under SyncIn, without a conflict',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F80',
    promise: 'A dirty file that is not pinned is never evicted, not even from a full cache',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
  {
    id: 'F81',
    promise:
      'What user A pinned shows as pinned to user B, whose access depends on the rights recorded for B',
    evidence: 'documented',
    source: 'follows from the documented rules',
  },
]
