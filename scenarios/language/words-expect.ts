/** Expectations in plain English. */

import { messageOf } from '../../sim/mod.ts'
import { describeContent } from './content.ts'
import type { CacheStep, ExpectationStep, ExpectReadStep, RoundStep, TreeStep } from './steps.ts'
import { treeItems } from './tree-spec.ts'
import { type PathText, sideText, streamText, treeText } from './word-parts.ts'

/** What a step expects, without the word `expect`. */
export function expectationText(step: ExpectationStep, name: PathText): string {
  if ('round' in step) return roundText(step, name)
  return 'side' in step ? itemText(step, name) : cacheText(step, name)
}

function roundText(step: RoundStep, name: PathText): string {
  switch (step.do) {
    case 'expect-return':
      return `round ${step.round} returns ${step.code}`
    case 'expect-conflict':
      return `round ${step.round} records a conflict of ${name(step.path)}: ${step.state}`
    case 'expect-no-conflicts':
      return `round ${step.round} records no conflict`
    case 'expect-result':
      return `round ${step.round} ends ${name(step.path)} with result ${step.code}`
    case 'expect-items':
      return `round ${step.round} reports ${step.paths.map(name).join(', ') || 'no item'}${
        step.paths.length > 0 ? ' and no other item' : ''
      }`
    case 'expect-state':
      return `round ${step.round} finds ${name(step.path)} in state ${step.state}`
    case 'expect-progress':
      return `round ${step.round} sends exactly ${step.messages.length} progress texts`
    case 'expect-prompts':
      return `round ${step.round} asks for credentials ${
        step.prompts.length === 0 ? 'nowhere' : `in just these ways: ${step.prompts.join(', ')}`
      }`
    case 'expect-course': {
      const of = step.path === undefined ? '' : ` for ${name(step.path)}`
      return `round ${step.round} goes${of} through just ${step.marks.join(', ') || 'nothing'}`
    }
    case 'expect-changes':
      return `round ${step.round} finds ${name(step.path)} with ${
        step.changes.length === 0 ? 'no changes' : `just the changes ${step.changes.join(', ')}`
      }`
    case 'expect-crashed':
      return `the engine is dropped in round ${step.round}`
  }
}

function itemText(step: TreeStep, name: PathText): string {
  const where = sideText(step)
  switch (step.do) {
    case 'expect-holds':
      return `${where} holds ${name(step.path)}${streamText(step.stream)} = ${describeContent(step.content)}`
    case 'expect-missing':
      return `${where} has no ${name(step.path)}${streamText(step.stream)}`
    case 'expect-directory':
      return `${where} has the directory ${name(step.path)}`
    case 'expect-attributes':
      return `${where} has ${name(step.path)} with ${step.attributes.join(' ') || 'no'} attributes`
    case 'expect-spelling':
      return `${where} spells ${name(step.path)} exactly so`
    case 'expect-streams':
      return `${where} has ${name(step.path)} with ${
        step.streams.length === 0 ? 'no named streams' : `just the streams ${step.streams.join(', ')}`
      }`
    case 'expect-read':
      return `${where}${step.user === undefined ? '' : `, as ${step.user}`}: reading ${name(step.path)} ${
        readText(step)
      }`
    case 'expect-tree':
      return `${where} has below ${name(step.path)} just ${treeText(treeItems(step.tree))}`
  }
}

function cacheText(step: CacheStep, name: PathText): string {
  const on = step.client === undefined ? '' : ` on ${step.client}`
  const path = `${name(step.path)}${on}`
  switch (step.do) {
    case 'expect-same':
      return step.client === undefined
        ? `both sides hold the same below ${path}`
        : `server and ${step.client} hold the same below ${name(step.path)}`
    case 'expect-dirty':
      return `${path} has ${step.dirty ? '' : 'no '}changes that are not synchronized`
    case 'expect-pinned':
      return step.pins.length === 0
        ? `${path} is not pinned`
        : `${path} is pinned for just ${step.pins.join(', ')}`
    case 'expect-shows': {
      const states = Object.entries(step.shows).map(([state, shown]) => shown ? state : `not ${state}`)
      return `the cache shows ${path} as ${states.join(', ')}`
    }
    case 'expect-connection':
      return `${path} stands as ${step.is}`
  }
}

function readText({ content, fails = 0 }: ExpectReadStep): string {
  return content === undefined
    ? `is refused with ${fails} (${messageOf(fails)})`
    : `gives ${describeContent(content)}`
}
