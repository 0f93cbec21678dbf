/** A long day of one traveller, told as a diary. */

import { bytes, type Scenario, scenario } from '../../language/mod.ts'

/** Both ways, new files and all. */
const ALL = 'in | out | pin-new | pin-user'

export const dayOnTheRoad: Scenario = scenario({
  title:
    'A day on the road: the desk, a train, a customer, a train again, a hotel, and at night all is on both sides',
  covers: ['SYNC-05', 'SYNC-07', 'SYNC-08', 'SYNC-33', 'SYNC-43', 'F28', 'F87', 'P2.12', 'P9.6'],
}, (kit) => {
  const { note, share, sync, wait } = kit
  const docs = share('//hq/docs', { pin: 'user' }, {
    'archive/2008.txt': 'long ago',
    'archive/2009.txt': 'a year ago',
    'budget.txt': 'ten',
    'report.txt': 'title',
    'slides/01.txt': 'welcome',
    'slides/02.txt': 'figures',
    'todo.txt': 'call anna',
  })
  const server = docs.server

  note('08:00. At the desk, online: what is saved is on the server at once.')
  docs.goOnline()
  docs.local.append('report.txt', ', outline')
  docs.local.mkdir('trip')
  docs.local.write('trip/tickets.txt', 'outward, return')
  server.holds('report.txt', 'title, outline')
  docs.clean('trip/tickets.txt')
  sync(docs, ALL).items([])
  docs.same()

  note('08:40. The laptop is unplugged; on the train there is no network.')
  docs.goOffline()
  kit.unreachable('//hq')
  wait(1200)
  docs.local.append('todo.txt', ', call ben')
  docs.local.write('slides/03.txt', 'outlook')
  docs.local.edit('slides/02.txt', 'FIGURES', { offset: 0 })
  sync(docs, ALL).returns(53)
  docs.dirty('todo.txt')
  docs.dirty('slides/03.txt')

  note('09:30. The word processor saves by way of a temporary file and a backup.')
  docs.local.write('~report.tmp', 'title, outline, first chapter')
  docs.local.rename('report.txt', 'report.bak')
  docs.local.rename('~report.tmp', 'report.txt')
  docs.local.remove('report.bak')
  docs.local.missing('~report.tmp')
  docs.dirty('report.txt')

  note('09:40. Some tidying: a year is put away, a folder gets a better name, a thought comes and goes.')
  docs.local.remove('archive/2008.txt')
  docs.local.rename('trip', 'journey')
  docs.local.write('idea.txt', 'a thought')
  docs.local.remove('idea.txt')
  docs.local.setAttributes('archive/2009.txt', { set: ['READONLY'] })

  note('Meanwhile at the office: news, a deletion, a new slide, and somebody looks into the budget.')
  server.append('budget.txt', ', twelve')
  server.write('slides/04.txt', 'contacts')
  server.write('minutes.txt', 'monday')
  server.touch('slides/01.txt')
  wait(1800)

  note(
    '11:00. At the customer’s, over a slow link: first of all the morning’s work is sent, and nothing fetched.',
  )
  kit.reachable('//hq')
  docs.slow({ latency: 120 })
  const sent = sync(docs, 'out')
  sent.returns(0)
  sent.noConflicts()
  sent.items([
    'archive/2009.txt',
    'journey',
    'journey/tickets.txt',
    'report.txt',
    'slides/02.txt',
    'slides/03.txt',
    'todo.txt',
    'archive/2008.txt',
    'trip/tickets.txt',
    'trip',
  ])
  sent.state('report.txt', 'FileChangedOnClient')
  server.tree({
    'archive': { '2009.txt': 'a year ago' },
    'budget.txt': 'ten, twelve',
    'journey': { 'tickets.txt': 'outward, return' },
    'minutes.txt': 'monday',
    'report.txt': 'title, outline, first chapter',
    'slides': { '01.txt': 'welcome', '02.txt': 'FIGURES', '03.txt': 'outlook', '04.txt': 'contacts' },
    'todo.txt': 'call anna, call ben',
  })
  server.attributes('archive/2009.txt', ['READONLY', 'ARCHIVE'])
  docs.local.holds('budget.txt', 'ten')
  docs.local.missing('slides/04.txt')

  note('11:15. Before the talk only the slides are brought up to date.')
  sync(docs.at('slides'), 'in | pin-new | pin-user').items([
    docs.at('slides/01.txt'),
    docs.at('slides/04.txt'),
  ])
  docs.local.reads('slides/04.txt', 'contacts')
  docs.pinned('slides/04.txt', ['user'])
  docs.local.holds('budget.txt', 'ten')

  note('11:30. The talk: the first slide is on the wall, so the office’s correction of it has to wait.')
  const wall = docs.local.open('slides/01.txt', { access: 'read', share: ['read'] })
  server.write('slides/01.txt', 'a warm welcome')
  sync(docs.at('slides'), 'in').result(docs.at('slides/01.txt'), 32)
  docs.local.reads('slides/01.txt', 'welcome')
  wait(3600)
  wall.close()
  sync(docs.at('slides'), 'in').result(docs.at('slides/01.txt'), 0)
  docs.local.holds('slides/01.txt', 'a warm welcome')

  note('13:00. Over lunch the budget is changed here as well, without a look at the office’s.')
  docs.local.append('budget.txt', ', eleven')
  docs.local.write('lunch.jpg', bytes(120_000, 7))
  const met = sync(docs, ALL)
  met.returns(0)
  met.conflict('budget.txt', 'FileChangedOnClient_ChangedOnServer')
  met.items(['budget.txt', 'lunch.jpg', 'minutes.txt'])
  docs.local.holds('budget.txt', 'ten, eleven')
  server.holds('budget.txt', 'ten, twelve')
  docs.local.holds('minutes.txt', 'monday')
  sync(docs, ALL).conflict('budget.txt', 'FileChangedOnClient_ChangedOnServer')

  note('16:00. On the train back: a tunnel in the middle of the upload. What was sent stays sent.')
  docs.local.write('expenses.txt', 'lunch')
  docs.local.write('film.avi', bytes(200_000, 8))
  docs.local.append('report.txt', ', second chapter')
  const tunnel = sync(docs, ALL, {
    faults: [{ request: 'write', path: 'film.avi', side: 'server', nth: 2, then: { disconnect: true } }],
  })
  tunnel.result('expenses.txt', 0)
  tunnel.result('film.avi', 64)
  tunnel.result('report.txt', 64)
  server.holds('expenses.txt', 'lunch')
  server.missing('film.avi')
  server.holds('report.txt', 'title, outline, first chapter')
  docs.clean('expenses.txt')
  docs.dirty('film.avi')
  sync(docs, ALL).returns(53)

  note('Behind the tunnel one bar of network, long enough for two files; the traveller cancels.')
  kit.reachable('//hq')
  const bar = sync(docs, ALL, { cancelAfter: 2 })
  bar.returns(1223)
  bar.items(['budget.txt', 'film.avi'])
  server.holds('film.avi', bytes(200_000, 8))
  docs.dirty('report.txt')

  note('20:00. In the hotel: the conflict is looked at, and both versions of the budget are kept.')
  docs.goOffline()
  const kept = sync(docs, ALL, {
    handler: [{ path: 'budget.txt', answer: 'keep-all', newName: 'budget (train).txt' }],
  })
  kept.noConflicts()
  kept.items(['budget.txt', 'report.txt'])
  docs.local.holds('budget.txt', 'ten, twelve')
  docs.local.holds('budget (train).txt', 'ten, eleven')
  server.holds('budget (train).txt', 'ten, eleven')

  note('21:00. The two are made one by hand, and the laptop goes to sleep with nothing left to do.')
  docs.local.append('budget.txt', ', eleven')
  docs.local.remove('budget (train).txt')
  docs.local.remove('lunch.jpg')
  sync(docs, ALL).items(['budget.txt', 'budget (train).txt', 'lunch.jpg'])
  sync(docs, ALL).items([])
  server.tree({
    'archive': { '2009.txt': 'a year ago' },
    'budget.txt': 'ten, twelve, eleven',
    'expenses.txt': 'lunch',
    'film.avi': bytes(200_000, 8),
    'journey': { 'tickets.txt': 'outward, return' },
    'minutes.txt': 'monday',
    'report.txt': 'title, outline, first chapter, second chapter',
    'slides': { '01.txt': 'a warm welcome', '02.txt': 'FIGURES', '03.txt': 'outlook', '04.txt': 'contacts' },
    'todo.txt': 'call anna, call ben',
  })
  docs.same()
})
