/** A volume answers like Windows, and its forks are worlds apart. */

import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { DirEntry, Failed, FileInfo } from '../port/mod.ts'
import { isFailure } from '../port/mod.ts'
import { attributeBits, upcase } from '../windows/mod.ts'
import type { OpenHandle } from './open-handle.ts'
import { itemAt } from './tree.ts'
import type { VolumeEffect } from './effect.ts'
import { Volume } from './volume.ts'

let now = 0
const options = { now: (): number => now }

function volume(): Volume {
  now = 0
  const made = Volume.create(options)
  made.mkdir(['hq'])
  made.mkdir(['hq', 'docs'])
  return made
}

function good<T extends object | undefined>(result: T | Failed): T {
  if (isFailure(result)) throw new Error(`refused with ${result.code}`)
  return result
}

function code(result: object | undefined): number {
  return isFailure(result) ? result.code : 0
}

function text(bytes: string): Uint8Array {
  return new TextEncoder().encode(bytes)
}

function write(on: Volume, path: readonly string[], content: string): void {
  const handle = good<OpenHandle>(
    on.open(path, { access: 'write', share: [], disposition: 'open-or-create' }),
  )
  on.truncate(handle, 0)
  on.write(handle, 0, text(content))
  on.close(handle.number)
}

function read(on: Volume, path: readonly string[]): string | undefined {
  const bytes = on.contentOf(path)?.bytes()
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
}

const PLAN = ['hq', 'docs', 'plan.txt']

test('names are found in any case and kept as they were given', () => {
  const on = volume()
  write(on, PLAN, 'first')
  write(on, ['HQ', 'DOCS', 'PLAN.TXT'], 'second')
  assert.is(read(on, PLAN), 'second')
  assert.is(itemAt(on.tree(), '\\\\hq\\docs\\Plan.TXT')?.path, '\\\\hq\\docs\\plan.txt')
  assert.is(good<readonly object[]>(on.list(['hq', 'docs'])).length, 1)
})

test('what memfs would do without a word is refused', () => {
  const on = volume()
  on.mkdir(['hq', 'docs', 'a'])
  on.mkdir(['hq', 'docs', 'a', 'b'])
  on.mkdir(['hq', 'docs', 'full'])
  write(on, ['hq', 'docs', 'full', 'x'], 'x')
  write(on, PLAN, 'plan')
  const dir = (name: string): string[] => ['hq', 'docs', name]
  assert.is(
    code(on.rename(dir('a'), ['hq', 'docs', 'a', 'b', 'c'], { replace: true })),
    5,
    'a directory into itself',
  )
  assert.is(code(on.rename(dir('a'), dir('full'), { replace: true })), 5, 'a directory over a directory')
  assert.is(code(on.rename(PLAN, dir('full'), { replace: true })), 5, 'a file over a directory')
  assert.is(code(on.rename(dir('a'), PLAN, { replace: true })), 5, 'a directory over a file')
  assert.is(code(on.rename(PLAN, ['hq', 'docs', 'full', 'x'], { replace: false })), 183)
  assert.is(code(on.remove(dir('full'))), 145)
  assert.is(code(on.mkdir(dir('FULL'))), 183)
  assert.is(code(on.mkdir(dir('con'))), 123)
  assert.is(code(on.mkdir(['hq', 'docs', 'none', 'x'])), 3)
  assert.is(code(on.stat(dir('none'))), 2)
  assert.is(code(on.stat(['hq', 'docs', 'plan.txt', 'x'])), 3)
  assert.is(code(on.list(PLAN)), 267)
  assert.is(read(on, ['hq', 'docs', 'full', 'x']), 'x')
})

test('a rename over a file replaces it, keeps the id, and leaves a directory that can be emptied', () => {
  const on = volume()
  write(on, PLAN, 'old')
  write(on, ['hq', 'docs', 'new.txt'], 'new')
  const id = good(on.stat(['hq', 'docs', 'new.txt'])).info.id
  const info = good<FileInfo>(on.rename(['hq', 'docs', 'new.txt'], PLAN, { replace: true }))
  assert.is(info.id, id)
  assert.is(read(on, PLAN), 'new')
  assert.is(code(on.remove(PLAN)), 0)
  assert.is(code(on.remove(['hq', 'docs'])), 0)
})

