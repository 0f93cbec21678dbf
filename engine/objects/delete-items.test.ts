/** `DeleteItems` on a real world: what leaves the cache, what stays, and what is told. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SYNC_FLAG } from '../../sim/windows/mod.ts'
import { DELETE_FLAG, PIN_FLAG } from './mod.ts'
import { DOCS, Office, text } from './testing/office.ts'

const PLAN = `${DOCS}\\plan.txt`
const ART = `${DOCS}\\art`
const LOGO = `${ART}\\logo.txt`
const BOTH = SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT

function office(): Office {
  const made = new Office({ 'art': null, 'art\\logo.txt': 'logo', 'plan.txt': 'first draft' })
  made.cache.pin([DOCS], PIN_FLAG.PINFORUSER | PIN_FLAG.FILL, { deep: true })
  return made
}

function cached({ cache }: Office): readonly string[] {
  return cache.items().map(({ itemPath }) => itemPath)
}

test('a directory goes with all below it, the server keeps everything, and no sync is announced', () => {
  const made = office()
  assert.is(made.cache.deleteItems([ART]), 0)
  assert.equal(cached(made), ['\\\\hq', DOCS, PLAN])
  assert.equal([made.read('cache', LOGO), made.read('server', LOGO)], [undefined, 'logo'])
  assert.equal(made.told(), [
    'Begin',
    ...[LOGO, ART].flatMap((path) => [
      `ItemBegin ${path}`,
      `ITEMDELETEDFROMCACHE ${path}`,
      `ItemResult ${path} 0`,
    ]),
    'End 0',
  ])
  assert.is(made.cache.synchronize([DOCS], BOTH), 0)
  assert.is(made.read('server', LOGO), 'logo')
})

test('a share goes whole, and can be pinned again', () => {
  const made = office()
  assert.is(made.cache.deleteItems(['\\\\hq']), 0)
  assert.equal(cached(made), [])
  assert.is(made.cache.transitionOnline(DOCS), 2)
  made.cache.pin([DOCS], PIN_FLAG.PINFORUSER | PIN_FLAG.FILL, { deep: true })
  assert.is(made.read('cache', LOGO), 'logo')
  assert.is(made.cache.synchronize([DOCS], BOTH), 0)
  assert.equal(made.told(), ['Begin', 'SYNCBEGIN', 'SYNCEND', 'End 0'])
})

test('a change that is not synchronized stays, and the directories above it; DELMODIFIED takes it (F95)', () => {
  const made = office()
  made.atClient({ do: 'append', path: LOGO, bytes: text('!') })
  assert.is(made.cache.deleteItems([DOCS]), 0)
  assert.equal(cached(made), ['\\\\hq', DOCS, ART, LOGO])
  assert.equal(made.told().filter((line) => line.startsWith('ItemBegin')), [`ItemBegin ${PLAN}`])
  assert.is(made.cache.deleteItems([DOCS], DELETE_FLAG.DELMODIFIED), 0)
  assert.equal(cached(made), [])
  assert.equal([made.read('cache', LOGO), made.read('server', LOGO)], [undefined, 'logo'])
})

test('DELMODIFIED takes what was created and what was deleted offline, and nothing of it is sent later', () => {
  const made = office()
  made.atClient({ do: 'write', path: `${ART}\\new.txt`, bytes: text('new') })
  made.atClient({ do: 'mkdir', path: `${DOCS}\\made` })
  made.atClient({ do: 'remove', path: PLAN })
  assert.is(made.cache.deleteItems([DOCS], DELETE_FLAG.DELMODIFIED), 0)
  assert.equal(cached(made), [])
  made.cache.pin([DOCS], PIN_FLAG.PINFORUSER | PIN_FLAG.FILL, { deep: true })
  made.cache.synchronize([DOCS], BOTH)
  assert.is(made.read('server', PLAN), 'first draft')
  assert.equal([made.read('server', `${ART}\\new.txt`), made.read('cache', `${ART}\\new.txt`)], [
    undefined,
    undefined,
  ])
})

test('NOPINNED leaves what is pinned, NOAUTOCACHED what is not', () => {
  const made = office()
  made.cache.unpin([PLAN], PIN_FLAG.PINFORUSER)
  assert.is(made.cache.deleteItems([DOCS], DELETE_FLAG.NOPINNED | DELETE_FLAG.NOAUTOCACHED), 0)
  assert.is(cached(made).length, 5)
  assert.is(made.cache.deleteItems([DOCS], DELETE_FLAG.NOAUTOCACHED), 0)
  assert.equal(cached(made), ['\\\\hq', DOCS, PLAN])
  assert.is(made.cache.deleteItems([PLAN], DELETE_FLAG.NOPINNED), 0)
  assert.equal(cached(made), ['\\\\hq', DOCS])
})

test('ADMIN is for administrators (F96); without it what the user was never seen to read stays', () => {
  const made = office()
  const bob = made.as({ user: 'bob' })
  assert.is(bob.deleteItems([DOCS], 0x8000_0002), 5)
  assert.is(bob.deleteItems([DOCS]), 0)
  assert.is(cached(made).length, 5)
  made.cache.unpin([DOCS], PIN_FLAG.PINFORUSER, { deep: true })
  assert.is(made.as({ user: 'bob', administrator: true }).deleteItems([DOCS], 0x8000_0002), 0)
  assert.equal(cached(made), [])
})

test('what is open stays with its directories, and the call says 234', () => {
  const made = office()
  const opened = made.cache.perform({ do: 'open', path: LOGO, access: 'read', share: ['read'] })
  assert.is(made.cache.deleteItems([DOCS]), 234)
  assert.equal(cached(made), ['\\\\hq', DOCS, ART, LOGO])
  assert.ok(made.told().includes(`ItemResult ${LOGO} 32`))
  assert.is(made.told().at(-1), 'End 234')
  assert.is(made.cache.item(LOGO)?.sparse, false)
  made.cache.perform({ do: 'close', handle: opened.handle ?? 0 })
  assert.is(made.cache.deleteItems([DOCS]), 0)
})

test('the record of a conflict goes with its entry (P15.49)', () => {
  const made = office()
  made.atClient({ do: 'write', path: PLAN, bytes: text('here') })
  made.atServer({ do: 'write', path: PLAN, bytes: text('there') })
  made.cache.synchronize([DOCS], BOTH)
  assert.is(made.cache.item(PLAN)?.connectionInfo?.offlineReason, 5)
  assert.is(made.cache.deleteItems([PLAN], DELETE_FLAG.DELMODIFIED), 0)
  assert.ok(made.told().includes(`SYNCCONFLICTRECREMOVED ${PLAN}`))
  made.cache.pin([PLAN], PIN_FLAG.PINFORUSER | PIN_FLAG.FILL)
  assert.equal(made.cache.item(PLAN)?.connectionInfo, { connectState: 1, offlineReason: 2 })
  assert.is(made.read('cache', PLAN), 'there')
})

test('a call is refused for its paths, flags and service; what is not cached is 2, with others 234', () => {
  const made = office()
  const { cache } = made
  assert.is(cache.deleteItems(null), 0x8004102f)
  assert.is(cache.deleteItems([PLAN], 0x8), 87)
  assert.is(cache.deleteItems(['plan.txt']), 87)
  assert.is(cache.deleteItems([`${DOCS}\\none.txt`]), 2)
  assert.is(cache.deleteItems([`${DOCS}\\none.txt`, PLAN]), 234)
  assert.is(cache.item(PLAN), undefined)
  made.host.change({ kind: 'set-service', client: 'laptop', enabled: true, active: false }, 'service')
  assert.is(cache.deleteItems([LOGO]), 1062)
})

test('what is gone when the caller stops is gone', () => {
  const made = office()
  const impatient = made.as({ progress: ({ reason }) => reason === 3 ? 'abort' : 'continue' })
  assert.is(impatient.deleteItems([DOCS]), 1223)
  assert.equal(cached(made), ['\\\\hq', DOCS, ART, PLAN])
  assert.is(made.told().at(-1), 'End 1223')
})

test('an edit between the look and the deletion is not lost', () => {
  const made = office()
  let isDone = false
  const racing = made.as({
    progress: ({ reason, path }) => {
      if (reason === 2 && path === PLAN && !isDone) {
        isDone = true
        made.cache.perform({ do: 'append', path: PLAN, bytes: text(', edited') })
      }
      return 'continue'
    },
  })
  assert.is(racing.deleteItems([PLAN]), 234)
  assert.is(made.read('cache', PLAN), 'first draft, edited')
  assert.is(made.cache.item(PLAN)?.changeInfo?.dirty, true)
})

test.run()
