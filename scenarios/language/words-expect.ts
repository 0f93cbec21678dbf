/** Expectations in plain English. */

import { describeContent } from './content.ts'
import type { ExpectationStep } from './steps.ts'
import { treeItems } from './tree-spec.ts'
import { type PathText, treeText } from './word-parts.ts'

/** What a step expects, without the word `expect`. */
export function expectationText(step: ExpectationStep, name: PathText): string {
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
    case 'expect-crashed':
      return `the engine is dropped in round ${step.round}`
    case 'expect-holds':
      return `${step.side} holds ${name(step.path)} = ${describeContent(step.content)}`
    case 'expect-missing':
      return `${step.side} has no ${name(step.path)}`
    case 'expect-directory':
      return `${step.side} has the directory ${name(step.path)}`
    case 'expect-attributes':
      return `${step.side} has ${name(step.path)} with ${step.attributes.join(' ') || 'no'} attributes`
    case 'expect-spelling':
      return `${step.side} spells ${name(step.path)} exactly so`
    case 'expect-tree':
      return `${step.side} has below ${name(step.path)} just ${treeText(treeItems(step.tree))}`
    case 'expect-same':
      return `both sides hold the same below ${name(step.path)}`
    case 'expect-dirty':
      return `${name(step.path)} has ${step.dirty ? '' : 'no '}changes that are not synchronized`
    case 'expect-pinned':
      return step.pins.length === 0
        ? `${name(step.path)} is not pinned`
        : `${name(step.path)} is pinned for just ${step.pins.join(', ')}`
  }
}
