/** Two plain trees over several syncs: what one sync has settled, the next one takes from there. Every sync tool can be asked. */

import { type Scenario, scenario } from '../../language/mod.ts'

const BOTH_WAYS = 'in | out | pin-new'

export const backAndForth: Scenario = scenario({
  title:
    'A file goes back and forth six times, edited here and there in turn: no edit is lost, none comes back',
  covers: ['SYNC-02', 'SYNC-05', 'SYNC-07'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'letter.txt': 'Dear all' })
  for (const [turn, side] of (['local', 'server', 'local', 'server', 'local', 'server'] as const).entries()) {
    docs[side].write('letter.txt', `Dear all, ${turn}`)
    sync(docs, BOTH_WAYS).returns(0)
    docs.local.holds('letter.txt', `Dear all, ${turn}`)
    docs.server.holds('letter.txt', `Dear all, ${turn}`)
  }
  docs.same()
})

export const lifeOfFile: Scenario = scenario({
  title:
    'Made here, edited there, renamed here, deleted there, made here again: a sync after each, and both sides agree',
  covers: ['SYNC-02', 'F14'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  docs.local.write('idea.txt', 'an idea')
  sync(docs, BOTH_WAYS)
  docs.server.tree({ 'idea.txt': 'an idea' })
  docs.server.write('idea.txt', 'a better idea')
  sync(docs, BOTH_WAYS)
  docs.local.tree({ 'idea.txt': 'a better idea' })
  docs.local.rename('idea.txt', 'plan.txt')
  sync(docs, BOTH_WAYS)
  docs.server.tree({ 'plan.txt': 'a better idea' })
  docs.server.remove('plan.txt')
  sync(docs, BOTH_WAYS)
  docs.local.tree({})
  docs.local.write('plan.txt', 'a new plan')
  sync(docs, BOTH_WAYS)
  docs.server.tree({ 'plan.txt': 'a new plan' })
  docs.same()
})

export const nameInUseAgain: Scenario = scenario({
  title: 'A name goes from a file to a folder and back, a sync in between: each is on both sides',
  covers: ['SYNC-02'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'notes': 'a file' })
  docs.server.remove('notes')
  sync(docs, BOTH_WAYS)
  docs.server.mkdir('notes')
  docs.server.write('notes/a.txt', 'in a folder')
  sync(docs, BOTH_WAYS)
  docs.local.tree({ notes: { 'a.txt': 'in a folder' } })
  docs.local.remove('notes')
  sync(docs, BOTH_WAYS)
  docs.server.tree({})
  docs.local.write('notes', 'a file again')
  sync(docs, BOTH_WAYS)
  docs.server.tree({ notes: 'a file again' })
  docs.same()
})

export const quietRounds: Scenario = scenario({
  title: 'Nothing happens between ten syncs: nothing changes',
  covers: ['SYNC-02', 'STATE-0'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'art': { 'logo.txt': 'csclab' }, 'plan.txt': 'plan' })
  for (let round = 1; round <= 10; round++) sync(docs, BOTH_WAYS).returns(0)
  docs.server.tree({ 'art': { 'logo.txt': 'csclab' }, 'plan.txt': 'plan' })
  docs.same()
})

export const oneWayThenOther: Scenario = scenario({
  title: 'Changes of both sides, first brought in, then sent out by a call of its own: both sides have both',
  covers: ['SYNC-05', 'SYNC-07', 'SYNC-08'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'mine.txt': 'first', 'theirs.txt': 'first' })
  docs.local.write('mine.txt', 'edited here')
  docs.server.write('theirs.txt', 'edited there')
  sync(docs, 'in').returns(0)
  docs.local.tree({ 'mine.txt': 'edited here', 'theirs.txt': 'edited there' })
  docs.server.tree({ 'mine.txt': 'first', 'theirs.txt': 'edited there' })
  sync(docs, 'out').returns(0)
  docs.server.tree({ 'mine.txt': 'edited here', 'theirs.txt': 'edited there' })
  docs.same()
})
