/** The choices csclab makes on comparing copies and on what a sync does in each state. */

import type { Requirement } from './requirement.ts'

/** Choices on comparing copies, on states and on the course of a run. */
export const STATE_CHOICES: readonly Requirement[] = [
  {
    id: 'P2.1',
    promise:
      'A file or directory held only by the cache whose server copy was never known (states 2 and 5) is sent out and never deleted',
    evidence: 'proposed',
    source: 'csclab choice; without an original nobody can claim a server deletion',
  },
  {
    id: 'P2.2',
    promise:
      'A file created here over a known name that the server deleted (state 11) is a conflict, handled like one changed here and deleted there (state 15)',
    evidence: 'proposed',
    source: 'csclab choice; both sides changed the same name',
  },
  {
    id: 'P2.3',
    promise:
      'NoNewFilesOut holds back new directories too: they are not created on the server, this is no error, and they stay marked as created offline',
    evidence: 'proposed',
    source: 'csclab choice; the flag is there to keep new names off the server',
  },
  {
    id: 'P2.4',
    promise:
      'A directory made on both sides (states 21 and 24) is merged without a conflict, only under SyncIn and as SYNC_TO_CLIENT: it loses its created mark and takes original and attributes from the server',
    evidence: 'proposed',
    source: 'csclab choice; two directories have no content to lose',
  },
  {
    id: 'P2.5',
    promise:
      'A directory created here over a known name that the server deleted (state 25) is sent out and is no conflict',
    evidence: 'proposed',
    source: 'csclab choice; a directory has no content, and its new children need a parent',
  },
  {
    id: 'P2.6',
    promise:
      'A server-only item that changed since it was last seen (states 32 and 33) is treated like an unchanged one (states 30 and 31)',
    evidence: 'proposed',
    source: 'csclab choice; there is nothing local to protect',
  },
  {
    id: 'P2.7',
    promise:
      'A directory that is incompletely listed in the cache (state 41) is listed again and its mark is cleared',
    evidence: 'proposed',
    source: 'csclab choice; the pages do not say what sparse means for a directory',
  },
  {
    id: 'P2.8',
    promise:
      'State 52 is sent out, since its original was that very directory; when the original was a file, a directory on the server makes it state 53, a conflict',
    evidence: 'proposed',
    source: 'csclab choice; only a known, unchanged item may be deleted',
  },
  {
    id: 'P2.9',
    promise:
      'A server directory is deleted after its children and only once it is empty; if it holds children unknown to the client, it stays, the tombstone is cancelled, it shows locally again, and the result is 0',
    evidence: 'proposed',
    source: 'csclab choice; backed by US patent 8,065,381 and by care for unseen data',
  },
  {
    id: 'P2.10',
    promise:
      'When the server deleted a directory (state 49), clean descendants go and each dirty one gets its own state; while any are left the local directory stays, and writing one out by SyncOut makes it anew on the server',
    evidence: 'proposed',
    source: 'csclab choice; otherwise offline edits would be lost',
  },
  {
    id: 'P2.11',
    promise:
      'A combination of local and server condition for which no state is documented gets the nearest documented state',
    evidence: 'proposed',
    source: 'csclab choice; the documents name no state for these combinations',
  },
  {
    id: 'P2.12',
    promise:
      "A file created over a file's tombstone inherits its original and counts as changed data with the replaced mark (39, 12, 15), a label that can be switched; deleted later, it reports 50 to 53",
    evidence: 'proposed',
    source: 'csclab choice; the replaced-and-deleted states show that the cache remembers',
  },
  {
    id: 'P2.13',
    promise:
      'FillSparse alone is confined to sparse files and directories not fully listed (16 to 19, 38, 41): 16 is refetched whole, 17 fails with 2, 18 and 19 fail with 5, and failed entries are kept',
    evidence: 'proposed',
    source: 'csclab choice; deletions and changes of kind are work for sync-in',
  },
  {
    id: 'P2.14',
    promise:
      "After an upload the server keeps the client's last-write time and sets its own change time; both are then read back into the local and the original copy",
    evidence: 'proposed',
    source: 'csclab choice; otherwise the next run would see a change that nobody made',
  },
  {
    id: 'P2.15',
    promise:
      'Read-only, hidden, system, archive and not-content-indexed are compared; directory, normal, compressed, encrypted, sparse, reparse, offline and temporary are ignored',
    evidence: 'proposed',
    source: 'csclab choice; the ignored bits describe storage and not intent',
  },
  {
    id: 'P2.16',
    promise:
      'Where either side is a directory only attributes are compared, never times or size; between different kinds the changed and the unchanged label (such as 4 and 3) are handled alike',
    evidence: 'proposed',
    source: "csclab choice; a directory's times move whenever a child is added",
  },
  {
    id: 'P2.17',
    promise:
      "Names that differ only in letter case are the same item; sync-in adopts the server's spelling, and sync-out pushes a spelling that was changed locally",
    evidence: 'proposed',
    source: 'csclab choice; names are compared without regard to case but keep their spelling',
  },
  {
    id: 'P2.18',
    promise:
      'Each path is prepared first; then creations and transfers run parents first and deletions children first, with siblings in the ordinal order of their upper-cased names',
    evidence: 'proposed',
    source: 'csclab choice; parents must exist before their children and outlive them',
  },
  {
    id: 'P2.19',
    promise:
      'An item whose copies agree (Stable) gets no item events, except when the call names just that one file',
    evidence: 'proposed',
    source: 'csclab choice; item events cover the work list',
  },
  {
    id: 'P2.20',
    promise:
      'When one transfer fails, the other items go on, the marks of the failed one stay, and neither side ever shows a half-written copy',
    evidence: 'proposed',
    source: 'csclab choice; results are documented to be per item',
  },
  {
    id: 'P2.21',
    promise:
      'A file changed on both sides is a conflict (state 12) even when the two copies end up with identical metadata',
    evidence: 'proposed',
    source: 'csclab choice; only comparisons with the original are described',
  },
  {
    id: 'P2.22',
    promise:
      'A file created under one name on both sides is a conflict (state 9) even when metadata and content are identical',
    evidence: 'proposed',
    source: 'csclab choice; only comparisons with the original are described',
  },
  {
    id: 'P2.23',
    promise:
      "When the server cannot be reached during preparation, the path's items stay unclassified, the path gets one item result (such as 53, 67 or 64) and the share goes offline with reason 4",
    evidence: 'proposed',
    source: 'csclab choice; backed by the offline reason for a lost connection',
  },
  {
    id: 'P2.24',
    promise:
      'When the server denies the listing of a cached directory, that directory gets the result 5, its subtree stays unclassified, and nothing is deleted locally',
    evidence: 'proposed',
    source: 'csclab choice; missing from an unreadable listing is not deleted',
  },
  {
    id: 'P2.25',
    promise:
      'A run checks the call, normalises the flags, sends Begin, prepares and works off each scope in order, sends End, and returns the code of a single file or else that of the run',
    evidence: 'proposed',
    source: 'csclab choice; it assembles the documented rules into one outline',
  },
]
