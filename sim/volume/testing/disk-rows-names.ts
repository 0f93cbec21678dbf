/** Renames and names, and what comes of them on a disk and on a volume. */

import type { DiskGroup, DiskRow } from './disk-row.ts'

const ONTO_FOLDER =
  'Windows never replaces a folder, nor puts one in the place of a file: all of these are "access denied" (5).'

const BAD_NAME =
  'On POSIX a name is bytes without "/" and NUL; Windows takes no such name, and the port refuses it (123) instead of letting a program meet a file it cannot open.'

/** Renames. */
export const RENAME_ROWS: DiskGroup = {
  title: 'Renames',
  rows: [
    {
      operation: 'Rename in the folder',
      start: { a: 'one' },
      given: [['mark', 'a']],
      steps: [['rename', 'a', 'b'], ['list', ''], ['read', 'b'], ['same', 'b']],
      outcome: 'ok; lists b; "one"; the same item',
    },
    {
      operation: 'Move to another folder',
      start: { a: 'one', d: { b: 'two' } },
      given: [['mark', 'a']],
      steps: [['rename', 'a', 'd/a'], ['list', ''], ['list', 'd'], ['same', 'd/a']],
      outcome: 'ok; lists d; lists a, b; the same item',
    },
    {
      operation: 'Move a folder with all that is in it',
      start: { d: { e: { a: 'one' } }, f: {} },
      steps: [['rename', 'd', 'f/g'], ['list', ''], ['read', 'f/g/e/a']],
      outcome: 'ok; lists f; "one"',
    },
    {
      operation: 'Rename onto a file',
      start: { a: 'one', b: 'two' },
      given: [['mark', 'a']],
      steps: [['rename', 'a', 'b'], ['list', ''], ['read', 'b'], ['same', 'b']],
      outcome: 'ok; lists b; "one"; the same item',
    },
    {
      operation: 'Rename onto a file, asking not to replace it',
      start: { a: 'one', b: 'two' },
      steps: [['rename-free', 'a', 'b'], ['read', 'b']],
      outcome: {
        disk: 'ok; "one"',
        volume: 'refused: exists; "two"',
        why:
          'The rename of POSIX always replaces and cannot be asked not to; on Windows the caller says which it wants.',
      },
    },
    {
      operation: 'Rename onto a read-only file',
      start: { a: 'one', b: 'two' },
      given: [['protect', 'b']],
      steps: [['rename', 'a', 'b'], ['read', 'b']],
      outcome: {
        disk: 'ok; "one"',
        volume: 'refused: denied; "two"',
        why: 'To replace is to remove, and READONLY forbids that on Windows; POSIX asks the folder only.',
      },
    },
    {
      operation: 'Rename a file onto an empty folder',
      start: { a: 'one', d: {} },
      steps: [['rename', 'a', 'd']],
      outcome: { disk: 'refused: is a folder', volume: 'refused: denied', why: ONTO_FOLDER },
    },
    {
      operation: 'Rename a file onto a full folder',
      start: { a: 'one', d: { b: 'two' } },
      steps: [['rename', 'a', 'd']],
      outcome: { disk: 'refused: is a folder', volume: 'refused: denied', why: ONTO_FOLDER },
    },
    {
      operation: 'Rename a folder onto an empty folder',
      start: { d: { a: 'one' }, e: {} },
      steps: [['rename', 'd', 'e'], ['list', '']],
      outcome: { disk: 'ok; lists e', volume: 'refused: denied; lists d, e', why: ONTO_FOLDER },
    },
    {
      operation: 'Rename a folder onto a full folder',
      start: { d: { a: 'one' }, e: { b: 'two' } },
      steps: [['rename', 'd', 'e']],
      outcome: { disk: 'refused: not empty', volume: 'refused: denied', why: ONTO_FOLDER },
    },
    {
      operation: 'Rename a folder onto a file',
      start: { d: { a: 'one' }, b: 'two' },
      steps: [['rename', 'd', 'b']],
      outcome: { disk: 'refused: not a folder', volume: 'refused: denied', why: ONTO_FOLDER },
    },
    {
      operation: 'Rename a folder into itself',
      start: { d: { e: { a: 'one' } } },
      steps: [['rename', 'd', 'd/e/f'], ['read', 'd/e/a']],
      outcome: {
        disk: 'refused: not possible; "one"',
        volume: 'refused: denied; "one"',
        why:
          'Both refuse; POSIX has a word for a senseless argument (EINVAL), Windows says "access denied" (5).',
      },
    },
    {
      operation: 'Rename what is missing',
      steps: [['rename', 'a', 'b']],
      outcome: 'refused: not there',
    },
    {
      operation: 'Rename to a folder that is missing',
      start: { a: 'one' },
      steps: [['rename', 'a', 'd/a']],
      outcome: {
        disk: 'refused: not there',
        volume: 'refused: no such folder',
        why: 'POSIX says the same of both ends; Windows says that it is the new parent which is missing (3).',
      },
    },
    {
      operation: 'Rename to below a file',
      start: { a: 'one', b: 'two' },
      steps: [['rename', 'a', 'b/a']],
      outcome: {
        disk: 'refused: not a folder',
        volume: 'refused: no such folder',
        why:
          'Windows looks for the folder above and finds none (3); POSIX says that what stands there is no folder.',
      },
    },
    {
      operation: 'Rename onto itself',
      start: { a: 'one' },
      steps: [['rename', 'a', 'a'], ['read', 'a']],
      outcome: 'ok; "one"',
    },
    {
      operation: 'Change the case of a name',
      start: { 'plan.txt': 'one' },
      given: [['mark', 'plan.txt']],
      steps: [['rename', 'plan.txt', 'Plan.TXT'], ['list', ''], ['same', 'Plan.TXT']],
      outcome: 'ok; lists Plan.TXT; the same item',
    },
    {
      operation: 'Change the case of a folder and read what is in it',
      start: { d: { a: 'one' } },
      steps: [['rename', 'd', 'D'], ['list', ''], ['read', 'D/a']],
      outcome: 'ok; lists D; "one"',
    },
  ],
}

