/** The choices csclab makes on pins, link targets and suspended trees. */

import type { Requirement } from './requirement.ts'

/** Choices on pins, link targets and suspended trees. */
export const PIN_CHOICES: readonly Requirement[] = [
  {
    id: 'P6.1',
    promise:
      'Pin sets the value 2 (pinned, inherited by new children) on directories and shares and 1 (pinned) on files',
    evidence: 'proposed',
    source: 'csclab choice; later syncs are documented to pin the children',
  },
  {
    id: 'P6.2',
    promise:
      'Children that were cached but unpinned inside a directory pinned with Deep FALSE are pinned and filled by the next SyncIn run, with or without PinNewFiles',
    evidence: 'proposed',
    source: 'csclab choice; the Pin page promises the children to the next synchronization',
  },
  {
    id: 'P6.3',
    promise:
      'For PinNewFiles an item is new when it is on the server, the cache has no entry or only a ghost (its bare name), and its parent directory is pinned',
    evidence: 'proposed',
    source: 'csclab choice; which pins of the parent count is settled by a later choice',
  },
  {
    id: 'P6.4',
    promise:
      'A new subdirectory is pinned as well, to be inherited by its children, and its content follows recursively in the same run',
    evidence: 'proposed',
    source: 'csclab choice; a directory found on the server counts as new too',
  },
  {
    id: 'P6.5',
    promise:
      'A link target may lie on any share and in any tree: it is pinned with the same categories, fetched in the same run and reported as its own item, the pin first and then the copy',
    evidence: 'proposed',
    source: 'csclab choice; the page sets no limit on where a target lies',
  },
  {
    id: 'P6.6',
    promise:
      'A link target that is already pinned or cached gains the pin categories and is not transferred when it is Stable',
    evidence: 'proposed',
    source: 'csclab choice; pinning twice must do no harm',
  },
  {
    id: 'P6.7',
    promise: 'A link target that is itself a .lnk file is pinned, but its own target is not followed',
    evidence: 'proposed',
    source: 'csclab choice; the page speaks of one target, and this prevents loops',
  },
  {
    id: 'P6.8',
    promise:
      'A link to something missing, local, on the web, malformed, itself, excluded or uncacheable succeeds and pins nothing more; a target missing or uncacheable on a reachable server may fail as its own item (2, 67)',
    evidence: 'proposed',
    source: 'csclab choice; the link was what the caller asked to pin',
  },
  {
    id: 'P6.9',
    promise:
      'Whether a link target is a directory is asked of the server; if that is unreachable, bit 0x10 of the attributes in the link header decides',
    evidence: 'proposed',
    source: 'csclab choice; the attributes in a link can be out of date',
  },
  {
    id: 'P6.10',
    promise: 'A link that was pinned before the call does not have its target looked at again',
    evidence: 'proposed',
    source: 'csclab choice; the flag is tied to items pinned in this call',
  },
  {
    id: 'P6.11',
    promise:
      'A link is a file with the extension .lnk in any case and a valid header; a directory of such a name is no link',
    evidence: 'proposed',
    source: 'csclab choice; backed by the habits of the shell',
  },
  {
    id: 'P6.12',
    promise:
      'An item deleted on the server and made again later has lost its pins with its entry and comes back only through inheritance from its parent',
    evidence: 'proposed',
    source: 'csclab choice; the pins are part of the entry that was removed',
  },
  {
    id: 'P6.13',
    promise: "The copy made to keep both versions takes over the original entry's pin categories",
    evidence: 'proposed',
    source: 'csclab choice; the user wants both versions offline',
  },
  {
    id: 'P7.1',
    promise:
      'With SkipSuspendedDirs even a suspended path that the call names is skipped: no item events are sent and the call returns 0',
    evidence: 'proposed',
    source: 'csclab choice; the flag is documented without an exception',
  },
  {
    id: 'P7.2',
    promise: 'With SkipSuspendedDirs a suspended file that is the single path of the call is skipped too',
    evidence: 'proposed',
    source: 'csclab choice; a directory tree includes its files',
  },
  {
    id: 'P7.3',
    promise:
      'After an explicit sync a suspended item is still suspended and offline, while its dirty marks are cleared as usual',
    evidence: 'proposed',
    source: 'csclab choice; suspended items are documented to stay offline',
  },
  {
    id: 'P7.4',
    promise:
      'Each of several nested suspended roots keeps its own mark, so releasing the outer leaves the inner one suspended',
    evidence: 'proposed',
    source: 'csclab choice; a release is documented for the given root',
  },
  {
    id: 'P7.5',
    promise: 'SuspendRoot on the path of a file fails with 267 (not a directory)',
    evidence: 'proposed',
    source: 'csclab choice; the page asks for a share root or a directory',
  },
  {
    id: 'P7.6',
    promise:
      'Suspending the same root twice succeeds without a change, and releasing a path that is no suspended root fails with 87',
    evidence: 'proposed',
    source: 'csclab choice; there is nothing to release',
  },
  {
    id: 'P7.7',
    promise: 'SuspendRoot on a path that is not in the cache fails with 2',
    evidence: 'proposed',
    source: 'csclab choice; the page asks for a cached path',
  },
  {
    id: 'P7.8',
    promise: 'Bringing a share online leaves its suspended items offline and takes only the others online',
    evidence: 'proposed',
    source: 'csclab choice; suspended items are documented to stay offline',
  },
  {
    id: 'P7.9',
    promise: 'A new child of a suspended directory is suspended as well',
    evidence: 'proposed',
    source: 'csclab choice; suspension is documented for everything below a root',
  },
  {
    id: 'P7.10',
    promise: 'Without SkipSuspendedDirs, PinNewFiles works inside a suspended tree as anywhere else',
    evidence: 'proposed',
    source: 'csclab choice; an explicit sync is documented to include suspended trees',
  },
  {
    id: 'P7.11',
    promise: 'With SkipSuspendedDirs a link target that lies in a suspended tree is not pinned in that run',
    evidence: 'proposed',
    source: 'csclab choice; the caller left that tree out',
  },
  {
    id: 'P7.12',
    promise: 'Suspension does not survive deleting an item from the cache and caching it again',
    evidence: 'proposed',
    source: 'csclab choice; the mark is part of the entry',
  },
]
