/** The second half of the choices that settle what the other choices left open and that outrank them. */

import type { Requirement } from './requirement.ts'

/** Choices that outrank the ones before them where they touch, second half. */
export const SETTLED_CHOICES_2: readonly Requirement[] = [
  {
    id: 'P15.39',
    promise:
      "Paths are counted after normalising and removing duplicates; an uncached path gives 2, even on a dead server, unless it could be a new item, which gives the server's error",
    evidence: 'proposed',
    source: 'csclab choice; the cache decides before the network',
  },
  {
    id: 'P15.40',
    promise:
      'When a whole \\\\server is named and cannot be reached, each of its cached shares gives one failed item',
    evidence: 'proposed',
    source: 'csclab choice; a server stands for its cached shares',
  },
  {
    id: 'P15.41',
    promise:
      'When a known child fails to be deleted on the server, its directory comes last and fails with 145; when one is out of scope or in an open conflict, the directory gets no item; either way its tombstone stays',
    evidence: 'proposed',
    source: 'csclab choice; nothing unseen or unsettled is deleted',
  },
  {
    id: 'P15.42',
    promise:
      'An open conflict on a directory holds up everything below it, except in state 28, where both sides are directories',
    evidence: 'proposed',
    source: 'csclab choice; the fate of the parent decides theirs',
  },
  {
    id: 'P15.43',
    promise:
      'KeepLocal of a directory over a file pushes the subtree as created offline; KeepRemote of a file over a directory with offline creations fails with 145, and the conflict stays recorded',
    evidence: 'proposed',
    source: 'csclab choice; a policy for conflicts never discards new work',
  },
  {
    id: 'P15.44',
    promise:
      'NoNewFilesOut also blocks parents that would be re-created for a dirty descendant and the subtree of a directory that won over a file; a conflict so blocked stays recorded',
    evidence: 'proposed',
    source: 'csclab choice; no new names may reach the server',
  },
  {
    id: 'P15.45',
    promise:
      'With SyncOut and FillSparse but without SyncIn (0x5), sparse items follow the rules of a fill and all others those of SyncOut',
    evidence: 'proposed',
    source: 'csclab choice; a fill looks only at sparse items',
  },
  {
    id: 'P15.46',
    promise:
      "In a one-way run SyncIn adopts the server's spelling unless ours was changed, and SyncOut pushes ours; otherwise spellings are left alone",
    evidence: 'proposed',
    source: 'csclab choice; a one-way call must not write the other side',
  },
  {
    id: 'P15.47',
    promise:
      'When a conflict policy was applied and failed, the item fails with that code and the conflict is recorded or its record updated',
    evidence: 'proposed',
    source: 'csclab choice; it is a conflict still',
  },
  {
    id: 'P15.48',
    promise: 'A conflict whose turn had not come when the run was aborted is not recorded',
    evidence: 'proposed',
    source: 'csclab choice; records are written by items',
  },
  {
    id: 'P15.49',
    promise:
      'Skip leaves an existing conflict record as it is; DeleteItems takes the record away with the entry at once and raises the record-removed event',
    evidence: 'proposed',
    source: 'csclab choice; Skip is documented not to record',
  },
  {
    id: 'P15.50',
    promise:
      "Of nested conflict policy settings the one for the nearest ancestor counts, the item's own included",
    evidence: 'proposed',
    source: 'csclab choice; the longest match is the usual rule for paths',
  },
  {
    id: 'P15.51',
    promise:
      "A taken name from a handler fails with 183, changes nothing and leaves the conflict recorded; a tombstone's name counts as taken, and dots in a folder's name do not start an extension",
    evidence: 'proposed',
    source: 'csclab choice; it extends the rules for conflict-copy names',
  },
  {
    id: 'P15.52',
    promise:
      'Conflict records are kept per user and keyed by path, and a resolution by anyone clears all records of that path',
    evidence: 'proposed',
    source: 'csclab choice; a machine has a single cache',
  },
  {
    id: 'P15.53',
    promise:
      'A policy setting whose value name is not a UNC path makes each call in its reach, which is every call, return 87 without events',
    evidence: 'proposed',
    source: 'csclab choice; backed by the wording of KB2189014',
  },
  {
    id: 'P15.54',
    promise:
      'A new pinned item whose download fails keeps its pin and a sparse entry, which the next run fills',
    evidence: 'proposed',
    source: 'csclab choice; the pin comes before the copy',
  },
  {
    id: 'P15.55',
    promise:
      "When a link target's server cannot be reached, the target's own item fails with 53 and the link keeps its pending mark",
    evidence: 'proposed',
    source: 'csclab choice; the target is an item of its own',
  },
  {
    id: 'P15.56',
    promise: 'A link target that is a tombstone in the cache gets no pin and no item',
    evidence: 'proposed',
    source: 'csclab choice; the user deleted it',
  },
  {
    id: 'P15.57',
    promise:
      "When a new link points to a new link and pinned folders hold both, each counts as a new item, so the second one's target is pinned too",
    evidence: 'proposed',
    source: 'csclab choice; only following a link to a link is ruled out',
  },
  {
    id: 'P15.58',
    promise: 'A .lnk file created in the cache is not new on the server, and PinNewFiles does not pin it',
    evidence: 'proposed',
    source: 'csclab choice; the flag is documented for files found on the server',
  },
  {
    id: 'P15.59',
    promise:
      'Pin categories and values stay with a path whose entry changes its kind or whose tombstone is cancelled',
    evidence: 'proposed',
    source: 'csclab choice; pins go only with the entry itself',
  },
  {
    id: 'P15.60',
    promise: 'A new folder is pinned even if its listing is denied, and gets the result 5',
    evidence: 'proposed',
    source: 'csclab choice; the folder itself was seen',
  },
  {
    id: 'P15.61',
    promise:
      'A link target outside the paths of the call is pinned and fetched but never uploaded in that run',
    evidence: 'proposed',
    source: 'csclab choice; the caller named other paths',
  },
  {
    id: 'P15.62',
    promise:
      "A user's rights on an item are recorded each time that user lists or opens it online, also through a sync of their own; a refusal offline is 5",
    evidence: 'proposed',
    source: 'csclab choice; rights are documented to be computed while online',
  },
  {
    id: 'P15.63',
    promise:
      'Losing the connection in a run takes the share offline with reason 4, and each of its later scopes gives one failed item with the same code',
    evidence: 'proposed',
    source: 'csclab choice; this avoids thousands of timeouts',
  },
  {
    id: 'P15.64',
    promise:
      'During an upload with Background the sync backs off when an application opens the file for writing, and not when one only reads it',
    evidence: 'proposed',
    source: 'csclab choice; the page speaks of sharing violations',
  },
  {
    id: 'P15.65',
    promise:
      'A file edited during its upload arrives as it was when the upload opened it, whole and never as a mixture',
    evidence: 'proposed',
    source: 'csclab choice; no half-written copy may be visible',
  },
  {
    id: 'P15.66',
    promise:
      'When a replacement has deleted the losing copy, the surviving one is taken as created on its side until the other half succeeds: locally it is 6 or 20, never 46 or 49',
    evidence: 'proposed',
    source: 'csclab choice; the last copy must never look like a leftover',
  },
  {
    id: 'P15.67',
    promise:
      'A directory deleted here whose server copy holds both an unknown child and a known one in open conflict comes back with the result 0, and the conflict stays recorded',
    evidence: 'proposed',
    source: 'csclab choice; nothing unseen is deleted and nothing seen is hidden',
  },
  {
    id: 'P15.68',
    promise:
      'KeepLocal on a directory changed here and deleted there (29) makes it anew together with its clean children, which this run takes for offline creations',
    evidence: 'proposed',
    source: 'csclab choice; keeping the local copy keeps its content',
  },
  {
    id: 'P15.69',
    promise: 'A forced offline share keeps its reason 2 when the connection is lost',
    evidence: 'proposed',
    source: "csclab choice; a forced state is the user's own",
  },
  {
    id: 'P15.70',
    promise: 'Inheritance gives a new file the pin value 2, just as it gives it to a directory',
    evidence: 'proposed',
    source: 'csclab choice; one rule for files and directories',
  },
  {
    id: 'P15.71',
    promise:
      "A final answer about a link's target (pinned, directory, missing, malformed, local, excluded, tombstone) clears the pending mark; without one (dead server, link not yet fetched, run over, target suspended) it stays",
    evidence: 'proposed',
    source: 'csclab choice; only an unanswered question is asked again',
  },
  {
    id: 'P15.72',
    promise:
      'KeepRemote on a directory changed here and deleted there (29) removes changed and clean descendants and the record, keeps offline creations, makes the directory created offline (20) and gives 0',
    evidence: 'proposed',
    source: 'csclab choice; a policy for conflicts never discards new work',
  },
  {
    id: 'P15.73',
    promise:
      'Creating or writing a file sets its archive bit; directories never get one, and it is ignored when the two sides differ in kind',
    evidence: 'proposed',
    source: 'csclab choice; a comparison across kinds must not hang on a default',
  },
  {
    id: 'P15.74',
    promise:
      "A link target inside a new folder that comes later is handled right after its link, under plain parent entries; when the folder's turn comes, it only gains its pins, the target being done",
    evidence: 'proposed',
    source: 'csclab choice; a target follows its link at once',
  },
  {
    id: 'P15.75',
    promise:
      "A name respelled on both sides takes the server's under SyncIn and ours under SyncOut alone; Flags 0 on a file sends no items; if nothing was prepared, End carries the returned code; a handler's Abort gives its item 0x800704C7; a policy name that is not UNC fails every call",
    evidence: 'proposed',
    source: 'csclab choice; small cases of the rules they extend',
  },
]
