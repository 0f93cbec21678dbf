/** One side of a share, as scenarios write to it and look at it. */

import type { SettableName } from '../../sim/mod.ts'
import { FileHandle } from './file-handle.ts'
import type {
  AttributeChange,
  EditAtOptions,
  EditOptions,
  ExpectOptions,
  OpenOptions,
  ReadOptions,
  RenameOptions,
  StreamEditOptions,
  StreamExpectOptions,
  TimeChange,
} from './handle-options.ts'
import { resolvePath } from './resolve-path.ts'
import type { Recorder } from './recorder.ts'
import type { BytesSpec, ContentSpec, StepSide, TreeSpec } from './steps.ts'

/** One side of one share; on a named client, or on the first. */
export interface SideOf {
  readonly share: string
  readonly side: StepSide
  readonly client?: string
}

type TreeArguments = [tree: TreeSpec, options?: ExpectOptions | undefined]

/**
 * The file server's side of a share, or the client's. Paths are relative to the share (`art/logo.png`; the empty path is
 * the share itself) or whole (`//hq/docs/art/logo.png`).
 */
export class SideHandle {
  readonly #recorder: Recorder
  readonly #of: SideOf

  constructor(recorder: Recorder, of: SideOf) {
    this.#recorder = recorder
    this.#of = of
  }

  /** Creates a file or replaces all it holds. */
  write(path: string, content: ContentSpec, options: StreamEditOptions = {}): void {
    this.#recorder.add({ do: 'write', ...this.#at(path), content, ...options })
  }

  /** Adds to the end of a file. */
  append(path: string, content: BytesSpec, options: StreamEditOptions = {}): void {
    this.#recorder.add({ do: 'append', ...this.#at(path), content, ...options })
  }

  /** Overwrites part of a file from `offset` on, in place. */
  edit(path: string, content: BytesSpec, options: EditAtOptions): void {
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

  /** Renames or moves an item within the share; a file in the way is replaced unless `replace` forbids it. */
  rename(path: string, to: string, options: RenameOptions = {}): void {
    this.#recorder.add({ do: 'rename', ...this.#at(path), to: resolvePath(to, this.#of.share), ...options })
  }

  /** Removes a file, a directory with all it holds, or a named stream. */
  remove(path: string, options: StreamEditOptions = {}): void {
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

  /** Lets a program read a file to its end; for what it gets there is `reads`. */
  read(path: string, options: StreamEditOptions = {}): void {
    this.#recorder.add({ do: 'read', ...this.#at(path), ...options })
  }

  /** Lets a program list a directory. */
  list(path: string, options: EditOptions = {}): void {
    this.#recorder.add({ do: 'list', ...this.#at(path), ...options })
  }

  /** Lets a program open a file and keep it open. */
  open(path: string, { as, ...options }: OpenOptions): FileHandle {
    const name = as ?? this.#recorder.nextFileName()
    this.#recorder.add({ do: 'open', ...this.#at(path), as: name, ...options })
    return new FileHandle(this.#recorder, name)
  }

  /** Expects a file that holds exactly this. */
  holds(path: string, content: ContentSpec, options: StreamExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-holds', ...this.#at(path), content, ...options })
  }

  /** Expects that nothing has this name, or that the item has no stream of that name. */
  missing(path: string, options: StreamExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-missing', ...this.#at(path), ...options })
  }

  /** Expects a directory. */
  directory(path: string, options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-directory', ...this.#at(path), ...options })
  }

  /** Expects exactly these settable attributes. */
  attributes(path: string, attributes: readonly SettableName[], options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-attributes', ...this.#at(path), attributes, ...options })
  }

  /** Expects the item's name to be stored in exactly the spelling of the path. */
  spelling(path: string, options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-spelling', ...this.#at(path), ...options })
  }

  /** Expects exactly these named streams. */
  streams(path: string, streams: readonly string[], options: ExpectOptions = {}): void {
    this.#recorder.add({ do: 'expect-streams', ...this.#at(path), streams, ...options })
  }

  /**
   * Expects a program that opens the file now to read this, or to be refused with the code `fails`. It reads in a copy of the
   * world and leaves no trace there.
   */
  reads(path: string, result: ContentSpec | { readonly fails: number }, options: ReadOptions = {}): void {
    const outcome = isRefusal(result) ? { fails: result.fails } : { content: result }
    this.#recorder.add({ do: 'expect-read', ...this.#at(path), ...outcome, ...options })
  }

  /** Expects this tree and nothing else on the share, or below a path of it. */
  tree(tree: TreeSpec, options?: ExpectOptions): void
  tree(path: string, tree: TreeSpec, options?: ExpectOptions): void
  tree(...given: TreeArguments | [path: string, ...TreeArguments]): void {
    const [path, tree, options] = isBelow(given) ? given : ['', ...given] as const
    this.#recorder.add({ do: 'expect-tree', ...this.#at(path), tree, ...options })
  }

  #at(path: string): { readonly side: StepSide; readonly path: string; readonly client?: string } {
    const { share, side, client } = this.#of
    return { side, path: resolvePath(path, share), ...(client === undefined ? {} : { client }) }
  }
}

function isRefusal(result: ContentSpec | { readonly fails: number }): result is { readonly fails: number } {
  return typeof result === 'object' && 'fails' in result
}

function isBelow(given: TreeArguments | [string, ...TreeArguments]): given is [string, ...TreeArguments] {
  return typeof given[0] === 'string'
}