function badName(operation: string, name: string): DiskRow {
  return {
    operation,
    steps: [['create', name]],
    outcome: { disk: 'ok', volume: 'refused: bad name', why: BAD_NAME },
  }
}

const CASE =
  'A Windows volume finds names in any case and keeps the spelling they were given; a Linux disk has two names.'

/** Names. */
export const NAME_ROWS: DiskGroup = {
  title: 'Names',
  rows: [
    {
      operation: 'Look at a file under another case',
      start: { 'plan.txt': 'one' },
      steps: [['stat', 'PLAN.txt']],
      outcome: { disk: 'refused: not there', volume: 'a file of 3 bytes', why: CASE },
    },
    {
      operation: 'Write a file under another case',
      start: { 'plan.txt': 'one' },
      steps: [['write', 'PLAN.txt', 'two'], ['list', ''], ['read', 'plan.txt']],
      outcome: {
        disk: 'ok; lists PLAN.txt, plan.txt; "one"',
        volume: 'ok; lists plan.txt; "two"',
        why: CASE,
      },
    },
    {
      operation: 'Make a folder under another case',
      start: { d: {} },
      steps: [['mkdir', 'D']],
      outcome: { disk: 'ok', volume: 'refused: exists', why: CASE },
    },
    {
      operation: 'Case beyond ASCII: é and É',
      start: { 'é': 'one' },
      steps: [['create', 'É']],
      outcome: { disk: 'ok', volume: 'refused: exists', why: CASE },
    },
    {
      operation: 'What only looks like a case: ß and SS, ı and I, µ and Μ',
      start: { 'ß': '1', 'ı': '2', 'µ': '3' },
      steps: [['create', 'SS'], ['create', 'I'], ['create', '\u039c']],
      outcome: 'ok; ok; ok',
    },
    {
      operation: 'The same letter composed and decomposed (NFC and NFD)',
      start: { '\u00e9': 'composed' },
      steps: [['create', 'e\u0301'], ['read', '\u00e9']],
      outcome: 'ok; "composed"',
    },
    {
      operation: 'Halves of a surrogate pair as names',
      start: { '\ud800': 'one' },
      steps: [['create', '\ud801']],
      outcome: {
        disk: 'refused: exists',
        volume: 'ok',
        why:
          'NTFS names are 16-bit units and need not be text; on a Linux disk names are UTF-8, into which both halves go as the same replacement character.',
      },
    },
    {
      operation: 'Spaces and dots inside and in front',
      steps: [['create', ' a b.c..d'], ['create', '.e'], ['list', '']],
      outcome: 'ok; ok; lists  a b.c..d, .e',
    },
    badName('A dot at the end', 'plan.'),
    badName('A space at the end', 'plan '),
    badName('Nothing but dots', '...'),
    badName('A device name', 'CON'),
    badName('A device name with an extension, in lower case', 'com1.txt'),
    {
      operation: 'Almost a device name',
      steps: [['create', 'CONSOLE'], ['create', 'COM0'], ['create', 'nul-1']],
      outcome: 'ok; ok; ok',
    },
    badName('A colon', 'plan:old'),
    badName('A question mark', 'plan?'),
    badName('A star', 'plan*'),
    badName('A bar', 'a|b'),
    badName('Angle brackets', '<plan>'),
    badName('A quotation mark', 'a"b'),
    badName('A backslash', 'a\\b'),
    badName('A line feed', 'a\nb'),
    {
      operation: 'A name of 255 letters, and one of 256',
      steps: [['create', 'n'.repeat(255)], ['create', 'n'.repeat(256)]],
      outcome: 'ok; refused: name too long',
    },
    {
      operation: 'A name of 200 letters that take two bytes each',
      steps: [['create', 'é'.repeat(200)]],
      outcome: {
        disk: 'refused: name too long',
        volume: 'ok',
        why: 'Both stop at 255: Linux counts bytes of UTF-8, NTFS 16-bit units.',
      },
    },
    {
      operation: 'A path of 6,000 letters',
      steps: [['mkdirs', Array.from({ length: 30 }, () => 'n'.repeat(199)).join('/')]],
      outcome: {
        disk: 'refused: name too long',
        volume: 'ok',
        why: 'Linux takes paths of 4,095 bytes in one call, Windows 32,767 units (P14.3).',
      },
    },
    {
      operation: 'Two dots and one dot in a path',
      start: { a: 'one', d: {} },
      steps: [['stat', 'd/../a'], ['stat', 'd/.']],
      outcome: {
        disk: 'a file of 3 bytes; a folder',
        volume: 'refused: no such folder; refused: not there',
        why:
          'A volume is asked with names, which Windows has taken out of the path before; no item is called "." or "..".',
      },
    },
    {
      operation: 'A separator too many',
      start: { d: { a: 'one' } },
      steps: [['stat', 'd//a'], ['stat', 'd/']],
      outcome: {
        disk: 'a file of 3 bytes; a folder',
        volume: 'refused: no such folder; refused: not there',
        why: 'The same: what makes a path out of a text drops empty names; a volume is not asked for one.',
      },
    },
  ],
}
