/** Judges the expectations that a scenario's author wrote. */

import { createHash } from 'node:crypto'
import {
  attributeNames,
  fromSlashes,
  hresultOf,
  isWithin,
  itemAt,
  type ItemView,
  messageOf,
  nameOf,
  SETTABLE,
  stateName,
  type Tree,
  type TreeEntry,
  upcase,
  win32Of,
} from '../../sim/mod.ts'
import { contentBytes, type ExpectationStep, treeItems, type TreeSpec } from '../language/mod.ts'
import { Unsupported, type Witness } from './witness.ts'
import type { RoundRecord } from './result.ts'

/** An engine that logs no state at all does not speak in them; one that forgets a single item does. */
const NO_STATES = 'The engine logs no sync states'

/** An expectation that does not hold: what was expected, what is. */
export interface Mismatch {
  readonly what: string
  readonly expected: string
  readonly actual: string
  readonly path?: string
  readonly round?: number
}

/** Checks one expectation; `undefined` when it holds. */
export async function checkExpectation(
  witness: Witness,
  step: ExpectationStep,
): Promise<Mismatch | undefined> {
  if ('round' in step) {
    const round = witness.rounds[step.round - 1]
    return round === undefined ? undefined : checkRound(round, step)
  }
  switch (step.do) {
    case 'expect-dirty':
      return checkDirty(await witness.views(), fromSlashes(step.path), step.dirty)
    case 'expect-pinned':
      return checkPinned(await witness.views(), fromSlashes(step.path), step.pins)
    case 'expect-same':
      return checkSame(witness, fromSlashes(step.path))
    case 'expect-holds':
    case 'expect-missing':
    case 'expect-directory':
    case 'expect-attributes':
    case 'expect-spelling':
    case 'expect-tree': {
      const trees = witness.trees()
      return checkTree(step.side === 'server' ? trees.server : trees.local, step)
    }
  }
}

type RoundStep = Extract<ExpectationStep, { readonly round: number }>
type TreeStep = Extract<ExpectationStep, { readonly side: string }>

function checkRound(round: RoundRecord, step: RoundStep): Mismatch | undefined {
  const about = { round: round.round }
  switch (step.do) {
    case 'expect-return':
      return differ(
        { ...about, what: `Round ${round.round} returned another code` },
        codeText(step.code),
        returnText(round),
      )
    case 'expect-crashed':
      return differ({ ...about, what: `Round ${round.round} did not crash` }, 'crashed', crashText(round))
    case 'expect-no-conflicts': {
      const open = round.conflicts.filter(({ change }) => change !== 'removed')
      const actual = open.map(({ path, state }) => `${path}: ${stateName(state) ?? state}`).join('\n')
      return differ(
        { ...about, what: `Round ${round.round} recorded a conflict` },
        'none',
        actual === '' ? 'none' : actual,
      )
    }
    case 'expect-conflict': {
      const path = fromSlashes(step.path)
      const last = round.conflicts.filter((record) => upcase(record.path) === upcase(path)).at(-1)
      const open = last === undefined || last.change === 'removed' ? undefined : stateName(last.state)
      return differ(
        { ...about, path, what: `Round ${round.round} did not record this conflict of "${path}"` },
        step.state,
        open ?? 'no conflict recorded',
      )
    }
    case 'expect-result': {
      const path = fromSlashes(step.path)
      const last = round.progress.filter((report) =>
        report.reason === 3 && upcase(report.path) === upcase(path)
      ).at(-1)
      const actual = last === undefined ? 'no item of that path' : codeText(win32Of(last.result))
      return differ(
        { ...about, path, what: `Round ${round.round}: "${path}" had another result` },
        codeText(step.code),
        actual,
      )
    }
    case 'expect-items': {
      const items = round.progress.filter(({ reason }) => reason === 3).map(({ path }) => path)
      return differ(
        { ...about, what: `Round ${round.round} reported other items` },
        lines(step.paths.map(fromSlashes)),
        lines(items),
      )
    }
    case 'expect-state': {
      const path = fromSlashes(step.path)
      if (round.items.every(({ state }) => state === undefined)) throw new Unsupported(NO_STATES)
      const item = round.items.find((record) => upcase(record.path) === upcase(path))
      const actual = item?.state === undefined
        ? 'no state logged'
        : stateName(item.state) ?? String(item.state)
      return differ(
        { ...about, path, what: `Round ${round.round}: "${path}" was in another state` },
        step.state,
        actual,
      )
    }
    case 'expect-progress':
      return differ(
        { ...about, what: `Round ${round.round} reported other progress` },
        lines(step.messages),
        lines(round.progress.map(({ message }) => message)),
      )
  }
}

