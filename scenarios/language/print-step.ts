/** Steps as the TypeScript that says them. */

import { printSync } from './print-sync.ts'
import { call, options, printPath, type PrintScope, shareOf } from './print-scope.ts'
import { shortenPath } from './resolve-path.ts'
import type { ShareStep, Step } from './steps.ts'
import { isFolder } from './tree-spec.ts'
import { contentLiteral, listLiteral, literal, quote, treeLiteral } from './typescript-literal.ts'

type RoundStep = Extract<Step, { readonly round: number }>
type SideStep = Extract<Step, { readonly side: unknown }>
type ShareExpectation = Extract<Step, { readonly do: 'expect-same' | 'expect-dirty' | 'expect-pinned' }>

/** Spaces before a statement. */
const INDENT = '  '

/** One step as one statement, without the spaces before it. */
export function printStep(step: Step, scope: PrintScope): string {
  if ('round' in step) return printRoundStep(step, scope)
  if ('side' in step) return printSideStep(step, scope)
  switch (step.do) {
    case 'share':
      return printShare(step)
    case 'sync':
      return printSync(step, scope)
    case 'wait':
      return call('wait', String(step.seconds), options(step, ['clock']))
    case 'note':
      return call('note', quote(step.text), options(step, ['clock']))
    case 'unreachable':
    case 'reachable':
      return call(step.do, quote(step.server), options(step, ['clock']))
    case 'expect-same':
    case 'expect-dirty':
    case 'expect-pinned':
      return printShareExpectation(step, scope)
  }
}

function printShare(step: ShareStep): string {
  const tree = isFolder(step.tree) ? `folder(${quote(step.tree.folder)})` : treeLiteral(step.tree, INDENT)
  const given = options(step, ['pin', 'caching', 'clock'])
  return given === undefined
    ? call('share', quote(step.path), tree)
    : call('share', quote(step.path), given, tree)
}

function printSideStep(step: SideStep, scope: PrintScope): string {
  const { name, path: share } = shareOf(step.path, scope)
  const path = quote(shortenPath(step.path, share))
  const of = `${name}.${step.side}`
  const edit = options(step, ['fails', 'clock'])
  const expect = options(step, ['because', 'clock'])
  switch (step.do) {
    case 'write':
    case 'append':
      return call(`${of}.${step.do}`, path, contentLiteral(step.content), edit)
    case 'edit':
      return call(
        `${of}.edit`,
        path,
        contentLiteral(step.content),
        options(step, ['offset', 'fails', 'clock']),
      )
    case 'touch':
    case 'mkdir':
    case 'remove':
      return call(`${of}.${step.do}`, path, edit)
    case 'rename':
      return call(`${of}.rename`, path, quote(shortenPath(step.to, share)), edit)
    case 'set-attributes':
      return call(`${of}.setAttributes`, path, options(step, ['set', 'clear']) ?? '{}', edit)
    case 'set-times':
      return call(`${of}.setTimes`, path, options(step, ['lastWrite', 'creation']) ?? '{}', edit)
    case 'expect-holds':
      return call(`${of}.holds`, path, contentLiteral(step.content), expect)
    case 'expect-missing':
      return call(`${of}.missing`, path, expect)
    case 'expect-directory':
      return call(`${of}.directory`, path, expect)
    case 'expect-attributes':
      return call(`${of}.attributes`, path, literal(step.attributes), expect)
    case 'expect-spelling':
      return call(`${of}.spelling`, path, expect)
    case 'expect-tree': {
      const below = step.path === share ? undefined : path
      return call(`${of}.tree`, below, treeLiteral(step.tree, INDENT), expect)
    }
  }
}

function printShareExpectation(step: ShareExpectation, scope: PrintScope): string {
  const { name, path: share } = shareOf(step.path, scope)
  const path = quote(shortenPath(step.path, share))
  const given = options(step, ['because', 'clock'])
  switch (step.do) {
    case 'expect-same':
      return step.path === share && given === undefined
        ? call(`${name}.same`)
        : call(`${name}.same`, path, given)
    case 'expect-dirty':
      return call(`${name}.${step.dirty ? 'dirty' : 'clean'}`, path, given)
    case 'expect-pinned':
      return call(`${name}.pinned`, path, literal(step.pins), given)
  }
}

function printRoundStep(step: RoundStep, scope: PrintScope): string {
  const name = scope.rounds.get(step.round) ?? ''
  const given = options(step, ['because', 'clock'])
  const share = scope.roundShares.get(step.round)
  const path = (whole: string): string =>
    share === undefined ? printPath(whole, scope) : quote(shortenPath(whole, share))
  switch (step.do) {
    case 'expect-return':
      return call(`${name}.returns`, String(step.code), given)
    case 'expect-conflict':
      return call(`${name}.conflict`, path(step.path), quote(step.state), given)
    case 'expect-no-conflicts':
      return call(`${name}.noConflicts`, given)
    case 'expect-result':
      return call(`${name}.result`, path(step.path), String(step.code), given)
    case 'expect-items':
      return call(`${name}.items`, listLiteral(step.paths.map(path), INDENT), given)
    case 'expect-state':
      return call(`${name}.state`, path(step.path), quote(step.state), given)
    case 'expect-progress':
      return call(`${name}.progress`, listLiteral(step.messages.map(quote), INDENT), given)
    case 'expect-crashed':
      return call(`${name}.crashed`, given)
  }
}
