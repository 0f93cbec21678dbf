/** The part of the style sheet for what a story is made of: failures, differences, steps, rounds, trees. */

const STORY = `
.failure { background: color-mix(in srgb, var(--tint) 50%, var(--card)); border-left: 3px solid var(--ink); border-radius: 4px; padding: 0.7rem 1rem; margin: 0.2rem 0 0.9rem; }
.failure .dim { color: light-dark(#4d535c, #c0c6cf); }
.failure .kind { font-size: 0.8rem; color: var(--ink); font-weight: 600; margin: 0; }
.failure .message { font-weight: 600; margin-top: 0; white-space: pre-wrap; }
.failure .diff { background: var(--card); }
.pair { display: grid; grid-template-columns: 5rem 1fr; gap: 0 0.5rem; align-items: baseline; }
.pair code { background: var(--card); padding: 0.15rem 0.5rem; border-radius: 4px; white-space: pre-wrap; margin-bottom: 2px; }
del, ins { border-radius: 3px 3px 0 0; text-decoration: none; }
del { background: var(--removed-word); border-bottom: 2px dashed var(--fail); }
ins { background: var(--added-word); border-bottom: 2px solid var(--pass); }
.legend { font-size: 0.85rem; margin-bottom: 0; }
.legend .removed { color: var(--fail); margin-right: 1em; }
.legend .added { color: var(--pass); }
.diff {
  font-family: var(--mono); font-size: 0.82rem; line-height: 1.45; border: 1px solid var(--line); border-radius: 4px;
  margin: 0.3rem 0; overflow: hidden; background: var(--card);
}
.diff .line { display: grid; grid-template-columns: 1.6em 1fr; white-space: pre-wrap; min-height: 1.45em; }
.diff .gutter { text-align: center; user-select: none; }
.diff .removed { background: var(--fail-tint); }
.diff .added { background: var(--pass-tint); }
.diff .removed .gutter { color: var(--fail); font-weight: 700; }
.diff .added .gutter { color: var(--pass); font-weight: 700; }
.skip { display: block; color: var(--dim); padding-left: 1.6em; font-style: italic; }
.line .skip { display: inline; padding: 0; }
.steps { list-style: none; margin: 0.2rem 0; }
.steps li { display: grid; grid-template-columns: 1.4rem 1fr auto; gap: 0 0.4rem; align-items: baseline; padding: 0.1rem 0; }
.steps .sign { color: var(--pass); text-align: center; }
.steps .not-ok { color: var(--fail); font-weight: 600; }
.steps .not-ok .sign { color: var(--fail); }
.when { font-size: 0.82rem; }
.round { margin: 0.5rem 0 0.9rem 0.6rem; padding: 0.2rem 0 0.2rem 1.2rem; border-left: 2px solid var(--line); }
.round h5 { font-weight: 600; }
.round > p { margin: 0.15rem 0; }
.flags { background: var(--sunk); padding: 0.1rem 0.45rem; border-radius: 4px; font-weight: 400; }
.ending.fine, td.fine { color: var(--pass); }
.ending.other, td.other { color: var(--unsupported); }
.items td, .items th { min-width: 6rem; }
.items td:nth-child(3) { white-space: nowrap; }
.items th[scope=row] { min-width: 9rem; }
.conflicts .sign { font-weight: 700; }
.fates td, .fates th { min-width: 6rem; }
.fates td:first-child, .fates td:nth-child(2) { white-space: nowrap; }
.fates .lost td:last-child { color: var(--fail); font-weight: 700; }
.promises { font-size: 0.9rem; margin: 0.4rem 0 0; }
.promises div { display: grid; grid-template-columns: 6rem 1fr; gap: 0 0.6rem; padding: 0.1rem 0; }
.promises dt { font-weight: 600; }
.more { margin: 0.5rem 0 0; }
.trees .more { margin: 0; }
.more > summary { color: var(--dim); font-size: 0.9rem; width: fit-content; }
.more > summary:hover { color: var(--text); }
.progress { font-size: 0.92rem; list-style-position: inside; padding: 0.2rem 0.7rem; }
.wide:has(> .progress) { max-height: 24rem; }
.foot { border-top: 1px solid var(--line); margin-top: 0.9rem; padding-top: 0.5rem; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; font-size: 0.9rem; }
.rerun code { background: var(--sunk); padding: 0.15rem 0.5rem; border-radius: 4px; user-select: all; }
`

const TREES = `
.trees th[scope=colgroup] { border-left: 1px solid var(--line); font-weight: 600; color: var(--text); }
.trees td { min-width: 10.5rem; max-width: 22rem; }
.trees td:nth-of-type(odd) { border-left: 1px solid var(--line); }
.trees thead tr + tr th:nth-child(odd) { border-left: 1px solid var(--line); }
.trees th[scope=row] { min-width: 9rem; max-width: 18rem; }
.trees .name { display: inline-block; padding-left: calc(var(--depth) * 0.9rem); }
.trees .moved .name { font-weight: 600; }
.trees .added { background: var(--pass-tint); }
.trees .removed { background: var(--fail-tint); }
.trees .changed { background: var(--unsupported-tint); }
.trees .diff .removed, .trees .diff .added { background: none; }
.trees .diff .line.removed { background: var(--fail-tint); }
.trees .diff .line.added { background: var(--pass-tint); }
.trees .sign { font-family: var(--mono); font-weight: 700; }
.trees .same .sign, .trees .touched .sign { color: var(--dim); font-weight: 400; }
.snippet { white-space: pre-wrap; }
.attributes { font-size: 0.75rem; border: 1px solid var(--line); border-radius: 4px; padding: 0 0.3rem; white-space: nowrap; }
.fields { font-size: 0.82rem; margin: 0.2rem 0 0; }
.differ { color: var(--unsupported); font-size: 0.82rem; white-space: nowrap; display: block; }
`

/** The part of the sheet for stories. */
export const STORY_STYLE: string = [STORY, TREES].join('')
