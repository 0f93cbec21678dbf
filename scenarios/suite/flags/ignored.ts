/** Flags without their prerequisite: no mistake of the caller, they just do nothing. */

import type { PinCategory } from '../../../sim/mod.ts'
import { type Kit, linkTo, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const newWithoutIn: readonly Scenario[] = scenarioTable(
  {
    title: 'PinNewFiles without SyncIn: what is new on the server stays there, even where the call names it',
    covers: ['SYNC-10', 'F69', 'P1.15'],
  },
  { 'out': 'out', 'fill': 'fill', 'fill-and-out': 'fill | out' },
  ({ share, sync }, direction) => {
    const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
    docs.server.write('news.txt', 'new there')
    const flags = `${direction} | pin-new | pin-user`
    sync(docs, flags).items([])
    const named = sync(docs.at('news.txt'), flags)
    named.returns(2)
    named.result(docs.at('news.txt'), 2)
    docs.local.missing('news.txt')
    sync(docs, 'in | pin-new').items(['news.txt'])
  },
)

export const targetsWithoutNew: Scenario = scenario({
  title:
    'PinLinkTargets without PinNewFiles: a link that comes in with its newly pinned folder comes alone, and for good',
  covers: ['SYNC-12', 'P6.10', 'P15.12'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { 'art/a.txt': 'a' })
  const attic = share('//hq/attic', {})
  attic.server.write('plan.txt', 'the plan')
  docs.server.write('art/b.lnk', linkTo('//hq/attic/plan.txt'))
  docs.pin('art')
  sync(docs, 'in | pin-targets').items(['art/a.txt', 'art/b.lnk'])
  docs.pinned('art/b.lnk', ['user'])
  attic.local.missing('plan.txt')
  sync(docs, 'in | pin-new | pin-targets').items([])
  attic.local.missing('plan.txt')
})

/** A folder is pinned for another reason: its files are pinned for that one alone, whatever the flag says. */
function withoutNew({ share, sync }: Kit, flag: string, pinned: PinCategory): void {
  const docs = share('//hq/docs', { 'art/a.txt': 'a' })
  docs.server.write('art/new.txt', 'new there')
  docs.pin('art', { for: pinned })
  sync(docs, `in | ${flag}`).items(['art/a.txt', 'art/new.txt'])
  for (const name of ['art', 'art/a.txt', 'art/new.txt']) docs.pinned(name, [pinned])
  docs.server.write('art/newer.txt', 'newer')
  sync(docs, `in | ${flag}`).items([])
  docs.local.missing('art/newer.txt')
}

export const userWithoutNew: Scenario = scenario({
  title: 'PinForUser without PinNewFiles adds no pin, and brings nothing in',
  covers: ['SYNC-16'],
}, (kit) => withoutNew(kit, 'pin-user', 'computer'))

export const policyWithoutNew: Scenario = scenario({
  title: 'PinForUser_Policy without PinNewFiles adds no pin, and brings nothing in',
  covers: ['SYNC-19'],
}, (kit) => withoutNew(kit, 'pin-policy', 'user'))

export const allWithoutNew: Scenario = scenario({
  title: 'PinForAll without PinNewFiles adds no pin, and brings nothing in',
  covers: ['SYNC-20'],
}, (kit) => withoutNew(kit, 'pin-all', 'user'))

export const redirectionWithoutNew: Scenario = scenario({
  title: 'The flag of Folder Redirection without PinNewFiles adds no pin, and brings nothing in',
  covers: ['SYNC-09', 'P1.3'],
}, (kit) => withoutNew(kit, 'pin-redirection', 'user'))

export const noNewOutWithoutOut: Scenario = scenario({
  title:
    'NONEWFILESOUT without SyncOut: what is new on the server comes in all the same, and conflicts are settled',
  covers: ['SYNC-05', 'SYNC-09', 'SYNC-30', 'P1.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'both.txt': 'first', 'plan.txt': 'first' })
  docs.local.write('both.txt', 'here')
  docs.local.write('made.txt', 'here')
  docs.local.remove('plan.txt')
  for (const name of ['both.txt', 'news.txt', 'plan.txt']) docs.server.write(name, 'there')
  sync(docs, 'in | pin-new | no-new-out | keep-remote').items(['both.txt', 'news.txt', 'plan.txt'])
  docs.local.tree({ 'both.txt': 'there', 'made.txt': 'here', 'news.txt': 'there', 'plan.txt': 'there' })
  docs.server.missing('made.txt')
})

export const noNewOut: Scenario = scenario({
  title: 'NONEWFILESOUT beside SyncOut: what was made here waits, what was changed or deleted here is sent',
  covers: ['SYNC-07', 'P15.8', 'P1.3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'here.txt': 'first', 'old.txt': 'old' })
  docs.local.write('here.txt', 'here')
  docs.local.remove('old.txt')
  docs.local.mkdir('art')
  docs.local.write('art/made.txt', 'made here')
  sync(docs, 'in | out | no-new-out').items(['here.txt', 'old.txt'])
  docs.server.tree({ 'here.txt': 'here' })
  docs.dirty('art/made.txt')
  sync(docs, 'in | out').items(['art', 'art/made.txt'])
  docs.same()
})

export const consoleWithoutInteractive: Scenario = scenario({
  title: 'Console without Interactive: nobody is asked, on the console or anywhere else',
  covers: ['SYNC-24', 'SYNC-25'],
}, ({ server, share, sync }) => {
  server('//safe', { credentials: true })
  const vault = share('//safe/vault', { pin: 'user' }, { 'key.txt': 'first' })
  vault.local.write('key.txt', 'here')
  const round = sync(vault, 'in | out | console', { credentials: 'given' })
  round.prompts([])
  round.returns(1326)
  vault.server.holds('key.txt', 'first')
})

export const lowPriority: readonly Scenario[] = scenarioTable(
  {
    title: 'LowPriority means nothing: a call with it does all that one without it does, and at once',
    covers: ['SYNC-21'],
  },
  {
    'fill': { flags: 'fill', items: ['part.txt'] },
    'in': { flags: 'in', items: ['part.txt', 'there.txt'] },
    'out': { flags: 'out', items: ['here.txt', 'made.txt'] },
    'both-ways': { flags: 'in | out', items: ['here.txt', 'made.txt', 'part.txt', 'there.txt'] },
  } as const,
  ({ share, sync }, { flags, items }) => {
    const tree = { 'here.txt': 'first', 'part.txt': 'first', 'there.txt': 'first' }
    const [plain, low] = [
      share('//hq/plain', { pin: 'user' }, tree),
      share('//hq/low', { pin: 'user' }, tree),
    ]
    for (const docs of [plain, low]) {
      docs.sparse('part.txt')
      docs.local.write('here.txt', 'here')
      docs.local.write('made.txt', 'here')
      docs.server.write('there.txt', 'there')
    }
    sync(plain, flags).items(items)
    sync(low, `${flags} | low-priority`).items(items)
  },
)

export const lowPriorityHolds: Scenario = scenario({
  title: 'LowPriority is no Background: an application that wants a file in hand is refused it',
  covers: ['SYNC-21', 'SYNC-28'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  docs.server.write('plan.txt', 'second draft')
  const round = sync(docs, 'in | low-priority', {
    during: [{
      request: 'write',
      path: 'plan.txt',
      steps: () => {
        docs.local.open('plan.txt', { access: 'read-write', share: ['read'], fails: 32 })
      },
    }],
  })
  round.result('plan.txt', 0)
  docs.local.holds('plan.txt', 'second draft')
})
