/** Engines that get wrong what has changed, which way it goes, what is pinned, told and recorded. */

import { RULES } from '../../../engine/mod.ts'
import { ATTRIBUTE, CONFLICT_RESOLVE, type DirEntry, type Request, SYNC_FLAG } from '../../../sim/mod.ts'
import { blindTo, breaking, isObject, type Mutant, reads, ruled, tampered } from './mutant.ts'

const BOTH = SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT
const { KEEPLOCAL, KEEPREMOTE } = CONFLICT_RESOLVE

/** Mutants of plain changes, calls, servers and people. */
export const MUTANTS_OF_CHANGES: readonly Mutant[] = [
  breaking(
    ['SYNC-05'],
    ruled('server changes are not fetched', blindTo(44, 47), [
      'changes/edited-there',
      'changes/set-there',
      'directions/',
    ]),
  ),
  breaking(
    ['SYNC-07'],
    ruled('local changes are not sent', blindTo(39, 42), [
      'changes/edited-here',
      'changes/set-here',
      'real/',
    ]),
  ),
  breaking(
    ['SYNC-07'],
    ruled('local creations are not sent', blindTo(6, 20), ['changes/created-here', 'changes/renamed-here']),
  ),
  breaking(
    ['SYNC-07'],
    ruled('local deletions are not sent', blindTo(34, 35), [
      'changes/deleted-here',
      'interruptions/dropped-while-deleting',
    ]),
  ),
  breaking(
    ['SYNC-05'],
    ruled('server deletions are not followed', blindTo(46, 49), [
      'changes/deleted-there',
      'directories/edited-inside',
    ]),
  ),
  breaking(
    ['SYNC-08'],
    ruled('every call goes both ways', { decide: (state, flags) => RULES.decide(state, flags | BOTH) }, [
      'directions/in-only',
      'directions/out-only',
    ]),
  ),
  ruled('a call without direction gets both', {
    normaliseFlags: (flags, handler) =>
      RULES.normaliseFlags((flags & BOTH) === 0 ? flags | BOTH : flags, handler),
  }, [
    'directions/no-direction[no-flags]',
    'directions/no-direction[policy-alone]',
    'directions/no-direction[pin-alone]',
  ]),
  ruled('flags are taken as they come', { normaliseFlags: (flags) => flags }, ['changes/without-sync-in']),
  breaking(
    ['SYNC-01', 'SYNC-34'],
    ruled('undefined flag bits are let through', { validateFlags: () => 0 }, ['calls/refused-flags[bit-14]']),
  ),
  ruled('edits on both sides are taken for a server edit', reads(12, 44), [
    'conflicts/both-edited',
    'conflicts/one-way',
  ]),
  ruled('edited here and deleted there is taken for a server deletion', reads(15, 46), [
    'conflicts/edited-here-deleted-there[no-policy]',
    'directories/edited-inside',
  ]),
  ruled('deleted here and edited there is taken for a local deletion', reads(36, 34), [
    'conflicts/deleted-here-edited-there[no-policy]',
  ]),
  ruled('made on both sides is taken for a local edit', reads(9, 39), [
    'conflicts/created-on-both[different]',
    'conflicts/created-on-both[identical]',
  ]),
  ruled('a file that became a folder is no conflict', reads(1, 0), ['conflicts/file-became-folder']),
  ruled('folders made on both sides clash', reads(21, 22), ['directories/made-on-both']),
  ruled('tombstones of items gone everywhere are worked on', {
    classify: (local, server) => {
      const cell = RULES.classify(local, server)
      return cell === 'purge' ? 34 : cell
    },
  }, ['changes/deleted-on-both']),
  ruled('a file saved by rename counts as created', {
    localCondition: (record, local) => {
      const condition = RULES.localCondition(record, local)
      return record?.marks.replaced === true && condition === 'file, changed' ? 'file, created' : condition
    },
  }, ['changes/saved-by-rename']),
  breaking(
    ['SYNC-29', 'SYNC-30'],
    ruled('KEEPLOCAL and KEEPREMOTE are exchanged', {
      resolve: (state, resolution, context) => {
        const isPlain = resolution === KEEPLOCAL || resolution === KEEPREMOTE
        return RULES.resolve(state, isPlain ? KEEPLOCAL + KEEPREMOTE - resolution : resolution, context)
      },
    }, ['conflicts/policies[keep-local]', 'conflicts/policies[keep-remote]', 'directions/every-path-alike']),
  ),
  breaking(
    ['SYNC-31'],
    ruled('KEEPLATEST keeps the earliest', {
      resolve: (state, resolution, { flags, times: { local, server } }) =>
        RULES.resolve(state, resolution, { flags, times: { local: server, server: local } }),
    }, [
      'conflicts/policies[keep-latest-local]',
      'conflicts/policies[keep-latest-server]',
      'conflicts/local-and-remote-is-latest',
    ]),
  ),
  breaking(
    ['SYNC-31'],
    ruled('KEEPLATEST prefers the client on a tie', {
      resolve: (state, resolution, { flags, times: { local, server } }) =>
        RULES.resolve(state, resolution, { flags, times: { local: local + 1, server } }),
    }, ['conflicts/same-moment']),
  ),
  breaking(
    ['SYNC-29', 'SYNC-30', 'SYNC-31'],
    ruled('policies are not applied', { resolve: () => ({ do: 'record' }) }, [
      'conflicts/settled-later',
      'conflicts/policies',
    ]),
  ),
  breaking(
    ['SYNC-08'],
    ruled('policies write whatever side they like', {
      resolve: (state, resolution, { flags, times }) =>
        RULES.resolve(state, resolution, { flags: flags | BOTH, times }),
    }, ['conflicts/one-way[out-keep-remote]', 'conflicts/one-way[in-keep-local]']),
  ),
  breaking(
    ['SYNC-09', 'SYNC-11'],
    ruled('new items are pinned whether asked for or not', {
      pinsForNew: (parent, type, flags) =>
        RULES.pinsForNew({ ...parent, user: 2 }, type, flags | SYNC_FLAG.PINNEWFILES),
      decide: (state, flags) => RULES.decide(state, flags | SYNC_FLAG.PINNEWFILES),
    }, ['changes/not-asked-for', 'changes/in-unpinned-directory', 'changes/for-whom[without-pin-new]']),
  ),
  breaking(
    ['SYNC-05', 'SYNC-09'],
    ruled('new items are never pinned', { pinsForNew: () => undefined }, [
      'changes/in-pinned-directory',
      'changes/for-whom',
    ]),
  ),
  ruled('codes are printed in hexadecimal', {
    progressText: ({ reason, result, path }) =>
      RULES.progressText({ reason, result, path }).replace(String(result), `0x${result.toString(16)}`),
  }, ['progress/texts', 'progress/failed-item']),
  breaking(
    ['SYNC-01'],
    ruled('paths are not checked', {
      scopesOf: ({ paths }) => ({
        paths: (paths ?? []).flatMap((path) => path?.startsWith('\\\\') === true ? [path] : []),
      }),
    }, ['calls/refused-paths', 'calls/no-array', 'calls/accepted-paths[long-form]']),
  ),
  ruled('a second path is always made up', {
    scopesOf: (call) => {
      const scopes = RULES.scopesOf(call)
      return 'paths' in scopes ? { paths: [...scopes.paths, '\\\\hq\\docs\\made-up'] } : scopes
    },
  }, ['calls/single-file[in-sync]', 'calls/single-file[unknown]']),
  breaking(
    ['SYNC-43'],
    tampered('an abort is not listened to', {
      answer: (_, reply) => reply.kind === 'progress' ? { kind: 'progress', response: 'continue' } : reply,
    }, [
      'progress/aborted[begin]',
      'progress/aborted[item-begin]',
      'progress/aborted[item-result]',
      'progress/retried',
    ]),
  ),
  breaking(
    ['SYNC-43'],
    tampered('a cancel is not listened to', {
      answer: (_, reply) => reply.kind === 'query-abort' ? { kind: 'query-abort', abort: false } : reply,
    }, ['progress/cancelled']),
  ),
  tampered('intents are not kept', {
    ask: (request) => request.kind === 'put-record' && request.bucket === 'intents' ? undefined : request,
  }, ['interruptions/dropped-while-uploading[after-commit]']),
  tampered('records of deleted new files are not erased', {
    ask: (request) => request.kind === 'put-record' && request.value === undefined ? undefined : request,
  }, ['changes/created-and-deleted-here']),
  tampered('what the client has never seen is overlooked', {
    answer: (request, reply) =>
      request.kind === 'list' && request.on === 'server' && reply.kind === 'list'
        ? { kind: 'list', entries: reply.entries.filter(({ name }) => !name.startsWith('new')) }
        : reply,
  }, ['directories/something-new-there', 'directories/new-two-levels-down']),
  tampered('an upload makes a new file in place of the old', {
    ask: (request) => request.kind === 'commit' ? { ...request, expect: 'any' } : request,
    first: (request) =>
      request.kind === 'stage' && request.on === 'server'
        ? { kind: 'remove', on: 'server', path: request.path, ignoreReadonly: true }
        : undefined,
  }, ['servers/named-streams', 'people/server-full']),
  tampered('what was sent is taken for what the server keeps', {
    answer: (request, reply) =>
      request.kind === 'commit' && reply.kind === 'commit'
        ? { ...reply, info: { ...reply.info, times: { ...reply.info.times, ...wantedTimes(request) } } }
        : reply,
  }, ['servers/keeps-two-seconds']),
  tampered('a folder that may not be listed is taken for empty', {
    answer: (request, reply) =>
      request.kind === 'list' && reply.kind === 'failed' && reply.code === 5
        ? { kind: 'list', entries: [] }
        : reply,
  }, ['people/unreadable-folder']),
  tampered('names that differ in case alone are told once', {
    answer: (_, reply) =>
      reply.kind === 'list'
        ? { ...reply, entries: reply.entries.filter(({ key }, i, all) => all[i - 1]?.key !== key) }
        : reply,
  }, ['servers/tells-case-apart']),
  tampered('storage bits are taken for changes', {
    answer: (request, reply) =>
      request.kind === 'list' && request.on === 'server' && reply.kind === 'list'
        ? { ...reply, entries: reply.entries.map(readonlyWhereReparsed) }
        : reply,
  }, ['servers/deduplicates']),
  tampered('the user is asked for credentials whether or not the call allows it', {
    again: (request, reply) =>
      request.kind === 'connect' && reply.kind === 'failed' && reply.code === 1326
        ? {
          kind: 'ask-credentials',
          server: request.share.split('\\').slice(0, 3).join('\\'),
          channel: 'window',
        }
        : undefined,
  }, ['people/office-day']),
  breaking(
    ['SYNC-18'],
    tampered('rights are taken for granted', {
      answer: (request, reply) => {
        if (request.kind !== 'stat' || reply.kind !== 'stat') return reply
        const { kind, name, info } = reply
        return { kind, name, info }
      },
    }, ['people/rights-as-seen']),
  ),
  breaking(
    ['SYNC-18'],
    tampered('everybody is taken for the one who cached a file', {
      answer: (request, reply) =>
        request.kind === 'get-record' && request.bucket === 'shares'
          ? { kind: 'get-record', value: undefined }
          : reply,
    }, ['people/never-online']),
  ),
  tampered('a share stays online without its server', {
    ask: (request) => request.kind === 'set-connection' ? undefined : request,
  }, ['people/server-lost-online', 'people/working-online']),
  tampered('no entry is known to be without its content', {
    answer: (request, reply) =>
      request.kind === 'get-record' && reply.kind === 'get-record' && isObject(reply.value)
        ? { kind: 'get-record', value: { ...reply.value, sparse: false } }
        : reply,
  }, ['people/moved-unfilled']),
  tampered('edits made offline are not marked', {
    ask: (request) =>
      request.kind === 'put-record' && isObject(request.value) && 'marks' in request.value
        ? undefined
        : request,
  }, ['people/waiting-online']),
  tampered('a record is written whatever others have put there meanwhile', {
    ask: (request) => {
      if (request.kind !== 'put-record') return request
      const { kind, bucket, key, value } = request
      return { kind, bucket, key, value }
    },
  }, ['faults/edited-while-recorded']),
  tampered('a record that was refused is taken for written', {
    answer: (request, reply) => request.kind === 'put-record' ? { kind: 'put-record' } : reply,
  }, ['faults/records-refused']),
  tampered('attributes are not sent with the content', {
    ask: (request) => request.kind === 'commit' ? { ...request, info: {} } : request,
  }, ['changes/readonly-on-the-server']),
]

/** The times a commit asks for. */
function wantedTimes({ info }: Request & { readonly kind: 'commit' }): { readonly lastWrite?: number } {
  return info?.lastWrite === undefined ? {} : { lastWrite: info.lastWrite }
}

function readonlyWhereReparsed(entry: DirEntry): DirEntry {
  const isReparsed = (entry.info.attributes & ATTRIBUTE.REPARSE_POINT) !== 0
  const attributes = entry.info.attributes | (isReparsed ? ATTRIBUTE.READONLY : 0)
  return { ...entry, info: { ...entry.info, attributes } }
}
