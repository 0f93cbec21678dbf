/** The engine is dropped in the middle of its work. */

import { type Scenario, scenarioTable } from '../../language/mod.ts'

export const droppedWhileUploading: readonly Scenario[] = scenarioTable(
  {
    title:
      'An engine dropped while it uploads leaves the old or the new content, never a mixture, and no false conflict',
    covers: ['SYNC-07', 'SYNC-43', 'P2.20'],
  },
  {
    'before-commit': { when: 'before', request: 'commit', server: 'first draft' },
    'after-commit': { when: 'after', request: 'commit', server: 'second draft' },
    'while-writing': { when: 'after', request: 'write', server: 'first draft' },
  } as const,
  ({ share, sync }, { when, request, server }) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.local.write('plan.txt', 'second draft')
    sync(docs, 'in | out', { crash: { when, request, path: 'plan.txt' } }).crashed()
    docs.server.holds('plan.txt', server)

    const next = sync(docs, 'in | out')
    next.returns(0)
    next.noConflicts()
    docs.server.holds('plan.txt', 'second draft')
    docs.clean('plan.txt')
  },
)

export const droppedWhileDeleting: readonly Scenario[] = scenarioTable(
  {
    title: 'An engine dropped around a deletion on the server finishes it in the next run',
    covers: ['SYNC-07', 'SYNC-43'],
  },
  { 'before': 'before', 'after': 'after' } as const,
  ({ share, sync }, when) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'other.txt': 'other' })
    docs.local.remove('plan.txt')
    sync(docs, 'in | out', { crash: { when, request: 'remove', path: 'plan.txt' } }).crashed()
    sync(docs, 'in | out').noConflicts()
    docs.server.tree({ 'other.txt': 'other' })
    docs.same()
  },
)
