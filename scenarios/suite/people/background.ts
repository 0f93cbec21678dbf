/** Applications that want a file while the sync has it in hand. */

import { type Scenario, scenarioTable } from '../../language/mod.ts'

export const whoGetsIt: readonly Scenario[] = scenarioTable(
  {
    title:
      'An application opens a file while its new version is fetched: with Background it gets in, without it is refused',
    covers: ['SYNC-28', 'F36', 'F37', 'P9.1', 'P9.2'],
  },
  {
    'background': { flags: 'in | out | background', fails: undefined, code: 32, local: 'first draft' },
    'foreground': { flags: 'in | out', fails: 32, code: 0, local: 'second draft' },
  } as const,
  ({ share, sync }, { flags, fails, code, local }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'list.txt': 'one' })
    docs.server.write('plan.txt', 'second draft')
    docs.local.write('list.txt', 'one, two')
    const refused = fails === undefined ? {} : { fails }
    const round = sync(docs, flags, {
      during: [{
        request: 'write',
        path: 'plan.txt',
        steps: () => {
          docs.local.open('plan.txt', { access: 'read-write', share: ['read'], as: 'report', ...refused })
        },
      }],
    })
    round.returns(0)
    round.result('plan.txt', code)
    round.result('list.txt', 0)
    docs.local.holds('plan.txt', local)
    docs.clean('plan.txt')
  },
)

export const uploadBacksOff: readonly Scenario[] = scenarioTable(
  {
    title:
      'Background, and the file is being sent: who writes it makes the sync back off, who only reads does not',
    covers: ['SYNC-28', 'P15.64'],
  },
  {
    'writer': { access: 'read-write', code: 32, server: 'first draft' },
    'reader': { access: 'read', code: 0, server: 'second draft' },
  } as const,
  ({ share, sync }, { access, code, server }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'second draft')
    const round = sync(docs, 'in | out | background', {
      during: [{
        request: 'write',
        path: 'plan.txt',
        steps: () => {
          docs.local.open('plan.txt', { access, share: ['read', 'write'], as: 'report' })
        },
      }],
    })
    round.result('plan.txt', code)
    docs.server.holds('plan.txt', server)
    if (code === 32) docs.dirty('plan.txt')
    else docs.clean('plan.txt')
  },
)
