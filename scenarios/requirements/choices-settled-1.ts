/** The first half of the choices that settle what the other choices left open and that outrank them. */

import type { Requirement } from './requirement.ts'

/** Choices that outrank the ones before them where they touch, first half. */
export const SETTLED_CHOICES_1: readonly Requirement[] = [
  {
    id: 'P15.1',
    promise:
      'Whenever either side is a directory, attributes alone decide whether it changed; beside a tombstone, a server object of another kind is always taken as changed',
    evidence: 'proposed',
    source: 'csclab choice; an unseen object must never be deleted',
  },
  {
    id: 'P15.2',
    promise:
      'A directory made on both sides (21, 24) is on the work list only with SyncIn, under the operation SYNC_TO_CLIENT; without SyncIn it is left untouched',
    evidence: 'proposed',
    source: 'csclab choice; merging writes the local side',
  },
  {
    id: 'P15.3',
    promise:
      'A tombstone with nothing left on the server is purged by a run of either direction, a ghost without a server copy is dropped under SyncIn; both are silent but for the event that it left the cache',
    evidence: 'proposed',
    source: 'csclab choice; nothing is transferred and nobody waits for it',
  },
  {
    id: 'P15.4',
    promise:
      'Replacing one kind by the other is one item with two operations, delete then create; the error names the one that failed, and if the second fails, the next run retries the item as what it now is',
    evidence: 'proposed',
    source: 'csclab choice; the enumeration of operations has no replace',
  },
  {
    id: 'P15.5',
    promise:
      'While a clash of directory and file stands unresolved, nothing below it is worked on or reported, and everything there keeps its marks',
    evidence: 'proposed',
    source: 'csclab choice; the parent has no settled kind yet',
  },
  {
    id: 'P15.6',
    promise:
      "When a directory's deletion wins (29, or a clash with KeepRemote), changed or deleted descendants follow the same policy; offline creations and the directories they sit in stay, for a later SyncOut to create",
    evidence: 'proposed',
    source: 'csclab choice; a policy answers conflicts and not new work',
  },
  {
    id: 'P15.7',
    promise:
      'When a directory created over a tombstone is deleted again, the older tombstone stands once more',
    evidence: 'proposed',
    source: 'csclab choice; the server still has what it was about',
  },
  {
    id: 'P15.8',
    promise:
      'NoNewFilesOut blocks all that would make a new server name: 2, 5, 6, 20, 25 and the server half of a kept-both copy; if KeepLocal or KeepLatest had to re-create (11, 15 or 29), the conflict stays and is recorded',
    evidence: 'proposed',
    source: 'csclab choice; backed by the name the header gives the flag',
  },
  {
    id: 'P15.9',
    promise:
      "For PinNewFiles any pin of the parent, with 1 or 2, will do; the new item gets the categories the flags name plus the parent's inherited (2) ones, and with none of either it is neither pinned nor fetched",
    evidence: 'proposed',
    source: 'csclab choice; the page speaks of pinned directories and no more',
  },
  {
    id: 'P15.10',
    promise:
      'The pin of a new item gets the value 2 where it was inherited or is on a directory, and 1 otherwise',
    evidence: 'proposed',
    source: 'csclab choice; the next generation must inherit again',
  },
  {
    id: 'P15.11',
    promise:
      'A pinned ghost (30 or 32) is filled like a sparse file under SyncIn or FillSparse, without PinNewFiles, by the operation CREATE_COPY_ON_CLIENT',
    evidence: 'proposed',
    source: 'csclab choice; the item is not new, its pin was asked for before',
  },
  {
    id: 'P15.12',
    promise:
      'Pin with Deep FALSE leaves a one-time mark, which the next SyncIn run over the directory clears by pinning and fetching all its server children at every depth; without the mark, new files need PinNewFiles',
    evidence: 'proposed',
    source: 'csclab choice; the Pin page promises the children to the next synchronization',
  },
  {
    id: 'P15.13',
    promise:
      'A rename in letter case only counts as a change: files (44 or 39) are transferred under the new spelling, directories become 47 or 42, and nothing is deleted and created anew',
    evidence: 'proposed',
    source: 'csclab choice; one entry is compared without regard to case',
  },
  {
    id: 'P15.14',
    promise: 'The cache has no mark for outdated content, so an old copy can be read offline',
    evidence: 'proposed',
    source: 'csclab choice; the model has no such mark',
  },
  {
    id: 'P15.15',
    promise:
      'An item of an excluded file type gets the result 50 (not supported), and nothing of it is cached',
    evidence: 'proposed',
    source: 'csclab choice; the text of that code comes closest',
  },
  {
    id: 'P15.16',
    promise:
      'When size, last-write time and content are untouched, an upload sets attributes and times only and makes no data call',
    evidence: 'proposed',
    source: 'csclab choice; content would be sent for nothing',
  },
  {
    id: 'P15.17',
    promise:
      'A call with several paths returns 0 if at least one of them could be prepared, and the error of the first path if none could',
    evidence: 'proposed',
    source: 'csclab choice; it joins the rules for failed items and failed paths',
  },
  {
    id: 'P15.18',
    promise:
      'A call on one file that has no work in the asked direction sends one ItemBegin and one ItemResult, with 0',
    evidence: 'proposed',
    source: 'csclab choice; the caller asked about this file',
  },
  {
    id: 'P15.19',
    promise:
      'Retry does the whole item over, from its ItemBegin on, so the one pair of messages per item holds for each attempt',
    evidence: 'proposed',
    source: 'csclab choice; the order of messages stays one',
  },
  {
    id: 'P15.20',
    promise:
      'In a scope one pass, parents first, does everything but deletions and a second one, children first, the deletions; replacing one kind by the other belongs to the first',
    evidence: 'proposed',
    source: 'csclab choice; parents must exist before their children and outlive them',
  },
  {
    id: 'P15.21',
    promise:
      "Once there is a handler the caller's own policy value is ignored; if the handler answers None, the policy setting decides and, failing that, the conflict is recorded",
    evidence: 'proposed',
    source: 'csclab choice; backed by the default action of the COM method',
  },
  {
    id: 'P15.22',
    promise:
      'Change details are worked out for every changed state and shown in reports; conflict handlers get them for conflicts',
    evidence: 'proposed',
    source: 'csclab choice; backed by the arguments of the conflict handler',
  },
  {
    id: 'P15.23',
    promise:
      'When one of two servers in a call cannot be reached, each of its paths gives one failed item and the paths of the other run on',
    evidence: 'proposed',
    source: 'csclab choice; a lost server must not stop another',
  },
  {
    id: 'P15.24',
    promise:
      'A file created over any tombstone and then deleted leaves a tombstone marked as replaced that keeps the older original and reports 50 to 53',
    evidence: 'proposed',
    source: 'csclab choice; those states have no other source',
  },
  {
    id: 'P15.25',
    promise:
      "A link target follows its link's ItemResult as a separate item; until that has ended, a pending mark on the link makes a later run with the flag complete it",
    evidence: 'proposed',
    source: 'csclab choice; an abort must not lose the target for ever',
  },
  {
    id: 'P15.26',
    promise:
      'Letter case is folded by upper-casing each 16-bit unit one to one, except that U+00B5, U+0131 and U+017F stay as they are',
    evidence: 'proposed',
    source: 'csclab choice; the file system leaves these three alone',
  },
  {
    id: 'P15.27',
    promise:
      'After an upload the server copy has the attributes of the local copy; a read-only bit that prevents writing is lifted only meanwhile',
    evidence: 'proposed',
    source: 'csclab choice; the server is documented to hold the local attributes then',
  },
  {
    id: 'P15.28',
    promise:
      'KeepLatest takes the change time of a directory literally, though changes among its children move it',
    evidence: 'proposed',
    source: 'csclab choice; the page says last-change time',
  },
  {
    id: 'P15.29',
    promise:
      'The narrowest of several offline reasons is shown: 6 for suspended before 5 for a conflict before those of the share (2, 3 or 4); a failed explicit sync does not replace a forced 2',
    evidence: 'proposed',
    source: 'csclab choice; the narrowest cause is the one a user can act on',
  },
  {
    id: 'P15.30',
    promise: 'A directory whose listing fails is reported at its own place in the first pass',
    evidence: 'proposed',
    source: 'csclab choice; the items below it are unknown',
  },
  {
    id: 'P15.31',
    promise:
      'Merges, respelled directories, re-created parents, clean descendants of a vanished directory and targets that only gain a category are items; held-back names, purges, ghost drops, kept-both copies and kept directories are not',
    evidence: 'proposed',
    source: 'csclab choice; an item is work done for one name',
  },
  {
    id: 'P15.32',
    promise:
      'However often an item is retried, only its last attempt writes the conflict record; retrying after a share began to fail fast connects anew',
    evidence: 'proposed',
    source: 'csclab choice; one conflict has one record',
  },
  {
    id: 'P15.33',
    promise:
      'The k-th ItemBegin reports k minus 1 items done and the k-th ItemResult reports k; newly found files may raise the upper bound, and nothing lowers it',
    evidence: 'proposed',
    source: 'csclab choice; progress never runs backward',
  },
  {
    id: 'P15.34',
    promise:
      'With AsyncProgress messages come in order and one item late, though never after End; an Abort takes effect between items once it is delivered, and the lag can be set for the simulated world',
    evidence: 'proposed',
    source: 'csclab choice; it makes late delivery observable',
  },
  {
    id: 'P15.35',
    promise: 'Progress and conflict records spell a path the way the cache has it, whatever the caller typed',
    evidence: 'proposed',
    source: 'csclab choice; an item has one name',
  },
  {
    id: 'P15.36',
    promise:
      'Faults of a call are looked for in this order: null Paths, not active (1062), flags (87), then the paths in turn, each for its shape (87) before its components (123)',
    evidence: 'proposed',
    source: 'csclab choice; the cheapest check comes first',
  },
  {
    id: 'P15.37',
    promise:
      'In the Paths argument a component of over 255 units fails with 123 and a path of over 32,767 units with 206',
    evidence: 'proposed',
    source: 'csclab choice; backed by the naming limits of the file system',
  },
  {
    id: 'P15.38',
    promise:
      'Naming the path of a tombstone, the mark of a deletion made offline, gets the pending deletion processed',
    evidence: 'proposed',
    source: 'csclab choice; a tombstone is a cache entry with work to do',
  },
]
