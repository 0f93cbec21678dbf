/** A day of a small studio with three machines and two servers, on which little goes as it should; told as a diary. */

import { bytes, type Scenario, scenario } from '../../language/mod.ts'

/** Both ways, new files and all. */
const ALL = 'in | out | pin-new | pin-user'

const DESK = { client: 'laptop' } as const
const TABLET = { client: 'tablet' } as const
const PHONE = { client: 'phone' } as const

export const dayAtTheStudio: Scenario = scenario({
  title:
    'A bad day at the studio: full disks, lost servers, a stopped call and a stopped service, and by night three equal machines',
  covers: [
    'SYNC-05',
    'SYNC-07',
    'SYNC-18',
    'SYNC-33',
    'SYNC-34',
    'SYNC-44',
    'F86',
    'F88',
    'F89',
    'P15.17',
    'P15.23',
  ],
}, (kit) => {
  const { note, share, sync, wait } = kit
  for (const { client } of [TABLET, PHONE]) kit.client(client)
  const bob = kit.user('bob')
  const art = share('//studio/art', { pin: 'user' }, {
    'logo/final.png': bytes(2000, 1),
    'logo/sketch.txt': 'lines',
    'posters/spring.txt': 'green',
  })
  const jobs = share('//office/jobs', { pin: 'user' }, {
    'board.txt': 'monday',
    'done/old.txt': 'paid',
    'open/poster.txt': 'wanted',
  })
  const both = [art, jobs]
  const [tablet, phone] = [art.on('tablet'), art.on('phone')]
  const equal = (): void => {
    for (const on of [DESK, TABLET, PHONE]) {
      for (const one of both) one.same('', on)
    }
  }

  note('09:00. Everybody starts equal; the desk draws, the tablet plans, the phone takes pictures.')
  art.local.write('posters/summer.txt', 'yellow')
  tablet.append('logo/sketch.txt', ', curves')
  phone.write('photos.txt', 'three photos')
  jobs.on('tablet').append('board.txt', ', poster')
  sync(both, ALL, DESK).items([art.at('posters/summer.txt')])
  sync(both, ALL, TABLET).items([
    art.at('logo/sketch.txt'),
    art.at('posters/summer.txt'),
    jobs.at('board.txt'),
  ])
  sync(both, ALL, PHONE).items([
    art.at('logo/sketch.txt'),
    art.at('photos.txt'),
    art.at('posters/summer.txt'),
    jobs.at('board.txt'),
  ])
  sync(both, ALL, DESK).items([art.at('logo/sketch.txt'), art.at('photos.txt'), jobs.at('board.txt')])
  sync(both, ALL, TABLET).items([art.at('photos.txt')])
  equal()

  note('10:00. The studio’s server is down for its backup: its share fails, the office’s goes on.')
  kit.unreachable('//studio')
  art.local.append('posters/summer.txt', ', sun')
  jobs.local.write('open/flyer.txt', 'new')
  const morning = sync(both, ALL, DESK)
  morning.returns(0)
  morning.items([art.path, jobs.at('open/flyer.txt')])
  morning.result(art.path, 53)
  art.dirty('posters/summer.txt')
  sync(art, ALL, TABLET).returns(53)
  wait(3600)

  note('11:00. It is back; a customer’s film is too large for it, all else finds room.')
  kit.reachable('//studio')
  kit.limitDisk({ server: '//studio' }, 20_000)
  art.local.write('film.avi', bytes(100_000, 2))
  art.local.write('notes.txt', 'small')
  const full = sync(both, ALL, DESK)
  full.result(art.at('film.avi'), 112)
  full.result(art.at('notes.txt'), 0)
  full.result(art.at('posters/summer.txt'), 0)
  art.server.missing('film.avi')
  kit.limitDisk({ server: '//studio' }, null)
  sync(art, ALL, DESK).items(['film.avi'])

  note('11:30. The film is too large for the phone as well.')
  kit.limitDisk(PHONE, 50_000)
  const small = sync(both, ALL, PHONE)
  small.result(art.at('film.avi'), 112)
  small.result(art.at('notes.txt'), 0)
  small.result(jobs.at('open/flyer.txt'), 0)
  phone.holds('posters/summer.txt', 'yellow, sun')

  note(
    '12:00. Somebody moves the logo at the office while the tablet fetches; one item is late, none is torn.',
  )
  const noon = sync(both, ALL, {
    ...TABLET,
    during: [{
      request: 'read',
      path: art.at('film.avi'),
      side: 'server',
      steps: () => art.server.write('logo/sketch.txt', 'lines, curves, colour'),
    }],
  })
  noon.returns(0)
  tablet.holds('film.avi', bytes(100_000, 2))
  sync(art, ALL, TABLET).items(['logo/sketch.txt'])

  note(
    '13:00. Bob sits down at the desk; he may not touch the finished logo, and is told so only by the server.',
  )
  art.server.deny(bob, 'logo', ['write'])
  sync(both, ALL, { ...DESK, user: bob })
  art.local.append('notes.txt', ', by bob', { user: bob })
  art.local.write('logo/final.png', 'scribble', { user: bob, fails: 5 })
  art.local.write('logo/final.png', bytes(2500, 3))
  const his = sync(both, ALL, { ...DESK, user: bob })
  his.result(art.at('logo/final.png'), 5)
  his.result(art.at('notes.txt'), 0)
  art.dirty('logo/final.png')
  sync(both, ALL, DESK).items([art.at('logo/final.png')])
  art.server.holds('logo/final.png', bytes(2500, 3))

  note(
    '14:00. Somebody stops the desk’s call after its first item; that one is done, and the next call does the rest.',
  )
  art.local.append('posters/spring.txt', ', flowers')
  jobs.local.remove('done/old.txt')
  const stopped = sync(both, ALL, {
    ...DESK,
    progress: [{ to: 'item-result', path: art.at('posters/spring.txt'), answer: 'abort' }],
  })
  stopped.returns(1223)
  stopped.items([art.at('posters/spring.txt')])
  art.server.holds('posters/spring.txt', 'green, flowers')
  jobs.server.holds('done/old.txt', 'paid')
  sync(both, ALL, DESK).noConflicts()
  art.clean('posters/spring.txt')
  jobs.server.missing('done/old.txt')

  note('15:00. On the tablet the service is stopped, so it knows nothing of the afternoon.')
  kit.service({ ...TABLET, active: false })
  sync(both, ALL, TABLET).returns(1062)
  tablet.holds('posters/spring.txt', 'green')
  tablet.append('posters/spring.txt', ', rain')
  kit.service({ ...TABLET, active: true })

  note(
    '16:00. So the spring poster was painted twice; the studio’s rule keeps the tablet’s beside the desk’s.',
  )
  kit.policy({ ...TABLET, conflicts: { '//studio/art/posters': 'keep-all' } })
  sync(both, ALL, TABLET).noConflicts()
  art.server.tree('posters', {
    'spring (alice v1).txt': 'green, rain',
    'spring.txt': 'green, flowers',
    'summer.txt': 'yellow, sun',
  })

  note('17:00. The board was written on by everybody; the office has no rule, so somebody has to choose.')
  for (const { client } of [DESK, TABLET, PHONE]) jobs.on(client).append('board.txt', `, ${client}`)
  sync(both, ALL, DESK).noConflicts()
  for (const on of [TABLET, PHONE]) {
    sync(both, ALL, on).conflict(jobs.at('board.txt'), 'FileChangedOnClient_ChangedOnServer')
  }
  sync(jobs.at('board.txt'), `${ALL} | keep-remote`, TABLET).returns(0)
  sync(jobs.at('board.txt'), `${ALL} | keep-local`, PHONE).returns(0)
  jobs.server.holds('board.txt', 'monday, poster, phone')

  note('18:00. The phone gets a larger card, the film is archived, and one more turn makes all three equal.')
  kit.limitDisk(PHONE, null)
  art.local.mkdir('archive')
  art.local.rename('film.avi', 'archive/film.avi')
  for (const on of [DESK, TABLET, PHONE]) sync(both, ALL, on).noConflicts()
  for (const on of [DESK, TABLET, PHONE]) sync(both, ALL, on).items([])
  equal()
  art.server.tree({
    'archive': { 'film.avi': bytes(100_000, 2) },
    'logo': { 'final.png': bytes(2500, 3), 'sketch.txt': 'lines, curves, colour' },
    'notes.txt': 'small, by bob',
    'photos.txt': 'three photos',
    'posters': {
      'spring (alice v1).txt': 'green, rain',
      'spring.txt': 'green, flowers',
      'summer.txt': 'yellow, sun',
    },
  })
  jobs.server.tree({
    'board.txt': 'monday, poster, phone',
    'done': null,
    'open': { 'flyer.txt': 'new', 'poster.txt': 'wanted' },
  })
})
