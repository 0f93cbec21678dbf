/** Share steps: laying a first tree on both sides. */

import { dirname, join } from 'node:path'
import { existsSync } from 'node:fs'
import {
  CsclabError,
  type LaidItem,
  NOT_PINNED,
  partsOf,
  type Pins,
  readFolder,
  uncOf,
  upcase,
} from '../../sim/mod.ts'
import {
  contentOf,
  type FolderSpec,
  isFolder,
  type PinSpec,
  type ShareStep,
  treeItems,
  type TreeSpec,
} from '../language/mod.ts'
import { uncPath } from './paths.ts'
import { Unsupported } from '../judge/mod.ts'
import type { Stage } from './stage.ts'

const PACKAGE = 'package:'

/** The real disk, as far as a scenario may use it. */
export interface Disk {
  /** The folder of the scenario's file. */
  readonly from: string
  readonly canRead: (folder: string) => boolean
}

/** Adds a share, its tree and its pins to the stage. */
export function addShare(stage: Stage, step: ShareStep, disk: Disk): void {
  const path = uncPath(step.path)
  stage.world.addShare(path, step.caching)
  stage.pins.set(upcase(path), pinsOf(step.pin ?? 'none'))
  for (const { names, item } of itemsOf(step.tree, disk)) {
    const at = uncOf([...partsOf(path), ...names])
    stage.world.lay('server', at, item)
    stage.world.lay('cache', at, item)
  }
}

interface Placed {
  readonly names: readonly string[]
  readonly item: LaidItem
}

function itemsOf(tree: TreeSpec | FolderSpec, disk: Disk): readonly Placed[] {
  return isFolder(tree) ? itemsOfFolder(tree.folder, disk) : itemsOfTree(tree)
}

function itemsOfTree(tree: TreeSpec): readonly Placed[] {
  return treeItems(tree).map(({ path, content }) => ({
    names: path.split('/'),
    item: content === null ? {} : { content: contentOf(content) },
  }))
}

function itemsOfFolder(spec: string, disk: Disk): readonly Placed[] {
  if (!disk.canRead(disk.from)) {
    throw new Unsupported(`Reading the folder "${spec}" is not allowed: run with --allow-read`)
  }
  // When an item came to this disk differs from machine to machine; a scenario is to be the same on all of them.
  return readFolder(locate(spec, disk.from)).map(({ names, content, attributes, lastWrite }) => ({
    names,
    item: content === undefined ? { lastWrite } : { content, attributes, lastWrite },
  }))
}

/** A folder beside the scenario's file, or the nearest installed package of a name, found as Node finds it. */
function locate(spec: string, start: string): string {
  if (!spec.startsWith(PACKAGE)) return join(start, spec)
  const name = spec.slice(PACKAGE.length)
  for (let folder = start;; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(candidate)) return candidate
    if (dirname(folder) === folder) break
  }
  throw new CsclabError('scenario', `No package "${name}" is installed above "${start}"`, {
    hint: `Install it with npm install ${name}, or name a folder`,
  })
}

function pinsOf(pin: PinSpec): Pins {
  return pin === 'none' ? NOT_PINNED : { ...NOT_PINNED, [pin]: 2 }
}
