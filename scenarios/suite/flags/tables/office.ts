/** A world in which every control flag has something to do, and what is to become of it under flags that take effect. */

import { bytes, type Kit, linkTo, type ShareHandle, type SyncOptions } from '../../../language/mod.ts'
import { type Effective, read } from './effective.ts'

const TARGET = '//hq/attic/target.txt'
const FILM = bytes(3000)

/** The flags of a row: as the caller passes them, and what of them takes effect. */
export interface Row {
  readonly given: number
  readonly effective: number
}

/** A call with these flags over everything, and what comes of each item. */
export function play(kit: Kit, { given, effective }: Row): void {
  const { share, sync } = kit
  kit.server('//safe', { credentials: true })
  const docs = share('//hq/docs', { pin: 'user' }, {
    'both.txt': 'first',
    'film.avi': FILM,
    'here.txt': 'first',
    'paused/a.txt': 'first',
    'there.txt': 'first',
  })
  const home = share('//hq/home', { pin: 'redirection' }, {})
  const attic = share('//hq/attic', {})
  const vault = share('//safe/vault', { pin: 'user' }, { 'key.txt': 'first' })
  change({ docs, home, attic, vault })

  const flags = read(effective)
  const round = sync([docs, home, vault], given, scriptOf(docs, flags))
  round.returns(0)
  round.items(itemsOf(docs, flags))
  round.prompts(hasWork(flags) && flags.prompts !== undefined ? [flags.prompts] : [])
  if (isOpen(flags)) round.conflict(docs.at('both.txt'), 'FileChangedOnClient_ChangedOnServer')
  else round.noConflicts()

  expectDocs(docs, flags)
  expectNew(docs, home, flags)
  if (flags.pinsTargets) attic.pinned('target.txt', categories('user', flags))
  else attic.local.missing('target.txt')
  vault.server.holds('key.txt', flags.out && flags.prompts !== undefined ? 'here' : 'first')
}

interface Shares {
  readonly docs: ShareHandle
  readonly home: ShareHandle
  readonly attic: ShareHandle
  readonly vault: ShareHandle
}

/** Each file is named after what happens to it; `both.txt` is edited here first, then there. */
function change({ docs, home, attic, vault }: Shares): void {
  docs.sparse('film.avi')
  docs.suspend('paused')
  docs.local.write('both.txt', 'here')
  docs.local.write('here.txt', 'here')
  docs.local.write('made.txt', 'here')
  vault.local.write('key.txt', 'here')
  attic.server.write('target.txt', 'there')
  docs.server.write('link.lnk', linkTo(TARGET))
  for (const name of ['both.txt', 'news.txt', 'paused/a.txt', 'there.txt']) docs.server.write(name, 'there')
  home.server.write('news.txt', 'there')
}

/** The first item's result is answered with retry; an application opens `here.txt` while it is sent. */
function scriptOf(docs: ShareHandle, { out }: Effective): SyncOptions {
  const opened = {
    request: 'write',
    operation: 'SYNC_TO_SERVER',
    path: docs.at('here.txt'),
    steps: () => {
      docs.local.open('here.txt', { access: 'read-write', share: ['read', 'write'] })
    },
  } as const
  return {
    progress: [{ to: 'item-result', nth: 1, answer: 'retry' }],
    credentials: 'given',
    ...(out ? { during: [opened] } : {}),
  }
}

function hasWork({ in: isIn, out, fill }: Effective): boolean {
  return isIn || out || fill
}

/** What is reported, in order. */
function itemsOf(docs: ShareHandle, flags: Effective): readonly string[] {
  const { in: isIn, out, fill, pinsNew, pinsTargets, isLate, prompts, skipsSuspended, holdsNewNames } = flags
  const items: readonly (readonly [boolean, string])[] = [
    [isIn || out, docs.at('both.txt')],
    [fill, docs.at('film.avi')],
    [out, docs.at('here.txt')],
    [pinsNew, docs.at('link.lnk')],
    [pinsTargets, TARGET],
    [out && !holdsNewNames, docs.at('made.txt')],
    [pinsNew, docs.at('news.txt')],
    [isIn && !skipsSuspended, docs.at('paused/a.txt')],
    [isIn, docs.at('there.txt')],
    [pinsNew, '//hq/home/news.txt'],
    [out && prompts !== undefined, '//safe/vault/key.txt'],
    [hasWork(flags) && prompts === undefined, '//safe/vault'],
  ]
  const done = items.filter(([is]) => is).map(([, path]) => path)
  return isLate ? done : [...done.slice(0, 1), ...done]
}

/** The copy that a policy keeps, as far as the call writes the other side; the server's is the latest. */
function winnerOf({ in: isIn, out, policy }: Effective): 'here' | 'there' | undefined {
  if (policy === undefined) return undefined
  if (policy === 'local') return out ? 'here' : undefined
  return isIn ? 'there' : undefined
}

function isOpen(flags: Effective): boolean {
  return (flags.in || flags.out) && winnerOf(flags) === undefined
}

function expectDocs(docs: ShareHandle, flags: Effective): void {
  const { in: isIn, out, fill, backsOff, skipsSuspended, holdsNewNames } = flags
  const winner = winnerOf(flags)
  docs.local.holds('both.txt', winner ?? 'here')
  docs.server.holds('both.txt', winner ?? 'there')
  docs.shows('film.avi', { sparse: !fill })
  docs.server.holds('here.txt', out && !backsOff ? 'here' : 'first')
  if (out && !holdsNewNames) docs.server.holds('made.txt', 'here')
  else docs.server.missing('made.txt')
  docs.local.holds('paused/a.txt', isIn && !skipsSuspended ? 'there' : 'first')
  docs.local.holds('there.txt', isIn ? 'there' : 'first')
}

/** What is new on the server, in a folder pinned for the user and in one that Folder Redirection has pinned. */
function expectNew(docs: ShareHandle, home: ShareHandle, flags: Effective): void {
  if (flags.pinsNew) {
    docs.pinned('news.txt', categories('user', flags))
    home.pinned('news.txt', categories('redirection', flags))
    return
  }
  docs.local.missing('link.lnk')
  docs.local.missing('news.txt')
  home.local.missing('news.txt')
}

type Category = 'user' | 'userPolicy' | 'computer' | 'redirection'

/** The category a folder hands down, and those that flags name. */
function categories(inherited: Category, flags: Effective): readonly Category[] {
  const named: readonly (readonly [Category, boolean])[] = [
    ['user', flags.pinsForUser],
    ['userPolicy', flags.pinsForPolicy],
    ['computer', flags.pinsForAll],
    ['redirection', flags.pinsForRedirection],
  ]
  return named.filter(([category, isNamed]) => isNamed || category === inherited).map(([category]) =>
    category
  )
}
