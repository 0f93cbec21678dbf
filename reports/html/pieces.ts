/** The small pieces that the sections of the report share. */

import type { Verdict } from '../../scenarios/mod.ts'
import type { Cited } from '../story.ts'
import { formatCount } from '../visible.ts'
import { VERDICT_SIGNS, VERDICT_WORDS } from '../words.ts'
import { linkTo, type Markup, markup, type Value } from './markup.ts'

/** A verdict, or what stands in its place for a requirement nobody covers, or nobody can. */
export type Standing = Verdict | 'uncovered' | 'unobservable'

const WORDS: Readonly<Record<Standing, string>> = {
  ...VERDICT_WORDS,
  uncovered: 'uncovered',
  unobservable: 'unobservable',
}

const SIGNS: Readonly<Record<Standing, string>> = { ...VERDICT_SIGNS, uncovered: '○', unobservable: '·' }

/** How a standing is called. */
export function standingWord(standing: Standing): string {
  return WORDS[standing]
}

/** A standing as sign and word, with a number between them when one is given. */
export function signed(standing: Standing, count?: number): Markup {
  const number = count !== undefined && markup`<b>${formatCount(count)}</b> `
  return markup`<span aria-hidden="true">${SIGNS[standing]}</span> ${number}${standingWord(standing)}`
}

/** A standing as sign and word. */
export function badge(standing: Standing): Markup {
  return markup`<span class="badge ${standing}">${signed(standing)}</span>`
}

/** A path or id in type of even width; it may break where {@linkcode breakable} text may. */
export function code(text: string, kind: string = ''): Markup {
  return markup`<code class="${kind}">${breakable(text)}</code>`
}

/** Text that may break behind slashes, backslashes and underscores. */
export function breakable(text: string): Markup {
  const parts = text.split(/(?<=[\\/_](?![\\/_]))/)
  return markup`${parts.map((part, i) => (i === 0 ? part : [markup`<wbr>`, part]))}`
}

/** An id that tells its promise when pointed at. */
export function cited({ id, promise }: Cited): Markup {
  return promise === undefined
    ? markup`<span class="word">${id}</span>`
    : markup`<abbr class="cite" title="${promise}">${id}</abbr>`
}

/** Ids with their promises, each id once; words without a promise are left out. */
export function promises(ids: readonly Cited[]): Markup {
  const known = new Map(ids.flatMap((cite) => (cite.promise === undefined ? [] : [[cite.id, cite] as const])))
  if (known.size === 0) return markup``
  const rows = [...known.values()].map(({ id, promise, evidence }) =>
    markup`<div><dt>${id}</dt><dd>${promise} <span class="dim">${evidence}</span></dd></div>`
  )
  return markup`<dl class="promises">${rows}</dl>`
}

/** A stretch that scrolls on its own when it is too wide, reachable by keyboard. */
export function wide(label: string, content: Value): Markup {
  return markup`<div class="wide" role="group" tabindex="0" aria-label="${label}">${content}</div>`
}

/** A link to a scenario's story. */
export function scenarioLink(id: string): Markup {
  return markup`<a href="${linkTo(id)}">${code(id)}</a>`
}

/** A form that narrows a list; without scripts it stays hidden, since it could do nothing. */
export function filterForm(options: {
  readonly rows: string
  readonly label: string
  readonly hint: string
  readonly noun: string
  readonly chips: readonly { readonly standing: Standing; readonly count: number }[]
  readonly more?: Value
}): Markup {
  const { rows, label, hint, noun, chips, more } = options
  const buttons = chips.filter(({ count }) => count > 0).map(({ standing, count }) =>
    markup`<button type="button" class="chip ${standing}" data-word="s:${
      standingWord(standing)
    }" aria-pressed="false">${signed(standing)} <b>${count}</b></button>`
  )
  return markup`<form class="filter" data-rows="${rows}" data-noun="${noun}" hidden>
<label><span class="hidden">${label}</span><input type="search" name="q" placeholder="${hint}" autocomplete="off" spellcheck="false"></label>
<div class="chips">${buttons}${more}</div>
<p class="shown" role="status"></p>
</form>`
}
