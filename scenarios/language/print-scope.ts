/** What printed steps can refer to, and the pieces they are put together from. */

import { shareAt } from './numbered-step.ts'
import { shortenPath } from './resolve-path.ts'
import { fieldText, literal, objectLiteral, quote } from './typescript-literal.ts'

/** Spaces before a statement. */
export const INDENT = '  '

/** Longest statement on one line. */
export const WIDTH = 110

/** The constants of one printed scenario. */
export interface PrintScope {
  /** Names of the constants of shares by their paths. */
  readonly shares: ReadonlyMap<string, string>
  /** Names of the constants of rounds by their numbers; only rounds that something is expected of. */
  readonly rounds: ReadonlyMap<number, string>
  /** Paths of shares by the numbers of the rounds that were given just that share. */
  readonly roundShares: ReadonlyMap<number, string>
  /** Names of the constants of open files by the names they were opened under; only those that are closed. */
  readonly files: ReadonlyMap<string, string>
}

/** The share a path lies on, with the name of its constant. */
export function shareOf(
  path: string,
  { shares }: PrintScope,
): { readonly name: string; readonly path: string } {
  const share = shareAt(path, [...shares.keys()]) ?? ''
  return { name: shares.get(share) ?? '', path: share }
}

/** A whole path, through the constant of its share where there is one. */
export function printPath(path: string, { shares }: PrintScope): string {
  const share = [...shares.keys()].find((start) => shortenPath(path, start) !== path)
  if (share === undefined) return quote(path)
  return path === share
    ? `${shares.get(share)}.path`
    : call(`${shares.get(share)}.at`, quote(shortenPath(path, share)))
}

/** A call; arguments that are `undefined` are left out. */
export function call(name: string, ...given: readonly (string | undefined)[]): string {
  return `${name}(${given.filter((argument) => argument !== undefined).join(', ')})`
}

/** A field of an object literal: its name and its source code. */
export type PrintedField = readonly [name: string, code: string]

/** Those fields of a step that are there, in the order of `names`; some have source code of their own. */
export function printedFields(
  step: object,
  names: readonly string[],
  printed: Readonly<Record<string, string>> = {},
): readonly PrintedField[] {
  return names.flatMap((name) =>
    Object.hasOwn(step, name) ? [[name, printed[name] ?? literal(Reflect.get(step, name))] as const] : []
  )
}

/** Those fields of a step that are there, as an object literal, or `undefined` when none is. */
export function options(
  step: object,
  names: readonly string[],
  printed: Readonly<Record<string, string>> = {},
): string | undefined {
  const given = printedFields(step, names, printed)
  return given.length === 0 ? undefined : objectLiteral(given)
}

/** An object literal with every field on a line of its own; the first line is not indented. */
export function block(fields: readonly PrintedField[], indent: string): string {
  return `{\n${fields.map((field) => `${indent}  ${fieldText(field)},\n`).join('')}${indent}}`
}
