/** Engines that get wrong what people in the field have met. */

import { createEngine, RULES } from '../../../engine/mod.ts'
import {
  ATTRIBUTE,
  type CacheCall,
  ERROR,
  type FileInfo,
  type Reply,
  type Request,
  type Session,
  SYNC_FLAG,
  type Ticks,
} from '../../../sim/mod.ts'
import { breaking, isObject, type Mutant, ruled, tampered } from './mutant.ts'

/** Mutants of the casebook. */
export const MUTANTS_OF_CASES: readonly Mutant[] = [
  breaking(
    ['F46', 'F48', 'F52'],
    ruled('every file of the server is taken for changed', {
      serverCondition: (record, server) => {
        const condition = RULES.serverCondition(record, server)
        return condition === 'file' && record !== undefined ? 'file, changed' : condition
      },
    }, [
      'casebook/only-opened',
      'casebook/within-one-step',
      'casebook/migrated[all-times-kept]',
      'casebook/summer-time',
    ]),
  ),
  tampered('the last access is taken for a change', {
    answer: onServer((info) => withTimes(info, { change: info.times.lastAccess })),
  }, ['casebook/only-opened']),
  breaking(
    ['F47', 'F49', 'F53'],
    tampered('the change time is not looked at', {
      answer: onServer((info) => withTimes(info, { change: info.times.lastWrite })),
    }, [
      'casebook/restored-by-copy-tool',
      'casebook/migrated[last-write-kept]',
      'casebook/permissions-changed',
    ]),
  ),
  inLocalTime('times are told as the clock on the wall shows them, in summer and in winter', [
    'casebook/summer-time',
  ]),
  tampered('the archive bit is taken for set', {
    answer: onServer((info) =>
      info.type === 'file' ? { ...info, attributes: info.attributes | ATTRIBUTE.ARCHIVE } : info
    ),
  }, ['casebook/backed-up']),
  breaking(
    ['F43', 'F44'],
    ruled('attributes set here are no change of a file', {
      localCondition: (record, local) => {
        const condition = RULES.localCondition(record, local)
        return condition === 'file, changed' && record?.marks.modifiedData === false
          ? 'file, clean'
          : condition
      },
    }, ['casebook/only-attributes-sent', 'casebook/readonly-against-edit']),
  ),
  tampered('a new spelling on the server is not taken over', {
    ask: (request) => request.kind === 'rename' && request.on === 'cache' ? undefined : request,
  }, ['casebook/respelled-there']),
  tampered('names are composed before they are compared', {
    answer: (_, reply) =>
      reply.kind === 'list'
        ? { ...reply, entries: reply.entries.filter(({ name }, i, all) => isFirst(name, i, all)) }
        : reply,
  }, ['casebook/composed-and-decomposed']),
  tampered('a long listing is cut short', {
    answer: (_, reply) => reply.kind === 'list' ? { ...reply, entries: reply.entries.slice(0, 100) } : reply,
  }, ['casebook/snapshot-folder']),
  breaking(
    ['F40', 'F61', 'F82'],
    tampered('an item that failed ends the call', {
      answer: (request, reply) =>
        request.kind === 'progress' && request.reason === 3 && request.result !== 0
          ? { kind: 'progress', response: 'abort' }
          : reply,
    }, ['casebook/too-long-here', 'casebook/encrypted-by-another', 'casebook/stuck-error']),
  ),
  ruled('a server is synchronized under all of its names', {
    scopesOf: (call) => {
      const scopes = RULES.scopesOf(call)
      if (!('paths' in scopes)) return scopes
      const others = scopes.paths.map((path) => path.replace('\\\\hq.example.org\\', '\\\\hq\\'))
      return { paths: [...new Set([...scopes.paths, ...others])] }
    },
  }, ['casebook/two-names-of-one-server']),
  tampered('a missing server is taken for a missing share', {
    answer: (request, reply) =>
      request.kind === 'connect' && reply.kind === 'failed' && reply.code === 53
        ? { kind: 'failed', code: 67 }
        : reply,
  }, ['casebook/moved-to-another-server']),
  tampered('a record that cannot be read is taken for missing', {
    answer: (request, reply) =>
      request.kind === 'get-record' && reply.kind === 'failed'
        ? { kind: 'get-record', value: undefined }
        : reply,
  }, ['casebook/damaged-cache']),
  tampered('what was touched stays marked', {
    ask: (request) => {
      if (request.kind !== 'put-record' || !isObject(request.value) || !isObject(request.value['marks'])) {
        return request
      }
      const before = request.expect?.value
      const marks = isObject(before) && isObject(before['marks']) ? before['marks'] : {}
      const modifiedTime = request.value['marks']['modifiedTime'] === true || marks['modifiedTime'] === true
      return { ...request, value: { ...request.value, marks: { ...request.value['marks'], modifiedTime } } }
    },
  }, ['casebook/nothing-left-dirty']),
  ruled('a call for files alone returns what became of the last', {
    scopesOf: (call) => {
      const scopes = RULES.scopesOf(call)
      return 'paths' in scopes && scopes.paths.length > 1 ? { paths: scopes.paths.slice(0, 1) } : scopes
    },
  }, ['casebook/one-path-or-two[two-paths]', 'casebook/lost-for-one-share']),
  ruled('what is here in part is filled only when asked', {
    decide: (state, flags) =>
      state === 38 && (flags & SYNC_FLAG.SYNCIN) !== 0 ? { do: 'nothing' } : RULES.decide(state, flags),
  }, ['casebook/filled-by-sync-in']),
  called('DeleteItems takes changes along', (call) => ({ ...call, flags: call.flags | DELMODIFIED }), [
    'casebook/deleted-from-cache[default]',
    'casebook/pending-deletion',
    'casebook/cleaned-up',
  ]),
  called('DeleteItems leaves changes', (call) => ({ ...call, flags: call.flags & ~DELMODIFIED }), [
    'casebook/deleted-from-cache[modified-too]',
    'casebook/pending-deletion',
    'casebook/conflict-taken-out',
  ]),
  called(
    'everybody is taken for an administrator',
    (call) => call.method === 'DeleteItems' ? { ...call, administrator: true } : call,
    ['casebook/cleaned-up'],
  ),
  called('flags of a prompt are not known', (call) => (call.flags & 0x1800) === 0 ? call : undefined, [
    'casebook/unpinned-by-script[0x1820]',
    'casebook/unpinned-by-script[0x1840]',
    'casebook/unpinned-by-script[0x1880]',
  ]),
  called('pins go at every level', (call) => call.method === 'Unpin' ? { ...call, deep: true } : call, [
    'casebook/unpinned-files-alone',
  ]),
  tampered('no file is known to be open', {
    answer: (request, reply) =>
      request.kind === 'query-ranges' ? { kind: 'failed', code: ERROR.INVALID_HANDLE } : reply,
  }, ['casebook/slow-with-open-file[cached]', 'casebook/slow-with-open-file[not-cached]']),
  tampered('only files that are not cached are known to be open', {
    ask: (request) => {
      if (request.kind !== 'put-record' || request.bucket !== 'open' || !isObject(request.value)) {
        return request
      }
      return request.value['path'] === '\\\\hq\\docs\\plan.txt' ? undefined : request
    },
  }, ['casebook/slow-with-open-file[cached]']),
]

