/** Where in the author's code a step was written, taken from the stack. */

import { fileURLToPath } from 'node:url'
import type { Position } from '../../sim/mod.ts'

/** `at name (place:line:column)` or `at place:line:column`, as V8 prints a frame of a file in Node and Deno. */
const FRAME = /^\s+at (?:async )?(?:.*? \()?((?:file:|\/|[A-Za-z]:[\\/]).*):(\d+):(\d+)\)?$/

/**
 * The first place on the stack outside of this folder; a test in this folder counts as outside. Source maps and type
 * stripping have already been applied to the stack. `undefined` when there is no such place.
 */
export function callerPosition(): Position | undefined {
  const place = rawCaller()
  if (place === undefined) return mappedCaller()
  if (!known.has(place)) known.set(place, mappedCaller())
  return known.get(place)
}

/** Positions by the place in the code that runs: applying a source map costs far more than looking at the stack. */
const known = new Map<string, Position | undefined>()

/** Where the code that runs was called from, before source maps are applied. */
function rawCaller(): string | undefined {
  const usual: unknown = Reflect.get(Error, 'prepareStackTrace')
  let sites: readonly NodeJS.CallSite[] = []
  Error.prepareStackTrace = (_, found) => {
    sites = found
    return ''
  }
  void new Error().stack
  Reflect.set(Error, 'prepareStackTrace', usual)
  const own = sites[0]?.getFileName()
  const site = sites.find((one) => isOutside(one.getFileName(), own))
  return site === undefined
    ? undefined
    : `${site.getFileName()}:${site.getLineNumber()}:${site.getColumnNumber()}`
}

function isOutside(file: string | null | undefined, own: string | null | undefined): boolean {
  if (typeof file !== 'string' || typeof own !== 'string' || file.startsWith('node:')) return false
  return folderOf(file) !== folderOf(own) || /\.test\.[jt]s$/.test(file)
}

function mappedCaller(): Position | undefined {
  const frames = (new Error().stack ?? '').split('\n').flatMap((line) => readFrame(line) ?? [])
  // The first frame is this function itself, spelled as this run spells the folder.
  const own = frames[0] === undefined ? undefined : folderOf(frames[0].file)
  return frames.find(({ file }) => folderOf(file) !== own || /\.test\.[jt]s$/.test(file))
}

/** The place a line of a stack names, or `undefined` when it names no file. */
export function readFrame(line: string): Position | undefined {
  const [, place, row, column] = FRAME.exec(line) ?? []
  if (place === undefined) return undefined
  return { file: pathOf(place), line: Number(row), column: Number(column) }
}

function pathOf(place: string): string {
  if (!place.startsWith('file:')) return place
  try {
    return fileURLToPath(place)
  } catch {
    // Deno prints URLs decoded: a lone percent sign makes no sense to a decoder.
    return place.slice('file://'.length)
  }
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')))
}
