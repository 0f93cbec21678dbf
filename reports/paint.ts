/** Colour for terminals, when the caller wants it. */

import { styleText } from 'node:util'
import type { Verdict } from '../scenarios/mod.ts'

/** A colour or weight. */
export type Style = 'bold' | 'dim' | 'inverse' | 'red' | 'green' | 'yellow' | 'cyan'

/** Paints text, or leaves it alone. The stream is not asked: whoever passes `color` has decided. */
export function paint(text: string, color: boolean, ...styles: readonly Style[]): string {
  return color && text !== '' ? styleText([...styles], text, { validateStream: false }) : text
}

/** The colour a verdict is painted in. */
export const VERDICT_STYLES: Readonly<Record<Verdict, Style>> = {
  fail: 'red',
  error: 'red',
  excused: 'yellow',
  unsupported: 'yellow',
  pass: 'green',
}
