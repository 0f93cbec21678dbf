/**
 * Ordinary file operations come out on a volume as on a real disk, but for the differences that the table explains. It
 * writes to a folder below the system's folder for temporary files, and takes it away again; Deno must allow that, as
 * `deno task test` does.
 */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DiskPlace, timesSeen } from './testing/disk-place.ts'
import type { DiskRow } from './testing/disk-row.ts'
import { DISK_TABLE } from './testing/disk-table.ts'
import type { Place } from './testing/place.ts'
import { type Played, playRow, withTimes } from './testing/play-row.ts'
import { VolumePlace } from './testing/volume-place.ts'

/** What a row says of one side. */
function stated(row: DiskRow, side: 'disk' | 'volume'): string {
  return typeof row.outcome === 'string' ? row.outcome : row.outcome[side]
}

function playIn(row: DiskRow, place: Place): Played {
  try {
    return playRow(row, place)
  } finally {
    place.end()
  }
}

/** A refusal leaves everything as it was. */
function refusalChangedNothing({ allRefused, before, after }: Played): void {
  if (allRefused) assert.equal([...after], [...before], 'all was refused, and yet something changed')
}

const groups = DISK_TABLE.map(({ title, rows }) => rows.map((row) => ({ title, row }))).flat()

for (const { title, row } of groups) {
  test(`${title}, on a volume: ${row.operation}`, () => {
    const played = playIn(row, new VolumePlace())
    assert.is(played.outcome, stated(row, 'volume'))
    refusalChangedNothing(played)
  })
}

// The column is about Linux; the disks of other systems have their own ways.
if (process.platform === 'linux') {
  const seen = timesSeen()
  for (const { title, row } of groups) {
    test(`${title}, on a disk: ${row.operation}`, () => {
      const played = playIn(row, new DiskPlace())
      assert.is(withTimes(played.outcome, seen), withTimes(stated(row, 'disk'), seen))
      refusalChangedNothing(played)
      if (typeof row.outcome === 'string') {
        const onVolume = playIn(row, new VolumePlace())
        assert.equal([...played.after], [...onVolume.after], 'the two leave different trees')
      }
    })
  }
}

test('every row has a name of its own, and an explanation where the sides differ', () => {
  const names = groups.map(({ title, row }) => `${title}: ${row.operation}`)
  assert.is(new Set(names).size, names.length)
  assert.ok(names.length >= 60)
  for (const { row } of groups) {
    if (typeof row.outcome === 'string') continue
    assert.is.not(row.outcome.disk, row.outcome.volume, `${row.operation}: nothing differs any more`)
    assert.match(row.outcome.why, /^[A-Z].{20,}\.$/, row.operation)
  }
})

test('times that a disk does not tell are left out of both sides', () => {
  const outcome = 'ok; times of d/a: write change creation; times of d: change'
  assert.is(withTimes(outcome, ['write', 'creation']), 'ok; times of d/a: write creation; times of d: none')
})

test.run()
