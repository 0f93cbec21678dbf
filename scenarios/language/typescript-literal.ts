/** Values as TypeScript source: single-quoted strings, plain objects, content by its shortest form. */

import type { ContentSpec, HolesSpec, TreeSpec } from './steps.ts'
import { isContent } from './tree-spec.ts'

/** Code points that would break a literal, cannot be seen, join their neighbour, or are half a letter: first and last. */
const UNSAFE: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2069],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
]

/** Longest list on one line. */
const LINE = 80

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** A string literal in single quotes. */
export function quote(text: string): string {
  return `'${Array.from(text, (letter) => SHORT_ESCAPES[letter] ?? escape(letter)).join('')}'`
}

/** Plain data as a literal on one line. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return objectLiteral(Object.entries(value).map(([name, part]) => [name, literal(part)]))
}

/** An object of fields with source code of their own. */
export function objectLiteral(fields: readonly (readonly [name: string, code: string])[]): string {
  return braces(fields.map(fieldText))
}

/** One field of an object. */
export function fieldText([name, code]: readonly [name: string, code: string]): string {
  return `${fieldName(name)}: ${code}`
}

/** Content: a text, `bytes(size, seed)`, base64, `holes(…)` or `linkTo(…)`. */
export function contentLiteral(content: ContentSpec): string {
  if (typeof content === 'string') return quote(content)
  if ('base64' in content) return literal(content)
  if ('bytes' in content) {
    return content.seed === 1 ? `bytes(${content.bytes})` : `bytes(${content.bytes}, ${content.seed})`
  }
  if ('size' in content) return holesLiteral(content)
  const { link, ...options } = content
  return Object.keys(options).length === 0
    ? `linkTo(${quote(link)})`
    : `linkTo(${quote(link)}, ${literal(options)})`
}

function holesLiteral({ size, parts }: HolesSpec): string {
  const printed = parts.map(({ at, content }) => `{ at: ${at}, content: ${contentLiteral(content)} }`)
  return `holes({ size: ${size}, parts: [${printed.join(', ')}] })`
}

/** A tree literal: several names each on their own line, the first line not indented. */
export function treeLiteral(tree: TreeSpec, indent: string): string {
  const items = Object.entries(tree)
  const inner = items.length > 1 ? `${indent}  ` : indent
  const parts = items.map(([name, node]) => `${itemName(name)}: ${nodeLiteral(node, inner)}`)
  return parts.length > 1
    ? `{\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}}`
    : braces(parts)
}

function nodeLiteral(node: ContentSpec | TreeSpec | null, indent: string): string {
  if (node === null) return 'null'
  return isContent(node) ? contentLiteral(node) : treeLiteral(node, indent)
}

/** A list of literals: on one line when it is short, else over several, the first of which is not indented. */
export function listLiteral(literals: readonly string[], indent: string): string {
  const line = `[${literals.join(', ')}]`
  return line.length <= LINE
    ? line
    : `[\n${literals.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`
}

function braces(parts: readonly string[]): string {
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

function fieldName(name: string): string {
  return IDENTIFIER.test(name) && name !== '__proto__' ? name : itemName(name)
}

/** In a literal a plain `__proto__` would set the prototype. */
function itemName(name: string): string {
  return name === '__proto__' ? "['__proto__']" : quote(name)
}

function escape(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const unsafe = UNSAFE.some(([first, last]) => code >= first && code <= last)
  return unsafe ? `\\u${code.toString(16).padStart(4, '0')}` : letter
}
