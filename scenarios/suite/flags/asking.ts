/** Who may be asked for credentials, and where: Interactive and Console. */

import {
  type Kit,
  linkTo,
  type Scenario,
  scenario,
  scenarioTable,
  type ShareHandle,
} from '../../language/mod.ts'

/** A share on a server that wants credentials. */
function vaultOn({ server, share }: Kit, name: string): ShareHandle {
  server(name, { credentials: true })
  return share(`${name}/vault`, { pin: 'user' }, { 'key.txt': 'first' })
}

export const notAsked: Scenario = scenario({
  title: 'Without Interactive nobody is asked: a server that wants credentials fails the call with 1326',
  covers: ['SYNC-24', 'SYNC-34'],
}, (kit) => {
  const vault = vaultOn(kit, '//safe')
  vault.local.write('key.txt', 'here')
  const round = kit.sync(vault, 'in | out', { credentials: 'given' })
  round.prompts([])
  round.returns(1326)
  vault.dirty('key.txt')
  vault.server.holds('key.txt', 'first')
})

export const asked: Scenario = scenario({
  title: 'With Interactive the user is asked in a window, once, and the call goes on with the answer',
  covers: ['SYNC-24'],
}, (kit) => {
  const vault = vaultOn(kit, '//safe')
  vault.local.write('key.txt', 'here')
  const round = kit.sync(vault, 'in | out | interactive', { credentials: 'given' })
  round.prompts(['window'])
  round.returns(0)
  round.items(['key.txt'])
  vault.server.holds('key.txt', 'here')
})

export const answerRefused: readonly Scenario[] = scenarioTable(
  {
    title: 'The user is asked and gives nothing: as if nobody had been asked, the call fails with 1326',
    covers: ['SYNC-24', 'SYNC-25', 'SYNC-34'],
  },
  {
    'window': { flags: 'in | out | interactive', prompt: 'window' },
    'console': { flags: 'in | out | interactive | console', prompt: 'console' },
  } as const,
  (kit, { flags, prompt }) => {
    const vault = vaultOn(kit, '//safe')
    vault.local.write('key.txt', 'here')
    const round = kit.sync(vault, flags, { credentials: 'refused' })
    round.prompts([prompt])
    round.returns(1326)
    vault.dirty('key.txt')
  },
)

export const nothingToAsk: Scenario = scenario({
  title: 'A server that wants no credentials: Interactive shows nothing',
  covers: ['SYNC-24'],
}, (kit) => {
  const docs = kit.share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  const vault = vaultOn(kit, '//safe')
  vault.local.write('key.txt', 'here')
  docs.local.write('plan.txt', 'here')
  kit.sync(docs, 'in | out | interactive').prompts([])
  const round = kit.sync([docs, vault], 'in | out | interactive', { credentials: 'given' })
  round.prompts(['window'])
  round.items(['//safe/vault/key.txt'])
})

export const onTheConsole: Scenario = scenario({
  title: 'With Console every question is asked there: of two servers one after the other, never in a window',
  covers: ['SYNC-25', 'SYNC-44'],
}, (kit) => {
  const first = vaultOn(kit, '//safe')
  const second = vaultOn(kit, '//cellar')
  for (const vault of [first, second]) vault.local.write('key.txt', 'here')
  const round = kit.sync([first, second], 'in | out | interactive | console', { credentials: 'given' })
  round.prompts(['console', 'console'])
  round.returns(0)
  first.same()
  second.same()
})

export const askedForTarget: readonly Scenario[] = scenarioTable(
  {
    title: 'A new link leads to a server that wants credentials: asked or not, as for a share of the call',
    covers: ['SYNC-14', 'SYNC-24', 'SYNC-25', 'P15.71'],
  },
  {
    'not-asked': { flags: '', prompts: [], code: 1326 },
    'window': { flags: ' | interactive', prompts: ['window'], code: 0 },
    'console': { flags: ' | interactive | console', prompts: ['console'], code: 0 },
  } as const,
  (kit, { flags, prompts, code }) => {
    const { server, share, sync } = kit
    server('//safe', { credentials: true })
    const docs = share('//hq/docs', { pin: 'user' }, {})
    const vault = share('//safe/vault', {})
    vault.server.write('key.txt', 'there')
    docs.server.write('a.lnk', linkTo('//safe/vault/key.txt'))
    const round = sync(docs, `in | pin-new | pin-targets${flags}`, { credentials: 'given' })
    round.prompts(prompts)
    round.items(['a.lnk', vault.at('key.txt')])
    round.result(vault.at('key.txt'), code)
    if (code === 0) vault.local.holds('key.txt', 'there')
    else vault.local.missing('key.txt')
  },
)
