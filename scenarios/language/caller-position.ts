/** Where in the author's code a step was written, taken from the stack. */

import { fileURLToPath } from 'node:url'
import type { Position } from '../../sim/mod.ts'

/** `at name (place:line:column)` or `at place:line:column`, as V8 prints a frame in Node and Deno. */
const FRAME = /^\s+at (?:async )?(?:.*? \()?(.+):(\d+):(\d+)\)?$/

/** A file on disk: a URL, a path of Unix or of Windows. */
const FILE = /^(?:file:|\/|[A-Za-z]:[\\/])/

/**
 * The first place on the stack outside of this folder; a test in this folder counts as outside. Source maps and type
 * stripping have already been applied to the stack. `undefined` when there is no such place.
 */
export function callerPosition(): Position | undefined {
  const frames = (new Error().stack ?? '').split('\n').flatMap(readFrame)
  // The first frame is this function itself, spelled as this run spells the folder.
  const own = frames[0] === undefined ? undefined : folderOf(frames[0].file)
  return frames.find(({ file }) => folderOf(file) !== own || /\.test\.[jt]s$/.test(file))
}

function readFrame(line: string): readonly Position[] {
  const [, place, row, column] = FRAME.exec(line) ?? []
  if (place === undefined || !FILE.test(place)) return []
  const file = place.startsWith('file:') ? fileURLToPath(place) : place
  return [{ file, line: Number(row), column: Number(column) }]
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')))
}
