/** The conflicts of the run made by hand: two of them failed. */

import type { ScenarioResult } from '../../scenarios/mod.ts'
import { DOCS, fate, item, round, scenario, trees } from './build.ts'

const PLAN = `${DOCS}\\plan.txt`

const FILE = 'scenarios/suite/conflicts/scenarios.ts'

const OFFICE = 'Plan for the week\n\n1. Order paper\n2. Call Ada about the budget\n3. Send minutes\n'

const TRAIN =
  'Plan for the week\n\n1. Order paper\n2. Call Grace about the budget\n3. Send minutes\n4. Sleep\n'

const BOTH_EDITED = trees(
  { 'plan.txt': { content: OFFICE, lastWrite: 10_000_000 }, 'todo.txt': 'x' },
  { 'plan.txt': { content: TRAIN, lastWrite: 20_000_000 }, 'todo.txt': 'x' },
)

/** Conflicts by policy. */
export const CONFLICTS: readonly ScenarioResult[] = [
  scenario({
    id: 'conflicts/both-edited',
    title: 'Edited on both sides without a policy: the conflict stays open',
    covers: ['SYNC-33', 'STATE-12', 'F3'],
    tags: ['smoke', 'conflicts'],
    line: 12,
    told: [
      'share //hq/docs: 2 items, pinned by the user',
      'server: write plan.txt, 5 lines',
      'local: write plan.txt, 6 lines',
      'sync //hq/docs: in | out',
      'expect a conflict of plan.txt in state FileChangedOnClient_ChangedOnServer',
    ],
    rounds: [round('in | out', {
      step: 3,
      before: BOTH_EDITED,
      items: [
        item('plan.txt', {
          state: 12,
          decision: 'record conflict',
          because: ['SYNC-33'],
          oracle: 'both copies stay as they are',
        }),
      ],
      conflicts: [{ path: PLAN, state: 12, change: 'added' }],
      fates: [
        fate('plan.txt', {
          writer: 'server',
          fate: 'waiting',
          words: 'on the server: its conflict is recorded',
        }),
        fate('plan.txt', { token: 'step 3', fate: 'waiting', words: 'in the cache of laptop' }),
      ],
    })],
  }),
  scenario({
    id: 'conflicts/keep-latest',
    title: 'With keep-latest the later change wins, here the client’s',
    covers: ['SYNC-31', 'STATE-12'],
    tags: ['conflicts'],
    verdict: 'fail',
    line: 30,
    told: [
      'share //hq/docs: 2 items, pinned by the user',
      'server: write plan.txt, 5 lines',
      'local: write plan.txt, 6 lines',
      'sync //hq/docs: in | out | keep-latest',
      'expect round 1 to return 0',
      '!server: expect plan.txt to hold 6 lines',
    ],
    failures: [
      {
        kind: 'expectation',
        message: `On the server ${PLAN} holds something else`,
        expected: TRAIN,
        actual: OFFICE,
        position: { file: FILE, line: 36, column: 3 },
        path: PLAN,
        ids: ['SYNC-31'],
      },
      {
        kind: 'oracle',
        message: `${PLAN} was settled for the wrong side`,
        expected: 'the local copy wins: SYNC_TO_SERVER',
        actual: 'the server copy wins: SYNC_TO_CLIENT',
        round: 1,
        path: PLAN,
        ids: ['SYNC-31', 'P3.7'],
        hint: 'KEEPLATEST compares the change times of the two copies, not their last-write times',
      },
      {
        kind: 'fate',
        message: `Round 1: what laptop · alice wrote to "${PLAN}" in step 3 is lost`,
        round: 1,
        path: PLAN,
        ids: ['SYNC-33'],
      },
    ],
    rounds: [round('in | out | keep-latest', {
      step: 3,
      before: BOTH_EDITED,
      after: trees({ 'plan.txt': { content: OFFICE, lastWrite: 10_000_000 }, 'todo.txt': 'x' }),
      items: [
        item('plan.txt', {
          state: 12,
          decision: 'SYNC_TO_CLIENT',
          because: ['SYNC-31', 'P3.7', 'server copy is later'],
          oracle: 'the local copy wins',
        }),
      ],
      conflicts: [{ path: PLAN, state: 12, change: 'removed' }],
      fates: [
        fate('plan.txt', { writer: 'server', stream: 'Zone', fate: 'one-side', words: 'on the server' }),
        fate('todo.txt', { fate: 'both' }),
        fate('plan.txt', { token: 'step 3', fate: 'lost', words: 'the cache of laptop had them last' }),
      ],
      otherFates: 3,
    })],
  }),
]