test('a listing that was handed out stays, and the next one tells what has changed', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  const before = good<readonly DirEntry[]>(on.list(['hq', 'docs']))
  assert.is(on.list(['hq', 'docs']), before)
  on.setInfo(PLAN, { info: { lastWrite: 99 } })
  const after = good<readonly DirEntry[]>(on.list(['hq', 'docs']))
  assert.equal([before[0]?.info.times.lastWrite, after[0]?.info.times.lastWrite], [0, 99])
})

test('ids are never given twice', () => {
  const on = volume()
  write(on, PLAN, 'one')
  const first = good(on.stat(PLAN)).info.id
  on.remove(PLAN)
  write(on, PLAN, 'two')
  assert.is.not(good(on.stat(PLAN)).info.id, first)
})

test('share modes are kept, READONLY protects, a yielding handle breaks', () => {
  const on = volume()
  write(on, PLAN, 'plan')
  const reader = good<OpenHandle>(on.open(PLAN, { access: 'read', share: ['read'], disposition: 'open' }))
  const writer = { access: 'write', share: ['read', 'write'], disposition: 'open' } as const
  assert.is(code(on.open(PLAN, writer)), 32)
  assert.is(code(on.remove(PLAN)), 32)
  on.close(reader.number)
  const yielding = good<OpenHandle>(
    on.open(PLAN, { ...writer, access: 'read', share: [], contention: 'yield' }),
  )
  const second = good<OpenHandle>(on.open(PLAN, writer))
  assert.is(code(on.handle(yielding.number)), 32)
  on.close(yielding.number)
  on.close(second.number)
  on.setInfo(PLAN, { info: { attributes: attributeBits(['READONLY']) } })
  assert.is(code(on.open(PLAN, writer)), 5)
  assert.is(code(on.remove(PLAN)), 5)
  assert.is(code(on.remove(PLAN, { ignoreReadonly: true })), 0)
})

test('staged bytes are nowhere until the commit, and gone with their handle', () => {
  const on = volume()
  write(on, PLAN, 'old')
  const before = good(on.stat(PLAN)).info
  const staged = good<OpenHandle>(on.stage(PLAN, {}))
  on.write(staged, 0, text('new content'))
  assert.is(read(on, PLAN), 'old')
  assert.is(on.tree().size, 3)
  now = 50
  const after = good<FileInfo>(
    on.commit(staged, { expect: { change: before.times.change }, info: { lastWrite: 7 } }),
  )
  assert.is(read(on, PLAN), 'new content')
  assert.equal([after.id, after.times.lastWrite, after.times.change], [before.id, 7, 50])
  const stale = good<OpenHandle>(on.stage(PLAN, {}))
  assert.is(code(on.commit(stale, { expect: { change: before.times.change } })), 1224)
  assert.is(code(on.commit(stale, { expect: 'absent' })), 80)
  on.close(stale.number)
  assert.is(code(on.handle(stale.number)), 6)
  const fresh = good<OpenHandle>(on.stage(['hq', 'docs', 'fresh'], {}))
  assert.is(code(on.commit(fresh, { expect: {} })), 2)
  assert.is(on.tree().size, 3)
})

test('writing past the end fills with zeros, in place and staged', () => {
  const on = volume()
  write(on, PLAN, 'ab')
  const handle = good<OpenHandle>(on.open(PLAN, { access: 'read-write', share: [], disposition: 'open' }))
  on.write(handle, 4, text('z'))
  assert.equal([...good<Uint8Array>(on.read(handle, 0, 10))], [97, 98, 0, 0, 122])
  on.truncate(handle, 1)
  on.truncate(handle, 3)
  assert.equal([...good<Uint8Array>(on.read(handle, 0, 10))], [97, 0, 0])
  on.close(handle.number)
  const staged = good<OpenHandle>(on.stage(PLAN, {}))
  on.write(staged, 0, text('abcdef'))
  on.truncate(staged, 2)
  on.write(staged, 5, text('x'))
  on.commit(staged, { expect: 'any' })
  assert.equal([...on.contentOf(PLAN)?.bytes() ?? []], [97, 98, 0, 0, 0, 120])
})

