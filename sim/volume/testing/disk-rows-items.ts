/** Ordinary operations on files and folders, and what comes of them on a disk and on a volume. */

import type { DiskGroup } from './disk-row.ts'

/** Both sides refuse; Windows has a code of its own for a missing parent. */
const PARENT =
  'POSIX has one word for a missing name and a missing parent; Windows tells them apart (2 and 3), and a port must show both.'

const THROUGH_FILE =
  'Windows looks for the folder above and finds none (3); POSIX says that what stands there is no folder.'

const NO_FOLDERS =
  'Opening a folder as if it were a file is "access denied" (5) on Windows; POSIX names the reason.'

/** Operations on one file. */
export const FILE_ROWS: DiskGroup = {
  title: 'Files',
  rows: [
    {
      operation: 'Create a file',
      steps: [['create', 'a'], ['stat', 'a']],
      outcome: 'ok; a file of 0 bytes',
    },
    {
      operation: 'Create a file that is there',
      start: { a: 'one' },
      steps: [['create', 'a'], ['read', 'a']],
      outcome: 'refused: exists; "one"',
    },
    {
      operation: 'Create a file where a folder has the name',
      start: { a: { x: 'x' } },
      steps: [['create', 'a']],
      outcome: 'refused: exists',
    },
    {
      operation: 'Create a file in a folder that is missing',
      steps: [['create', 'd/a']],
      outcome: { disk: 'refused: not there', volume: 'refused: no such folder', why: PARENT },
    },
    {
      operation: 'Create a file below a file',
      start: { a: 'one' },
      steps: [['create', 'a/b']],
      outcome: { disk: 'refused: not a folder', volume: 'refused: no such folder', why: THROUGH_FILE },
    },
    {
      operation: 'Write a new file',
      steps: [['write', 'a', 'one'], ['read', 'a']],
      outcome: 'ok; "one"',
    },
    {
      operation: 'Overwrite a file with less',
      start: { a: 'longer' },
      steps: [['write', 'a', 'one'], ['read', 'a']],
      outcome: 'ok; "one"',
    },
    {
      operation: 'Write onto a folder',
      start: { d: { x: 'x' } },
      steps: [['write', 'd', 'one']],
      outcome: { disk: 'refused: is a folder', volume: 'refused: denied', why: NO_FOLDERS },
    },
    {
      operation: 'Append',
      start: { a: 'one' },
      steps: [['append', 'a', ' two'], ['read', 'a']],
      outcome: 'ok; "one two"',
    },
    {
      operation: 'Append to a file that is missing',
      steps: [['append', 'a', 'one']],
      outcome: 'refused: not there',
    },
    {
      operation: 'Overwrite bytes in place',
      start: { a: 'abcdef' },
      steps: [['edit', 'a', 2, 'XY'], ['read', 'a']],
      outcome: 'ok; "abXYef"',
    },
    {
      operation: 'Overwrite across the end',
      start: { a: 'abc' },
      steps: [['edit', 'a', 2, 'XYZ'], ['read', 'a']],
      outcome: 'ok; "abXYZ"',
    },
    {
      operation: 'Write past the end',
      start: { a: 'ab' },
      steps: [['edit', 'a', 4, 'z'], ['read', 'a']],
      outcome: 'ok; "ab\\u0000\\u0000z"',
    },
    {
      operation: 'Write far past the end: a hole reads as zeros',
      start: { a: 'ab' },
      given: [['open', 'f', 'a', 'read-write']],
      steps: [['write-at', 'f', 1_000_000, 'z'], ['stat', 'a'], ['read-at', 'f', 500_000, 2], [
        'read-at',
        'f',
        1,
        2,
      ]],
      outcome: 'ok; a file of 1000001 bytes; "\\u0000\\u0000"; "b\\u0000"',
    },
    {
      operation: 'Write far past the end: the room it takes',
      start: { a: 'ab' },
      steps: [['edit', 'a', 1_000_000, 'z'], ['room', 'a']],
      outcome: {
        disk: 'ok; takes less room than it has bytes',
        volume: 'ok; takes room for all its bytes',
        why: 'On Linux every file may have holes; on NTFS only one that was made sparse has them.',
      },
    },
    {
      operation: 'Write far past the end of a sparse file: the room it takes',
      start: { a: 'ab' },
      given: [['sparse', 'a']],
      steps: [['edit', 'a', 1_000_000, 'z'], ['room', 'a'], ['truncate', 'a', 3], ['read', 'a']],
      outcome: 'ok; takes less room than it has bytes; ok; "ab\\u0000"',
    },
    {
      operation: 'Truncate to less',
      start: { a: 'abcdef' },
      steps: [['truncate', 'a', 2], ['read', 'a']],
      outcome: 'ok; "ab"',
    },
    {
      operation: 'Truncate to more',
      start: { a: 'ab' },
      steps: [['truncate', 'a', 4], ['read', 'a']],
      outcome: 'ok; "ab\\u0000\\u0000"',
    },
    {
      operation: 'Cut and fill again: the old bytes do not come back',
      start: { a: 'abcdef' },
      steps: [['truncate', 'a', 1], ['truncate', 'a', 3], ['edit', 'a', 4, 'z'], ['read', 'a']],
      outcome: 'ok; ok; ok; "a\\u0000\\u0000\\u0000z"',
    },
    {
      operation: 'Truncate a file that is missing',
      steps: [['truncate', 'a', 0]],
      outcome: 'refused: not there',
    },
    {
      operation: 'Read at the end, across it and past it',
      start: { a: 'abc' },
      given: [['open', 'f', 'a', 'read']],
      steps: [['read-at', 'f', 3, 2], ['read-at', 'f', 2, 5], ['read-at', 'f', 9, 1]],
      outcome: '""; "c"; ""',
    },
    {
      operation: 'Read a file that is missing',
      steps: [['read', 'a']],
      outcome: 'refused: not there',
    },
    {
      operation: 'Read a folder',
      start: { d: {} },
      steps: [['read', 'd']],
      outcome: { disk: 'refused: is a folder', volume: 'refused: denied', why: NO_FOLDERS },
    },
    {
      operation: 'The size is in bytes',
      start: { a: 'é€' },
      steps: [['stat', 'a'], ['truncate', 'a', 2], ['read', 'a']],
      outcome: 'a file of 5 bytes; ok; "é"',
    },
    {
      operation: 'A file of more than one request',
      steps: [['write', 'a', 'x'.repeat(1_048_577)], ['stat', 'a']],
      outcome: 'ok; a file of 1048577 bytes',
    },
    {
      operation: 'Look at a file, a folder and at nothing',
      start: { a: 'one', d: {} },
      steps: [['stat', 'a'], ['stat', 'd'], ['stat', 'b']],
      outcome: 'a file of 3 bytes; a folder; refused: not there',
    },
    {
      operation: 'Look below a folder that is missing',
      steps: [['stat', 'd/a']],
      outcome: { disk: 'refused: not there', volume: 'refused: no such folder', why: PARENT },
    },
    {
      operation: 'Look through a file',
      start: { a: 'one' },
      steps: [['stat', 'a/b']],
      outcome: { disk: 'refused: not a folder', volume: 'refused: no such folder', why: THROUGH_FILE },
    },
    {
      operation: 'Put a whole content in one step',
      start: { a: 'one' },
      given: [['mark', 'a']],
      steps: [['swap', 'a', 'two'], ['read', 'a'], ['same', 'a']],
      outcome: {
        disk: 'ok; "two"; another item',
        volume: 'ok; "two"; the same item',
        why:
          'A disk has only the renaming of a second file over the first, which is another item; the volume commits staged bytes, and the file keeps its id, its creation time and its rights.',
      },
    },
    {
      operation: 'Remove a file',
      start: { a: 'one', b: 'two' },
      steps: [['remove', 'a'], ['list', ''], ['stat', 'a']],
      outcome: 'ok; lists b; refused: not there',
    },
    {
      operation: 'Remove a read-only file',
      start: { a: 'one' },
      given: [['protect', 'a']],
      steps: [['remove', 'a']],
      outcome: {
        disk: 'ok',
        volume: 'refused: denied',
        why:
          'On Windows READONLY protects the file itself; on POSIX the folder decides who may take names out of it.',
      },
    },
  ],
}

