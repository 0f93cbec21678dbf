/** The table of ordinary operations: what a Linux disk does, what a volume does, and why they differ. */

import { FILE_ROWS, FOLDER_ROWS } from './disk-rows-items.ts'
import { NAME_ROWS, RENAME_ROWS } from './disk-rows-names.ts'
import { OPEN_ROWS, SHARED_ROWS } from './disk-rows-open.ts'
import { TIME_ROWS } from './disk-rows-times.ts'
import type { DiskGroup } from './disk-row.ts'

/** All rows, by group, in the order of the page. */
export const DISK_TABLE: readonly DiskGroup[] = [
  FILE_ROWS,
  FOLDER_ROWS,
  RENAME_ROWS,
  NAME_ROWS,
  TIME_ROWS,
  OPEN_ROWS,
  SHARED_ROWS,
]