/** A flag of DeleteItems: takes changes that are not synchronized, too. */
const DELMODIFIED = 0x4

/** The reference engine whose other methods are called otherwise, or refuse the call with 87. */
function called(
  name: string,
  change: (call: CacheCall) => CacheCall | undefined,
  caughtBy: readonly string[],
): Mutant {
  const engine = createEngine()
  function* cacheCall(call: CacheCall): Session<number> {
    const changed = change(call)
    return changed === undefined ? ERROR.INVALID_PARAMETER : yield* engine.cacheCall(changed)
  }
  return { name, engine: { ...engine, cacheCall }, caughtBy }
}

/** What an engine is told of items of servers, changed. */
function onServer(change: (info: FileInfo) => FileInfo): (request: Request, reply: Reply) => Reply {
  return (request, reply) => {
    if (!('on' in request) || request.on !== 'server') return reply
    if (reply.kind === 'list') {
      return { ...reply, entries: reply.entries.map((entry) => ({ ...entry, info: change(entry.info) })) }
    }
    return 'info' in reply && reply.info !== undefined ? { ...reply, info: change(reply.info) } : reply
  }
}

function withTimes(info: FileInfo, times: Partial<FileInfo['times']>): FileInfo {
  return { ...info, times: { ...info.times, ...times } }
}

/** True for the first of the names that are the same once they are composed. */
function isFirst(name: string, index: number, all: readonly { readonly name: string }[]): boolean {
  return all.findIndex((other) => other.name.normalize('NFC') === name.normalize('NFC')) === index
}

/** The 28th of March 2010 at 1 o'clock UTC: summer time begins in Europe. */
const SUMMER: Ticks = 82.666_666_666_666_67 * 864_000_000_000

const HOUR: Ticks = 36_000_000_000

/** The reference engine, told all times of servers an hour later once summer has begun. */
function inLocalTime(name: string, caughtBy: readonly string[]): Mutant {
  const engine = createEngine()
  const later = onServer((info) =>
    withTimes(info, { lastWrite: info.times.lastWrite + HOUR, change: info.times.change + HOUR })
  )
  function* synchronize(call: Parameters<typeof engine.synchronize>[0]): Session<number> {
    const clock = yield { kind: 'clock' }
    const isSummer = clock.kind === 'clock' && clock.now >= SUMMER
    const session = engine.synchronize(call)
    let step = session.next()
    while (step.done !== true) {
      const reply: Reply = yield step.value
      step = session.next(isSummer ? later(step.value, reply) : reply)
    }
    return step.value
  }
  return { name, engine: { ...engine, synchronize }, caughtBy }
}
