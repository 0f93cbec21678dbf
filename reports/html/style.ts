/** The report's style sheet: light and dark from one set of colours, dense but calm, nothing said by colour alone. */

import { STORY_STYLE } from './style-story.ts'

const COLORS = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f7f7f4, #15171a);
  --card: light-dark(#ffffff, #1c1f24);
  --sunk: light-dark(#f3f3ef, #23272d);
  --line: light-dark(#e0e0d9, #343942);
  --text: light-dark(#1d2126, #e3e6ea);
  --dim: light-dark(#59606a, #a3abb6);
  --link: light-dark(#0a55a8, #8abcff);
  --pass: light-dark(#17693f, #6fd49a);
  --pass-tint: light-dark(#e3f3ea, #1b3527);
  --fail: light-dark(#ad1f14, #ff9b90);
  --fail-tint: light-dark(#fdeae8, #40201f);
  --error: light-dark(#7d2fa8, #d9a8f7);
  --error-tint: light-dark(#f6ebfc, #35223f);
  --unsupported: light-dark(#7a5200, #e8bd63);
  --unsupported-tint: light-dark(#fbf1dc, #362b14);
  --removed-word: light-dark(#fac8c3, #76302c);
  --added-word: light-dark(#b5e5c8, #1f5f3d);
  --mono: ui-monospace, "Cascadia Code", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
.pass { --ink: var(--pass); --tint: var(--pass-tint); }
.fail { --ink: var(--fail); --tint: var(--fail-tint); }
.error { --ink: var(--error); --tint: var(--error-tint); }
.unsupported, .excused { --ink: var(--unsupported); --tint: var(--unsupported-tint); }
.uncovered, .unobservable { --ink: var(--dim); --tint: var(--sunk); }
`

const BASE = `
* { box-sizing: border-box; }
html { scroll-padding-top: 7rem; }
body {
  margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 78rem;
  background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0; font-weight: 650; }
h1 { font-size: 2rem; letter-spacing: -0.02em; text-wrap: balance; }
h2 { font-size: 1.1rem; }
h3 { font-size: 0.95rem; margin: 1.5rem 0 0.5rem; }
h4 { font-size: 1rem; font-weight: 400; }
h5 { font-size: 0.95rem; }
p, ul, ol, dl { margin: 0.4rem 0; padding: 0; }
ul { list-style: none; }
dd { margin: 0; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: from-font; }
code { font-family: var(--mono); font-size: 0.86em; font-variant-ligatures: none; }
abbr { white-space: nowrap; text-decoration: underline dotted; text-underline-offset: 0.2em; cursor: help; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
section { margin-top: 2rem; }
.dim { color: var(--dim); font-weight: 400; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
.badge { color: var(--ink); font-weight: 600; white-space: nowrap; }
.badge.pass, .badge.uncovered, .badge.unobservable { font-weight: 400; }
.label { font-weight: 600; margin-top: 1rem; }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; margin: 0.5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; overflow-wrap: break-word; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.7rem; font-weight: 400; }
thead th { color: var(--dim); font-size: 0.8rem; background: var(--sunk); white-space: nowrap; }
tbody tr { border-top: 1px solid var(--line); }
summary { cursor: pointer; }
`

const HEAD = `
.brand { font-weight: 700; letter-spacing: 0.01em; margin: 0 0 1.2rem; }
.brand span { color: var(--dim); font-weight: 400; margin-left: 0.3em; }
.bar { display: flex; gap: 2px; height: 6px; margin: 1.1rem 0 0.8rem; }
.bar span { background: var(--ink); border-radius: 3px; min-width: 6px; flex-basis: 0; }
.counts { display: flex; flex-wrap: wrap; gap: 0.2rem 1.5rem; color: var(--ink); }
.counts li { color: var(--ink); }
.facts { display: flex; flex-wrap: wrap; gap: 0.6rem 2rem; margin-top: 1.2rem; }
.facts dt { color: var(--dim); font-size: 0.8rem; }
.hash code { font-size: 0.8rem; }
.note { border-left: 3px solid var(--unsupported); padding-left: 0.7rem; }
.map { display: grid; gap: 0.45rem; margin-top: 0.8rem; }
.chapter-row { display: grid; grid-template-columns: 9rem 1fr; gap: 0.7rem; align-items: baseline; }
.chapter-row dd { display: flex; flex-wrap: wrap; gap: 3px; }
.cell {
  display: inline-grid; place-items: center; width: 24px; height: 24px; border-radius: 5px;
  font-size: 12px; line-height: 1; font-weight: 700; text-decoration: none;
  color: var(--ink); background: var(--tint);
}
.cell.fail, .cell.error { color: var(--card); background: var(--ink); }
.cell.error { border-radius: 50%; }
.cell:hover { outline: 2px solid var(--ink); }
.cell.off { opacity: 0.2; }
.panel-section + .panel-section { margin-top: 0.8rem; }
.panel { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 0.7rem 1rem; }
.panel > summary h2 { display: inline; }
.tally { font-size: 0.9rem; }
.tally > span { color: var(--ink); margin-left: 0.6rem; white-space: nowrap; }
.requirements td:nth-child(2) { min-width: 20rem; }
.requirements td .dim { font-size: 0.85rem; }
.requirements th[scope=row] { white-space: nowrap; font-weight: 600; }
.requirements .group th { background: var(--sunk); font-weight: 600; }
.links { margin: 0; }
.links li { min-width: 12rem; }
.coverage { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 0.1rem 1.5rem; font-size: 0.88rem; }
.coverage li { display: flex; gap: 0.5rem; border-bottom: 1px solid var(--line); padding: 0.1rem 0; }
.coverage li > :last-child { margin-left: auto; text-align: right; white-space: nowrap; }
.coverage .never { color: var(--dim); }
`

const LIST = `
.filter {
  position: sticky; top: 0; z-index: 1; background: var(--page); padding: 0.6rem 0;
  display: flex; flex-wrap: wrap; gap: 0.5rem 0.8rem; align-items: center; border-bottom: 1px solid var(--line);
}
.panel .filter { position: static; background: none; border: 0; }
.filter label { flex: 1 1 14rem; }
.filter input {
  width: 100%; font: inherit; padding: 0.35rem 0.7rem; border-radius: 6px;
  color: inherit; background: var(--card); border: 1px solid light-dark(#8b8f96, #767e8a);
}
.filter input::placeholder { color: var(--dim); opacity: 1; }
.chips { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.chip, .plain {
  font: inherit; font-size: 0.88rem; padding: 0.25rem 0.7rem; border-radius: 99px; cursor: pointer;
  color: var(--ink, var(--text)); background: var(--card); border: 1px solid var(--line);
}
.chip[aria-pressed=true] { background: var(--tint); border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); }
.shown { color: var(--dim); margin: 0; }
.shown:empty { display: none; }
.chapter:not(:has(.scenario:not([hidden]))), .rows:not(:has(> .scenario:not([hidden]))) { display: none; }
.rows > summary { padding: 0.4rem 0; color: var(--dim); }
.chapter { margin-top: 1.2rem; }
.chapter h3 { margin: 0 0 0.4rem; color: var(--dim); font-weight: 600; }
.scenario { background: var(--card); border: 1px solid var(--line); margin-top: -1px; content-visibility: auto; contain-intrinsic-size: auto 2.6rem; }
.scenario:first-of-type { border-radius: 8px 8px 0 0; }
.scenario:last-of-type { border-radius: 0 0 8px 8px; }
.scenario:only-of-type { border-radius: 8px; }
.scenario > summary {
  display: grid; grid-template-columns: 0.8rem 7.8rem minmax(12rem, 1fr) auto; gap: 0.1rem 0.6rem; align-items: baseline;
  padding: 0.45rem 1rem 0.45rem 0.8rem; list-style: none;
}
.scenario > summary::-webkit-details-marker { display: none; }
.scenario > summary::before { content: "▸"; color: var(--dim); font-size: 0.8em; }
.scenario[open] > summary::before { content: "▾"; }
.scenario > summary:hover { background: var(--sunk); }
.scenario[open] > summary { border-bottom: 1px solid var(--line); }
.scenario.fail, .scenario.error { border-left: 4px solid var(--ink); }
.scenario.fail h4, .scenario.error h4 { font-weight: 600; }
.scenario.fail > summary, .scenario.error > summary { padding-left: calc(0.8rem - 3px); }
.about { color: var(--dim); text-align: right; }
.tag { font-size: 0.85rem; }
.body { padding: 0.8rem 1rem 1rem; }
`

const NARROW = `
@media (max-width: 40rem) {
  body { padding: 1rem 0.8rem 3rem; }
  h1 { font-size: 1.5rem; }
  .chapter-row { grid-template-columns: 1fr; gap: 0.2rem; }
  .scenario > summary { grid-template-columns: 0.8rem 1fr; padding: 0.5rem 0.7rem; }
  .scenario > summary > h4, .about { grid-column: 2; }
  .about { text-align: left; }
  .body { padding: 0.6rem 0.7rem 0.8rem; }
  .round { margin-left: 0; padding-left: 0.6rem; }
  .steps li { grid-template-columns: 1.2rem 1fr; }
  .when { display: none; }
  .pair, .promises div { grid-template-columns: 1fr; }
  .filter { position: static; }
  .trees th[scope=row], .items th[scope=row] { min-width: 6rem; }
}
@media print {
  :root { color-scheme: light; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  .filter { display: none !important; }
  .scenario, .panel { content-visibility: visible; border-radius: 0; }
  .wide, .wide:has(> .progress) { overflow: visible; max-height: none; }
  table { font-size: 8pt; overflow-wrap: anywhere; }
  th, td { padding: 0.2rem 0.3rem; white-space: normal !important; }
  .trees td, .trees th[scope=row], .items td, .items th, .requirements td:nth-child(2), .links li { min-width: 0; }
  .failure, tr { break-inside: avoid; }
}
`

/** The whole sheet. */
export const STYLE: string = [COLORS, BASE, HEAD, LIST, STORY_STYLE, NARROW].join('')
