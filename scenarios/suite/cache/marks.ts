/** What an entry tells of the changes made to its item offline. */

import { type Scenario, scenarioTable } from '../../language/mod.ts'

export const whatIsDirty: readonly Scenario[] = scenarioTable(
  {
    title:
      'Whatever was done to a file offline makes it dirty, and the entry tells what it was, until it is sent',
    covers: ['SYNC-07', 'P5.1'],
  },
  {
    'edited': { deed: 'edited', marks: { modifiedData: true, createdOffline: false } },
    'hidden': { deed: 'hidden', marks: { modifiedAttributes: true, modifiedData: false } },
    'redated': {
      deed: 'redated',
      marks: { modifiedTime: true, modifiedData: false, modifiedAttributes: false },
    },
    'touched': { deed: 'touched', marks: { modifiedTime: true, modifiedData: false } },
    'made': { deed: 'made', marks: { createdOffline: true } },
    'deleted': { deed: 'deleted', marks: { deletedOffline: true } },
  } as const,
  ({ share, sync }, { deed, marks }) => {
    const docs = share('//hq/docs', { pin: 'user' }, deed === 'made' ? {} : { 'plan.txt': 'first draft' })
    if (deed === 'edited') docs.local.append('plan.txt', ', continued')
    if (deed === 'hidden') docs.local.setAttributes('plan.txt', { set: ['HIDDEN'] })
    if (deed === 'redated') docs.local.setTimes('plan.txt', { lastWrite: '2009-12-24 18:00:00' })
    if (deed === 'touched') docs.local.touch('plan.txt')
    if (deed === 'made') docs.local.write('plan.txt', 'made here')
    if (deed === 'deleted') docs.local.remove('plan.txt')
    docs.shows('plan.txt', { dirty: true, ...marks })

    sync(docs, 'out').items(['plan.txt'])
    if (deed === 'deleted') docs.server.missing('plan.txt')
    else docs.clean('plan.txt')
    docs.same()
  },
)
