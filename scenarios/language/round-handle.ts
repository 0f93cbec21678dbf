/** One call of `Synchronize`, as scenarios expect something of it. */

import type { PromptChannel, SyncStateName } from '../../sim/mod.ts'
import type { ExpectOptions } from './handle-options.ts'
import type { Recorder } from './recorder.ts'
import { resolvePath } from './resolve-path.ts'
import type { ChangeName, CourseMark } from './steps.ts'

/** A round. Paths may be relative to the share when the call was given exactly one share and nothing else. */
export class RoundHandle {
  /** Counted from 1 in the order of the calls. */
  readonly number: number
  readonly #recorder: Recorder
  readonly #share: string | undefined

  constructor(recorder: Recorder, share: string | undefined) {
    this.#recorder = recorder
    this.number = recorder.rounds
    this.#share = share
  }

  /** Expects the call to have returned this code. */
  returns(code: number, options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-return', round: this.number, code, ...options })
  }

  /** Expects that a conflict of the item was recorded or updated, in this state. */
  conflict(path: string, state: SyncStateName, options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-conflict', ...this.#at(path), state, ...options })
  }

  /** Expects that no conflict was recorded or updated. */
  noConflicts(options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-no-conflicts', round: this.number, ...options })
  }

  /** Expects this Win32 code in the item's last ItemResult. */
  result(path: string, code: number, options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-result', ...this.#at(path), code, ...options })
  }

  /** Expects these items and no others to have been reported, in this order. */
  items(paths: readonly string[], options: ExpectOptions = {}): void {
    const whole = paths.map((path) => this.#at(path).path)
    this.#recorder.add({ do: 'expect-items', round: this.number, paths: whole, ...options })
  }

  /** Expects that the engine found the item in this state. */
  state(path: string, state: SyncStateName, options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-state', ...this.#at(path), state, ...options })
  }

  /** Expects exactly these progress texts. */
  progress(messages: readonly string[], options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-progress', round: this.number, messages, ...options })
  }

  /** Expects the user to have been asked for credentials in these ways, in this order, and no more. */
  prompts(prompts: readonly PromptChannel[], options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-prompts', round: this.number, prompts, ...options })
  }

  /** Expects this to have happened in the call, in this order. */
  course(marks: readonly CourseMark[], options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-course', round: this.number, marks, ...options })
  }

  /** Expects this to have happened for one item, in this order. */
  courseOf(path: string, marks: readonly CourseMark[], options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-course', ...this.#at(path), marks, ...options })
  }

  /** Expects the engine to have found just these differences from the original. */
  changes(path: string, changes: readonly ChangeName[], options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-changes', ...this.#at(path), changes, ...options })
  }

  /** Expects that the engine was dropped. */
  crashed(options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-crashed', round: this.number, ...options })
  }

  #at(path: string): { readonly round: number; readonly path: string } {
    return { round: this.number, path: this.#share === undefined ? path : resolvePath(path, this.#share) }
  }
}
