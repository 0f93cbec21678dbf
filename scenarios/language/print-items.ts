/** Steps about items (edits, open files, rights, states, expectations) as the TypeScript that says them. */

import { call, INDENT, options, type PrintScope, shareOf } from './print-scope.ts'
import { shortenPath } from './resolve-path.ts'
import type { AccessStep, CacheStep, EditingStep, StateStep, TreeStep } from './steps.ts'
import { contentLiteral, literal, quote, treeLiteral } from './typescript-literal.ts'

interface Place {
  /** The constant of the share, and its path. */
  readonly docs: string
  readonly share: string
  /** The path below it, as a literal. */
  readonly path: string
}

/** An edit. */
export function printEdit(step: EditingStep, scope: PrintScope): string {
  const { docs, share, path } = placeOf(step.path, scope)
  const of = sideOf(docs, step)
  const given = options(step, ['stream', 'user', 'fails', 'clock'])
  switch (step.do) {
    case 'write':
    case 'append':
      return call(`${of}.${step.do}`, path, contentLiteral(step.content), given)
    case 'edit': {
      const at = options(step, ['offset', 'stream', 'user', 'fails', 'clock'])
      return call(`${of}.edit`, path, contentLiteral(step.content), at)
    }
    case 'touch':
    case 'mkdir':
    case 'remove':
    case 'read':
    case 'list':
      return call(`${of}.${step.do}`, path, given)
    case 'rename':
      return call(
        `${of}.rename`,
        path,
        quote(shortenPath(step.to, share)),
        options(step, ['replace', 'user', 'fails', 'clock']),
      )
    case 'set-attributes':
      return call(`${of}.setAttributes`, path, options(step, ['set', 'clear']) ?? '{}', given)
    case 'set-times':
      return call(`${of}.setTimes`, path, options(step, ['lastWrite', 'creation']) ?? '{}', given)
  }
}

/** A file that is opened or closed, or a right. */
export function printAccess(step: AccessStep, scope: PrintScope): string {
  if (step.do === 'close') {
    const clock = options(step, ['clock'])
    const file = scope.files.get(step.handle)
    return file === undefined ? call('close', quote(step.handle), clock) : call(`${file}.close`, clock)
  }
  const { docs, path } = placeOf(step.path, scope)
  if (step.do === 'open') {
    const given = options(step, ['access', 'share', 'as', 'user', 'fails', 'clock'])
    return call(`${sideOf(docs, step)}.open`, path, given)
  }
  const rights = step.clock === undefined ? literal(step.rights) : options(step, ['rights', 'clock'])
  return call(`${docs}.server.${step.do}`, quote(step.user), path, rights)
}

/** A state of an item in a client's cache. */
export function printState(step: StateStep, scope: PrintScope): string {
  const { docs, path } = placeOf(step.path, scope)
  const word = step.do === 'auto-cache' ? 'autoCache' : step.do
  return call(
    `${docs}.${word}`,
    path,
    options(step, ['for', 'inherit', 'present', 'client', 'fails', 'clock']),
  )
}

/** An expectation of an item on one side. */
export function printTreeExpectation(step: TreeStep, scope: PrintScope): string {
  const { docs, share, path } = placeOf(step.path, scope)
  const of = sideOf(docs, step)
  const given = options(step, ['stream', 'user', 'because', 'clock'])
  switch (step.do) {
    case 'expect-holds':
      return call(`${of}.holds`, path, contentLiteral(step.content), given)
    case 'expect-missing':
      return call(`${of}.missing`, path, given)
    case 'expect-directory':
      return call(`${of}.directory`, path, given)
    case 'expect-attributes':
      return call(`${of}.attributes`, path, literal(step.attributes), given)
    case 'expect-spelling':
      return call(`${of}.spelling`, path, given)
    case 'expect-streams':
      return call(`${of}.streams`, path, literal(step.streams), given)
    case 'expect-read': {
      const { content } = step
      const result = content === undefined ? options(step, ['fails']) : contentLiteral(content)
      return call(`${of}.reads`, path, result, given)
    }
    case 'expect-tree': {
      const below = step.path === share ? undefined : path
      return call(`${of}.tree`, below, treeLiteral(step.tree, INDENT), given)
    }
  }
}

/** An expectation of both sides, or of what the cache knows. */
export function printCacheExpectation(step: CacheStep, scope: PrintScope): string {
  const { docs, share, path } = placeOf(step.path, scope)
  const given = options(step, ['client', 'because', 'clock'])
  switch (step.do) {
    case 'expect-same':
      return step.path === share && given === undefined
        ? call(`${docs}.same`)
        : call(`${docs}.same`, path, given)
    case 'expect-dirty':
      return call(`${docs}.${step.dirty ? 'dirty' : 'clean'}`, path, given)
    case 'expect-pinned':
      return call(`${docs}.pinned`, path, literal(step.pins), given)
    case 'expect-shows':
      return call(`${docs}.shows`, path, literal(step.shows), given)
    case 'expect-connection':
      return call(`${docs}.connection`, path, quote(step.is), given)
  }
}

function placeOf(path: string, scope: PrintScope): Place {
  const { name, path: share } = shareOf(path, scope)
  return { docs: name, share, path: quote(shortenPath(path, share)) }
}

function sideOf(docs: string, { side, client }: { readonly side: string; readonly client?: string }): string {
  return client === undefined ? `${docs}.${side}` : `${docs}.on(${quote(client)})`
}