function checkTree(tree: Tree, step: TreeStep): Mismatch | undefined {
  const path = fromSlashes(step.path)
  const item = itemAt(tree, path)
  const where = `"${path}" on the ${step.side} side`
  const about = { path, what: `${where} is not as expected` }
  switch (step.do) {
    case 'expect-holds':
      return differ(about, bytesText(contentBytes(step.content)), itemText(item))
    case 'expect-missing':
      return differ(about, 'nothing', item === undefined ? 'nothing' : itemText(item))
    case 'expect-directory':
      return differ(about, 'a directory', item?.info.type === 'directory' ? 'a directory' : itemText(item))
    case 'expect-attributes': {
      const actual = item === undefined
        ? 'nothing'
        : attributeNames(item.info.attributes & SETTABLE).join(' | ')
      return differ(about, [...step.attributes].sort(byBit).join(' | '), actual)
    }
    case 'expect-spelling':
      return differ(about, nameOf(path), item === undefined ? 'nothing' : nameOf(item.path))
    case 'expect-tree':
      return differ(
        { ...about, what: `Below ${where} stands another tree` },
        specText(step.tree),
        treeText(tree, path),
      )
  }
}

function byBit(a: string, b: string): number {
  const order = attributeNames(SETTABLE).map(String)
  return order.indexOf(a) - order.indexOf(b)
}

function checkSame(witness: Witness, path: string): Mismatch | undefined {
  const { server, local } = witness.trees()
  return differ(
    { path, what: `Both sides of "${path}" differ (expected: the server’s, actual: the local one’s)` },
    fullText(server, path),
    fullText(local, path),
  )
}

function checkDirty(
  views: ReadonlyMap<string, ItemView>,
  path: string,
  dirty: boolean,
): Mismatch | undefined {
  const view = views.get(upcase(path))
  const word = (value: boolean): string => value ? 'dirty' : 'clean'
  return differ(
    { path, what: `"${path}" in the cache is not as expected` },
    word(dirty),
    view === undefined ? 'no entry' : word(view.dirty),
  )
}

function checkPinned(
  views: ReadonlyMap<string, ItemView>,
  path: string,
  pins: readonly string[],
): Mismatch | undefined {
  const view = views.get(upcase(path))
  const actual = view === undefined
    ? 'no entry'
    : Object.entries(view.pins).filter(([, value]) => value > 0).map(([name]) => name)
  const text = (names: readonly string[]): string =>
    names.length === 0 ? 'not pinned' : [...names].sort().join(', ')
  return differ(
    { path, what: `The pins of "${path}" are others` },
    text(pins),
    typeof actual === 'string' ? actual : text(actual),
  )
}

function differ(
  about: Omit<Mismatch, 'expected' | 'actual'>,
  expected: string,
  actual: string,
): Mismatch | undefined {
  return expected === actual ? undefined : { ...about, expected, actual }
}

/** Bytes of a file that a mismatch shows as text. */
const SHOWN = 4_096

function itemText(item: TreeEntry | undefined): string {
  if (item === undefined) return 'nothing'
  return item.content === undefined ? 'a directory' : bytesText(item.content.bytes())
}

function bytesText(bytes: Uint8Array): string {
  try {
    if (bytes.length <= SHOWN) return JSON.stringify(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // No text: shown by its size and hash like everything long.
  }
  return `${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex')}`
}

function specText(tree: TreeSpec): string {
  const items = treeItems(tree).map(({ path, content }) =>
    content === null ? `${path}/` : `${path} ${bytesText(contentBytes(content))}`
  )
  return lines(items.sort())
}

function treeText(tree: Tree, below: string): string {
  return lines(
    itemsBelow(tree, below).map((item) => {
      const path = item.path.slice(below.length + 1).replaceAll('\\', '/')
      return item.content === undefined ? `${path}/` : `${path} ${itemText(item)}`
    }).sort(),
  )
}

function fullText(tree: Tree, below: string): string {
  return lines(
    itemsBelow(tree, below).map((item) => {
      const path = item.path.slice(below.length + 1).replaceAll('\\', '/')
      const attributes = attributeNames(item.info.attributes & SETTABLE).join(' ')
      return `${path}${
        item.content === undefined ? '/' : ` ${item.content.size} bytes ${item.content.digest()}`
      } ${attributes}`
    }),
  )
}

function itemsBelow(tree: Tree, below: string): readonly TreeEntry[] {
  return [...tree.values()].filter(({ path }) => upcase(path) !== upcase(below) && isWithin(path, below))
}

function codeText(code: number): string {
  return `${code} (${messageOf(hresultOf(code))})`
}

function returnText(round: RoundRecord): string {
  return round.returned === undefined
    ? `nothing: crashed at ${round.crashedAt ?? '?'}`
    : codeText(round.returned)
}

function crashText(round: RoundRecord): string {
  return round.crashedAt === undefined ? `returned ${returnText(round)}` : 'crashed'
}

function lines(texts: readonly string[]): string {
  return texts.length === 0 ? '(none)' : texts.join('\n')
}