test('effects tell every change, in order', () => {
  const on = volume()
  const effects: VolumeEffect[] = []
  on.listen((effect) => effects.push(effect))
  write(on, PLAN, 'x')
  on.rename(PLAN, ['hq', 'docs', 'b.txt'], { replace: false })
  on.remove(['hq', 'docs', 'b.txt'])
  on.listen(undefined)
  write(on, PLAN, 'unheard')
  const told = effects.map((effect) => `${effect.effect} ${effect.path.slice(4)}`)
  assert.equal(told, [
    'put \\docs\\plan.txt',
    'put \\docs',
    'put \\docs\\plan.txt',
    'put \\docs\\plan.txt',
    'move \\docs\\plan.txt',
    'put \\docs\\b.txt',
    'put \\docs',
    'gone \\docs\\b.txt',
    'put \\docs',
  ])
})

type Act = readonly [kind: 'write' | 'mkdir' | 'remove' | 'move' | 'fork', from: number, to: number]

/** A plain model: folded paths to content, `null` for a directory. */
type Model = Map<string, string | null>

const NAMES = ['a', 'B', 'c.txt', 'Dd'].flatMap((
  name,
) => [[name], [name, 'x'], [name, 'X', 'y'], [name, 'x', name]])

function act(on: Volume, model: Model, [kind, from, to]: Act): void {
  const [path = [], target = []] = [NAMES[from], NAMES[to]]
  const key = (names: readonly string[]): string => upcase(names.join('/'))
  const [at, there] = [key(path), key(target)]
  const parentIsDirectory = (names: readonly string[]): boolean =>
    names.length === 1 || model.get(key(names.slice(0, -1))) === null
  const below = (top: string): string[] => [...model.keys()].filter((other) => other.startsWith(`${top}/`))
  switch (kind) {
    case 'write': {
      const opened = on.open(path, { access: 'write', share: [], disposition: 'open-or-create' })
      const allowed = parentIsDirectory(path) && model.get(at) !== null
      assert.is(isFailure(opened), !allowed)
      if (isFailure(opened)) return
      on.truncate(opened, 0)
      on.write(opened, 0, text(`${from}.${to}`))
      on.close(opened.number)
      model.set(at, `${from}.${to}`)
      return
    }
    case 'mkdir': {
      const allowed = parentIsDirectory(path) && !model.has(at)
      assert.is(isFailure(on.mkdir(path)), !allowed)
      if (allowed) model.set(at, null)
      return
    }
    case 'remove': {
      const allowed = model.has(at) && below(at).length === 0
      assert.is(isFailure(on.remove(path)), !allowed)
      if (allowed) model.delete(at)
      return
    }
    case 'move': {
      const inside = there.startsWith(`${at}/`)
      const taken = at !== there && model.has(there)
      const clash = taken && (model.get(at) === null || model.get(there) === null)
      const allowed = model.has(at) && parentIsDirectory(target) && !inside && !clash
      assert.is(isFailure(on.rename(path, target, { replace: true })), !allowed)
      if (!allowed || at === there) return
      model.delete(there)
      for (const old of [at, ...below(at)]) {
        model.set(there + old.slice(at.length), model.get(old) ?? null)
        model.delete(old)
      }
      return
    }
    case 'fork':
      return
  }
}

function asText(on: Volume): string {
  const items = [...on.tree().values()].map(({ path, content }) => {
    const name = upcase(path.slice(2).replaceAll('\\', '/'))
    return content === undefined ? `${name}/` : `${name}=${new TextDecoder().decode(content.bytes())}`
  })
  return items.sort().join('\n')
}

function modelText(model: Model): string {
  return [...model].map(([name, content]) => content === null ? `${name}/` : `${name}=${content}`).sort()
    .join('\n')
}

test('volumes and their forks behave like a plain map', () => {
  const kinds = fc.constantFrom('write', 'mkdir', 'mkdir', 'remove', 'move', 'fork')
  const index = fc.integer({ min: 0, max: NAMES.length - 1 })
  const acts = fc.array(fc.tuple(fc.nat({ max: 3 }), kinds, index, index), { maxLength: 40 })
  fc.assert(
    fc.property(acts, (script) => {
      const pairs: { on: Volume; model: Model }[] = [{ on: Volume.create(options), model: new Map() }]
      for (const [which, kind, from, to] of script) {
        const pair = pairs[which % pairs.length]
        if (pair === undefined) continue
        if (kind === 'fork') pairs.push({ on: pair.on.fork(options), model: new Map(pair.model) })
        else act(pair.on, pair.model, [kind, from, to])
      }
      for (const { on, model } of pairs) assert.is(asText(on), modelText(model))
    }),
    { numRuns: 1_500, seed: 20100104 },
  )
})

test.run()
