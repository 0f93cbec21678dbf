/** The reference engine is dropped at every event of a busy run: nothing torn, no false conflict, the undisturbed end. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createEngine } from '../../engine/mod.ts'
import {
  type FileOperation,
  FIRST_USER,
  Host,
  SETTABLE,
  SYNC_FLAG,
  type SyncCall,
  type Tree,
} from '../../sim/mod.ts'
import { addShare } from './share.ts'
import { Stage } from './stage.ts'

const DOCS = '\\\\hq\\docs'
const BOTH = SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT | SYNC_FLAG.PINNEWFILES
const CALL: SyncCall = { paths: [DOCS], flags: BOTH, user: FIRST_USER, conflictHandler: false }

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

/** A share on which everything has happened that this engine plays, conflicts aside. */
async function busyStage(): Promise<Stage> {
  const stage = new Stage(createEngine())
  const tree = {
    'edited-here.txt': 'first',
    'edited-there.txt': 'first',
    'deleted-here': { 'a.txt': 'a' },
    'deleted-there': { 'b.txt': 'b' },
    'attributes-here.txt': 'first',
    'folder': null,
    'kept-for-work': { 'old.txt': 'old' },
  }
  const disk = { from: '.', canRead: () => false }
  addShare(stage, { do: 'share', path: '//hq/docs', pin: 'user', tree }, disk)
  await stage.begin()
  const how = { scope: 'step', still: false }
  const edits: readonly (readonly ['server' | 'cache', FileOperation])[] = [
    ['cache', { do: 'write', path: `${DOCS}\\edited-here.txt`, bytes: text('second') }],
    ['server', { do: 'write', path: `${DOCS}\\edited-there.txt`, bytes: text('second') }],
    ['cache', { do: 'remove', path: `${DOCS}\\deleted-here` }],
    ['server', { do: 'remove', path: `${DOCS}\\deleted-there` }],
    ['cache', { do: 'set-info', path: `${DOCS}\\attributes-here.txt`, info: { attributes: 0x21 } }],
    ['server', { do: 'set-info', path: `${DOCS}\\folder`, info: { attributes: 0x2 } }],
    ['cache', { do: 'mkdir', path: `${DOCS}\\made-here` }],
    ['cache', { do: 'write', path: `${DOCS}\\made-here\\new.txt`, bytes: text('new') }],
    ['server', { do: 'mkdir', path: `${DOCS}\\made-there` }],
    ['server', { do: 'write', path: `${DOCS}\\made-there\\new.txt`, bytes: text('new') }],
    ['cache', { do: 'write', path: `${DOCS}\\kept-for-work\\more.txt`, bytes: text('more') }],
    ['server', { do: 'remove', path: `${DOCS}\\kept-for-work` }],
  ]
  for (const [side, operation] of edits) {
    const { code } = await stage.perform(side, operation, how)
    assert.is(code, 0)
    stage.world.advance(10_000_000)
  }
  return stage
}

/** What people see of a tree: names, kinds, attributes, bytes. */
function visible(tree: Tree): readonly string[] {
  return [...tree.values()].map(({ path, info, content }) =>
    `${path} ${info.type} ${info.attributes & SETTABLE} ${content?.digest() ?? ''}`
  )
}

function conflicts(host: Host): number {
  return host.trace.filter(({ request }) =>
    request.kind === 'publish' && request.event.event === 'SYNCCONFLICTRECADDED'
  )
    .length
}

test('dropped before or after any event, the engine comes to the undisturbed end in one more run', async () => {
  const stage = await busyStage()
  const { engine } = stage
  const session = (): ReturnType<ReturnType<typeof createEngine>['synchronize']> =>
    createEngine().synchronize(CALL)
  const undisturbed = new Host(stage.world.fork())
  assert.equal(undisturbed.run(session(), { actor: 'engine', scope: 'round 1' }), {
    ended: 'returned',
    value: 0,
  })
  const end = {
    server: visible(undisturbed.world.tree('server')),
    local: visible(undisturbed.world.tree('cache')),
  }
  const shown = (lines: readonly string[]): readonly string[] =>
    lines.filter((line) => !line.startsWith('\\\\hq '))
  assert.equal(shown(end.local), shown(end.server))
  const known = new Set([
    ...visible(stage.world.tree('server')),
    ...visible(stage.world.tree('cache')),
    ...end.server,
  ])
  const events = undisturbed.trace.length
  assert.ok(events > 200, `the run is busy: ${events} events`)
  for (let number = 1; number <= events; number++) {
    for (const crash of ['before', 'after'] as const) {
      const host = new Host(stage.world.fork())
      const dropped = host.run(session(), {
        actor: 'engine',
        scope: 'round 1',
        interrupt: (pending) => pending.number === number ? { crash } : undefined,
      })
      assert.is(dropped.ended, 'crashed')
      const at = dropped.ended === 'crashed' ? `${crash} ${dropped.at}` : ''
      for (const line of [...visible(host.world.tree('server')), ...visible(host.world.tree('cache'))]) {
        assert.ok(known.has(line), `${at} leaves ${line}`)
      }
      const recovered = host.run(session(), { actor: 'engine', scope: 'round 2' })
      assert.equal(recovered, { ended: 'returned', value: 0 }, at)
      assert.is(conflicts(host), 0, `${at} leads to a false conflict`)
      assert.equal(visible(host.world.tree('server')), end.server, at)
      assert.equal(visible(host.world.tree('cache')), end.local, at)
    }
  }
  assert.is(engine.name, 'offline-files')
})

test('resumed by the recorded replies at any event, the engine goes on as if nothing had been', async () => {
  const stage = await busyStage()
  const whole = new Host(stage.world.fork())
  whole.run(createEngine().synchronize(CALL), { actor: 'engine', scope: 'round 1' })
  const end = visible(whole.world.tree('server'))
  for (let number = 1; number <= whole.trace.length; number += 7) {
    let fork: Host | undefined
    const host = new Host(stage.world.fork())
    host.run(createEngine().synchronize(CALL), {
      actor: 'engine',
      scope: 'round 1',
      interrupt: (pending) => {
        if (pending.number === number) fork = new Host(host.world.fork(), host.trace)
        return undefined
      },
    })
    if (fork === undefined) throw new Error(`no event ${number}`)
    const recording = fork.recording('round 1')
    const resumed = fork.run(createEngine().synchronize(CALL), {
      actor: 'engine',
      scope: 'round 1',
      resumeFrom: recording,
    })
    assert.equal(resumed, { ended: 'returned', value: 0 })
    assert.equal(visible(fork.world.tree('server')), end)
    assert.is(fork.trace.length, whole.trace.length)
  }
})

test.run()
