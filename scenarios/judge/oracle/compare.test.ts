/** Tests of what counts as a change, and of how copies are told apart. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type FileInfo, World } from '../../../sim/mod.ts'
import { differences, hasChanged } from './compare.ts'

const INFO: FileInfo = {
  type: 'file',
  attributes: 0x20,
  size: 1,
  times: { creation: 1, lastWrite: 2, change: 3, lastAccess: 4 },
  id: 5,
}
const ORIGINAL = { server: INFO, local: { ...INFO, size: 9 }, spelling: 'x' }

function changed(info: FileInfo, name = 'x'): boolean {
  return hasChanged({ path: `\\\\hq\\docs\\${name}`, info, content: undefined }, ORIGINAL, 'server')
}

test('size, user attributes, last-write and change time count', () => {
  assert.not(changed(INFO))
  assert.ok(changed({ ...INFO, size: 2 }))
  assert.ok(changed({ ...INFO, times: { ...INFO.times, lastWrite: 0 } }))
  assert.ok(changed({ ...INFO, times: { ...INFO.times, change: 0 } }))
  for (const bit of [0x1, 0x2, 0x4, 0x20, 0x2000]) {
    assert.ok(changed({ ...INFO, attributes: 0x20 ^ bit }), `${bit}`)
  }
})

test('creation and access times, ids, storage attributes and the spelling of a file do not', () => {
  assert.not(changed({ ...INFO, id: 6, times: { ...INFO.times, creation: 0, lastAccess: 0 } }))
  for (const bit of [0x80, 0x100, 0x200, 0x400, 0x800, 0x1000, 0x4000]) {
    assert.not(changed({ ...INFO, attributes: 0x20 ^ bit }), `${bit}`)
  }
  assert.not(changed(INFO, 'X'))
})

test('each side is compared with what it was itself', () => {
  const copy = { path: '\\\\hq\\docs\\x', info: INFO, content: undefined }
  assert.ok(hasChanged(copy, ORIGINAL, 'local'))
})

test('between kinds only attributes count, ARCHIVE not among them', () => {
  const directory: FileInfo = { ...INFO, type: 'directory', attributes: 0x10, size: 0 }
  assert.not(changed(directory))
  assert.not(changed({ ...directory, times: { ...INFO.times, change: 9 } }, 'X'))
  assert.ok(changed({ ...directory, attributes: 0x12 }))
})

test('differences are named one by one', () => {
  const world = new World()
  world.addShare('\\\\hq\\docs')
  world.lay('server', '\\\\hq\\docs\\x', { content: new Uint8Array(1) })
  world.lay('cache', '\\\\hq\\docs\\X', { content: new Uint8Array(2), attributes: 2, lastWrite: 1 })
  const [server, local] = (['server', 'cache'] as const).map((side) =>
    world.tree(side).get('\\\\HQ\\DOCS\\X')
  )
  if (server === undefined || local === undefined) return assert.unreachable()
  const all = ['content', 'attributes', 'last-write time', 'change time', 'spelling']
  assert.equal(differences(server, local, { untouched: true, spellings: ['X'] }), all)
  assert.equal(differences(server, local, { untouched: false, spellings: ['x', 'X'] }), all.slice(0, 3))
  assert.equal(differences(server, server, { untouched: true, spellings: ['x'] }), [])
  const directory = { ...server, info: { ...server.info, type: 'directory' } as const }
  assert.equal(differences(directory, server, { untouched: true, spellings: ['x'] }), ['kind'])
})

test.run()
