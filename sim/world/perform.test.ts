/** Requests that are refused by the world itself, and what such a refusal leaves as it was. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ask, type Session } from '../port/mod.ts'
import { itemAt } from '../volume/mod.ts'
import { codeOf, DOCS, office, outcome, PLAN, text } from './testing/office.ts'

test('nothing is moved onto a share or a server, and neither is moved', () => {
  const host = office()
  const rename = (path: string, to: string): number =>
    codeOf(host, { kind: 'rename', on: 'server', path, to, replace: true })
  assert.equal([rename(PLAN, DOCS), rename(PLAN, '\\\\hq\\new'), rename(PLAN, '\\\\hq')], [5, 5, 5])
  assert.equal([rename(DOCS, `${DOCS}\\in`), rename(DOCS, '\\\\hq\\other')], [5, 5])
  assert.ok(itemAt(host.world.tree('server'), PLAN))
})

test('a commit that was refused leaves its handle: it can be written to and committed again', () => {
  const host = office()
  host.world.addClient('tablet')
  const session = function* (): Session<readonly unknown[]> {
    const staged = yield* ask({ kind: 'stage', on: 'server', path: PLAN })
    if (staged.kind === 'failed') return [staged.code]
    const { handle } = staged
    yield* ask({ kind: 'write', handle, offset: 0, bytes: text('second') })
    const refused = yield* ask({ kind: 'commit', handle, expect: 'absent' })
    const held = host.world.handles.all().owners
    const more = yield* ask({ kind: 'write', handle, offset: 6, bytes: text(' draft') })
    const done = yield* ask({ kind: 'commit', handle, expect: 'any' })
    const again = yield* ask({ kind: 'commit', handle, expect: 'any' })
    return [refused, held, more, done.kind, again, host.world.handles.all().owners]
  }
  const refused = { kind: 'failed', code: 80, unexpected: true }
  const gone = { kind: 'failed', code: 6 }
  const told = outcome(host, session(), { client: 'tablet' })
  const [handle] = told === 'crashed' ? [] : Array.isArray(told[1]) ? told[1] : []
  assert.equal(told, [refused, [handle], { kind: 'write' }, 'commit', gone, []])
  assert.equal(Array.isArray(handle) ? handle[1] : undefined, 'tablet')
  assert.is(itemAt(host.world.tree('server'), PLAN)?.info.size, 12)
})

test.run()
