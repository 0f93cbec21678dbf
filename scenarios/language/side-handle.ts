/** One side of a share, as scenarios write to it and look at it. */

import type { AttributeName } from '../../sim/mod.ts'
import { resolvePath } from './resolve-path.ts'
import type { Recorder } from './recorder.ts'
import type { ContentSpec, StepSide, TreeSpec } from './steps.ts'

/** What every step may be given. */
export interface StepOptions {
  /** `still`: no time passes in the step or after it, so that the next one happens in the same tick. */
  readonly clock?: 'still'
}

/** What every edit may be given. */
export interface EditOptions extends StepOptions {
  /** The edit is refused with this Win32 code; without it, a refused edit is a mistake of the scenario. */
  readonly fails?: number
}

/** What every expectation may be given. */
export interface ExpectOptions extends StepOptions {
  /** The id of the promise or choice it stands on; without it the scenario's `covers` speak. */
  readonly because?: string
}

/** Where an edit of part of a file begins. */
export interface EditAtOptions extends EditOptions {
  /** Bytes from the start of the file. */
  readonly offset: number
}

/** Attributes to change. */
export interface AttributeChange {
  readonly set?: readonly AttributeName[]
  readonly clear?: readonly AttributeName[]
}

/** Times to set, each a UTC text such as `2010-01-04 08:30:00`. */
export interface TimeChange {
  readonly lastWrite?: string
  readonly creation?: string
}

type TreeArguments = [tree: TreeSpec, options?: ExpectOptions | undefined]

/**
 * The file server's side of a share, or the client's. Paths are relative to the share (`art/logo.png`; the empty path is
 * the share itself) or whole (`//hq/docs/art/logo.png`).
 */
export class SideHandle {
  readonly #recorder: Recorder
  readonly #share: string
  readonly #side: StepSide

  constructor(recorder: Recorder, share: string, side: StepSide) {
    this.#recorder = recorder
    this.#share = share
    this.#side = side
  }

  /** Creates a file or replaces all it holds. */
  write(path: string, content: ContentSpec, options: EditOptions = {}): void {
    this.#recorder.add({ do: 'write', ...this.#at(path), content, ...options })
  }

  /** Adds to the end of a file. */
  append(path: string, content: ContentSpec, options: EditOptions = {}): void {
    this.#recorder.add({ do: 'append', ...this.#at(path), content, ...options })
  }

  /** Overwrites part of a file from `offset` on, in place. */
  edit(path: string, content: ContentSpec, options: EditAtOptions): void {
    this.#recorder.add({ do: 'edit', ...this.#at(path), content, ...options })
  }

  /** Sets the last-write time to the present. */
  touch(path: string, options: EditOptions = {}): void {
    this.#recorder.add({ do: 'touch', ...this.#at(path), ...options })
  }

  /** Makes a directory. */
  mkdir(path: string, options: EditOptions = {}): void {
    this.#recorder.add({ do: 'mkdir', ...this.#at(path), ...options })
  }

  /** Renames or moves an item within the share; a file in the way is replaced. */
  rename(path: string, to: string, options: EditOptions = {}): void {
    this.#recorder.add({ do: 'rename', ...this.#at(path), to: resolvePath(to, this.#share), ...options })
  }

  /** Removes a file, or a directory with all it holds. */
  remove(path: string, options: EditOptions = {}): void {
    this.#recorder.add({ do: 'remove', ...this.#at(path), ...options })
  }

  /** Sets and clears attributes. */
  setAttributes(path: string, change: AttributeChange, options: EditOptions = {}): void {
    this.#recorder.add({ do: 'set-attributes', ...this.#at(path), ...change, ...options })
  }

  /** Sets times. */
  setTimes(path: string, times: TimeChange, options: EditOptions = {}): void {
    this.#recorder.add({ do: 'set-times', ...this.#at(path), ...times, ...options })
  }

  /** Expects a file that holds exactly this. */
  holds(path: string, content: ContentSpec, options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-holds', ...this.#at(path), content, ...options })
  }

  /** Expects that nothing has this name. */
  missing(path: string, options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-missing', ...this.#at(path), ...options })
  }

  /** Expects a directory. */
  directory(path: string, options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-directory', ...this.#at(path), ...options })
  }

  /** Expects exactly these settable attributes. */
  attributes(path: string, attributes: readonly AttributeName[], options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-attributes', ...this.#at(path), attributes, ...options })
  }

  /** Expects the item's name to be stored in exactly the spelling of the path. */
  spelling(path: string, options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-spelling', ...this.#at(path), ...options })
  }

  /** Expects this tree and nothing else on the share, or below a path of it. */
  tree(tree: TreeSpec, options?: ExpectOptions): void
  tree(path: string, tree: TreeSpec, options?: ExpectOptions): void
  tree(...given: TreeArguments | [path: string, ...TreeArguments]): void {
    const [path, tree, options] = isBelow(given) ? given : ['', ...given] as const
    this.#recorder.add({ do: 'expect-tree', ...this.#at(path), tree, ...options })
  }

  #at(path: string): { readonly side: StepSide; readonly path: string } {
    return { side: this.#side, path: resolvePath(path, this.#share) }
  }
}

function isBelow(given: TreeArguments | [string, ...TreeArguments]): given is [string, ...TreeArguments] {
  return typeof given[0] === 'string'
}
