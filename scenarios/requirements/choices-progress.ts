/** The choices csclab makes on progress messages and on the properties of an item. */

import type { Requirement } from './requirement.ts'

/** Choices on progress messages, cancelling and the dirty mark. */
export const PROGRESS_CHOICES: readonly Requirement[] = [
  {
    id: 'P4.1',
    promise:
      'The brackets around the path in the progress format are not literal but mark an optional field; a message without a path stops at its third colon',
    evidence: 'proposed',
    source: 'csclab choice; brackets are a convention of the documentation',
  },
  {
    id: 'P4.2',
    promise:
      "The result is written as an unsigned decimal number for the HRESULT's 32 bits, such as 0 or 2147942432; a parser should also take signed decimal and 0x hexadecimal",
    evidence: 'proposed',
    source: 'csclab choice; WMI writes unsigned numbers',
  },
  {
    id: 'P4.3',
    promise: 'On success the result text is the system message of code 0',
    evidence: 'proposed',
    source: 'csclab choice; the text is documented to belong to the result',
  },
  {
    id: 'P4.4',
    promise: 'The line break that Windows puts at the end of a message text is trimmed off',
    evidence: 'proposed',
    source: 'csclab choice; a progress message is one line',
  },
  {
    id: 'P4.5',
    promise:
      'The result text may hold colons, so reason and result are read from the left, and the path is what follows the last colon that stands before \\\\, before [\\\\ or at the end',
    evidence: 'proposed',
    source: 'csclab choice; the documented format has no escaping',
  },
  {
    id: 'P4.6',
    promise:
      'The upper bound of a progress report is the total of work items and its current value the number of finished ones; Begin reports 0 and 0',
    evidence: 'proposed',
    source: 'csclab choice; backed by the WMI convention for progress',
  },
  {
    id: 'P4.7',
    promise: 'Begin and ItemBegin carry the result 0',
    evidence: 'proposed',
    source: 'csclab choice; nothing has happened yet at that time',
  },
  {
    id: 'P4.8',
    promise: 'End carries 0, or 0x800704C7 when the run was cancelled, or else the error of the run',
    evidence: 'proposed',
    source: 'csclab choice; backed by the progress callback contract',
  },
  {
    id: 'P4.9',
    promise: 'A failed item does not show in End, which still carries 0',
    evidence: 'proposed',
    source: 'csclab choice; the item results carry the failures',
  },
  {
    id: 'P4.10',
    promise:
      'Over WMI a run is cancelled with CancelAsyncCall: it stops before its next item, sends End with 0x800704C7 and returns 1223',
    evidence: 'proposed',
    source: 'csclab choice; the page speaks of cancelling but names no means',
  },
  {
    id: 'P4.11',
    promise:
      'Without AsyncProgress the engine waits for each callback, and Retry or Abort acts on that very item; with it events are queued in order, Abort waits for the next item boundary and Retry is ignored',
    evidence: 'proposed',
    source: 'csclab choice; the page section on asynchronous progress is missing',
  },
  {
    id: 'P4.12',
    promise: 'When the Begin callback asks to abort, no item events follow and End is sent with 0x800704C7',
    evidence: 'proposed',
    source: 'csclab choice; End is promised once',
  },
  {
    id: 'P4.13',
    promise:
      'When the ItemBegin callback answers Abort, the item is not attempted and no ItemResult is sent for it',
    evidence: 'proposed',
    source: 'csclab choice; the answer is documented to stop at once',
  },
  {
    id: 'P4.14',
    promise: 'When the ItemBegin callback answers Retry, that is the same as Continue',
    evidence: 'proposed',
    source: 'csclab choice; there is nothing to repeat yet',
  },
  {
    id: 'P4.15',
    promise:
      'Retry may be answered for ever, but the simulator has a configurable guard that turns it into Abort in the end',
    evidence: 'proposed',
    source: 'csclab choice; the callback contract sets no limit',
  },
  {
    id: 'P4.16',
    promise: 'Retry after a success repeats the item, which by then is Stable and gives the result 0',
    evidence: 'proposed',
    source: 'csclab choice; a literal reading of the answer',
  },
  {
    id: 'P4.17',
    promise:
      'Messages come as Begin, then pairs of ItemBegin and ItemResult that never interleave, then End; only an ItemBegin that was answered with Abort stands without a result',
    evidence: 'proposed',
    source: 'csclab choice; one worker does all items',
  },
  {
    id: 'P4.18',
    promise: 'A directory is reported like a file when it has work to do or fails',
    evidence: 'proposed',
    source: 'csclab choice; results are documented for files and directories',
  },
  {
    id: 'P5.1',
    promise:
      'An item is dirty when any of the five other change marks is set: deleted offline, created offline, data modified, attributes modified or time modified',
    evidence: 'proposed',
    source: 'csclab choice; one page leaves the time out, the other says modified',
  },
]
