/** File entries as the versions of Windows write them, byte by byte. */

import { hex, joined } from './samples.ts'

/** Fields between the FAT access time's unknown number and the long name, in each version of the block 0xBEEF0004. */
const BEFORE_NAME: Readonly<Record<number, string>> = {
  3: '00 00',
  7: '00 00  01 02 03 04 05 06 07 00  00 00 00 00 00 00 00 00  00 00',
  8: '00 00  01 02 03 04 05 06 07 00  00 00 00 00 00 00 00 00  00 00  00 00 00 00',
  9: '00 00  01 02 03 04 05 06 07 00  00 00 00 00 00 00 00 00  00 00  00 00 00 00  00 00 00 00',
}

/** The data of an item for `LONGNA~1.TXT`, 5 bytes, ARCHIVE, whose long name stands in a block of the version. */
export function fileEntry(version: number, longName: string): Uint8Array {
  const name = Uint8Array.from(
    longName.split('').flatMap((unit) => {
      const code = unit.charCodeAt(0)
      return [code & 0xff, code >> 8]
    }),
  )
  const before = hex(BEFORE_NAME[version] ?? '')
  const size = 18 + before.length + name.length + 4
  return joined(
    hex('32 00 05 00 00 00 22 50 82 18 20 00 4c 4f 4e 47 4e 41 7e 31 2e 54 58 54 00 00'),
    Uint8Array.of(size, 0, version, 0),
    hex('04 00 ef be 22 50 82 18 23 50 82 18 2e 00'),
    before,
    name,
    hex('00 00 1c 00'),
  )
}
