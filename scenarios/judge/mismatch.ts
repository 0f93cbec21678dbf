/** What is told of an expectation that does not hold. */

/** An expectation that does not hold: what was expected, what is. */
export interface Mismatch {
  readonly what: string
  readonly expected: string
  readonly actual: string
  readonly path?: string
  readonly round?: number
}

/** A mismatch where two texts differ. */
export function differ(
  about: Omit<Mismatch, 'expected' | 'actual'>,
  expected: string,
  actual: string,
): Mismatch | undefined {
  return expected === actual ? undefined : { ...about, expected, actual }
}

/** Texts, one a line. */
export function lines(texts: readonly string[]): string {
  return texts.length === 0 ? '(none)' : texts.join('\n')
}
