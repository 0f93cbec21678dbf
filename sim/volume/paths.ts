/** Paths on a volume: under which keys names are stored, and which names are accepted. */

import { checkName, ERROR, MAX_NAME, MAX_PATH_UNITS, upcase } from '../windows/mod.ts'
import type { Names } from './effect.ts'
import type { VolumeProfile } from './profile.ts'

/** Names a path may have: as deep as csclab walks trees. */
const MAX_DEPTH = 512

/** Server and share: their names always fold. */
const FOLDED_NAMES = 2

/** Characters that no name has, whatever the volume accepts. */
const NEVER = /[\\/\0]/

/** Characters that no stream name has; control characters it may have ("Naming Files, Paths, and Namespaces"). */
const NOT_IN_STREAMS = /[<>:"/\\|?*\0]/

/** The keys of a path: folded names, told apart by their spelling where case matters. */
export function keysOf(path: Names, { caseSensitive }: VolumeProfile): Names {
  const keys: string[] = []
  for (const name of path) {
    const folded = upcase(name)
    keys.push(caseSensitive && keys.length >= FOLDED_NAMES ? `${folded}\0${name}` : folded)
  }
  return keys
}

/** Why no new item can have a path, by its names alone: 0, 123 or 206. */
export function checkPath(path: Names, profile: VolumeProfile): number {
  let units = 1
  for (const name of path) units += name.length + 1
  if (path.length > MAX_DEPTH || units > MAX_PATH_UNITS) return ERROR.FILENAME_EXCED_RANGE
  const name = path.at(-1) ?? ''
  return profile.names === 'windows' ? checkName(name) : checkAnyName(name)
}

function checkAnyName(name: string): number {
  if (name.length > MAX_NAME) return ERROR.FILENAME_EXCED_RANGE
  return name === '' || name === '.' || name === '..' || NEVER.test(name) ? ERROR.INVALID_NAME : ERROR.SUCCESS
}

/**
 * Checks the name of a stream: 0 for a good one; 123 for an empty name or one with `< > : " / \ | ? *` or NUL, or on a
 * volume without streams; 206 for one of more than 255 units.
 */
export function checkStreamName(name: string, { streams }: VolumeProfile): number {
  if (!streams || name === '' || NOT_IN_STREAMS.test(name)) return ERROR.INVALID_NAME
  return name.length > MAX_NAME ? ERROR.FILENAME_EXCED_RANGE : ERROR.SUCCESS
}
