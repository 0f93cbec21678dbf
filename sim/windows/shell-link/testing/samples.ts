/** Four links whose bytes are known one by one, and tools to damage them. */

import { fromUnixNanoseconds, type Ticks } from '../../filetime.ts'
import type { ShellLinkSpec } from '../shell-link-spec.ts'

/** 2020-01-02 03:04:05 UTC. */
export const MOMENT: Ticks = fromUnixNanoseconds(1_577_934_245_000_000_000n)

/** Bytes written as hexadecimal digits; spaces and line ends are left out. */
export function hex(text: string): Uint8Array {
  const digits = text.replaceAll(/\s/g, '')
  return Uint8Array.from(
    { length: digits.length / 2 },
    (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16),
  )
}

/** Bytes one after the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

/** A copy with other bytes at some offsets. */
export function patched(bytes: Uint8Array, patches: Readonly<Record<number, string>>): Uint8Array {
  const copy = bytes.slice()
  for (const [offset, text] of Object.entries(patches)) copy.set(hex(text), Number(offset))
  return copy
}

/** A link as its spec and as its bytes. */
export interface Sample {
  readonly spec: ShellLinkSpec
  readonly bytes: Uint8Array
}

const TIMES = { creation: MOMENT, lastAccess: MOMENT, lastWrite: MOMENT }

const FILE_BYTES = hex(`
  4c 00 00 00 01 14 02 00 00 00 00 00 c0 00 00 00
  00 00 00 46 82 00 00 00 20 00 00 00 80 00 c4 4a
  19 c1 d5 01 80 00 c4 4a 19 c1 d5 01 80 00 c4 4a
  19 c1 d5 01 05 00 00 00 00 00 00 00 01 00 00 00
  00 00 00 00 00 00 00 00 00 00 00 00 47 00 00 00
  1c 00 00 00 02 00 00 00 00 00 00 00 00 00 00 00
  1c 00 00 00 3c 00 00 00 20 00 00 00 02 00 00 00
  14 00 00 00 00 00 00 00 00 00 02 00 5c 5c 73 72
  76 5c 73 68 61 72 65 00 64 6f 63 73 5c 61 2e 74
  78 74 00 00 00 00 00`)

const HEADER = FILE_BYTES.slice(0, 76)

/** `\\srv\share\docs\a.txt`, a file of 5 bytes. */
export const FILE: Sample = {
  spec: { target: '\\\\srv\\share\\docs\\a.txt', size: 5, ...TIMES },
  bytes: FILE_BYTES,
}

/** `\\srv\share\docs`, a directory. */
export const DIRECTORY: Sample = {
  spec: { target: '\\\\srv\\share\\docs', kind: 'directory', ...TIMES },
  bytes: joined(
    patched(HEADER, { 0x18: '10', 0x34: '00' }),
    hex(`
      41 00 00 00 1c 00 00 00 02 00 00 00 00 00 00 00
      00 00 00 00 1c 00 00 00 3c 00 00 00 20 00 00 00
      02 00 00 00 14 00 00 00 00 00 00 00 00 00 02 00
      5c 5c 73 72 76 5c 73 68 61 72 65 00 64 6f 63 73
      00 00 00 00 00`),
  ),
}

/** `\\srv\share\dôcs\日.txt`: its names are not ASCII. */
export const UNICODE: Sample = {
  spec: { target: '\\\\srv\\share\\dôcs\\日.txt', size: 5, ...TIMES },
  bytes: joined(
    HEADER,
    hex(`
      85 00 00 00 24 00 00 00 02 00 00 00 00 00 00 00
      00 00 00 00 24 00 00 00 64 00 00 00 00 00 00 00
      6f 00 00 00 40 00 00 00 02 00 00 00 1c 00 00 00
      00 00 00 00 00 00 02 00 28 00 00 00 00 00 00 00
      5c 5c 73 72 76 5c 73 68 61 72 65 00 5c 00 5c 00
      73 00 72 00 76 00 5c 00 73 00 68 00 61 00 72 00
      65 00 00 00 64 3f 63 73 5c 3f 2e 74 78 74 00 64
      00 f4 00 63 00 73 00 5c 00 e5 65 2e 00 74 00 78
      00 74 00 00 00 00 00 00 00`),
  ),
}

const ENVIRONMENT_PATH = '\\\\srv\\share\\docs\\a.txt'

/** The target of {@linkcode FILE}, named by an environment block only. */
export const ENVIRONMENT: Sample = {
  spec: { environment: ENVIRONMENT_PATH, size: 5, ...TIMES },
  bytes: joined(
    patched(HEADER, { 0x14: '80 02 00 00' }),
    hex('14 03 00 00 01 00 00 a0'),
    field(new TextEncoder().encode(ENVIRONMENT_PATH), 260),
    field(Uint8Array.from(ENVIRONMENT_PATH.split('').flatMap((unit) => [unit.charCodeAt(0), 0])), 520),
    new Uint8Array(4),
  ),
}

/** All samples by name. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  'a file': FILE,
  'a directory': DIRECTORY,
  'names that are not ASCII': UNICODE,
  'an environment block': ENVIRONMENT,
}

function field(bytes: Uint8Array, length: number): Uint8Array {
  const filled = new Uint8Array(length)
  filled.set(bytes)
  return filled
}
