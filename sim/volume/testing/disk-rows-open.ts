/** What open files do, on a disk and on a volume. */

import type { DiskGroup } from './disk-row.ts'

const REPLACING =
  'Windows does not replace a file that somebody has open, whatever they share: "access denied" (5, FileRenameInformation).'

const PENDING =
  'On Windows a removed file that is still open keeps its name until the last handle is closed, and nobody gets in any more (5); on POSIX the name is gone at once.'

const SHARING =
  'A Windows program says what others may do while it has the file open, and they are refused (32); POSIX has no such thing.'

/** Open files while other things happen. */
export const OPEN_ROWS: DiskGroup = {
  title: 'Open files',
  rows: [
    {
      operation: 'Read after the file was renamed',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read']],
      steps: [['rename', 'a', 'b'], ['read-at', 'f', 0, 9]],
      outcome: 'ok; "one"',
    },
    {
      operation: 'Write after the file was renamed',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read-write']],
      steps: [['rename', 'a', 'b'], ['write-at', 'f', 0, 'two'], ['read', 'b']],
      outcome: 'ok; ok; "two"',
    },
    {
      operation: 'Read after the case of the name was changed',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read']],
      steps: [['rename', 'a', 'A'], ['read-at', 'f', 0, 9], ['list', '']],
      outcome: 'ok; "one"; lists A',
    },
    {
      operation: 'The file was renamed and another one made under its old name',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read-write']],
      steps: [['rename', 'a', 'b'], ['write', 'a', 'new'], ['write-at', 'f', 0, 'two'], ['read', 'a'], [
        'read',
        'b',
      ]],
      outcome: 'ok; ok; ok; "new"; "two"',
    },
    {
      operation: 'Rename a file that is open and shares reading only',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read', ['read']]],
      steps: [['rename', 'a', 'b'], ['list', '']],
      outcome: { disk: 'ok; lists b', volume: 'refused: in use; lists a', why: SHARING },
    },
    {
      operation: 'Rename the folder of an open file',
      start: { d: { a: 'one' } },
      given: [['open', 'f', 'd/a', 'read-write']],
      steps: [['rename', 'd', 'e'], ['write-at', 'f', 0, 'two'], ['read-at', 'f', 0, 9], ['list', '']],
      outcome: {
        disk: 'ok; ok; "two"; lists e',
        volume: 'refused: denied; ok; "two"; lists d',
        why: 'Windows does not rename a folder while anything below it is open (5); POSIX does not care.',
      },
    },
    {
      operation: 'Remove a file that is open',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read']],
      steps: [['remove', 'a'], ['list', '']],
      outcome: { disk: 'ok; lists nothing', volume: 'ok; lists a', why: PENDING },
    },
    {
      operation: 'Read and write a file that was removed',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read-write']],
      steps: [['remove', 'a'], ['write-at', 'f', 0, 'two'], ['read-at', 'f', 0, 9], ['close', 'f']],
      outcome: 'ok; ok; "two"; ok',
    },
    {
      operation: 'Open a file that was removed and is still open',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read']],
      steps: [['remove', 'a'], ['open', 'g', 'a', 'read']],
      outcome: { disk: 'ok; refused: not there', volume: 'ok; refused: being deleted', why: PENDING },
    },
    {
      operation: 'Make a file under the name of one that was removed and is still open',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read']],
      steps: [['remove', 'a'], ['write', 'a', 'two'], ['read-at', 'f', 0, 9]],
      outcome: { disk: 'ok; ok; "one"', volume: 'ok; refused: being deleted; "one"', why: PENDING },
    },
    {
      operation: 'Rename a file that was removed and is still open',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read']],
      steps: [['remove', 'a'], ['rename', 'a', 'b']],
      outcome: { disk: 'ok; refused: not there', volume: 'ok; refused: being deleted', why: PENDING },
    },
    {
      operation: 'Remove a folder whose last file was removed and is still open',
      start: { d: { a: 'one' } },
      given: [['open', 'f', 'd/a', 'read']],
      steps: [['remove', 'd/a'], ['remove', 'd']],
      outcome: { disk: 'ok; ok', volume: 'ok; refused: not empty', why: PENDING },
    },
    {
      operation: 'Close the file that was removed',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read']],
      steps: [['remove', 'a'], ['close', 'f'], ['list', ''], ['create', 'a']],
      outcome: 'ok; ok; lists nothing; ok',
    },
    {
      operation: 'Two have the removed file open, one closes it',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read'], ['open', 'g', 'a', 'read']],
      steps: [['remove', 'a'], ['close', 'f'], ['list', ''], ['close', 'g'], ['list', '']],
      outcome: {
        disk: 'ok; ok; lists nothing; ok; lists nothing',
        volume: 'ok; ok; lists a; ok; lists nothing',
        why: PENDING,
      },
    },
    {
      operation: 'Remove a file that is open and shares reading and writing only',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read', ['read', 'write']]],
      steps: [['remove', 'a'], ['list', '']],
      outcome: { disk: 'ok; lists nothing', volume: 'refused: in use; lists a', why: SHARING },
    },
    {
      operation: 'Rename another file onto one that is open',
      start: { a: 'one', b: 'two' },
      given: [['open', 'f', 'a', 'read']],
      steps: [['rename', 'b', 'a'], ['read', 'a'], ['read-at', 'f', 0, 9]],
      outcome: { disk: 'ok; "two"; "one"', volume: 'refused: denied; "one"; "one"', why: REPLACING },
    },
    {
      operation: 'Rename another file onto one that is open and shares reading only',
      start: { a: 'one', b: 'two' },
      given: [['open', 'f', 'a', 'read', ['read']]],
      steps: [['rename', 'b', 'a'], ['read', 'a']],
      outcome: { disk: 'ok; "two"', volume: 'refused: denied; "one"', why: REPLACING },
    },
    {
      operation: 'Put a whole content in one step while somebody reads',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read']],
      steps: [['swap', 'a', 'two'], ['read', 'a'], ['read-at', 'f', 0, 9]],
      outcome: {
        disk: 'ok; "two"; "one"',
        volume: 'ok; "two"; "two"',
        why:
          'On a disk the reader keeps the old item, which has no name any more; on the volume it is the same item with new content. A reader that wants the old content opens with a snapshot.',
      },
    },
    {
      operation: 'Put a whole content in one step while somebody reads and shares reading only',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read', ['read']]],
      steps: [['swap', 'a', 'two'], ['read-at', 'f', 0, 9]],
      outcome: { disk: 'ok; "one"', volume: 'refused: in use; "one"', why: SHARING },
    },
    {
      operation: 'Write through a file opened for reading',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read']],
      steps: [['write-at', 'f', 0, 'x']],
      outcome: {
        disk: 'refused: not opened for that',
        volume: 'refused: denied',
        why: 'Both refuse; POSIX calls it a bad descriptor, Windows denies it (5).',
      },
    },
  ],
}

