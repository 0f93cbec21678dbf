/** Reports in detail: the text of a failure, folders among the items, and an answer that means nothing. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

const FINE = 'The operation completed successfully.'

export const failureText: readonly Scenario[] = scenarioTable(
  {
    title:
      'The text of a failure is the one line Windows has for the code, colons and all; the path is what follows the last one',
    covers: ['SYNC-40', 'SYNC-41', 'SYNC-42', 'P4.3', 'P4.4', 'P4.5', 'P4.7'],
  },
  {
    'two-sentences': {
      fail: 1232,
      result: 2147943632,
      text:
        'The network location cannot be reached. For information about network troubleshooting, see Windows Help.',
    },
    'with-a-colon': {
      fail: 1327,
      result: 2147943727,
      text:
        "Account restrictions are preventing this user from signing in. For example: blank passwords aren't allowed, sign-in times are limited, or a policy restriction has been enforced.",
    },
  },
  ({ share, sync }, { fail, result, text }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'second draft')
    sync(docs, 'out', { faults: [{ request: 'stage', side: 'server', path: 'plan.txt', then: { fail } }] })
      .progress([
        `0:0:${FINE}:`,
        `2:0:${FINE}:\\\\hq\\docs\\plan.txt`,
        `3:${result}:${text}:\\\\hq\\docs\\plan.txt`,
        `1:0:${FINE}:`,
      ])
  },
)

export const callFails: Scenario = scenario({
  title:
    'The server lets nobody in: the item that stands for the path and End carry the same text, and End no path',
  covers: ['SYNC-37', 'SYNC-41', 'SYNC-42', 'P4.5', 'P4.8'],
}, ({ share, sync }) => {
  const text =
    "Account restrictions are preventing this user from signing in. For example: blank passwords aren't allowed, sign-in times are limited, or a policy restriction has been enforced."
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  const round = sync(docs, 'in | out', { faults: [{ request: 'connect', then: { fail: 1327 } }] })
  round.returns(1327)
  round.progress([
    `0:0:${FINE}:`,
    `2:0:${FINE}:\\\\hq\\docs`,
    `3:2147943727:${text}:\\\\hq\\docs`,
    `1:2147943727:${text}:`,
  ])
})

export const folders: Scenario = scenario({
  title:
    'Folders are reported like files, when there is work to do on them and when they fail; others are not',
  covers: ['SYNC-38', 'SYNC-39', 'P4.18'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art/logo.txt': 'csclab', 'pay/list.txt': 'a lot' })
  docs.server.deny('alice', 'pay', ['list'])
  docs.local.mkdir('new')
  docs.local.write('art/logo.txt', 'a new logo')
  sync(docs, 'out').progress([
    `0:0:${FINE}:`,
    `2:0:${FINE}:\\\\hq\\docs\\art\\logo.txt`,
    `3:0:${FINE}:\\\\hq\\docs\\art\\logo.txt`,
    `2:0:${FINE}:\\\\hq\\docs\\new`,
    `3:0:${FINE}:\\\\hq\\docs\\new`,
    `2:0:${FINE}:\\\\hq\\docs\\pay`,
    `3:2147942405:Access is denied.:\\\\hq\\docs\\pay`,
    `1:0:${FINE}:`,
  ])
})

export const retriedTooEarly: readonly Scenario[] = scenarioTable(
  {
    title: 'Retry in answer to ItemBegin: there is nothing to repeat yet, the item is done once',
    covers: ['SYNC-38', 'P4.14'],
  },
  { 'in-step': 'in | out', 'late': 'in | out | async' },
  ({ share, sync }, flags) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'a.txt': 'first', 'b.txt': 'first' })
    for (const name of ['a.txt', 'b.txt']) docs.local.write(name, 'second')
    const round = sync(docs, flags, { progress: [{ to: 'item-begin', path: 'a.txt', answer: 'retry' }] })
    round.returns(0)
    round.items(['a.txt', 'b.txt'])
    docs.same()
  },
)
