/** The shape of one entry in the registry of requirements. */

/**
 * How well a requirement is backed: `documented` by a page of the documentation, `observed` by reports from the
 * field, `inferred` from what is documented, or `proposed` as csclab's own choice where the pages are silent.
 */
export type Evidence = 'documented' | 'observed' | 'inferred' | 'proposed'

/** One thing an implementation is held to, under an id that scenarios and reports cite. */
export interface Requirement {
  /** The unique id, such as `SYNC-05`, `STATE-12`, `D6.1`, `P2.9` or `F49`. */
  readonly id: string
  /** What is promised, as one plain sentence. */
  readonly promise: string
  /** How well the promise is backed. */
  readonly evidence: Evidence
  /** What the promise rests on, in a few words. */
  readonly source: string
  /** Why no scenario can show it, as a plain sentence; such a requirement is listed with this reason instead of scenarios. */
  readonly unobservable?: string
}
