/** Strict JSON with the position of every value: what jsonc-parser finds, in words and places of our own. */

import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Position } from '../../sim/mod.ts'
import type { Mistake } from './mistakes.ts'

/** A JSON text, read. */
export interface JsonText {
  readonly value: unknown
  /** Comments, trailing commas, fields written twice, and the first thing that is no JSON at all. */
  readonly mistakes: readonly Mistake[]
  /** False when the text is so broken that `value` says nothing. */
  readonly readable: boolean
  /** Where the value lies to which names and indexes lead, or the nearest thing around it that is there. */
  readonly positionOf: (at: readonly (string | number)[], onName?: boolean) => Position
}

const BYTE_ORDER_MARK = /^\ufeff/

/** What the parser's error codes mean; the second sentence is a hint. */
const ERRORS: Readonly<Record<string, readonly [message: string, hint?: string]>> = {
  InvalidSymbol: [
    'This is no JSON value',
    'Texts stand in double quotes; other words are true, false and null',
  ],
  InvalidNumberFormat: ['This is no JSON number'],
  PropertyNameExpected: ['A field name is missing', 'Field names stand in double quotes'],
  ValueExpected: ['A value is missing'],
  ColonExpected: ['A colon is missing'],
  CommaExpected: ['A comma is missing'],
  CloseBraceExpected: ['A "}" is missing'],
  CloseBracketExpected: ['A "]" is missing'],
  EndOfFileExpected: ['There is something behind the end of the file’s value'],
  UnexpectedEndOfString: ['The text has no closing quote', 'Write line breaks inside texts as \\n'],
  UnexpectedEndOfComment: ['The comment has no end'],
  InvalidUnicode: ['\\u must be followed by four hexadecimal digits'],
  InvalidEscapeCharacter: ['No such escape', 'Write a backslash as \\\\'],
  InvalidCharacter: ['A control character stands in a text', 'Write tabs as \\t, others as \\u00XX'],
}

/** Reads a text that has to be strict JSON. */
export function readJson(source: string, file: string): JsonText {
  const text = source.replace(BYTE_ORDER_MARK, ' ')
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const lines = lineStarts(text)
  const place = (offset: number): Position => positionIn(lines, file, offset)
  const mistakes: Mistake[] = []
  const seen = new Set<number>()
  let readable = true
  for (const { error, offset } of errors) {
    const [message, hint, harmless] = describeError(printParseErrorCode(error), text, offset)
    // The parser stumbles twice over some commas, and over much that follows the first thing that is no JSON.
    if (readable && !seen.has(offset)) mistakes.push({ message, hint, position: place(offset) })
    seen.add(offset)
    readable &&= harmless
  }
  const value = root === undefined ? undefined : valueOf(root, (name, offset) => {
    const message = `The field ${JSON.stringify(name)} is written twice`
    mistakes.push({ message, hint: 'Leave one of them out', position: place(offset) })
  })
  return {
    value,
    mistakes,
    readable: readable && root !== undefined,
    positionOf: (at, onName) => place(offsetOf(root, at, onName ?? false)),
  }
}

function describeError(
  error: string,
  text: string,
  offset: number,
): readonly [message: string, hint: string | undefined, harmless: boolean] {
  if (error === 'InvalidCommentToken') {
    return ['JSON has no comments', 'Remove it, or say it in a step "note"', true]
  }
  if (/[}\]]/.test(text.charAt(offset)) && /,\s*$/.test(text.slice(0, offset))) {
    return ['A comma stands behind the last value', 'Remove it', true]
  }
  const [message, hint] = ERRORS[error] ?? ['This is no JSON']
  return [message, hint, false]
}

function valueOf(node: Node, twice: (name: string, offset: number) => void): unknown {
  if (node.type === 'array') return node.children?.map((child) => valueOf(child, twice)) ?? []
  if (node.type !== 'object') return node.value
  const entries = new Map<string, unknown>()
  for (const { children: [name, value] = [], offset } of node.children ?? []) {
    const key = String(name?.value)
    if (entries.has(key)) twice(key, offset)
    entries.set(key, value === undefined ? undefined : valueOf(value, twice))
  }
  return Object.fromEntries(entries)
}

function offsetOf(root: Node | undefined, at: readonly (string | number)[], onName: boolean): number {
  let node = root
  for (const [depth, key] of at.entries()) {
    const property = node?.children?.find((child, index) =>
      child.type === 'property' ? child.children?.[0]?.value === key : index === key
    )
    if (property === undefined) break
    if (onName && depth === at.length - 1) return property.offset
    node = property.type === 'property' ? property.children?.[1] ?? property : property
  }
  return node?.offset ?? 0
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)]
}

function positionIn(lines: readonly number[], file: string, offset: number): Position {
  const line = lines.findLastIndex((start) => start <= offset)
  return { file, line: line + 1, column: offset - (lines[line] ?? 0) + 1 }
}
