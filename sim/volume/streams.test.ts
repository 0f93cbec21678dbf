/** Named streams go where their file goes and are never lost on the way. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ATTRIBUTE, attributeBits } from '../windows/mod.ts'
import type { VolumeEffect } from './effect.ts'
import {
  at,
  bytes,
  code,
  good,
  info,
  open,
  options,
  PLAN,
  read,
  text,
  time,
  volume,
  write,
} from './testing/support.ts'
import { itemAt } from './tree.ts'
import type { Volume } from './volume.ts'

const ZONE = { stream: 'Zone.Identifier' }
const ZONE_TEXT = '[ZoneTransfer]\r\nZoneId=3\r\n'

function withZone(): Volume {
  const on = volume()
  write(on, PLAN, 'plan')
  write(on, PLAN, ZONE_TEXT, ZONE)
  return on
}

test('a stream is found in any case, listed as it was named, and not part of the size', () => {
  const on = withZone()
  write(on, PLAN, 'a note', { stream: 'Anmerkung' })
  assert.equal(on.streams(PLAN), [{ name: 'Anmerkung', size: 6 }, {
    name: 'Zone.Identifier',
    size: ZONE_TEXT.length,
  }])
  assert.is(read(on, PLAN, 'zone.identifier'), ZONE_TEXT)
  assert.equal([info(on, PLAN).size, read(on, PLAN)], [4, 'plan'])
  assert.equal([...itemAt(on.tree(), '\\\\hq\\docs\\plan.txt')?.streams?.keys() ?? []], [
    'Anmerkung',
    'Zone.Identifier',
  ])
  assert.is(itemAt(on.tree(), '\\\\hq\\docs')?.streams, undefined)
})

test('streams survive a commit, writes in place, renames and forks', () => {
  const on = withZone()
  const staged = good(on.stage(PLAN))
  on.write(staged, 0, bytes('second'))
  good(on.commit(staged, { expect: 'any' }))
  assert.is(read(on, PLAN, 'Zone.Identifier'), ZONE_TEXT)
  write(on, PLAN, 'third')
  good(on.rename(PLAN, at('other'), { replace: false }))
  const fork = on.fork(options)
  write(on, at('other'), 'changed', ZONE)
  assert.equal([read(on, at('other'), 'Zone.Identifier'), read(fork, at('other'), 'Zone.Identifier')], [
    'changed',
    ZONE_TEXT,
  ])
  write(on, PLAN, 'without a stream')
  good(on.rename(PLAN, at('other'), { replace: true }))
  assert.equal(on.streams(at('other')), [], 'they went with the file that was replaced')
  assert.is(read(fork, at('other')), 'third')
})

test('streams go with their file', () => {
  const on = withZone()
  assert.is(code(on.remove(PLAN)), 0)
  write(on, PLAN, 'another')
  assert.equal(on.streams(PLAN), [])
  assert.is(on.usage().used, 7)
})

test('a change to a stream moves the file’s times and sets ARCHIVE', () => {
  const on = withZone()
  on.setInfo(PLAN, { info: { attributes: 0 } })
  time.now = 500
  const handle = open(on, PLAN, ZONE)
  good(on.write(handle, 0, bytes('x')))
  const { attributes, times } = info(on, PLAN)
  assert.equal([attributes, times.lastWrite, times.change, times.creation], [ATTRIBUTE.ARCHIVE, 500, 500, 0])
})

test('opening a stream can bring it, and its file, into being', () => {
  const on = volume()
  const none = { access: 'write', share: [], ...ZONE } as const
  assert.is(code(on.open(PLAN, { ...none, disposition: 'open' })), 2)
  const handle = good(on.open(PLAN, { ...none, disposition: 'create' }))
  on.close(handle.number)
  assert.equal([info(on, PLAN).size, on.streams(PLAN)], [0, [{ name: 'Zone.Identifier', size: 0 }]])
  assert.is(code(on.open(PLAN, { ...none, disposition: 'create' })), 80)
  assert.is(code(on.open(PLAN, { ...none, stream: 'other', disposition: 'open' })), 2)
  write(on, at(), 'a directory has streams too', { stream: 'note' })
  assert.is(read(on, at(), 'note'), 'a directory has streams too')
  assert.is(info(on, at()).attributes, ATTRIBUTE.DIRECTORY)
})

test('a READONLY file keeps its streams as they are', () => {
  const on = withZone()
  on.setInfo(PLAN, { info: { attributes: attributeBits(['READONLY']) } })
  assert.is(code(on.open(PLAN, { access: 'write', share: [], disposition: 'open', ...ZONE })), 5)
  assert.is(code(on.open(PLAN, { access: 'read', share: [], disposition: 'create', stream: 'new' })), 5)
  assert.is(code(on.removeStream(PLAN, 'Zone.Identifier')), 5)
  assert.is(text(good(on.read(open(on, PLAN, { access: 'read', ...ZONE }), 0, 5))), '[Zone')
})

test('share modes are kept stream by stream, but removing and renaming ask them all', () => {
  const on = withZone()
  const handle = open(on, PLAN, { share: [], ...ZONE })
  const plain = { access: 'read-write', share: [], disposition: 'open' } as const
  const file = good(on.open(PLAN, plain))
  assert.is(code(on.open(PLAN, { ...plain, stream: 'ZONE.identifier' })), 32)
  on.close(file.number)
  assert.is(code(on.remove(PLAN)), 32)
  assert.is(code(on.rename(PLAN, at('other'), { replace: false })), 32)
  assert.is(code(on.removeStream(PLAN, 'Zone.Identifier')), 32)
  on.close(handle.number)
  assert.is(code(on.removeStream(PLAN, 'ZONE.IDENTIFIER')), 0)
  assert.is(code(on.removeStream(PLAN, 'Zone.Identifier')), 2)
})

test('which names a stream may have', () => {
  const on = volume()
  const opened = (stream: string): number =>
    code(on.open(PLAN, { access: 'read', share: ['read'], disposition: 'open-or-create', stream }))
  for (const bad of ['', 'a:b', 'a\\b', 'a/b', 'a\0b', 'a*b', 'a?', 'a<', 'a>', 'a|', 'a"']) {
    assert.is(opened(bad), 123, JSON.stringify(bad))
  }
  assert.is(opened('x'.repeat(256)), 206)
  for (const fine of ['x'.repeat(255), 'nul', 'a\u0001b', 'ends with a dot.', ' ']) {
    assert.is(opened(fine), 0, JSON.stringify(fine))
  }
  assert.is(code(on.removeStream(PLAN, 'a:b')), 123)
  const without = volume({ profile: { streams: false } })
  assert.is(code(without.open(PLAN, { access: 'read', share: [], disposition: 'create', ...ZONE })), 123)
  assert.is(code(without.stat(PLAN)), 2, 'no file came into being')
})

test('streams can be sparse, and count what they take', () => {
  const on = withZone()
  const handle = open(on, PLAN, ZONE)
  good(on.setSparse(handle, true))
  good(on.truncate(handle, 2 ** 40))
  assert.is(on.usage().used, 4 + 65_536)
  assert.is(info(on, PLAN).attributes, ATTRIBUTE.ARCHIVE, 'the bit tells of the unnamed stream')
  good(on.zero(handle, 0, 65_536))
  assert.is(on.usage().used, 4)
})

test('effects carry the streams of what they put', () => {
  const on = withZone()
  const effects: VolumeEffect[] = []
  on.listen((effect) => effects.push(effect))
  good(on.rename(PLAN, at('b'), { replace: false }))
  on.setInfo(at('b'), { info: {} })
  on.removeStream(at('b'), 'Zone.Identifier')
  const told = effects.map((effect) => {
    const names = effect.effect === 'put' ? [...effect.streams?.keys() ?? []].join() : ''
    return `${effect.effect} ${effect.path.slice(4)} ${names}`
  })
  assert.equal(told, [
    'move \\docs\\plan.txt ',
    'put \\docs\\b Zone.Identifier',
    'put \\docs ',
    'put \\docs\\b Zone.Identifier',
    'put \\docs\\b ',
  ])
})

test.run()
