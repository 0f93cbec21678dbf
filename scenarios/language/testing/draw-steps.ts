/** Draws steps of every verb with every field, on shares that are given. */

import fc from 'fast-check'
import { upcase } from '../../../sim/mod.ts'
import * as draw from './draw-values.ts'
import { type Field, object, step } from './draw-values.ts'

/** What steps are about. */
interface Things {
  readonly share: fc.Arbitrary<string>
  readonly server: Field
  readonly path: fc.Arbitrary<string>
  /** A path and another one on the same share. */
  readonly move: fc.Arbitrary<{ readonly path: string; readonly to: string }>
}

/** Steps on these shares, the first a call; rounds and names of open files are any, to be corrected. */
export function stepsOn(shares: readonly string[]): fc.Arbitrary<readonly object[]> {
  const share = fc.constantFrom(...shares)
  const below = fc.array(draw.name, { maxLength: 2 })
  const start = fc.oneof({ weight: 4, arbitrary: share }, { weight: 1, arbitrary: share.map(upcase) })
  const things: Things = {
    share,
    server: share.map((whole) => whole.split('/').slice(0, 3).join('/')),
    path: fc.tuple(start, below).map(([root, names]) => [root, ...names].join('/')),
    move: fc.tuple(share, below, below).map(([root, from, to]) => ({
      path: [root, ...from].join('/'),
      to: [root, ...to].join('/'),
    })),
  }
  const call = syncStep(things)
  const any = fc.oneof(
    { weight: 9, arbitrary: fc.oneof(...edits(things)) },
    { weight: 9, arbitrary: fc.oneof(...accesses(things)) },
    { weight: 6, arbitrary: fc.oneof(...connections(things)) },
    { weight: 5, arbitrary: fc.oneof(...machines(things)) },
    { weight: 9, arbitrary: fc.oneof(...states(things)) },
    { weight: 4, arbitrary: fc.oneof(...others(things)) },
    { weight: 2, arbitrary: call },
    { weight: 9, arbitrary: fc.oneof(...roundExpectations(things)) },
    { weight: 12, arbitrary: fc.oneof(...itemExpectations(things)) },
  )
  return fc.tuple(call, fc.array(any, { minLength: 4, maxLength: 20 })).map((
    [first, rest],
  ) => [first, ...rest])
}

const WORLD = { client: draw.client }

/** What somebody does, on the server or on a client. */
function deed(
  verb: string,
  required: Readonly<Record<string, Field>>,
  optional: Readonly<Record<string, Field>> = {},
): fc.Arbitrary<object> {
  const by = { ...optional, user: draw.user, fails: draw.failure }
  return fc.oneof(
    step(verb, { side: fc.constant('server'), ...required }, by),
    step(verb, { side: fc.constant('local'), ...required }, { ...by, ...WORLD }),
  )
}

function edits({ path, move }: Things): readonly fc.Arbitrary<object>[] {
  const stream = { stream: draw.stream }
  return [
    deed('write', { path, content: draw.content }, stream),
    deed('append', { path, content: draw.someBytes }, stream),
    deed('edit', { path, content: draw.someBytes, offset: fc.nat() }, stream),
    deed('touch', { path }),
    deed('mkdir', { path }),
    fc.tuple(deed('rename', { path }, { replace: fc.boolean() }), move).map(([drawn, paths]) => ({
      ...drawn,
      ...paths,
    })),
    deed('remove', { path }, stream),
    deed('set-attributes', { path }, { set: draw.attributes, clear: draw.attributes }),
    deed('set-times', { path }, { lastWrite: draw.time, creation: draw.time }),
    deed('read', { path }, stream),
    deed('list', { path }),
  ]
}

function accesses({ path }: Things): readonly fc.Arbitrary<object>[] {
  const rights = fc.subarray(['list', 'read', 'write'], { minLength: 1 })
  const about = { side: fc.constant('server'), path, user: draw.user, rights }
  const open = deed('open', {
    path,
    access: fc.constantFrom('read', 'write', 'read-write', 'delete'),
    share: fc.subarray(['read', 'write', 'delete']),
    as: fc.constant('x'),
  })
  const close = step('close', { handle: fc.constant('x') })
  // Most files that are closed are not open, and fall out.
  return [
    open,
    open,
    close,
    close,
    step('allow', about),
    step('deny', about),
  ]
}

