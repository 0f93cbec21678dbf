/** Tests that scenarios are printed as TypeScript that a person would write. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { scenario } from './builder.ts'
import { bytes, folder, holes, linkTo } from './content.ts'
import { ScenarioMistakes } from './mistakes.ts'
import { printTypeScript } from './print-typescript.ts'

/** What the printed file of a scenario with a bit of everything looks like. */
const EXPECTED = `import { bytes, folder, scenario } from 'csclab'

export const itsAConflict = scenario({
  title: 'It\\'s a conflict',
  covers: ['SYNC-33'],
  tags: ['conflict'],
}, ({ share, sync, raw }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'plan.txt': 'first draft',
    'art': { 'logo.png': bytes(4096) },
    'old': null,
  })
  const oldFilms = share('//hq/old films', folder('./films'))
  share('//branch/docs', {})
  docs.server.edit('plan.txt', bytes(3, 2), { offset: 6, clock: 'still' })

  sync([docs, oldFilms.at('a.avi'), raw(null)], 'in')

  sync(docs, 'in', { progress: [{ to: 'item-begin', path: 'plan.txt', answer: 'retry' }], cancelAfter: 1 })

  const round3 = sync(docs, 'in | out', { crash: { when: 'before', request: 'commit', path: 'plan.txt' } })
  round3.crashed()
  round3.items([
    'plan.txt',
    'art/logo.png',
    'art/another-picture-with-quite-an-uncommonly-long-name.png',
  ])

  const round4 = sync(docs.at('plan.txt'), 6)
  round4.result(docs.at('plan.txt'), 0, { because: 'SYNC-40' })
  round4.state(docs.path, 'Stable')
  round4.items([docs.at('plan.txt')])
  docs.server.tree({})
  docs.local.tree('art', { 'logo.png': bytes(4096) })
  docs.same()
  docs.clean('')
})
`

test('a printed file reads like one written by hand', () => {
  const built = scenario(
    { title: "It's a conflict", covers: ['SYNC-33'], tags: ['conflict'] },
    ({ share, sync, raw }) => {
      const docs = share('//hq/docs', { pin: 'user' }, {
        'plan.txt': 'first draft',
        art: { 'logo.png': bytes(4096) },
        old: null,
      })
      const films = share('//hq/old films', folder('./films'))
      share('//branch/docs', {})
      docs.server.edit('plan.txt', bytes(3, 2), { offset: 6, clock: 'still' })
      sync([docs, films.at('a.avi'), raw(null)], 'in')
      sync(docs, 'in', {
        progress: [{ to: 'item-begin', path: 'plan.txt', answer: 'retry' }],
        cancelAfter: 1,
      })
      const round = sync(docs, 'in | out', { crash: { when: 'before', request: 'commit', path: 'plan.txt' } })
      round.crashed()
      round.items(['plan.txt', 'art/logo.png', 'art/another-picture-with-quite-an-uncommonly-long-name.png'])
      const last = sync(docs.at('plan.txt'), 6)
      last.result(docs.at('plan.txt'), 0, { because: 'SYNC-40' })
      last.state(docs.path, 'Stable')
      last.items(['//hq/docs/plan.txt'])
      docs.server.tree({})
      docs.local.tree('art', { 'logo.png': bytes(4096) })
      docs.same()
      docs.clean('')
    },
  )
  assert.is(printTypeScript([{ name: 'its-a-conflict', scenario: built }]), EXPECTED)
})

/** What the printed file of a scenario with machines, faults and much to do during a call looks like. */
const BUSY = `import { bytes, holes, linkTo, scenario } from 'csclab'

export const busy = scenario({
  title: 'Busy',
  covers: ['SYNC-33'],
}, ({
  server,
  client,
  user,
  share,
  sync,
  unreachable,
  latency,
  setClock,
  policy,
  limitDisk,
  limitUser,
  close,
  fault,
}) => {
  server('//hq', { timeGranularity: 2 })
  client('tablet')
  user('bob')
  const docs = share('//hq/docs', {
    'disk.img': holes({ size: 1048576, parts: [{ at: 5, content: bytes(3) }] }),
    'plan.lnk': linkTo('//hq/docs/plan.txt'),
  })
  docs.goOnline({ client: 'tablet' })
  latency('//hq', 40)
  setClock({ client: 'tablet' }, -3600)
  policy({ conflicts: { '//hq/docs': 'keep-all' } })
  limitDisk({ server: '//hq' }, null)
  limitUser('bob', { server: '//hq', bytes: 4096 })
  fault({ request: 'commit', path: docs.at('plan.txt'), then: { fail: 112 } })
  docs.pin('art', { for: 'computer' })
  docs.sparse('disk.img', { present: [{ at: 0, bytes: 5 }] })
  docs.server.deny('bob', 'plan.txt', ['read'])
  docs.server.allow('bob', '', { rights: ['list'], clock: 'still' })
  const editor = docs.server.open('plan.txt', { access: 'read', share: [], as: 'editor' })
  docs.on('tablet').open('plan.txt', { access: 'write', share: [], as: 'forgotten' })
  docs.on('tablet').write('cafe\\u0301.txt', 'x', { stream: 's', user: 'bob' })

  const round = sync(docs, 'in | out', {
    client: 'tablet',
    handler: [{ path: 'plan.txt', answer: 'keep-all', newName: 'plan (2).txt' }],
    during: [{
      request: 'commit',
      path: 'plan.txt',
      steps: () => {
        docs.server.write('plan.txt', 'y')
        editor.close()
        unreachable('//hq')
      },
    }, {
      request: 'list',
      every: true,
      steps: () => {
        docs.local.open('plan.txt', { access: 'read', share: ['read'], as: 'viewer' })
      },
    }],
  })
  round.prompts(['window'])
  close('viewer')
  docs.server.reads('plan.txt', { fails: 5 }, { user: 'bob' })
  docs.on('tablet').streams('plan.txt', [])
  docs.shows('plan.txt', { dirty: false })
})
`

