/** `TransitionOnline` and `TransitionOffline` on a real world. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { PIN_FLAG, TRANSITION_FLAG } from './mod.ts'
import { DOCS, Office, text } from './testing/office.ts'

const PLAN = `${DOCS}\\plan.txt`
const OTHER = `${DOCS}\\other.txt`
const DONE = { returned: 0, openFiles: false }

function office(): Office {
  const made = new Office({ 'other.txt': 'not cached', 'plan.txt': 'first draft' })
  made.cache.pin([PLAN], PIN_FLAG.PINFORUSER | PIN_FLAG.FILL)
  return made
}

/** How the share stands: state and reason. */
function share({ cache }: Office): string {
  const { connectState, offlineReason } = cache.item(DOCS)?.connectionInfo ?? {}
  return `${connectState} ${offlineReason}`
}

function events({ host }: Office): readonly string[] {
  return host.trace.flatMap(({ request }) =>
    request.kind === 'publish' && request.event.event.includes('CONNECTED') && 'path' in request.event
      ? [`${request.event.event} ${request.event.path}`]
      : []
  )
}

test('the share of a path goes online and offline as a whole, and says so', () => {
  const made = office()
  assert.is(share(made), '1 2')
  assert.is(made.cache.transitionOnline(PLAN), 0)
  assert.is(share(made), '2 1')
  made.atClient({ do: 'write', path: PLAN, bytes: text('second draft') })
  assert.is(made.read('server', PLAN), 'second draft')
  assert.equal(made.cache.transitionOffline(PLAN.toUpperCase()), DONE)
  assert.is(share(made), '1 2')
  made.atClient({ do: 'write', path: PLAN, bytes: text('third draft') })
  assert.is(made.read('server', PLAN), 'second draft')
  assert.equal(events(made), [`ITEMRECONNECTED ${DOCS}`, `ITEMDISCONNECTED ${DOCS}`])
})

test('where it stands so already nothing is told', () => {
  const made = office()
  assert.equal(made.cache.transitionOffline(DOCS), DONE)
  made.cache.transitionOnline(DOCS)
  made.cache.transitionOnline(DOCS)
  assert.equal(events(made), [`ITEMRECONNECTED ${DOCS}`])
})

test('without its server a share stays as it is; taken offline on purpose it does not come back by itself', () => {
  const made = office()
  const { cache } = made
  made.reachable(false)
  assert.is(cache.transitionOnline(DOCS), 53)
  assert.is(share(made), '1 2')
  made.reachable(true)
  cache.transitionOnline(DOCS)
  made.reachable(false)
  made.atClient({ do: 'read', path: PLAN })
  assert.is(share(made), '1 4')
  assert.equal(cache.transitionOffline(DOCS), DONE)
  assert.equal(events(made), [`ITEMRECONNECTED ${DOCS}`])
  made.reachable(true)
  made.atClient({ do: 'read', path: PLAN })
  assert.is(share(made), '1 2')
})

test('a file that is open and not cached keeps the share online until it is closed, or by force', () => {
  const made = office()
  const { cache } = made
  const open = (path: string): number =>
    cache.perform({ do: 'open', path, access: 'read', share: ['read'] }).handle ?? 0
  cache.transitionOnline(DOCS)
  open(PLAN)
  const first = open(OTHER)
  assert.equal(cache.transitionOffline(DOCS), { returned: 0, openFiles: true })
  assert.is(share(made), '2 1')
  cache.perform({ do: 'close', handle: first })
  assert.equal(cache.transitionOffline(DOCS), DONE)
  cache.transitionOnline(DOCS)
  const second = open(OTHER)
  assert.equal(cache.transitionOffline(DOCS, { force: true }), DONE)
  assert.is(share(made), '1 2')
  assert.is(cache.perform({ do: 'close', handle: second }).code, 6)
  assert.is(cache.transitionOnline(DOCS), 0)
  assert.equal(cache.transitionOffline(DOCS), DONE)
})

test("a file open on another share is in nobody else's way, nor one whose connection is lost", () => {
  const made = office()
  const { cache } = made
  made.share('\\\\hq\\shared', { 'budget.txt': 'budget' })
  cache.pin(['\\\\hq\\shared'], PIN_FLAG.PINFORUSER)
  for (const path of [DOCS, '\\\\hq\\shared']) cache.transitionOnline(path)
  cache.perform({ do: 'open', path: '\\\\hq\\shared\\budget.txt', access: 'read', share: ['read'] })
  assert.equal(cache.transitionOffline(DOCS), DONE)
  assert.is(cache.transitionOffline('\\\\hq\\shared').openFiles, true)
  made.reachable(false)
  assert.equal(cache.transitionOffline('\\\\hq\\shared'), DONE)
})

test('a server that wants credentials is asked for only with INTERACTIVE, on the console when the flags say so', () => {
  const made = new Office()
  made.world.addServer('\\\\safe', { asksCredentials: true })
  made.share('\\\\safe\\vault', { 'a.txt': 'a' })
  const asked: string[] = []
  const known = made.as({ giveCredentials: ({ channel }) => asked.push(channel) > 0 })
  const anyone = made.as({ user: 'bob' })
  known.pin(['\\\\safe\\vault'], PIN_FLAG.PINFORUSER | PIN_FLAG.INTERACTIVE)
  assert.is(anyone.transitionOnline('\\\\safe\\vault'), 1326)
  const bob = made.as({ user: 'bob', giveCredentials: ({ channel }) => asked.push(channel) > 0 })
  assert.is(bob.transitionOnline('\\\\safe\\vault', TRANSITION_FLAG.CONSOLE), 1326)
  assert.is(bob.transitionOnline('\\\\safe\\vault', TRANSITION_FLAG.CONSOLE | TRANSITION_FLAG.INTERACTIVE), 0)
  assert.equal(asked, ['window', 'console'])
})

test('bad calls', () => {
  const { cache, host } = office()
  assert.is(cache.transitionOnline('\\\\hq'), 87)
  assert.is(cache.transitionOnline('\\\\hq\\unknown'), 2)
  assert.is(cache.transitionOnline(DOCS, 4), 87)
  assert.is(cache.transitionOnline(null), 87)
  assert.equal(cache.transitionOffline('\\\\hq\\docs\\*'), { returned: 123, openFiles: false })
  host.change({ kind: 'set-service', client: 'laptop', enabled: true, active: false }, 'service')
  assert.is(cache.transitionOnline(DOCS), 1062)
})

test.run()