/** Operations on folders. */
export const FOLDER_ROWS: DiskGroup = {
  title: 'Folders',
  rows: [
    {
      operation: 'Make a folder',
      steps: [['mkdir', 'd'], ['stat', 'd'], ['list', 'd']],
      outcome: 'ok; a folder; lists nothing',
    },
    {
      operation: 'Make a folder that is there',
      start: { d: { a: 'one' } },
      steps: [['mkdir', 'd'], ['list', 'd']],
      outcome: 'refused: exists; lists a',
    },
    {
      operation: 'Make a folder where a file has the name',
      start: { a: 'one' },
      steps: [['mkdir', 'a'], ['read', 'a']],
      outcome: 'refused: exists; "one"',
    },
    {
      operation: 'Make a folder in one that is missing',
      steps: [['mkdir', 'd/e']],
      outcome: { disk: 'refused: not there', volume: 'refused: no such folder', why: PARENT },
    },
    {
      operation: 'Make a folder below a file',
      start: { a: 'one' },
      steps: [['mkdir', 'a/d']],
      outcome: { disk: 'refused: not a folder', volume: 'refused: no such folder', why: THROUGH_FILE },
    },
    {
      operation: 'Make folders 100 deep and write at the bottom',
      steps: [
        ['mkdirs', Array.from({ length: 100 }, () => 'd').join('/')],
        ['write', `${'d/'.repeat(100)}a`, 'deep'],
        ['read', `${'d/'.repeat(100)}a`],
      ],
      outcome: 'ok; ok; "deep"',
    },
    {
      operation: 'List a folder: its own names and none from below',
      start: { b: 'one', a: { c: 'two' } },
      steps: [['list', '']],
      outcome: 'lists a, b',
    },
    {
      operation: 'The order of a listing',
      start: { b: '1', _: '2', C: '3', a: '4', 'é': '5' },
      steps: [['order', '']],
      outcome: {
        disk: 'lists in an order of its own',
        volume: 'lists a, b, C, _, é',
        why:
          'A disk promises no order (it may follow a hash or the age); NTFS lists by the upper-cased name, unit by unit, so "_" comes after the letters. The same scenario must give the same listing everywhere.',
      },
    },
    {
      operation: 'List a folder that is missing',
      steps: [['list', 'd']],
      outcome: 'refused: not there',
    },
    {
      operation: 'List a file',
      start: { a: 'one' },
      steps: [['list', 'a']],
      outcome: 'refused: not a folder',
    },
    {
      operation: 'Remove an empty folder',
      start: { d: {} },
      steps: [['remove', 'd'], ['list', '']],
      outcome: 'ok; lists nothing',
    },
    {
      operation: 'Remove a full folder',
      start: { d: { a: 'one' } },
      steps: [['remove', 'd'], ['read', 'd/a']],
      outcome: 'refused: not empty; "one"',
    },
    {
      operation: 'Empty a folder whose file was replaced by a rename, then remove it',
      start: { s: 'new', d: { a: 'old' } },
      steps: [['rename', 's', 'd/a'], ['remove', 'd/a'], ['remove', 'd'], ['list', '']],
      outcome: 'ok; ok; ok; lists nothing',
    },
    {
      operation: 'Remove what is missing',
      steps: [['remove', 'a']],
      outcome: 'refused: not there',
    },
    {
      operation: 'Remove below a folder that is missing',
      steps: [['remove', 'd/a']],
      outcome: { disk: 'refused: not there', volume: 'refused: no such folder', why: PARENT },
    },
    {
      operation: 'Remove a file and make a folder of the same name',
      start: { a: 'one' },
      steps: [['remove', 'a'], ['mkdir', 'a'], ['stat', 'a']],
      outcome: 'ok; ok; a folder',
    },
  ],
}
