/** A run made by hand, with every verdict and every kind of item: what tests of reports look at. */

import { createHash } from 'node:crypto'
import type { ScenarioResult, SuiteResult } from '../../scenarios/mod.ts'
import { CONFLICTS } from './fixture-conflicts.ts'
import { HOSTILE } from './fixture-hostile.ts'
import { item, round, scenario, trees } from './build.ts'

const LOGO = Uint8Array.from({ length: 64 }, (_, i) => (i * 37 + 200) % 256)

const FIRST = trees({ 'art': null, 'art/logo.png': LOGO, 'plan.txt': 'first draft\n' })

const UPLOADED = trees({
  'art': null,
  'art/logo.png': LOGO,
  'plan.txt': { content: 'second draft\n', lastWrite: 20_000_000 },
})

const EDITED = trees(
  { 'art': null, 'art/logo.png': LOGO, 'plan.txt': 'first draft\n' },
  { 'art': null, 'art/logo.png': LOGO, 'plan.txt': { content: 'second draft\n', lastWrite: 20_000_000 } },
)

const TRANSFER: readonly ScenarioResult[] = [
  scenario({
    id: 'transfer/edited-offline',
    title: 'A file edited offline reaches the server',
    covers: ['SYNC-07', 'F1', 'STATE-39'],
    tags: ['smoke'],
    told: [
      'share //hq/docs: 3 items, pinned by the user',
      'local: write plan.txt, "second draft"',
      'sync //hq/docs: in | out',
      'expect round 1 to return 0',
      'expect both sides to be the same below //hq/docs',
      'sync //hq/docs: in | out',
      'expect round 2 to return 0',
    ],
    first: FIRST,
    rounds: [
      round('in | out', {
        step: 2,
        before: EDITED,
        after: UPLOADED,
        items: [
          item('', {}),
          item('plan.txt', {
            state: 39,
            decision: 'SYNC_TO_SERVER',
            because: ['SYNC-07', 'P2.14'],
            oracle: 'the server has the local bytes',
          }),
        ],
      }),
      round('in | out', { round: 2, step: 5, before: UPLOADED, items: [item('', {})] }),
    ],
  }),
  scenario({
    id: 'transfer/new-on-server',
    title: 'A new file in a pinned folder comes down with pin-new',
    covers: ['SYNC-09', 'STATE-30'],
    tags: ['smoke', 'pins'],
    told: [
      'share //hq/docs: 1 item',
      'server: write notes.md, 4 lines',
      'sync //hq/docs: in | pin-new | pin-user',
    ],
    rounds: [round('in | pin-new | pin-user', {
      step: 2,
      before: trees({ 'notes.md': '# Notes\n\n- buy paper\n- call Ada\n' }, {}),
      after: trees({ 'notes.md': '# Notes\n\n- buy paper\n- call Ada\n' }),
      items: [item('notes.md', { state: 30, decision: 'CREATE_COPY_ON_CLIENT', because: ['SYNC-09'] })],
    })],
  }),
  scenario({
    id: 'transfer/deleted-offline',
    title: 'A file deleted offline disappears from the server',
    covers: ['SYNC-07', 'STATE-34'],
    told: ['share //hq/docs: 2 items', 'local: remove old.txt', 'sync //hq/docs: out'],
    rounds: [round('out', {
      step: 2,
      before: trees({ 'keep.txt': 'keep', 'old.txt': 'old' }, { 'keep.txt': 'keep' }),
      after: trees({ 'keep.txt': 'keep' }),
      items: [item('old.txt', { state: 34, decision: 'DELETE_SERVER_COPY', because: ['SYNC-07'] })],
    })],
  }),
  scenario({
    id: 'transfer/many-files',
    title: 'Two thousand five hundred files and one edit',
    covers: ['SYNC-02'],
    tags: ['large'],
    told: ['share //hq/docs: 2,500 files', 'server: write file-0007.txt, "new"', 'sync //hq/docs: in'],
    rounds: [round('in', {
      step: 2,
      before: trees(manyFiles('old'), manyFiles('old', false)),
      after: trees(manyFiles('new'), manyFiles('new', false)),
      items: Array.from({ length: 2500 }, (_, i) => item(`file-${String(i).padStart(4, '0')}.txt`, {})),
    })],
  }),
]

