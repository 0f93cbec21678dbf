/** The reference page of all verbs, made from the registry. */

import type { FieldType } from './field.ts'
import { inlineJson } from './print-json.ts'
import type { PrintScope } from './print-scope.ts'
import { printStep } from './print-step.ts'
import type { Verb } from './steps.ts'
import type { VerbGroup } from './verb-info.ts'
import { fieldsOf, VERB_NAMES, VERBS } from './verbs.ts'

const GROUPS: Readonly<Record<VerbGroup, string>> = {
  world: 'The world',
  edit: 'Edits',
  access: 'Open files and rights',
  state: 'States of the cache',
  sync: 'The call',
  fault: 'Faults',
  expect: 'Expectations',
  story: 'The story',
}

const PREFACE = `# Verbs

Every step of a scenario is an object whose \`do\` is one of these verbs. Files in JSON write the objects as they stand here;
the words of the TypeScript language, below each object, make the same. \`docs\` is the share \`//hq/docs\`, \`round\` the first
call. This page is made from the registry of verbs.

Every step may also have \`"clock": "still"\` (in TypeScript, in the options): no time passes in the step or after it, so that
the next one happens in the same tick of 100 ns. Without it every request takes a tick and every step ends one second later.

In TypeScript content is also made by \`bytes(SIZE, SEED)\`, \`holes({ size, parts })\`, \`linkTo(PATH)\` and \`folder(PATH)\`;
\`docs.at(NAME)\` is a whole path, \`docs.on('tablet')\` the share as another client sees it, and \`raw(TEXT)\` a path that
\`sync\` passes to the call untouched.
`

/**
 * The reference page of all verbs in Markdown: tables by group with fields, types and units, an example for each, and what
 * the types mean.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { verbsMarkdown } from 'csclab/scenarios'
 *
 * assert.ok(verbsMarkdown().startsWith('# Verbs'))
 * ```
 */
export function verbsMarkdown(): string {
  const groups = Object.entries(GROUPS).map(([group, title]) => {
    const verbs = VERB_NAMES.filter((verb) => VERBS[verb].group === group)
    return [`## ${title}\n`, ...verbs.map(verbSection)].join('\n')
  })
  return [PREFACE, ...groups, typesSection()].join('\n')
}

/** The constants that examples speak of. */
const SCOPE: PrintScope = {
  shares: new Map([['//hq/docs', 'docs']]),
  rounds: new Map([[1, 'round']]),
  roundShares: new Map([[1, '//hq/docs']]),
  files: new Map([['f', 'file']]),
}

function verbSection(verb: Verb): string {
  const { summary, example } = VERBS[verb]
  const rows = ownFieldsOf(verb).map(([name, { type, doc, optional }]) => {
    const linked = `[${type.name}](#${anchorOf(type)})`
    return row([`\`${name}\``, linked, optional ? 'optional' : 'required', doc])
  })
  return [
    `### \`${verb}\`\n`,
    `${summary}\n`,
    table(['field', 'type', '', 'what it says'], rows),
    `\`\`\`json\n${inlineJson(example)}\n\`\`\`\n`,
    `\`\`\`ts\n${printStep(example, SCOPE)}\n\`\`\`\n`,
  ].join('\n')
}

/** All fields but the clock, which every verb has and the preface tells of. */
function ownFieldsOf(verb: Verb): ReturnType<typeof fieldsOf> {
  return fieldsOf(verb).filter(([name]) => name !== 'clock')
}

function typesSection(): string {
  const types = new Set(VERB_NAMES.flatMap((verb) => ownFieldsOf(verb).map(([, { type }]) => type)))
  const sections = [...types].map((type) => `### ${headingOf(type)}\n\n${type.doc}\n`)
  return ['## Types\n', ...sections].join('\n')
}

/** Verbs and types share the page: a type is told from the verb of its name. */
function headingOf({ name }: FieldType<unknown>): string {
  return `Type: ${name}`
}

function anchorOf({ name }: FieldType<unknown>): string {
  return `type-${name.replaceAll(' ', '-')}`
}

function table(head: readonly string[], rows: readonly string[]): string {
  return [row(head), row(head.map(() => '---')), ...rows, ''].join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
