/** One scenario's story as HTML. */

import type { OtherClient, Story, StoryFailure, StoryStep } from '../story.ts'
import { KIND_WORDS } from '../failure-text.ts'
import { lineDiff, sideWords } from './difference.ts'
import { fatesTable } from './fates.ts'
import { anchorOf, linkTo, type Markup, markup } from './markup.ts'
import { badge, cited, code, promises, standingWord } from './pieces.ts'
import { roundSection } from './round.ts'
import { treesTable } from './trees.ts'

/** A story that opens and closes. The address of a scenario is its body, so that following it opens the story without a script. */
export function scenarioSection(story: Story): Markup {
  const { id, title, verdict, tags, covers } = story
  const words = tags.map((tag) => `@${tag}`)
  const about = markup`<span class="about">${code(id, 'id')}${
    words.map((tag) => markup` <span class="tag">${tag}</span>`)
  }</span>`
  const open = (verdict === 'fail' || verdict === 'error') && markup` open`
  const data = markup`data-verdict="${standingWord(verdict)}" data-covers="${
    covers.map((cite) => cite.id).join(' ')
  }"`
  return markup`<details class="scenario ${verdict}" ${data}${open}>
<summary>${badge(verdict)}<h4>${title}</h4>${about}</summary>
<div class="body" id="${anchorOf(id)}">${body(story)}</div>
</details>
`
}

function body(story: Story): Markup {
  const { reason, place, failures, rounds, covers, rerun, id, trees } = story
  const still = rounds.length > 0 || trees.changed === 0
  const written = place !== '' && markup`Written at ${code(place)}. `
  const stands = covers.map((cite, i) => [i > 0 && ', ', cited(cite)])
  return markup`${reason !== '' && markup`<p class="reason">${reason}</p>`}
${failureBoxes(failures)}
${chronicle(story)}
${
    story.fates.totalNews > 0 &&
    markup`<h5>At the end</h5>${fatesTable(story.fates, 'At the end: what was written')}`
  }
${!still && markup`<h5>Trees, first and last</h5>${treesTable(trees, { label: 'Trees', client: 'client' })}`}
${story.others.map(otherTrees)}
<div class="foot">
<p class="rerun"><span class="dim">Run it again</span> <code>${rerun}</code></p>
<p class="dim">${written}<a href="${linkTo(id)}">Link to this story</a></p>
</div>
${
    covers.length > 0 &&
    markup`<details class="more"><summary>What it stands for: ${stands}</summary>${
      promises(covers)
    }</details>`
  }`
}

/** Another client's cache: how it stands at the end, beside the servers. */
function otherTrees({ client, trees }: OtherClient): Markup {
  return markup`<h5>${client} at the end</h5>${treesTable(trees, { label: `${client}: trees`, client })}`
}

/** What went wrong. A promise is told once; later failures only name its id. */
export function failureBoxes(failures: readonly StoryFailure[]): Markup {
  const told = new Set<string>()
  return markup`${
    failures.map((failure) => {
      const fresh = failure.ids.filter(({ id }) => !told.has(id))
      const known = failure.ids.filter(({ id }) => told.has(id))
      for (const { id } of fresh) told.add(id)
      const also = known.map((cite, i) => [i === 0 ? 'Stands on ' : ', ', cited(cite)])
      return failureBox(
        failure,
        markup`${promises(fresh)}${known.length > 0 && markup`<p class="dim">${also}</p>`}`,
      )
    })
  }`
}

function failureBox(failure: StoryFailure, standsOn: Markup): Markup {
  const { kind, message, place, round, path, hint } = failure
  const where = [
    round === undefined ? undefined : markup`round ${round}`,
    path === undefined ? undefined : code(path),
    place === '' ? undefined : code(place),
  ].filter((part) => part !== undefined)
  return markup`<div class="failure"><p class="kind">${KIND_WORDS[kind]}</p><p class="message">${message}</p>
${comparison(failure)}
${hint !== undefined && markup`<p class="hint"><b>Hint</b> ${hint}</p>`}
${where.length > 0 && markup`<p class="dim">At ${where.map((part, i) => [i > 0 && ' · ', part])}</p>`}
${standsOn}</div>`
}

function comparison({ difference, expected, actual }: StoryFailure): Markup {
  if (difference === undefined) {
    return markup`${expected !== undefined && pair('Expected', markup`${expected}`)}${
      actual !== undefined && pair('Actual', markup`${actual}`)
    }`
  }
  if ('parts' in difference) {
    return markup`<p class="legend"><span class="removed">− expected</span> <span class="added">+ actual</span></p>${
      lineDiff(difference)
    }`
  }
  return markup`${pair('Expected', sideWords(difference, 'removed'))}${
    pair('Actual', sideWords(difference, 'added'))
  }${difference.givenUp && markup`<p class="dim">Too different to be compared word by word.</p>`}`
}

function pair(label: string, text: Markup): Markup {
  return markup`<div class="pair"><span class="dim">${label}</span><code>${text}</code></div>`
}

/** Steps, each round behind the step that made it. */
function chronicle({ steps, rounds }: Story): Markup {
  const told = new Set<number>()
  const parts = rounds.map((round) => {
    const until = steps.filter(({ number }) => number <= round.step && !told.has(number))
    for (const { number } of until) told.add(number)
    return markup`${stepList(until)}${roundSection(round)}`
  })
  return markup`${parts}${stepList(steps.filter(({ number }) => !told.has(number)))}`
}

function stepList(steps: readonly StoryStep[]): Markup {
  const [first] = steps
  if (first === undefined) return markup``
  return markup`<ol class="steps" start="${first.number}">${steps.map(stepItem)}</ol>`
}

function stepItem({ number, text, ok, at, place }: StoryStep): Markup {
  const sign = markup`<span aria-hidden="true">${ok ? '✓' : '✗'}</span><span class="hidden">${
    ok ? 'done' : 'failed'
  }:</span>`
  const when = ok || place === '' ? at.slice(11, 19) : place
  return markup`<li class="${
    ok ? 'ok' : 'not-ok'
  }" value="${number}"><span class="sign">${sign}</span> <span>${text}</span> <span class="dim when">${when}</span></li>`
}