function manyFiles(seventh: string, all: boolean = true): Readonly<Record<string, string>> {
  const names = Array.from(
    { length: 2500 },
    (_, i) => [`file-${String(i).padStart(4, '0')}.txt`, `text ${i}`] as const,
  )
  return { ...Object.fromEntries(all ? names : names.slice(0, 300)), 'file-0007.txt': seventh }
}

const ERRORS: readonly ScenarioResult[] = [
  scenario({
    id: 'errors/open-elsewhere',
    title: 'A file somebody has open on the server is left alone',
    covers: ['SYNC-27', 'SYNC-41'],
    told: ['share //hq/docs: 1 item', 'local: write plan.txt, "mine"', 'sync //hq/docs: out'],
    rounds: [round('out', {
      step: 2,
      before: trees({ 'plan.txt': 'theirs' }, { 'plan.txt': 'mine' }),
      items: [item('plan.txt', { state: 39, decision: 'SYNC_TO_SERVER', because: ['SYNC-07'], result: 32 })],
    })],
  }),
  scenario({
    id: 'errors/crash-before-commit',
    title: 'The engine is dropped before it commits: nothing half-written stays',
    covers: ['SYNC-05'],
    told: [
      'share //hq/docs: 1 item',
      'server: write plan.txt, "new"',
      'sync //hq/docs: in, crash before commit',
    ],
    rounds: [round('in', {
      step: 2,
      before: trees({ 'plan.txt': 'new' }, { 'plan.txt': 'old' }),
      returned: undefined,
      crashedAt: 'round 1 · \\\\hq\\docs\\plan.txt · SYNC_TO_CLIENT · commit · 1',
      items: [
        item('plan.txt', { state: 44, decision: 'SYNC_TO_CLIENT', because: ['SYNC-05'], result: undefined }),
      ],
    })],
  }),
  scenario({
    id: 'errors/engine-breaks-protocol',
    title: 'A reply nobody asked for',
    covers: ['SYNC-34'],
    verdict: 'error',
    told: ['share //hq/docs: 1 item', '!sync //hq/docs: in'],
    failures: [{
      kind: 'error',
      message: 'The engine asked for handle 17, which it never opened',
      position: { file: 'scenarios/suite/errors/scenarios.ts', line: 40, column: 3 },
      round: 1,
      ids: [],
      hint: 'Open or stage a file before reading from its handle',
    }],
  }),
]

const OTHERS: readonly ScenarioResult[] = [
  scenario({
    id: 'call/unknown-flag',
    title: 'A bit outside the mask is refused with 87',
    covers: ['P1.3'],
    told: ['share //hq/docs: 1 item', 'sync //hq/docs: in | 0x4000000', 'expect round 1 to return 87'],
    rounds: [round('in | 0x4000000', { before: trees({ 'a.txt': 'a' }), returned: 87 })],
  }),
  scenario({
    id: 'names/case-only[readme]',
    title: 'Names that differ only in case are one name',
    covers: ['P14.2'],
    tags: ['names'],
    told: ['share //hq/docs: 1 item', 'server: rename README.txt to ReadMe.TXT', 'sync //hq/docs: in'],
    rounds: [round('in', {
      step: 2,
      before: trees({ 'ReadMe.TXT': 'read me' }, { 'README.txt': 'read me' }),
      after: trees({ 'ReadMe.TXT': { content: 'read me', attributes: 0x21 } }),
      items: [
        item('ReadMe.TXT', { state: 44, decision: 'SYNC_TO_CLIENT', because: ['P14.2', 'spelling only'] }),
      ],
    })],
  }),
  scenario({
    id: 'pins/redirected',
    title: 'Folder redirection pins what it redirects',
    covers: ['P5.1'],
    verdict: 'unsupported',
    reason: 'The engine declares another choice for P5.1: it has no folder redirection',
    told: [],
  }),
]

/** All scenarios: twelve of an ordinary run, and one whose every text is hostile. */
export const SCENARIOS: readonly ScenarioResult[] = [...TRANSFER, ...CONFLICTS, ...ERRORS, ...OTHERS, HOSTILE]

/** The run. */
export const SUITE: SuiteResult = {
  engine: { name: 'reference', version: '0.1.0' },
  runtime: { name: 'node', version: '20.20.2' },
  scenarios: SCENARIOS,
  traceHash: createHash('sha256').update(SCENARIOS.map(({ traceHash }) => traceHash).join('\n')).digest(
    'hex',
  ),
  snapshotsNotChecked: undefined,
  problems: [],
  filtered: false,
}