/** Several who have the same file open. */
export const SHARED_ROWS: DiskGroup = {
  title: 'Files open twice',
  rows: [
    {
      operation: 'A reader sees what a writer writes, at once',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read'], ['open', 'g', 'a', 'write']],
      steps: [['write-at', 'g', 0, 'two'], ['read-at', 'f', 0, 9]],
      outcome: 'ok; "two"',
    },
    {
      operation: 'A writer comes while a reader shares reading only',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read', ['read']]],
      steps: [['open', 'g', 'a', 'write']],
      outcome: { disk: 'ok', volume: 'refused: in use', why: SHARING },
    },
    {
      operation: 'A second reader comes and shares reading only',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'read']],
      steps: [['open', 'g', 'a', 'read', ['read']], ['read-at', 'g', 0, 9]],
      outcome: 'ok; "one"',
    },
    {
      operation: 'A reader comes who does not share the writing that goes on',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'write']],
      steps: [['open', 'g', 'a', 'read', ['read']]],
      outcome: { disk: 'ok', volume: 'refused: in use', why: SHARING },
    },
    {
      operation: 'Two writers at different places',
      start: { a: '......' },
      given: [['open', 'f', 'a', 'write'], ['open', 'g', 'a', 'write']],
      steps: [['write-at', 'f', 0, 'ff'], ['write-at', 'g', 4, 'gg'], ['read', 'a']],
      outcome: 'ok; ok; "ff..gg"',
    },
    {
      operation: 'A second writer comes while the first shares reading only',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'write', ['read']]],
      steps: [['open', 'g', 'a', 'write']],
      outcome: { disk: 'ok', volume: 'refused: in use', why: SHARING },
    },
    {
      operation: 'Two writers add in turn, each at the end it finds',
      start: { a: '' },
      given: [['open', 'f', 'a', 'write'], ['open', 'g', 'a', 'write']],
      steps: [['write-end', 'f', 'f1'], ['write-end', 'g', 'g1'], ['write-end', 'f', 'f2'], ['read', 'a']],
      outcome: 'ok; ok; ok; "f1g1f2"',
    },
    {
      operation: 'Two writers add at the same end: the second wins',
      start: { a: 'abc' },
      given: [['open', 'f', 'a', 'write'], ['open', 'g', 'a', 'write']],
      steps: [['write-at', 'f', 3, 'first'], ['write-at', 'g', 3, '2nd'], ['read', 'a']],
      outcome: 'ok; ok; "abc2ndst"',
    },
    {
      operation: 'The file is cut while somebody reads',
      start: { a: 'abcdef' },
      given: [['open', 'f', 'a', 'read'], ['open', 'g', 'a', 'write']],
      steps: [['truncate-open', 'g', 2], ['read-at', 'f', 0, 9], ['read-at', 'f', 3, 9]],
      outcome: 'ok; "ab"; ""',
    },
    {
      operation: 'Read through a file opened for writing',
      start: { a: 'one' },
      given: [['open', 'f', 'a', 'write']],
      steps: [['read-at', 'f', 0, 9]],
      outcome: {
        disk: 'refused: not opened for that',
        volume: 'refused: denied',
        why: 'Both refuse; POSIX calls it a bad descriptor, Windows denies it (5).',
      },
    },
    {
      operation: 'A removed file is out of the way for a move of its folder',
      start: { d: { a: 'one' } },
      given: [['open', 'f', 'd/a', 'read']],
      steps: [['remove', 'd/a'], ['close', 'f'], ['rename', 'd', 'e'], ['list', 'e']],
      outcome: 'ok; ok; ok; lists nothing',
    },
  ],
}