function connections({ share, server }: Things): readonly fc.Arbitrary<object>[] {
  const milliseconds = fc.constantFrom(0, 0.5, 200)
  return [
    step('go-online', { share }, WORLD),
    step('go-offline', { share }, WORLD),
    step('slow', { share }, { ...WORLD, latency: milliseconds }),
    step('unreachable', { server }, WORLD),
    step('reachable', { server }, WORLD),
    step('latency', { server, milliseconds }, WORLD),
  ]
}

function machines({ server, path }: Things): readonly fc.Arbitrary<object>[] {
  const ahead = fc.constantFrom(0, -3600, 0.5)
  const conflicts = fc.dictionary(fc.oneof(path, draw.text), draw.resolution, {
    maxKeys: 3,
    noNullPrototype: true,
  })
    .filter((drawn) => new Set(Object.keys(drawn).map(upcase)).size === Object.keys(drawn).length)
  return [
    step('set-clock', { server, ahead }),
    step('set-clock', { ...WORLD, ahead }),
    step('policy', {}, { ...WORLD, conflicts, excludedTypes: fc.array(draw.text, { maxLength: 2 }) }),
    step('service', {}, { ...WORLD, enabled: fc.boolean(), active: fc.boolean() }),
    step('limit-disk', { server, bytes: draw.limit }),
    step('limit-disk', { ...WORLD, bytes: draw.limit }),
    step('limit-user', { server, user: draw.user, bytes: draw.limit }),
  ]
}

function states({ path }: Things): readonly fc.Arbitrary<object>[] {
  const present = fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 })), { maxLength: 2 }).map((
    drawn,
  ) => drawn.map(([at, bytes], index) => ({ at: at + index * 100, bytes })))
  const own = { ...WORLD, fails: draw.failure }
  return [
    step('pin', { path }, { ...own, for: draw.pin, inherit: fc.boolean() }),
    step('unpin', { path }, { ...own, for: draw.pin }),
    step('sparse', { path }, { ...own, present }),
    ...['suspend', 'release', 'ghost', 'evict', 'auto-cache', 'adopt'].map((verb) =>
      step(verb, { path }, own)
    ),
  ]
}

function others({ path }: Things): readonly fc.Arbitrary<object>[] {
  return [
    step('wait', { seconds: fc.constantFrom(0, 0.5, 60) }),
    step('note', { text: draw.text }),
    place(path, (required, optional) => step('fault', { ...required, ...FAULT }, { ...optional, ...TIMES })),
    step('clear-faults'),
  ]
}

const FAULT = {
  then: fc.constantFrom({ fail: 112 }, { delay: 0.5 }, { disconnect: true }, { crash: 'before' }, {
    crash: 'after',
  }),
}
const TIMES = { times: draw.nth }

/** Something that happens at a place: with an address or a kind of request, and `nth` or `every`. */
function place(
  path: Field,
  make: (
    required: Readonly<Record<string, Field>>,
    optional: Readonly<Record<string, Field>>,
  ) => fc.Arbitrary<object>,
): fc.Arbitrary<object> {
  const request = fc.constantFrom('commit', 'list')
  const address = fc.constant('round 1 · \\\\hq\\docs\\plan.txt · SYNC_TO_SERVER · write · 2')
  const optional = {
    path,
    operation: fc.constantFrom('SYNC_TO_SERVER', 'PIN'),
    side: fc.constantFrom('server', 'local'),
  }
  return fc.oneof(
    make({ request }, { ...optional, nth: draw.nth }),
    make({ request }, { ...optional, every: fc.constant(true) }),
    make({ address }, { ...optional, request, nth: draw.nth }),
  )
}

