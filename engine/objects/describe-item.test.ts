/** Items as `Win32_OfflineFilesItem` shows them. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ITEM_TYPE, PIN_FLAG } from './mod.ts'
import { DOCS, Office, text } from './testing/office.ts'

const PLAN = `${DOCS}\\plan.txt`
const ART = `${DOCS}\\art`

function office(): Office {
  const made = new Office({ 'art': null, 'plan.txt': 'first draft' })
  made.cache.pin([DOCS], PIN_FLAG.PINFORUSER | PIN_FLAG.FILL, { deep: true })
  return made
}

test('servers, shares, directories and files, parents first; each with the classes of its type', () => {
  const made = office()
  made.share('\\\\annex\\team', { 'a.txt': 'a' })
  made.cache.pin(['\\\\annex\\team\\a.txt'], PIN_FLAG.PINFORUSER)
  const items = made.cache.items()
  const types = items.map(({ itemPath, itemType }) => `${itemPath} ${itemType}`)
  assert.equal(types, [
    '\\\\annex 3',
    '\\\\annex\\team 2',
    '\\\\annex\\team\\a.txt 0',
    '\\\\hq 3',
    `${DOCS} 2`,
    `${ART} 1`,
    `${PLAN} 0`,
  ])
  const has = items.slice(3).map((
    { fileSysInfo, pinInfo, changeInfo, connectionInfo, suspendInfo, dirtyInfo },
  ) =>
    [fileSysInfo, pinInfo, changeInfo, connectionInfo, suspendInfo, dirtyInfo].map((part) =>
      part === undefined ? '-' : 'x'
    )
      .join('')
  )
  assert.equal(has, ['------', '-xxxx-', 'xxxxx-', 'xxxxxx'])
  for (const item of items) assert.equal(made.cache.item(item.itemPath.toUpperCase()), item)
})

test('a file in sync', () => {
  const { cache } = office()
  const item = cache.item(PLAN)
  const { fileSysInfo, ...rest } = item ?? {}
  assert.equal(rest, {
    itemPath: PLAN,
    parentItemPath: DOCS,
    itemName: 'plan.txt',
    itemType: ITEM_TYPE.FILE,
    pinInfo: {
      pinned: true,
      pinnedForUser: 1,
      pinnedForUserByPolicy: 0,
      pinnedForComputer: 0,
      pinnedForFolderRedirection: 0,
    },
    changeInfo: {
      dirty: false,
      deletedOffline: false,
      createdOffline: false,
      modifiedData: false,
      modifiedAttributes: false,
      modifiedTime: false,
    },
    connectionInfo: { connectState: 1, offlineReason: 2 },
    suspendInfo: { suspended: false, suspendedRoot: false },
    dirtyInfo: { localDirtyByteCount: 0 },
    encrypted: false,
    sparse: false,
  })
  assert.is(fileSysInfo?.localSize, 11)
  assert.is(fileSysInfo?.originalSize, 11)
  assert.is(fileSysInfo?.localLastWriteTime, fileSysInfo?.originalLastWriteTime)
})

test('changes: the local copy moves on, the original stays, and the bytes to send are counted', () => {
  const made = office()
  made.atClient({ do: 'append', path: PLAN, bytes: text(', edited') })
  made.atClient({ do: 'write', path: `${ART}\\new.txt`, bytes: text('new') })
  const plan = made.cache.item(PLAN)
  assert.equal([plan?.fileSysInfo?.localSize, plan?.fileSysInfo?.originalSize], [19, 11])
  assert.is(plan?.changeInfo?.dirty, true)
  assert.is(plan?.changeInfo?.modifiedData, true)
  assert.is(plan?.dirtyInfo?.localDirtyByteCount, 19)
  const created = made.cache.item(`${ART}\\new.txt`)
  assert.equal([created?.fileSysInfo?.localSize, created?.fileSysInfo?.originalSize], [3, undefined])
  assert.is(created?.dirtyInfo?.localDirtyByteCount, 3)
  assert.is(created?.changeInfo?.createdOffline, true)
})

test('attributes alone send no bytes; a deleted file has no local copy and is still shown', () => {
  const made = office()
  made.atClient({ do: 'set-info', path: PLAN, info: { attributes: 0x22 } })
  assert.is(made.cache.item(PLAN)?.dirtyInfo?.localDirtyByteCount, 0)
  assert.is(made.cache.item(PLAN)?.fileSysInfo?.localAttributes, 0x22)
  made.atClient({ do: 'remove', path: PLAN })
  const { changeInfo, fileSysInfo } = made.cache.item(PLAN) ?? {}
  assert.equal([changeInfo?.deletedOffline, fileSysInfo?.localSize, fileSysInfo?.originalSize], [
    true,
    undefined,
    11,
  ])
})

test('what is not cached, and what is no path, is no item', () => {
  const { cache } = office()
  for (const path of [`${DOCS}\\none.txt`, '\\\\elsewhere', '\\\\hq\\other', 'plan.txt', '', '\\\\hq\\a|b']) {
    assert.is(cache.item(path), undefined, path)
  }
  assert.is(cache.item('\\\\HQ')?.itemPath, '\\\\hq')
})

test('looking takes no time', () => {
  const made = office()
  const before = made.world.now
  made.cache.items()
  made.cache.item(PLAN)
  assert.ok(made.cache.active)
  assert.is(made.world.now, before)
})

test.run()
