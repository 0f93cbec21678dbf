/** Whatever is done to volumes and their forks, they answer as a plain model does. */

import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { upcase } from '../windows/mod.ts'
import type { Content } from './content.ts'
import type { VolumeEffect } from './effect.ts'
import { type Act, create, Digits, type Pair } from './testing/acts.ts'
import * as handleActs from './testing/acts-on-handles.ts'
import * as itemActs from './testing/acts-on-items.ts'
import { allocated, Model, type ModelBytes, noBytes, resizeBytes } from './testing/model.ts'
import { good, open, options, time } from './testing/support.ts'
import type { TreeEntry } from './tree.ts'
import { Volume } from './volume.ts'
import type { VolumeData } from './volume-data.ts'

/** Sequences that are tried; more would find more, but a test run is to be short. */
const SEQUENCES = 20_000

/** The acts, each as often as it is worth. */
const ACTS: readonly (readonly [name: string, act: Act | 'fork' | 'data'])[] = [
  ...Object.entries(handleActs),
  ...Object.entries(itemActs),
  ['open', handleActs.open],
  ['open', handleActs.open],
  ['write', handleActs.write],
  ['write', handleActs.write],
  ['close', handleActs.close],
  ['commit', handleActs.commit],
  ['mkdir', itemActs.mkdir],
  ['mkdir', itemActs.mkdir],
  ['rename', itemActs.rename],
  ['rename', itemActs.rename],
  ['list', itemActs.list],
  ['sparse', handleActs.sparse],
  ['truncate', handleActs.truncate],
  ['fork', 'fork'],
  ['data', 'data'],
]

/** Forks of one sequence, with the first. */
const MOST_PAIRS = 3

function apply(told: Map<string, TreeEntry>, effect: VolumeEffect): void {
  const key = upcase(effect.path)
  if (effect.effect === 'put') {
    const { effect: _effect, ...entry } = effect
    told.set(key, entry)
  } else if (effect.effect === 'gone') told.delete(key)
  else {
    for (const [path, entry] of Array.from(told)) {
      if (path !== key && !path.startsWith(`${key}\\`)) continue
      told.delete(path)
      const moved = effect.to + entry.path.slice(effect.path.length)
      told.set(upcase(moved), { ...entry, path: moved })
    }
  }
}

function listen(pair: Pair): Pair {
  pair.on.listen((effect) => apply(pair.told, effect))
  return pair
}

function forkOf({ on, model, told, lost }: Pair): Pair {
  return listen({ on: on.fork(options), model: model.fork(), told: new Map(told), lost })
}

function throughData(pair: Pair): void {
  const data: VolumeData = JSON.parse(JSON.stringify(pair.on.toData()))
  pair.on = Volume.fromData(data, options)
  pair.lost = pair.model.log.length
  listen(pair)
}

/** The places where the acts write. */
const WINDOWS = [[0, 10], [65_532, 10], [131_070, 8], [149_998, 4], [200_000, 6]] as const

function bytesText(content: Content): string {
  const parts = WINDOWS.map(([offset, length]) => content.read(offset, length).join())
  return `${content.size} ${content.allocated} ${parts.join('|')}`
}

function modelBytesText(bytes: ModelBytes): string {
  const parts = WINDOWS.map(([offset, length]) => {
    const end = Math.max(offset, Math.min(offset + length, bytes.size))
    return Array.from({ length: end - offset }, (_, i) => bytes.data.get(offset + i) ?? 0).join()
  })
  return `${bytes.size} ${allocated(bytes)} ${parts.join('|')}`
}

function entryText(key: string, { path, info, content, streams, rights }: TreeEntry): string {
  const { attributes, times, id } = info
  const { creation, lastWrite, change, lastAccess } = times
  const line = [key, path, info.type, attributes, id, creation, lastWrite, change, lastAccess].join(' ')
  const parts = [content === undefined ? '' : bytesText(content)]
  for (const [name, stream] of streams ?? []) parts.push(`${name}: ${bytesText(stream)}`)
  for (const [user, said] of rights ?? []) parts.push(`${user}: ${said.read ?? ''} ${said.write ?? ''}`)
  return `${line} ${parts.join('; ')}`
}

function modelTexts(model: Model): string[] {
  return [...model.items].map(([key, item]) => {
    const names = key.split('/')
    const type = item.content === undefined ? 'directory' : 'file'
    const { attributes, id, creation, lastWrite, change, lastAccess } = item
    const place = [`\\\\${names.join('\\')}`, model.spelled(names), type]
    const line = [...place, attributes, id, creation, lastWrite, change, lastAccess].join(' ')
    const parts = [item.content === undefined ? '' : modelBytesText(item.content)]
    for (const [, { name, bytes }] of [...item.streams].sort()) {
      parts.push(`${name}: ${modelBytesText(bytes)}`)
    }
    for (const [user, said] of [...item.rights].sort()) {
      parts.push(`${user}: ${said.get('read') ?? ''} ${said.get('write') ?? ''}`)
    }
    return `${line} ${parts.join('; ')}`
  }).sort()
}