function syncStep(things: Things): fc.Arbitrary<object> {
  const { share, path } = things
  const syncPath: Field = fc.oneof(path, path, share, fc.option(draw.text).map((raw) => ({ raw })))
  const progress = object({
    to: fc.constantFrom('begin', 'item-begin', 'item-result'),
    answer: fc.constantFrom('retry', 'abort'),
  }, { path, nth: draw.nth })
  const handler = object({ answer: draw.resolution }, {
    path,
    nth: draw.nth,
    newName: fc.oneof(draw.text, fc.constant('')),
  })
  const fault = place(
    path,
    (required, optional) => object({ ...required, ...FAULT }, { ...optional, ...TIMES }),
  )
  const inner = fc.oneof(...edits(things), ...accesses(things), ...connections(things), ...machines(things))
  const meanwhile = place(
    path,
    (required, optional) =>
      object({ ...required, steps: fc.array(inner, { minLength: 1, maxLength: 3 }) }, optional),
  )
  const crash = place(
    path,
    (required, optional) => object({ ...required, when: fc.constantFrom('before', 'after') }, optional),
  ).map((drawn) => Object.fromEntries(Object.entries(drawn).filter(([field]) => field !== 'every')))
  return step('sync', {
    paths: fc.oneof(share.map((whole) => [whole]), fc.option(fc.array(syncPath, { maxLength: 3 }))),
    flags: fc.constantFrom('in | out', 'SYNCIN', '', 6, 0xffff_ffff),
  }, {
    ...WORLD,
    user: draw.user,
    progress: fc.array(progress, { maxLength: 2 }),
    handler: fc.array(handler, { maxLength: 2 }),
    credentials: fc.constantFrom('given', 'refused'),
    cancelAfter: fc.nat(9),
    faults: fc.array(fault, { maxLength: 2 }),
    during: fc.array(meanwhile, { maxLength: 2 }),
    crash,
  })
}

function roundExpectations({ path }: Things): readonly fc.Arbitrary<object>[] {
  const expect = (verb: string, required: Readonly<Record<string, Field>>): fc.Arbitrary<object> =>
    step(verb, { round: fc.nat(99), ...required }, { because: draw.id })
  const course = fc.array(fc.constantFrom('Begin', 'local changed', 'ITEMPINNED'), { maxLength: 2 })
  return [
    expect('expect-return', { code: draw.code }),
    expect('expect-conflict', { path, state: draw.state }),
    expect('expect-no-conflicts', {}),
    expect('expect-result', { path, code: draw.code }),
    expect('expect-items', { paths: fc.array(path, { maxLength: 3 }) }),
    expect('expect-state', { path, state: draw.state }),
    expect('expect-progress', { messages: fc.array(fc.string(), { maxLength: 3 }) }),
    expect('expect-prompts', { prompts: fc.array(fc.constantFrom('window', 'console'), { maxLength: 2 }) }),
    expect('expect-course', { marks: course }),
    expect('expect-course', { path, marks: course }),
    expect('expect-changes', {
      path,
      changes: fc.subarray(['LOCAL_SIZE', 'LOCAL_TIME', 'REMOTE_ATTRIBUTES']),
    }),
    expect('expect-crashed', {}),
  ]
}

function itemExpectations({ path }: Things): readonly fc.Arbitrary<object>[] {
  const onSide = (
    verb: string,
    required: Readonly<Record<string, Field>>,
    optional: Readonly<Record<string, Field>> = {},
  ): fc.Arbitrary<object> => {
    const given = { ...optional, because: draw.id }
    return fc.oneof(
      step(verb, { side: fc.constant('server'), path, ...required }, given),
      step(verb, { side: fc.constant('local'), path, ...required }, { ...given, ...WORLD }),
    )
  }
  const inCache = (verb: string, required: Readonly<Record<string, Field>>): fc.Arbitrary<object> =>
    step(verb, { path, ...required }, { ...WORLD, because: draw.id })
  const shown = [
    'sparse',
    'ghost',
    'suspended',
    'suspendedRoot',
    'dirty',
    'createdOffline',
    'deletedOffline',
    'modifiedData',
    'modifiedAttributes',
    'modifiedTime',
    'autoCached',
  ]
  return [
    onSide('expect-holds', { content: draw.content }, { stream: draw.stream }),
    onSide('expect-missing', {}, { stream: draw.stream }),
    onSide('expect-directory', {}),
    onSide('expect-attributes', { attributes: draw.attributes }),
    onSide('expect-spelling', {}),
    onSide('expect-streams', { streams: fc.array(draw.stream, { maxLength: 2 }) }),
    onSide('expect-tree', { tree: draw.tree }),
    onSide('expect-read', { content: draw.content }, { user: draw.user }),
    onSide('expect-read', { fails: draw.failure }, { user: draw.user }),
    inCache('expect-same', {}),
    inCache('expect-dirty', { dirty: fc.boolean() }),
    inCache('expect-pinned', { pins: draw.pins }),
    inCache('expect-connection', { is: fc.constantFrom('online', 'working offline', 'need to sync') }),
    inCache('expect-shows', {
      shows: fc.dictionary(fc.constantFrom(...shown), fc.boolean(), {
        minKeys: 1,
        maxKeys: 3,
        noNullPrototype: true,
      }),
    }),
  ]
}
