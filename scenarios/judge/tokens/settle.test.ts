/** Where the bytes of a write may be after a sync, and what is told when they are nowhere. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { at, bytesOf, TokenLab } from './testing/lab.ts'

const KEEPREMOTE = { words: 'KEEPREMOTE', gives: 'local', path: undefined } as const
const KEEPLOCAL = { words: 'KEEPLOCAL', gives: 'server', path: undefined } as const

test('what arrives is on both sides, from either of them', () => {
  const lab = new TokenLab({ 'here.txt': 'old', 'there.txt': 'old' })
  lab.write('laptop', 'here.txt', 'new here')
  lab.write('server', 'there.txt', 'new there')
  lab.startRound()
  lab.put('server', 'here.txt', 'new here')
  lab.put('cache', 'there.txt', 'new there')
  assert.equal(lab.settle('in | out'), ['step 1 both', 'step 2 both'])
})

test('what has not arrived waits where it was written, with the reason', () => {
  const reasonOf = (flags: string, said: Parameters<TokenLab['settle']>[1]): string | undefined => {
    const lab = new TokenLab({ 'plan.txt': 'old' })
    lab.write('laptop', 'plan.txt', 'new')
    lab.startRound()
    return lab.settle(flags, said)[0]
  }
  const where = 'step 1 waiting: in the cache of laptop'
  assert.is(reasonOf('out', {}), where)
  assert.is(reasonOf('in', {}), `${where}: the call did not ask for this direction`)
  assert.is(reasonOf('out', { recorded: ['plan.txt'] }), `${where}: its conflict is recorded`)
  assert.is(reasonOf('out', { results: { 'plan.txt': 32 } }), `${where}: its item failed with 32`)
  assert.is(reasonOf('out', { interrupted: true }), `${where}: the call broke off`)
  assert.is(reasonOf('out', { returned: 53 }), `${where}: the call returned 53`)
  assert.is(reasonOf('out', { paths: ['\\\\hq\\other'] }), `${where}: the call named other paths`)
  assert.is(reasonOf('out', { paths: ['\\\\?\\UNC\\hq\\docs\\'] }), where)
  assert.is(reasonOf('out', { client: 'tablet' }), `${where}: its client made no call`)
})

test('an evicted copy is on the server, a named stream is never anywhere else', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.write('laptop', 'plan.txt', 'new')
  lab.act('server', { do: 'write', path: at('plan.txt'), stream: 'Zone', bytes: bytesOf('3') })
  lab.startRound()
  lab.put('server', 'plan.txt', 'new')
  const stream = 'step 2 one-side: on the server: caches keep no named streams'
  assert.equal(lab.settle('out'), ['step 1 both', stream])
  lab.engine('cache', { do: 'remove', path: at('plan.txt') })
  assert.equal(lab.settle('out'), ['step 1 one-side: on the server', stream])
})

test('what was fetched once and is evicted waits for nothing', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.write('server', 'plan.txt', 'new')
  assert.equal(lab.settle('out'), ['step 1 waiting: on the server: the call did not ask for this direction'])
  lab.put('cache', 'plan.txt', 'new')
  assert.equal(lab.settle('in'), ['step 1 both'])
  lab.engine('cache', { do: 'remove', path: at('plan.txt') })
  assert.equal(lab.settle('in'), ['step 1 one-side: on the server'])
})

test('below a directory in conflict everything waits for it', () => {
  const lab = new TokenLab({ 'art/logo.txt': 'old' })
  lab.write('laptop', 'art/logo.txt', 'new')
  const [told] = lab.settle('in | out', { recorded: ['art'] })
  assert.is(told, 'step 1 waiting: in the cache of laptop: its conflict is recorded')
})

test('a conflict copy keeps both, and stays kept', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.write('laptop', 'plan.txt', 'train')
  lab.write('server', 'plan.txt', 'office')
  lab.startRound()
  lab.engine('cache', { do: 'rename', path: at('plan.txt'), to: at('plan (alice v1).txt'), replace: false })
  lab.put('cache', 'plan.txt', 'office')
  lab.put('server', 'plan (alice v1).txt', 'train')
  const kept = 'step 1 kept: as "\\\\hq\\docs\\plan (alice v1).txt" on the server and in the cache of laptop'
  assert.equal(lab.settle('in | out'), [kept, 'step 2 both'])
  assert.equal(lab.settle('in | out'), [kept, 'step 2 both'])
  lab.engine('cache', { do: 'remove', path: at('plan (alice v1).txt') })
  lab.engine('server', { do: 'remove', path: at('plan (alice v1).txt') })
  assert.match(lab.settle('in | out')[0] ?? '', /^step 1 lost: the server had them last, until round 4 · /)
})

test('the same bytes under another name are no kept copy when they were there before', () => {
  const lab = new TokenLab({ 'plan.txt': 'old', 'twin.txt': 'new' })
  lab.write('laptop', 'plan.txt', 'new')
  lab.startRound()
  lab.put('cache', 'plan.txt', 'old')
  assert.match(lab.settle('in | out')[0] ?? '', /^step 1 lost/)
})

test('a renamed file is looked for under its new name', () => {
  const lab = new TokenLab({ 'art/plan.txt': 'old' })
  lab.write('laptop', 'art/plan.txt', 'new')
  lab.act('laptop', { do: 'rename', path: at('art'), to: at('music'), replace: false })
  lab.startRound()
  lab.engine('server', { do: 'mkdir', path: at('music') })
  lab.put('server', 'music/plan.txt', 'new')
  lab.engine('server', { do: 'remove', path: at('art') })
  assert.equal(lab.settle('in | out'), [
    'step 1 both: as "\\\\hq\\docs\\music\\plan.txt" on the server and in the cache of laptop',
  ])
})

test('in a conflict a copy may go by a choice that speaks of its side, and the winner is named', () => {
  const play = (said: Parameters<TokenLab['settle']>[1], flags: string = 'in | out'): readonly string[] => {
    const lab = new TokenLab({ 'plan.txt': 'old' })
    lab.write('laptop', 'plan.txt', 'train')
    lab.write('server', 'plan.txt', 'office')
    lab.startRound()
    lab.put('cache', 'plan.txt', 'office')
    return lab.settle(flags, said)
  }
  assert.equal(play({ choices: [KEEPREMOTE] }), [
    'step 1 discarded: KEEPREMOTE kept what server wrote in step 2',
    'step 2 both',
  ])
  assert.match(play({})[0] ?? '', /^step 1 lost/)
  assert.match(play({ choices: [KEEPLOCAL] })[0] ?? '', /^step 1 lost/)
  assert.match(play({ choices: [KEEPREMOTE] }, 'out')[0] ?? '', /^step 1 lost/)
  assert.match(play({ choices: [{ ...KEEPREMOTE, path: at('art') }] })[0] ?? '', /^step 1 lost/)
  assert.match(play({ choices: [{ ...KEEPREMOTE, path: '\\\\HQ\\Docs' }] })[0] ?? '', /^step 1 discarded/)
})

test('a deletion may win by a choice', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.write('laptop', 'plan.txt', 'train')
  lab.act('server', { do: 'remove', path: at('plan.txt') })
  lab.startRound()
  lab.engine('cache', { do: 'remove', path: at('plan.txt') })
  assert.equal(lab.settle('in | out', { choices: [KEEPREMOTE] }), [
    'step 1 discarded: KEEPREMOTE kept the deletion on the server',
  ])
})

test('a policy discards no new work and nothing that is in no conflict', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.write('laptop', 'new.txt', 'new')
  lab.write('laptop', 'plan.txt', 'edited')
  lab.startRound()
  lab.engine('cache', { do: 'remove', path: at('new.txt') })
  lab.put('cache', 'plan.txt', 'old')
  const told = lab.settle('in | out', { choices: [KEEPREMOTE] })
  assert.ok(told.every((line) => line.includes('lost')), told.join('\n'))
  assert.equal(lab.tracked.map(({ fate }) => fate?.ids), [[], []])
})

test('a lost token names the event that took the last copy, and is told once', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.write('laptop', 'plan.txt', 'train')
  lab.write('server', 'plan.txt', 'office')
  lab.startRound()
  lab.put('cache', 'plan.txt', 'office')
  lab.engine('cache', { do: 'remove', path: at('plan.txt') })
  const [lost] = lab.settle('in | out')
  const address = 'round 2 · \\\\hq\\docs\\plan.txt · truncate · 1'
  assert.is(lost, `step 1 lost: the cache of laptop had them last, until ${address}`)
  assert.equal(lab.tracked[0]?.fate?.ids, ['SYNC-33'])
  assert.is(lab.settle('in | out')[0], lost)
})

test('a copy that an engine first moved is followed to its end', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.write('laptop', 'plan.txt', 'train')
  lab.startRound()
  lab.engine('cache', { do: 'rename', path: at('plan.txt'), to: at('copy.txt'), replace: false })
  lab.engine('cache', { do: 'remove', path: at('copy.txt') })
  assert.match(lab.settle('in | out')[0] ?? '', /until round 2 · \\\\hq\\docs\\copy\.txt · remove · 1$/)
})

test('what was written during the call and run over by it is lost', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.write('laptop', 'plan.txt', 'train')
  lab.startRound()
  lab.write('server', 'plan.txt', 'office')
  lab.put('server', 'plan.txt', 'train')
  assert.match(lab.settle('in | out').join('\n'), /^step 1 both\nstep 2 lost: the server had them last/)
})

test('what was written over bytes that had just arrived supersedes them', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.write('laptop', 'plan.txt', 'train')
  lab.startRound()
  lab.put('server', 'plan.txt', 'train')
  lab.write('server', 'plan.txt', 'office')
  assert.equal(lab.settle('in | out'), [
    'step 1 superseded: overwritten by server in step 2 on the server, after it was synchronized',
    'step 2 waiting: on the server',
  ])
})

test('one client’s choice discards what another has sent, though that one still has a copy', () => {
  const lab = new TokenLab({ 'plan.txt': 'old' })
  lab.write('tablet', 'plan.txt', 'tablet')
  lab.write('laptop', 'plan.txt', 'laptop')
  lab.startRound('tablet')
  lab.put('server', 'plan.txt', 'tablet', 'tablet')
  const waits = 'step 2 waiting: in the cache of laptop: its client made no call'
  assert.equal(lab.settle('in | out', { client: 'tablet' }), ['step 1 both', waits])
  lab.startRound('laptop')
  lab.put('server', 'plan.txt', 'laptop')
  assert.equal(lab.settle('in | out', { choices: [KEEPLOCAL] }), [
    'step 1 discarded: KEEPLOCAL kept what laptop · alice wrote in step 2',
    'step 2 both',
  ])
})

test.run()
