/** The report's script: filters, and opening the story an address points to. Everything can be read without it. */

/**
 * Plain browser JavaScript. A query is words, ids or `@tags` that must all occur; `s:failed` selects by verdict (several:
 * any of them), `!word` takes away.
 */
export const SCRIPT: string = `'use strict'
const openTo = (element) => {
  for (let at = element; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true
}
const textOf = (row) => {
  const summary = row.querySelector(':scope > summary') || row
  return (summary.textContent + ' ' + (row.dataset.covers || '')).toLowerCase().replace(/\\s+/g, ' ')
}
const cells = new Map([...document.querySelectorAll('.cell')].map((cell) => [cell.getAttribute('href'), cell]))
const clears = []
for (const form of document.querySelectorAll('form.filter')) {
  const input = form.elements.q
  const shown = form.querySelector('.shown')
  const chips = [...form.querySelectorAll('.chip')]
  const rows = [...document.querySelectorAll(form.dataset.rows)].map((row) => ({
    row,
    text: textOf(row),
    verdict: row.dataset.verdict,
    cell: cells.get('#' + encodeURI(row.querySelector(':scope > .body')?.id ?? '')),
  }))
  const words = () => input.value.toLowerCase().split(/\\s+/).filter((word) => word !== '')
  const holds = (row, word) => {
    if (word.startsWith('s:')) return row.verdict.startsWith(word.slice(2))
    return row.text.includes(word)
  }
  const apply = () => {
    const asked = words()
    const verdicts = asked.filter((word) => word.startsWith('s:'))
    const others = asked.filter((word) => !word.startsWith('s:'))
    let count = 0
    for (const row of rows) {
      const fits = (verdicts.length === 0 || verdicts.some((word) => holds(row, word))) &&
        others.every((word) => word.length > 1 && word[0] === '!' ? !holds(row, word.slice(1)) : holds(row, word))
      row.row.hidden = !fits
      row.cell?.classList.toggle('off', !fits)
      if (fits) count++
      if (fits && asked.length > 0) row.row.closest('.rows')?.setAttribute('open', '')
    }
    for (const chip of chips) chip.setAttribute('aria-pressed', String(asked.includes(chip.dataset.word)))
    shown.textContent = asked.length === 0 ? '' : 'showing ' + count + ' of ' + rows.length + ' ' + form.dataset.noun
  }
  form.hidden = false
  form.addEventListener('submit', (event) => event.preventDefault())
  input.addEventListener('input', apply)
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      const asked = words()
      const word = chip.dataset.word
      input.value = (asked.includes(word) ? asked.filter((other) => other !== word) : [...asked, word]).join(' ')
      apply()
    })
  }
  for (const button of form.querySelectorAll('[data-open]')) {
    button.addEventListener('click', () => {
      for (const { row } of rows) if (!row.hidden) row.open = button.dataset.open === 'true'
    })
  }
  clears.push((target) => {
    if (!rows.some(({ row }) => row.hidden && row.contains(target))) return
    input.value = ''
    apply()
  })
  apply()
}
const follow = () => {
  let id = location.hash.slice(1)
  try {
    id = decodeURIComponent(id)
  } catch {}
  const target = id === '' ? null : document.getElementById(id)
  if (target === null) return
  for (const clear of clears) clear(target)
  openTo(target)
  target.scrollIntoView()
}
addEventListener('hashchange', follow)
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]')
  if (link !== null && link.getAttribute('href') === location.hash) follow()
})
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input')
  if (event.key === '/' && typing === null && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    document.querySelector('#scenarios form.filter input').focus()
  }
})
follow()
`
