/** The page about volumes and disks, made from the table that the tests play. */

import { DISK_REFUSALS } from './disk-place.ts'
import type { DiskRow, Step } from './disk-row.ts'
import { DISK_TABLE } from './disk-table.ts'
import { shown } from './place.ts'
import { VOLUME_REFUSALS } from './volume-place.ts'

/** The page in Markdown. */
export function volumeAndDiskMarkdown(): string {
  const sections = DISK_TABLE.map(({ title, rows }) => [
    `## ${title}\n`,
    ...table(['operation', 'on a disk (Linux)', 'on a volume', 'why they differ'], rows.map(cells)),
  ])
  return [preface(), ...sections.flat(), ...legend()].join('\n')
}

function preface(): string {
  const rows = DISK_TABLE.flatMap((group) => group.rows)
  const different = rows.filter(({ outcome }) => typeof outcome !== 'string').length
  return `# A volume and a disk

csclab's worlds live on volumes in memory. This page holds them against a real disk: ${rows.length} ordinary operations, played by a
test (\`sim/volume/volume-and-disk.test.ts\`) through \`node:fs\` in a folder of this machine and through the volume's own calls.
${different} come out differently, each for the reason that stands beside it. The test fails on a difference that is not listed
here, and on a listed one that is gone. Everywhere else the two must also leave the same names and bytes behind, and a
refusal must leave what was there. The page is made from the test's table.

How to read it: below each operation are its calls, first those that only prepare it; a file that is open has a name of its
own (\`f\`, \`g\`) and shares everything unless the modes are named. The answers stand in the order of the calls. Times are
given as *write* (mtime, LastWriteTime), *change* (ctime, ChangeTime) and *creation* (birthtime, CreationTime), those
that moved. The last access is left out, since mount options decide it, and so is *creation* on disks that keep none. The disk
column holds on ext4, tmpfs and overlayfs; rights of users are no part of it.
`
}

function cells({ operation, given = [], steps, outcome }: DiskRow): readonly string[] {
  const before = given.length === 0 ? '' : `${code(given)}, then `
  const what = `${operation}<br>${before}${code(steps)}`
  return typeof outcome === 'string'
    ? [what, outcome, 'the same', '']
    : [what, outcome.disk, outcome.volume, outcome.why]
}

/** Calls as code. */
function code(steps: readonly Step[]): string {
  return `\`${steps.map(callOf).join('; ')}\``
}

function callOf(step: Step): string {
  const words: readonly (string | number | readonly string[] | undefined)[] = step
  return words.filter((word) => word !== undefined).map(wordOf).join(' ')
}

function wordOf(word: string | number | readonly string[]): string {
  if (typeof word === 'number') return String(word)
  if (typeof word !== 'string') return `sharing ${word.join(' and ')}`
  if (word === '') return '.'
  return /^ |[ "]|[^\u0020-\u007e\u00a1-\u02af]/.test(word) ? `'${shown(word)}'` : shown(word)
}

function legend(): readonly string[] {
  const words = [...new Set([...DISK_REFUSALS.values(), ...VOLUME_REFUSALS.values()])].sort()
  const rows = words.map((word) => [
    word,
    [...DISK_REFUSALS].filter(([, said]) => said === word).map(([name]) => name).join(', '),
    [...VOLUME_REFUSALS].filter(([, said]) => said === word).map(([number]) => number).join(', '),
  ])
  return ['## What is refused\n', ...table(['refused:', 'error of the disk', 'code of the volume'], rows)]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [row(head), row(head.map(() => '---')), ...rows.map(row), '']
}

function row(texts: readonly string[]): string {
  return `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`
}
