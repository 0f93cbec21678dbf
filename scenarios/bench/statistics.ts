/** The middle of a sample, and how far it spreads. */

/**
 * The value below which a share of a sample lies, between two of its values where none is there.
 *
 * @throws {RangeError} if the sample is empty.
 */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)]
  const above = sorted[Math.ceil(at)]
  if (below === undefined || above === undefined) {
    throw new RangeError('A sample without values has no middle')
  }
  return below + (above - below) * (at - Math.floor(at))
}

/** The middle of a sample: what one bad round cannot move. */
export function median(sample: readonly number[]): number {
  return quantile(sample, 0.5)
}