test('machines, faults and what happens during a call read like written by hand', () => {
  const built = scenario({ title: 'Busy', covers: ['SYNC-33'] }, (kit) => {
    const hq = kit.server('//hq', { timeGranularity: 2 })
    const tablet = kit.client('tablet')
    const bob = kit.user('bob')
    const docs = kit.share('//hq/docs', {
      'disk.img': holes({ size: 2 ** 20, parts: [{ at: 5, content: bytes(3) }] }),
      'plan.lnk': linkTo('//hq/docs/plan.txt'),
    })
    docs.goOnline({ client: tablet })
    kit.latency(hq, 40)
    kit.setClock({ client: tablet }, -3600)
    kit.policy({ conflicts: { '//hq/docs': 'keep-all' } })
    kit.limitDisk({ server: hq }, null)
    kit.limitUser(bob, { server: hq, bytes: 4096 })
    kit.fault({ request: 'commit', path: docs.at('plan.txt'), then: { fail: 112 } })
    docs.pin('art', { for: 'computer' })
    docs.sparse('disk.img', { present: [{ at: 0, bytes: 5 }] })
    docs.server.deny(bob, 'plan.txt', ['read'])
    docs.server.allow(bob, '', { rights: ['list'], clock: 'still' })
    const editor = docs.server.open('plan.txt', { access: 'read', share: [], as: 'editor' })
    docs.on(tablet).open('plan.txt', { access: 'write', share: [], as: 'forgotten' })
    docs.on(tablet).write('caf{nfd:é}.txt', 'x', { stream: 's', user: bob })
    const round = kit.sync(docs, 'in | out', {
      client: tablet,
      handler: [{ path: 'plan.txt', answer: 'keep-all', newName: 'plan (2).txt' }],
      during: [
        {
          request: 'commit',
          path: 'plan.txt',
          steps: () => {
            docs.server.write('plan.txt', 'y')
            editor.close()
            kit.unreachable(hq)
          },
        },
        {
          request: 'list',
          every: true,
          steps: () => void docs.local.open('plan.txt', { access: 'read', share: ['read'], as: 'viewer' }),
        },
      ],
    })
    round.prompts(['window'])
    kit.close('viewer')
    docs.server.reads('plan.txt', { fails: 5 }, { user: bob })
    docs.on(tablet).streams('plan.txt', [])
    docs.shows('plan.txt', { dirty: false })
  })
  assert.is(printTypeScript([{ name: 'busy', scenario: built }]), BUSY)
})

test('only words that are needed are named', () => {
  const built = scenario({ title: 'One', covers: ['SYNC-05'] }, ({ share }) => {
    share('//hq/docs', {}).server.open('a', { access: 'read', share: [] }).close({ clock: 'still' })
  })
  const file = printTypeScript([{ name: 'one', scenario: built }])
  assert.match(file, '}, ({ share }) => {\n')
  assert.match(file, "  const file1 = docs.server.open('a', { access: 'read', share: [], as: 'file1' })\n")
  assert.match(file, "  file1.close({ clock: 'still' })\n")
})

test('several scenarios, each with a name of its own', () => {
  const one = scenario({ title: 'One', covers: ['SYNC-05'] }, ({ wait }) => wait(1))
  const names = ['both-edited', 'policies[keep-local]', 'delete', '7-zip', 'both-edited']
  const file = printTypeScript(names.map((entry) => ({ name: entry, scenario: one })))
  assert.equal([...file.matchAll(/^export const (\w+) = /gm)].map(([, found]) => found), [
    'bothEdited',
    'policiesKeepLocal',
    'delete2',
    'scenario7Zip',
    'bothEdited2',
  ])
  assert.is(file.split('\n')[0], "import { scenario } from 'csclab'")
})

test('a scenario with mistakes cannot be printed as TypeScript', () => {
  const wrong = scenario({ title: 'One', covers: ['SYNC-05'] }, ({ sync }) => void sync('//hq/docs', 'inn'))
  assert.throws(() => printTypeScript([{ name: 'wrong', scenario: wrong }]), (error: unknown) => {
    return error instanceof ScenarioMistakes && error.mistakes[0]?.message === 'Unknown sync flag "inn"'
  })
})

test.run()