function compare({ on, model, told, lost }: Pair): void {
  const wanted = modelTexts(model)
  const tree = on.tree()
  assert.equal([...tree].map(([key, entry]) => entryText(key, entry)).sort(), wanted)
  assert.equal(
    [...told].map(([key, entry]) => entryText(key, entry)).sort(),
    wanted,
    'as the effects tell it',
  )
  const usage = on.usage()
  assert.is(usage.used, model.used())
  for (const [user, { used, quota }] of usage.users) {
    assert.equal([used, quota ?? Infinity], [model.used(user), model.quotas.get(user) ?? Infinity])
  }
  const log = on.changes().map(({ number, reason, id, path }) => `${number} ${reason} ${id} ${path}`)
  assert.equal(log, model.log.slice(lost))
}

/** Bytes: less than the acts would need in plain files, enough for sparse ones. */
const CAPACITY = 100_000

/** Bytes that one of the users may own. */
const QUOTA = 4

/** A volume with two directories, an empty file and a sparse one, so that the acts find something. */
function start(): Pair {
  time.now = 0
  const pair = listen({ on: Volume.create(options), model: new Model(), told: new Map(), lost: 0 })
  for (const [path, content] of [[['a'], undefined], [['B'], undefined], [['a', 'x'], noBytes()]] as const) {
    if (content === undefined) pair.on.mkdir(path)
    else pair.on.close(open(pair.on, path).number)
    create(pair.model, path, { content, owner: '', now: 0 })
  }
  pair.model.nextHandle++
  const staged = good(pair.on.stage(['a', 'y']))
  good(pair.on.setSparse(staged, true))
  good(pair.on.truncate(staged, 150_000))
  good(pair.on.commit(staged, { expect: 'absent' }))
  const content = noBytes(true)
  resizeBytes(content, 150_000)
  create(pair.model, ['a', 'y'], { content, owner: '', now: 0 })
  pair.model.nextHandle++
  pair.on.close(open(pair.on, ['a', 'x'], { stream: 's' }).number)
  const file = pair.model.find(['a', 'x'])
  file?.streams.set('S', { name: 's', bytes: noBytes() })
  if (file !== undefined) pair.model.note('stream', file, pair.model.spelled(['a', 'x']))
  pair.model.nextHandle++
  pair.on.limitUser('ann', QUOTA)
  pair.model.quotas.set('ann', QUOTA)
  pair.on.limit({ capacity: CAPACITY })
  pair.model.capacity = CAPACITY
  return pair
}

/** The codes each act must have been answered with, so that a test that tries nothing is noticed. */
const MET: Readonly<Record<string, readonly number[]>> = {
  open: [0, 2, 3, 5, 32, 80, 303],
  stage: [0, 3, 5, 32, 303],
  write: [0, 5, 6, 32, 112, 1295],
  truncate: [0, 5, 6, 32, 112, 1295],
  zero: [0, 5, 6, 32],
  sparse: [0, 5, 6, 32, 112],
  sparseAt: [0, 2, 3, 5, 32, 112, 303],
  read: [0, 5, 6, 32],
  close: [0, 6],
  commit: [0, 2, 3, 5, 6, 32, 80, 112, 1224, 1295],
  mkdir: [0, 3, 183, 303],
  remove: [0, 2, 3, 5, 32, 145, 303],
  rename: [0, 2, 3, 5, 32, 183, 303],
  setInfo: [0, 2, 3, 303],
  removeStream: [0, 2, 3, 5, 32, 303],
  setRights: [0, 2, 3, 303],
  list: [0, 2, 3, 267, 303],
  limit: [0],
  fork: [0],
  data: [0],
}

test('20,000 sequences of acts, forks and copies among them, answer and end as a plain model does', () => {
  const met = new Map<string, Set<number>>()
  let sequences = 0
  const play = (script: readonly number[]): void => {
    sequences++
    const pairs = [start()]
    for (const digits of script) {
      const pick = new Digits(digits)
      const pair = pairs[pick.below(pairs.length)]
      const [name, act] = ACTS[pick.below(ACTS.length)] ?? ['', 'fork']
      if (pair === undefined) continue
      time.now++
      let code = 0
      if (act === 'data') throughData(pair)
      else if (act !== 'fork') code = act(pair, pick, time.now)
      else if (pairs.length < MOST_PAIRS) pairs.push(forkOf(pair))
      met.set(name, (met.get(name) ?? new Set()).add(code))
    }
    for (const pair of pairs) compare(pair)
  }
  const digits = fc.noBias(fc.maxSafeNat())
  fc.assert(fc.property(fc.array(digits, { maxLength: 40, size: 'max' }), play), {
    numRuns: SEQUENCES,
    seed: 20100104,
  })
  assert.is(sequences, SEQUENCES)
  for (const [name, codes] of Object.entries(MET)) {
    const missing = codes.filter((code) => met.get(name)?.has(code) !== true)
    assert.equal(missing, [], `${name} never met these codes`)
  }
  assert.equal([...met.keys()].sort(), Object.keys(MET).sort())
})

test.run()
