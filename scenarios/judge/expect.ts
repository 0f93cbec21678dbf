/** Judges the expectations that a scenario's author wrote. */

import {
  attributeNames,
  fromSlashes,
  hresultOf,
  isWithin,
  itemAt,
  type ItemView,
  messageOf,
  nameOf,
  type PinCategory,
  SETTABLE,
  stateName,
  type Tree,
  type TreeEntry,
  upcase,
  win32Of,
} from '../../sim/mod.ts'
import type { ConnectionWord, ExpectationStep, ShownState } from '../language/mod.ts'
import { checkEvents, type EventStep } from './expect-events.ts'
import { differ, lines, type Mismatch } from './mismatch.ts'
import { bytesText, itemText, specText, treeSpecText } from './content-text.ts'
import { Unsupported, type Witness } from './witness.ts'
import type { RoundRecord, Trees } from './result.ts'

/** An engine that logs no state at all does not speak in them; one that forgets a single item does. */
const NO_STATES = 'The engine logs no sync states'

/** Checks one expectation; `undefined` when it holds. */
export async function checkExpectation(
  witness: Witness,
  step: ExpectationStep,
): Promise<Mismatch | undefined> {
  if ('round' in step) {
    const round = witness.rounds[step.round - 1]
    if (round === undefined) return undefined
    return step.do === 'expect-course' || step.do === 'expect-changes'
      ? checkEvents(witness.eventsOf(round), round, step)
      : checkRound(round, step)
  }
  switch (step.do) {
    case 'expect-dirty':
    case 'expect-pinned':
    case 'expect-shows':
    case 'expect-connection':
      return checkView((await witness.views(step.client)).get(upcase(fromSlashes(step.path))), step)
    case 'expect-same':
      return checkSame(witness.trees(step.client), step)
    case 'expect-read':
      return await checkRead(witness, step)
    default: {
      const trees = witness.trees(step.client)
      return checkTree(step.side === 'server' ? trees.server : trees.local, step)
    }
  }
}

type RoundStep = Exclude<Extract<ExpectationStep, { readonly round: number }>, EventStep>
type TreeStep = Exclude<Extract<ExpectationStep, { readonly side: string }>, { readonly do: 'expect-read' }>

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
      const reports = round.progress.filter((report) =>
        report.reason === 3 && upcase(report.path) === upcase(path)
      )
      const last = reports.findLast((report) => report.path === path) ?? reports.at(-1)
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
    case 'expect-prompts':
      return differ(
        { ...about, what: `Round ${round.round} asked for credentials otherwise` },
        lines(step.prompts),
        lines(round.prompts),
      )
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
  const stream = 'stream' in step ? step.stream : undefined
  const where = `"${path}"${stream === undefined ? '' : `, stream "${stream}",`} on the ${sideText(step)}`
  const about = { path, what: `${where} is not as expected` }
  const other = (what: string): typeof about => ({
    path,
    what: `The ${what} of ${where} ${what.endsWith('s') ? 'are' : 'is'} not as expected`,
  })
  switch (step.do) {
    case 'expect-holds':
      return differ(about, specText(step.content), itemText(item, stream))
    case 'expect-missing':
      return differ(about, 'nothing', itemText(item, stream))
    case 'expect-directory':
      return differ(about, 'a directory', item?.info.type === 'directory' ? 'a directory' : itemText(item))
    case 'expect-attributes': {
      const actual = item === undefined
        ? 'nothing'
        : attributeNames(item.info.attributes & SETTABLE).join(' | ')
      return differ(other('attributes'), [...step.attributes].sort(byBit).join(' | '), actual)
    }
    case 'expect-spelling':
      return differ(other('spelling'), nameOf(path), item === undefined ? 'nothing' : nameOf(item.path))
    case 'expect-streams':
      return differ(
        other('streams'),
        lines([...step.streams].sort()),
        lines([...item?.streams?.keys() ?? []].sort()),
      )
    case 'expect-tree':
      return differ(
        { ...about, what: `Below ${where} stands another tree` },
        treeSpecText(step.tree),
        treeText(tree, path),
      )
  }
}

