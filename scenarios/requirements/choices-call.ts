/** The choices csclab makes on the model and on the arguments and result of a call. */

import type { Requirement } from './requirement.ts'

/** Choices on the model and on the call itself. */
export const CALL_CHOICES: readonly Requirement[] = [
  {
    id: 'P0.1',
    promise:
      'The model consists of servers, shares, server nodes, cache entries and conflict records whose fields each appear in a documented property, enumeration or event',
    evidence: 'proposed',
    source: 'csclab choice; the fields mirror documented properties, enumerations and events',
    unobservable:
      'It says which fields a model has; what a call does shows through any model that holds the same facts',
  },
  {
    id: 'P1.1',
    promise:
      'Any flag bit that is defined nowhere makes the call fail with 87 (HRESULT 0x80070057) before a single event is sent',
    evidence: 'proposed',
    source: 'csclab choice; the header publishes the union of all defined bits',
  },
  {
    id: 'P1.2',
    promise:
      'A conflict-policy value of 0x4 to 0xF in the top four bits is refused with 87 before any event, like an undefined flag bit',
    evidence: 'proposed',
    source: 'csclab choice; these values lie outside the published union of flags',
  },
  {
    id: 'P1.3',
    promise:
      'A WMI caller may pass PinForRedir (0x100) or NoNewFilesOut (0x20000), known from the COM pages only, and they mean the same there',
    evidence: 'proposed',
    source: 'csclab choice; both interfaces share one library and one set of numbers',
  },
  {
    id: 'P1.4',
    promise:
      'A call without SyncIn, SyncOut and FillSparse, such as Flags 0 or a policy alone, succeeds with Begin and End, works on no item and records nothing',
    evidence: 'proposed',
    source: 'csclab choice; no page makes a direction mandatory',
  },
  {
    id: 'P1.5',
    promise:
      "Items new through PinNewFiles get the parent's inherited (value 2) pin categories plus those named by PinFor flags; with none of either they are neither pinned nor fetched",
    evidence: 'proposed',
    source: 'csclab choice; pin value 2 is documented as inherited by new children',
  },
  {
    id: 'P1.6',
    promise: 'When several PinFor flags are given, every pin category they name is set',
    evidence: 'proposed',
    source: 'csclab choice; each flag maps to a pin property of its own',
  },
  {
    id: 'P1.7',
    promise:
      'A null or missing Paths argument makes WMI refuse the call with WBEM_E_INVALID_METHOD_PARAMETERS (0x8004102F)',
    evidence: 'proposed',
    source: 'csclab choice; Paths is declared as a required input',
  },
  {
    id: 'P1.8',
    promise: 'A Paths array that is empty, or that holds a null or an empty string, fails the call with 87',
    evidence: 'proposed',
    source: 'csclab choice; backed by the contract of the parameter',
  },
  {
    id: 'P1.9',
    promise:
      'A path that is not UNC, such as a drive letter, a relative path, forward slashes or \\\\.\\ syntax, fails the whole call with 87 before Begin',
    evidence: 'proposed',
    source: 'csclab choice; an early failure leaves no partial effect',
  },
  {
    id: 'P1.10',
    promise: 'A UNC path with an illegal component fails the whole call with 123 before Begin',
    evidence: 'proposed',
    source: 'csclab choice; an early failure leaves no partial effect',
  },
  {
    id: 'P1.11',
    promise:
      'A path written as \\\\?\\UNC\\server\\share\\… is accepted and becomes \\\\server\\share\\…; the long-path prefix never enters the cache',
    evidence: 'proposed',
    source: 'csclab choice; Win32 treats the two spellings as equal',
  },
  {
    id: 'P1.12',
    promise:
      'One trailing backslash of a path is stripped; doubled separators and the segments . and .. fail with 123',
    evidence: 'proposed',
    source: 'csclab choice; UNC arguments are not tidied by the shell',
  },
  {
    id: 'P1.13',
    promise: 'The path \\\\server\\share stands for the root of the share and is treated as a directory',
    evidence: 'proposed',
    source: 'csclab choice; a share is a documented item type',
  },
  {
    id: 'P1.14',
    promise: 'The path \\\\server stands for all cached shares of that server, taken in name order',
    evidence: 'proposed',
    source: 'csclab choice; a server is a documented container type',
  },
  {
    id: 'P1.15',
    promise:
      'An uncached path gives item result 2, which a one-file call also returns; but under a pinned cached directory, with SyncIn and PinNewFiles and a server copy, it is a new item',
    evidence: 'proposed',
    source: 'csclab choice; looking up an uncached path is documented to give that code',
  },
  {
    id: 'P1.16',
    promise:
      'Duplicate and nested paths are joined into one set of scopes; each item is done once, and the first mention fixes the order',
    evidence: 'proposed',
    source: 'csclab choice; item events are defined once per item',
  },
  {
    id: 'P1.17',
    promise: 'A directory path stands for its whole subtree, at every depth',
    evidence: 'proposed',
    source: 'csclab choice; the flags speak of directories and of new files in them',
  },
  {
    id: 'P1.18',
    promise:
      'When several items were processed and the run was completed, the call returns 0 even if some failed; item failures show only in their ItemResult messages',
    evidence: 'proposed',
    source: 'csclab choice; callers are told to watch the item results',
  },
  {
    id: 'P1.19',
    promise:
      'When the single path of a call is a directory and fails outright, as with a lost server, the call returns the error that stopped the run (such as 53) and End carries it too',
    evidence: 'proposed',
    source: 'csclab choice; success would be untrue when nothing was synchronized',
  },
  {
    id: 'P1.20',
    promise:
      'An HRESULT of the Win32 facility (0x8007xxxx) is returned as its low 16 bits, any other HRESULT unchanged as an unsigned 32-bit number',
    evidence: 'proposed',
    source: 'csclab choice; the return value is documented to be a system error code',
  },
  {
    id: 'P1.21',
    promise: 'While Offline Files is not active, the call returns 1062 (service not active)',
    evidence: 'proposed',
    source: 'csclab choice; a service that does not run cannot take the call',
  },
  {
    id: 'P1.22',
    promise: 'Synchronize calls that overlap are serialised per share: the second one waits',
    evidence: 'proposed',
    source: 'csclab choice; the pages are silent on overlapping calls',
    unobservable:
      'A second call that waits for the first comes out as one that is made after it, which is how a scenario makes its calls',
  },
  {
    id: 'P1.23',
    promise:
      "When a conflict's policy would write the side that a one-way run may not touch, such as KeepRemote under SyncOut, the conflict stays unresolved and is recorded",
    evidence: 'proposed',
    source: 'csclab choice; a one-way call must not write the side it was not asked to write',
  },
  {
    id: 'P1.24',
    promise:
      'A one-way run that meets a conflict and has no policy detects and records it exactly as a two-way run does',
    evidence: 'proposed',
    source: 'csclab choice; conflicts are found before the direction matters',
  },
]
