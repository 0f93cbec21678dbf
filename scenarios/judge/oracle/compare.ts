/** Compares copies: with the original, to find who changed an item, and with what should have become of them. */

import { ATTRIBUTE, type FileInfo, nameOf, type Ticks, type TreeEntry } from '../../../sim/mod.ts'
import type { Original } from './facts.ts'

/** The attributes that say what a user wants; all others describe how an item is stored (P2.15). */
const COMPARED = ATTRIBUTE.READONLY | ATTRIBUTE.HIDDEN | ATTRIBUTE.SYSTEM | ATTRIBUTE.ARCHIVE |
  ATTRIBUTE.NOT_CONTENT_INDEXED

/** True when a copy is no longer what it was at the last good sync. */
export function hasChanged(copy: TreeEntry, original: Original, side: 'server' | 'local'): boolean {
  const { info } = copy
  const old = original[side]
  if (info.type !== old.type) return attributesDiffer(info, old, COMPARED & ~ATTRIBUTE.ARCHIVE)
  if (attributesDiffer(info, old, COMPARED)) return true
  if (info.type === 'directory') return nameOf(copy.path) !== original.spelling
  return info.size !== old.size || info.times.lastWrite !== old.times.lastWrite ||
    info.times.change !== old.times.change
}

/** How two copies are to be compared. */
export interface Comparison {
  /** Nobody had reason to write the copy: its change time must not have moved either. */
  readonly untouched: boolean
  /** The spellings of its name that will do. */
  readonly spellings: readonly string[]
  /** The server keeps times in steps of so many ticks, rounded down (F50). Default 1. */
  readonly timeStep?: Ticks
}

/** What distinguishes a copy from the one that should be there, in words; empty when it will do. */
export function differences(copy: TreeEntry, wanted: TreeEntry, how: Comparison): readonly string[] {
  if (copy.info.type !== wanted.info.type) return ['kind']
  const isFile = copy.info.type === 'file'
  const { times } = copy.info
  const found: readonly (readonly [word: string, differs: boolean])[] = [
    ['content', copy.content?.digest() !== wanted.content?.digest()],
    ['attributes', attributesDiffer(copy.info, wanted.info, COMPARED)],
    ['last-write time', isFile && !sameTime(times.lastWrite, wanted.info.times.lastWrite, how)],
    ['change time', isFile && how.untouched && times.change !== wanted.info.times.change],
    ['spelling', !how.spellings.includes(nameOf(copy.path))],
  ]
  return found.filter(([, differs]) => differs).map(([word]) => word)
}

function sameTime(a: Ticks, b: Ticks, { untouched, timeStep = 1 }: Comparison): boolean {
  const step = untouched ? 1 : timeStep
  return Math.floor(a / step) === Math.floor(b / step)
}

/** True when both copies hold the same, times of change and ids aside. */
export function sameCopies(a: TreeEntry, b: TreeEntry): boolean {
  return differences(a, b, { untouched: false, spellings: [nameOf(a.path)] }).length === 0
}

function attributesDiffer(a: FileInfo, b: FileInfo, mask: number): boolean {
  return ((a.attributes ^ b.attributes) & mask) !== 0
}