/** The side, or the client where it is another than the first. */
function sideText({ side, client }: { readonly side: string; readonly client?: string }): string {
  return client === undefined ? `${side} side` : client
}

function byBit(a: string, b: string): number {
  const order = attributeNames(SETTABLE).map(String)
  return order.indexOf(a) - order.indexOf(b)
}

function checkSame(
  { server, local }: Trees,
  step: ExpectationStep & { readonly do: 'expect-same' },
): Mismatch | undefined {
  const path = fromSlashes(step.path)
  const here = step.client === undefined ? 'the local one’s' : `${step.client}’s`
  return differ(
    { path, what: `Both sides of "${path}" differ (expected: the server’s, actual: ${here})` },
    fullText(server, path),
    fullText(local, path),
  )
}

/** A program opens the file and reads it whole. */
async function checkRead(
  witness: Witness,
  step: ExpectationStep & { readonly do: 'expect-read' },
): Promise<Mismatch | undefined> {
  const path = fromSlashes(step.path)
  const { side, client, user, content, fails = 0 } = step
  const result = await witness.read(side === 'server' ? 'server' : 'cache', path, { client, user })
  const expected = content === undefined ? codeText(fails) : specText(content)
  const actual = result.bytes === undefined ? codeText(result.code) : bytesText(result.bytes)
  const reader = user === undefined ? 'a program' : `a program of ${user}`
  return differ(
    { path, what: `What ${reader} reads from "${path}" on the ${sideText(step)} is not as expected` },
    expected,
    actual,
  )
}

type ViewStep = Extract<
  ExpectationStep,
  { readonly do: 'expect-dirty' | 'expect-pinned' | 'expect-shows' | 'expect-connection' }
>

function checkView(view: ItemView | undefined, step: ViewStep): Mismatch | undefined {
  const path = fromSlashes(step.path)
  const say = (expected: string, actual: (view: ItemView) => string): Mismatch | undefined =>
    differ(
      {
        path,
        what: `"${path}" in the cache${
          step.client === undefined ? '' : ` of ${step.client}`
        } is not as expected`,
      },
      expected,
      view === undefined ? 'no entry' : actual(view),
    )
  switch (step.do) {
    case 'expect-dirty': {
      const word = (dirty: boolean): string => dirty ? 'dirty' : 'clean'
      return say(word(step.dirty), ({ dirty }) => word(dirty))
    }
    case 'expect-connection':
      return say(step.is, connectionText)
    case 'expect-pinned':
      return say(pinsText(step.pins), ({ pins }) => pinsText(PIN_CATEGORIES.filter((one) => pins[one] > 0)))
    case 'expect-shows': {
      const names = new Set(Object.keys(step.shows))
      const text = (states: Readonly<Partial<Record<ShownState, boolean>>>): string =>
        lines(
          Object.entries(states).filter(([name]) => names.has(name)).map(([name, is]) =>
            `${name}: ${is ? 'yes' : 'no'}`
          )
            .sort(),
        )
      return say(text(step.shows), text)
    }
  }
}

/** Words for OFFLINEFILES_OFFLINE_REASON, by number. */
const CONNECTIONS: readonly (ConnectionWord | undefined)[] = [
  undefined,
  'online',
  'working offline',
  'slow connection',
  'net disconnected',
  'need to sync',
  'suspended',
]

function connectionText({ path, connection }: ItemView): string {
  if (connection === undefined) throw new Unsupported(`The engine does not tell how "${path}" stands`)
  return CONNECTIONS[connection.reason] ?? `offline for reason ${connection.reason}`
}

const PIN_CATEGORIES: readonly PinCategory[] = ['user', 'userPolicy', 'computer', 'redirection']

function pinsText(categories: readonly PinCategory[]): string {
  return categories.length === 0 ? 'not pinned' : [...categories].sort().join(', ')
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
