/** The methods of the cache are dropped at every request: nothing torn, no false conflict, the undisturbed end one call later. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Session } from '../../sim/port/mod.ts'
import { SETTABLE, SYNC_FLAG } from '../../sim/windows/mod.ts'
import { FIRST_USER, Host, itemAt, type Tree, type World } from '../testing/world.ts'
import { RULES } from '../rules/mod.ts'
import { synchronize } from '../run/mod.ts'
import { deleteItems } from './delete-items.ts'
import { DELETE_FLAG, type OfflineFilesItem, PIN_FLAG } from './mod.ts'
import { OfflineFilesCache } from './offline-files-cache.ts'
import { pin, type PinCall } from './pin.ts'
import { DOCS, Office, text } from './testing/office.ts'
import { unpin } from './unpin.ts'

const FILES = { 'art': null, 'art\\logo.txt': 'logo', 'empty.txt': '' }
const CALL: PinCall = { paths: [DOCS], flags: PIN_FLAG.PINFORUSER, deep: true, user: FIRST_USER }
const FILL: PinCall = { ...CALL, flags: PIN_FLAG.PINFORUSER | PIN_FLAG.FILL }
const ENGINE = { actor: 'engine', user: FIRST_USER } as const

/** What people see of a tree: names, kinds, attributes, bytes. */
function visible(tree: Tree): readonly string[] {
  return [...tree.values()].map(({ path, info, content }) =>
    `${path} ${info.type} ${info.attributes & SETTABLE} ${content?.digest() ?? ''}`
  )
}

/** An item without its times, which are those of the run that wrote it. */
function timeless({ itemPath, pinInfo, changeInfo, sparse, fileSysInfo }: OfflineFilesItem): unknown {
  return { itemPath, pinInfo, changeInfo, sparse, size: [fileSysInfo?.localSize, fileSysInfo?.originalSize] }
}

function both(world: World): unknown {
  const items = new OfflineFilesCache(new Host(world)).items()
  return [visible(world.tree('server')), visible(world.tree('cache')), items.map(timeless)]
}

/** Synchronizes; no item fails, and none is in conflict. */
function synced(world: World, flags: number, at: string): void {
  const failed: string[] = []
  const cache = new OfflineFilesCache(new Host(world), {
    progress: ({ path, result }) => {
      if (result !== 0) failed.push(`${path} ${result}`)
      return 'continue'
    },
  })
  assert.is(cache.synchronize([DOCS], flags), 0)
  assert.equal(failed, [], at)
  assert.equal(cache.items().filter(({ connectionInfo }) => connectionInfo?.offlineReason === 5), [], at)
}

/** Drops a session after each of its requests, and looks at the world each leaves. */
function dropEverywhere(
  world: World,
  session: () => Session<number>,
  look: (dropped: Host, at: string) => void,
): void {
  const whole = new Host(world.fork())
  assert.equal(whole.run(session(), { ...ENGINE, scope: 'whole' }), { ended: 'returned', value: 0 })
  assert.ok(whole.trace.length > 20, `the run is busy: ${whole.trace.length} events`)
  for (let number = 1; number <= whole.trace.length; number++) {
    const host = new Host(world.fork())
    const interrupt = (pending: { readonly number: number }): { readonly crash: 'after' } | undefined =>
      pending.number === number ? { crash: 'after' } : undefined
    const result = host.run(session(), { ...ENGINE, scope: 'dropped', interrupt })
    look(host, result.ended === 'crashed' ? result.at : 'not dropped')
  }
}

function checkRepeats(world: World, session: () => Session<number>): void {
  const whole = new Host(world.fork())
  whole.run(session(), { ...ENGINE, scope: 'whole' })
  const end = both(whole.world)
  dropEverywhere(world, session, (host, at) => {
    assert.equal(host.run(session(), { ...ENGINE, scope: 'again' }), { ended: 'returned', value: 0 }, at)
    assert.equal(both(host.world), end, at)
  })
}

test('Pin with FILL', () => {
  checkRepeats(new Office(FILES).world, () => pin(RULES, FILL))
})

test('Pin without FILL', () => {
  checkRepeats(new Office(FILES).world, () => pin(RULES, CALL))
})

test('the sync that takes along the children of a directory pinned alone', () => {
  const { world } = new Office(FILES)
  const alone = { ...CALL, deep: false }
  new Host(world).run(pin(RULES, alone), { ...ENGINE, scope: 'pin' })
  const call = { paths: [DOCS], flags: SYNC_FLAG.SYNCIN, user: FIRST_USER, conflictHandler: false }
  checkRepeats(world, () => synchronize(RULES, call))
})

test('Unpin', () => {
  const { world } = new Office(FILES)
  new Host(world).run(pin(RULES, FILL), { ...ENGINE, scope: 'pin' })
  checkRepeats(world, () => unpin(RULES, CALL))
})

test('DeleteItems, changes included: what is left is never sent, and the server keeps all', () => {
  const office = new Office({ ...FILES, 'plan.txt': 'first draft' })
  const { world } = office
  new Host(world).run(pin(RULES, FILL), { ...ENGINE, scope: 'pin' })
  office.atClient({ do: 'append', path: `${DOCS}\\plan.txt`, bytes: text('!') })
  office.atClient({ do: 'write', path: `${DOCS}\\art\\new.txt`, bytes: text('new') })
  office.atClient({ do: 'mkdir', path: `${DOCS}\\made` })
  office.atClient({ do: 'remove', path: `${DOCS}\\empty.txt` })
  const paths = [`${DOCS}\\art`, `${DOCS}\\plan.txt`, `${DOCS}\\made`, `${DOCS}\\empty.txt`]
  const call = { paths, flags: DELETE_FLAG.DELMODIFIED, user: FIRST_USER, administrator: false }
  const server = visible(world.tree('server'))
  dropEverywhere(world, () => deleteItems(RULES, call), (host, at) => {
    const again = host.fork()
    again.run(deleteItems(RULES, call), { ...ENGINE, scope: 'again' })
    assert.equal(new OfflineFilesCache(again).items().map(({ itemPath }) => itemPath), ['\\\\hq', DOCS], at)
    assert.equal(visible(again.world.tree('server')), server, at)
    const later = host.fork()
    synced(later.world, SYNC_FLAG.SYNCIN, at)
    synced(later.world, SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT, at)
    for (const name of ['plan.txt', 'art\\logo.txt']) {
      assert.ok(itemAt(later.world.tree('server'), `${DOCS}\\${name}`), `${at}: ${name}`)
    }
  })
})

test.run()
