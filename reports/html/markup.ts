/** HTML by a tagged template that escapes everything that is not itself markup. */

import { visible } from '../visible.ts'

/** A piece of HTML that is known to be markup. Only {@linkcode markup} and {@linkcode trusted} make it. */
export class Markup {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** What may stand in a template. `undefined` and `false` leave nothing. */
export type Value = string | number | Markup | undefined | false | readonly Value[]

/**
 * Makes markup. Every value that is not markup is shown as text, in element content and in quoted attributes alike;
 * invisible characters and lone surrogates become escapes. Attributes must be quoted. (Not called `html`: formatters would
 * reflow what stands in such a template, and its white space counts.)
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(strings.map((string, i) => (i === 0 ? '' : textOf(values[i - 1])) + string).join(''))
}

/** Marks text of our own as markup: style sheet and script. Never for anything that comes from a scenario. */
export function trusted(text: string): Markup {
  return new Markup(text)
}

/** Escapes text for element content and quoted attributes. */
export function escapeText(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/**
 * The element id of a scenario: its own id, with characters that would need care in an address spelled as `~` and their
 * number. Different ids have different anchors.
 */
export function anchorOf(id: string): string {
  return id.replace(/[^\w/.\-[\](),=+:@\u00a1-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd]/g, (character) => {
    return `~${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** The address of a scenario within the page. */
export function linkTo(id: string): string {
  return `#${encodeURI(anchorOf(id))}`
}

function textOf(value: Value): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Markup) return value.toString()
  if (typeof value === 'string') return escapeText(value)
  return typeof value === 'number' ? String(value) : value.map(textOf).join('')
}
