/** The one error class of csclab. */

/** What an error is about. Stable: programs may compare it. */
export type ErrorCode =
  /** Scenario data that says something impossible. */
  | 'scenario'
  /** A command line or configuration that cannot be followed. */
  | 'usage'
  /** A file or folder that cannot be read or written. */
  | 'file'
  /** An engine that breaks the rules of the port. */
  | 'protocol'
  /** An engine that, resumed from a recording, asks something else than was recorded. */
  | 'divergence'
  /** Bytes that are no shell link, or a shell link that cannot be written. */
  | 'shell-link'

/** A place in a source file. */
export interface Position {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  /** Counted from 1. */
  readonly column?: number
}

/** More about an error: where it happened, what to do, and the error behind it. */
export interface ErrorDetails {
  readonly position?: Position
  readonly hint?: string
  readonly cause?: unknown
}

/**
 * An error with a stable `code`. The message says what and where, `hint` what to do about it.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { CsclabError } from 'csclab/sim'
 *
 * const error = new CsclabError('usage', 'Unknown option "--colour"', { hint: 'Did you mean "--color"?' })
 * assert.equal(error.code, 'usage')
 * assert.equal(error.hint, 'Did you mean "--color"?')
 * ```
 */
export class CsclabError extends Error {
  override readonly name = 'CsclabError'
  readonly code: ErrorCode
  readonly position: Position | undefined
  readonly hint: string | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.position = details.position
    this.hint = details.hint
  }
}
