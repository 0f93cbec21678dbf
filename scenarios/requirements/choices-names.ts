/** The choices csclab makes on the order of events, on error codes and on names. */

import type { Requirement } from './requirement.ts'

/** Choices on events, error codes, names and paths. */
export const NAME_CHOICES: readonly Requirement[] = [
  {
    id: 'P10.1',
    promise:
      "Within an item come ItemBegin, the data change, the item's events, SyncFileResult and ItemResult, in this order; a conflict record is announced before SyncFileResult",
    evidence: 'proposed',
    source: 'csclab choice; no order is documented, and this keeps the result last',
  },
  {
    id: 'P11.1',
    promise:
      'A code that has both a COM and a Win32 text is printed with the Win32 one, so 0x80070057 reads as the text of 87; the same goes for the codes of 5 and 14',
    evidence: 'proposed',
    source: 'csclab choice; current systems look these codes up in the Win32 table',
  },
  {
    id: 'P11.2',
    promise:
      "Which failure gives which error code is csclab's own assignment wherever no rule names the code",
    evidence: 'proposed',
    source: 'csclab choice; no page lists the codes that Synchronize can return',
  },
  {
    id: 'P14.1',
    promise:
      'Names are compared after upper-casing each UTF-16 unit by itself, one unit to one unit, so ß is not SS and ı is not I; language rules play no part',
    evidence: 'proposed',
    source: 'csclab choice; the file system folds names unit by unit',
  },
  {
    id: 'P14.2',
    promise:
      'Server and share names are compared like other names, and no DNS names are matched: srv and srv.dom are different servers',
    evidence: 'proposed',
    source: 'csclab choice; field notes show two independent cache trees',
  },
  {
    id: 'P14.3',
    promise:
      'A path may have 32,767 units in all and 255 per component; an optional strict mode stops at 259',
    evidence: 'proposed',
    source: 'csclab choice; the strict mode reproduces reports of error 206',
  },
  {
    id: 'P14.4',
    promise:
      'A share name has 1 to 80 units of file-name characters, is neither . nor .., and may end in $ for a hidden share',
    evidence: 'proposed',
    source: 'csclab choice; backed by the SMB limit on share names',
  },
  {
    id: 'P14.5',
    promise: 'A short alias in a path, such as PROGRA~1, is not resolved but taken as an ordinary name',
    evidence: 'proposed',
    source: 'csclab choice; the cache is keyed by long names',
  },
  {
    id: 'P14.6',
    promise: 'A path that uses stream syntax, with a colon in a component, fails with 123',
    evidence: 'proposed',
    source: 'csclab choice; only the unnamed stream is cached',
  },
  {
    id: 'P14.7',
    promise: 'A path with a component that ends in a dot or a space fails with 123',
    evidence: 'proposed',
    source: 'csclab choice; it would be an alias of another name',
  },
  {
    id: 'P14.8',
    promise: 'A path with a reserved device name such as NUL fails with 123',
    evidence: 'proposed',
    source: 'csclab choice; it would be an alias of a device',
  },
]
