/** The choices csclab makes on sparse files, ghosts, open files and connections. */

import type { Requirement } from './requirement.ts'

/** Choices on sparse files, ghosts, transfers and connections. */
export const CONTENT_CHOICES: readonly Requirement[] = [
  {
    id: 'P8.1',
    promise:
      'Opening a sparse file or a ghost (a name without content) offline fails with 4350 (file offline)',
    evidence: 'proposed',
    source: 'csclab choice; the message of that code fits',
  },
  {
    id: 'P8.2',
    promise: 'Writing to a sparse file offline fails with 4350 as well, so a sparse file is never dirty',
    evidence: 'proposed',
    source: 'csclab choice; no state exists for a sparse and changed file',
  },
  {
    id: 'P8.3',
    promise:
      'A sparse file may be overwritten from scratch offline, which makes it full and changed (state 39)',
    evidence: 'proposed',
    source: 'csclab choice; the old content is not needed',
  },
  {
    id: 'P8.4',
    promise:
      'When the server copy of a sparse file changed before the fill (state 16), the whole file is fetched again, even under FillSparse alone',
    evidence: 'proposed',
    source: 'csclab choice; blocks of two versions must not be mixed',
  },
  {
    id: 'P8.5',
    promise: 'A file of length zero is never sparse',
    evidence: 'proposed',
    source: 'csclab choice; there is nothing to fetch',
  },
  {
    id: 'P8.6',
    promise: 'A file whose fill fails midway stays sparse, although the blocks fetched so far may be kept',
    evidence: 'proposed',
    source: 'csclab choice; the property knows only complete or not',
  },
  {
    id: 'P8.7',
    promise: 'A fill is reported under the operation code SYNC_TO_CLIENT (3)',
    evidence: 'proposed',
    source: 'csclab choice; the enumeration has no code for a fill',
  },
  {
    id: 'P8.8',
    promise: 'FillSparse completes automatically cached, unpinned sparse files as well',
    evidence: 'proposed',
    source: 'csclab choice; the page says any sparse file that is found',
  },
  {
    id: 'P8.9',
    promise:
      'To a sync a ghost (a cached name without content) counts as no entry at all and is fetched only when it is pinned or inherits a pin',
    evidence: 'proposed',
    source: 'csclab choice; a ghost has no content to compare',
  },
  {
    id: 'P9.1',
    promise:
      'A file that a background sync backs off from gets the result 32, is unchanged on both sides and is picked up by the next pass',
    evidence: 'proposed',
    source: 'csclab choice; the page says only that the file is not finished then',
  },
  {
    id: 'P9.2',
    promise: 'An abandoned transfer is removed or rolled back, so that readers see the old version',
    evidence: 'proposed',
    source: 'csclab choice; no half-written copy may be visible',
  },
  {
    id: 'P9.3',
    promise:
      'A local file that an application has open is uploaded with its current content; if the application denies shared reading, the item fails with 32',
    evidence: 'proposed',
    source: 'csclab choice; backed by ordinary file sharing rules',
  },
  {
    id: 'P9.4',
    promise: 'A file that changes locally while it is being uploaded stays dirty afterwards',
    evidence: 'proposed',
    source: 'csclab choice; otherwise the second edit would be lost',
  },
  {
    id: 'P9.5',
    promise:
      'A server file that changes during its download is noticed by reading its metadata again; the download is repeated once and then fails with 32',
    evidence: 'proposed',
    source: 'csclab choice; this avoids torn copies',
  },
  {
    id: 'P9.6',
    promise:
      'Explicit synchronization reaches a server even if its share is offline by force or for a slow link, and the state of the share is the same afterwards',
    evidence: 'proposed',
    source: 'csclab choice; synchronizing from the user interface works that way',
  },
  {
    id: 'P9.7',
    promise:
      'Explicit synchronization of an unreachable share fails with 53 (no server) or 67 (no share), and the share is offline with reason 4',
    evidence: 'proposed',
    source: 'csclab choice; the messages of these codes fit',
  },
  {
    id: 'P9.8',
    promise:
      'A network error midway (64, 59, 121, 1231 or 1236) fails its item and, at once and with that code, what is left of the share; other shares go on',
    evidence: 'proposed',
    source: 'csclab choice; this avoids thousands of timeouts',
  },
]
