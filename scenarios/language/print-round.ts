/** Expectations of rounds as the TypeScript that says them. */

import { call, INDENT, options, printPath, type PrintScope } from './print-scope.ts'
import { shortenPath } from './resolve-path.ts'
import type { RoundStep } from './steps.ts'
import { listLiteral, literal, quote } from './typescript-literal.ts'

/** An expectation of a round. */
export function printRoundStep(step: RoundStep, scope: PrintScope): string {
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
    case 'expect-prompts':
      return call(`${name}.prompts`, literal(step.prompts), given)
    case 'expect-course': {
      const marks = listLiteral(step.marks.map(quote), INDENT)
      return step.path === undefined
        ? call(`${name}.course`, marks, given)
        : call(`${name}.courseOf`, path(step.path), marks, given)
    }
    case 'expect-changes':
      return call(`${name}.changes`, path(step.path), literal(step.changes), given)
    case 'expect-crashed':
      return call(`${name}.crashed`, given)
  }
}
