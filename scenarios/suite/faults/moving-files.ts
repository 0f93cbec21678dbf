/** Files that others change on the server while they are fetched. */

import { bytes, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const changedTwice: readonly Scenario[] = scenarioTable(
  {
    title:
      'The server’s file changes during its download, and again during the second try: 32, and the old copy stays',
    covers: ['SYNC-05', 'P9.5', 'P2.20'],
  },
  { 'rewritten': 'write', 'continued': 'append' } as const,
  ({ share, sync }, deed) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.bin': bytes(100) })
    docs.server.write('plan.bin', bytes(100_000))
    const moved = (seed: number) => () => {
      if (deed === 'write') docs.server.write('plan.bin', bytes(100_000, seed))
      else docs.server.append('plan.bin', bytes(10, seed))
    }
    const round = sync(docs, 'in', {
      during: [
        { request: 'read', side: 'server', path: 'plan.bin', nth: 1, steps: moved(2) },
        { request: 'read', side: 'server', path: 'plan.bin', nth: 3, steps: moved(3) },
      ],
    })
    round.returns(0)
    round.result('plan.bin', 32)
    docs.local.holds('plan.bin', bytes(100))
    sync(docs, 'in').result('plan.bin', 0)
    docs.same()
  },
)

export const editedMidway: readonly Scenario[] = scenarioTable(
  {
    title:
      'A long file is edited here while it is being sent: what arrives is the file as it was at the beginning',
    covers: ['SYNC-07', 'P15.65', 'P9.4'],
  },
  { 'overwritten-in-part': 'edit', 'continued': 'append' } as const,
  ({ share, sync }, deed) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'film.avi': bytes(100) })
    docs.local.write('film.avi', bytes(200_000))
    const round = sync(docs, 'in | out', {
      during: [{
        request: 'write',
        side: 'server',
        path: 'film.avi',
        nth: 2,
        steps: () => {
          if (deed === 'edit') docs.local.edit('film.avi', 'the end', { offset: 199_000 })
          else docs.local.append('film.avi', 'the end')
        },
      }],
    })
    round.result('film.avi', 0)
    docs.server.holds('film.avi', bytes(200_000))
    docs.dirty('film.avi')
    sync(docs, 'in | out').result('film.avi', 0)
    docs.same()
  },
)

export const touchedMeanwhile: Scenario = scenario({
  title: 'During its download the server’s file only gets another time: it is fetched again, to be sure',
  covers: ['SYNC-05', 'P9.5'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', 'second draft')
  sync(docs, 'in', {
    during: [{
      request: 'read',
      side: 'server',
      path: 'plan.txt',
      steps: () => docs.server.setTimes('plan.txt', { lastWrite: '2010-01-04 08:30:00' }),
    }],
  }).result('plan.txt', 0)
  docs.same()
  sync(docs, 'in').items([])
})
