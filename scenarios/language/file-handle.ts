/** A file that a program has open, as scenarios speak of it. */

import type { StepOptions } from './handle-options.ts'
import type { Recorder } from './recorder.ts'

/** An open file. */
export class FileHandle {
  /** The name it was opened under. */
  readonly name: string
  readonly #recorder: Recorder

  constructor(recorder: Recorder, name: string) {
    this.#recorder = recorder
    this.name = name
  }

  /** Lets the program close it. */
  close(options: StepOptions = {}): void {
    this.#recorder.add({ do: 'close', handle: this.name, ...options })
  }
}
