/** What a snapshot says of a scenario: its rounds and last trees as lines made to be read in a review. */

import {
  ATTRIBUTE,
  attributeNames,
  type Content,
  FIRST_CLIENT,
  formatFlags,
  parentOf,
  SETTABLE,
  stateName,
  toSlashes,
  TraceHash,
  type Tree,
  type TreeEntry,
} from '../../sim/mod.ts'
import type { RoundRecord, ScenarioResult } from './result.ts'

/** Bytes of a file that are shown as text. */
const SHOWN = 120

/** A folder with more files than this has only its first ones told by name. */
const MANY_FILES = 1000

/** How many those are. */
const TOLD_FILES = 20

/** A scenario's snapshot: structured events and trees, never times, ids or anything else that moves by itself. */
export function snapshotText(result: ScenarioResult): string {
  const lines = [
    ...result.rounds.flatMap(roundLines),
    'server',
    ...treeLines(result.last.server),
    'local',
    ...treeLines(result.last.local),
    ...[...result.others].flatMap(([name, tree]) => [name, ...treeLines(tree)]),
  ]
  return lines.join('\n').replaceAll(/\p{Surrogate}/gu, escaped)
}

/** Half of a pair of surrogates as scenarios write it: a text file cannot hold it. */
function escaped(unit: string): string {
  return `{u+${unit.charCodeAt(0).toString(16)}}`
}

function roundLines(round: RoundRecord): readonly string[] {
  const paths = round.paths?.map((path) => JSON.stringify(path)).join(' ') ?? 'null'
  const outcome = round.returned === undefined
    ? `crashed at ${round.crashedAt ?? '?'}`
    : `returned ${round.returned}`
  const at = round.client === FIRST_CLIENT ? '' : ` on ${round.client}`
  return [
    `round ${round.round}${at}: ${paths} with ${formatFlags(round.flags)}: ${outcome}`,
    ...round.prompts.map((channel) => `  asked for credentials: ${channel}`),
    ...round.progress.map(({ message, answer }) =>
      `  ${message}${answer === 'continue' ? '' : ` -> ${answer}`}`
    ),
    ...round.items.map(({ path, state, decision, result }) => {
      const name = state === undefined ? '-' : stateName(state) ?? String(state)
      return `  ${path}: ${name}, ${decision === '' ? '-' : decision}${
        result === undefined ? '' : `, ${result}`
      }`
    }),
    ...round.conflicts.map(({ path, state, change }) =>
      `  conflict ${change}: ${path}: ${stateName(state) ?? state}`
    ),
  ]
}

/** One line an item; of a folder with very many files the first ones, then how many more there are and a digest of them. */
function treeLines(tree: Tree): readonly string[] {
  const untold = new Set<TreeEntry>()
  const rests: string[] = []
  for (const [folder, files] of filesByFolder(tree)) {
    if (files.length <= MANY_FILES) continue
    const rest = files.slice(TOLD_FILES)
    for (const file of rest) untold.add(file)
    rests.push(restLine(folder, rest))
  }
  return [...[...tree.values()].filter((entry) => !untold.has(entry)).map(lineOf), ...rests]
}

function filesByFolder(tree: Tree): ReadonlyMap<string, readonly TreeEntry[]> {
  const folders = new Map<string, TreeEntry[]>()
  for (const entry of tree.values()) {
    if (entry.content === undefined) continue
    const folder = parentOf(entry.path) ?? ''
    const files = folders.get(folder)
    if (files === undefined) folders.set(folder, [entry])
    else files.push(entry)
  }
  return folders
}

function restLine(folder: string, files: readonly TreeEntry[]): string {
  const hash = new TraceHash()
  for (const file of files) hash.addLine(lineOf(file))
  return `  ${toSlashes(folder)}/ ${files.length} more files ${hash.digest().slice(0, 16)}`
}

function lineOf(entry: TreeEntry): string {
  return `  ${toSlashes(entry.path)}${kindAndContent(entry)}`
}

function kindAndContent({ info, content, streams = new Map() }: TreeEntry): string {
  const names = attributeNames(info.attributes & SETTABLE & ~ATTRIBUTE.ARCHIVE)
  const attributes = names.length === 0 ? '' : ` ${names.join(' ')}`
  const named = [...streams].map(([name, stream]) => ` :${name} ${shown(stream)}`).join('')
  if (content === undefined) return `/${attributes}${named}`
  return `${attributes} ${shown(content)}${named}`
}

function shown(content: Content): string {
  return textOf(content) ?? `${content.size} bytes ${content.digest().slice(0, 16)}`
}

function textOf(content: Content): string | undefined {
  if (content.size > SHOWN) return undefined
  try {
    return JSON.stringify(new TextDecoder('utf-8', { fatal: true }).decode(content.bytes()))
  } catch {
    return undefined
  }
}
