/** Engines that get wrong what is here in part, what is open, what moves under way, and how connections stand. */

import { RULES } from '../../../engine/mod.ts'
import { type FileInfo, type Reply, SYNC_FLAG } from '../../../sim/mod.ts'
import { breaking, isObject, type Mutant, reads, ruled, type Tampering } from './mutant.ts'
import { atApplications, everywhere, inCalls, showing } from './places.ts'
import { toldAs } from './told-as.ts'

const FILE_SPARSE = 38
const FILE_SPARSE_CHANGED = 16

/** Mutants of content that is not all here, of open and moving files, and of connections. */
export const MUTANTS_OF_CONTENT: readonly Mutant[] = [
  breaking(
    ['P8.2'],
    atApplications('applications take a file that is here in part for whole', wholeRecords, [
      'cache/changed-in-part[append]',
      'cache/changed-in-part[edit]',
    ]),
  ),
  breaking(
    ['P8.3'],
    atApplications('a file written from scratch still counts as incomplete', () => ({
      ask: (request) =>
        request.kind === 'put-record' && isObject(request.value) && isObject(request.value['marks']) &&
          request.value['marks']['modifiedData'] === true
          ? { ...request, value: { ...request.value, sparse: true } }
          : request,
    }), ['cache/overwritten-in-part[in-part]', 'cache/overwritten-in-part[nothing-of-it]']),
  ),
  breaking(
    ['P8.4'],
    ruled('a version nobody has here is taken for the known one', reads(FILE_SPARSE_CHANGED, FILE_SPARSE), [
      'cache/same-size-there[fill]',
      'cache/same-size-there[in]',
    ]),
  ),
  breaking(
    ['P8.4'],
    ruled('what the server has changed is not filled without SyncIn', {
      decide: (state, flags) =>
        state === FILE_SPARSE_CHANGED && (flags & SYNC_FLAG.SYNCIN) === 0
          ? { do: 'nothing' }
          : RULES.decide(state, flags),
    }, ['cache/same-size-there[fill]']),
  ),
  breaking(
    ['P8.5'],
    everywhere('an empty file waits for content', () => ({
      ask: (request) =>
        request.kind === 'put-record' && isObject(request.value) && request.value['type'] === 'file' &&
          isObject(request.value['original']) && request.value['original']['size'] === 0
          ? { ...request, value: { ...request.value, sparse: true } }
          : request,
    }), ['cache/empty-is-whole[new]', 'cache/empty-is-whole[pinned]']),
  ),
  breaking(
    ['P8.6'],
    showing('what is here in part is shown as whole', (view) => ({ ...view, sparse: false }), [
      'cache/filling-fails[locked-there]',
      'cache/filling-fails[no-room-here]',
      'cache/filling-fails[not-put-in-place]',
    ]),
  ),
  breaking(
    ['P8.7'],
    ruled('a fill counts as a new copy', {
      decide: (state, flags) => {
        const action = RULES.decide(state, flags)
        return state === FILE_SPARSE && action.do === 'work'
          ? { ...action, operation: 'CREATE_COPY_ON_CLIENT' }
          : action
      },
    }, ['cache/filled-as[fill]', 'cache/filled-as[in]']),
  ),
  breaking(
    ['P8.8'],
    ruled('only what is pinned is filled', {
      localCondition: (record, local) => {
        const condition = RULES.localCondition(record, local)
        const isPinned = Object.values(record?.pins ?? {}).some((pin) => pin > 0)
        return condition === 'file, sparse' && !isPinned ? 'file, clean' : condition
      },
    }, ['cache/filled-unpinned[fill]', 'cache/filled-unpinned[in]']),
  ),
  breaking(
    ['P9.3'],
    inCalls('what is sent is wanted alone', () => ({
      ask: (request) =>
        request.kind === 'open' && request.on === 'cache' && request.access === 'read'
          ? { ...request, share: [] }
          : request,
    }), ['people/open-here[reading]', 'people/open-here[writing]', 'people/open-here[sharing-all]']),
  ),
  breaking(
    ['P9.3'],
    inCalls('a file that could not be read is told as sent', () => ({
      ask: (request) =>
        request.kind === 'progress' ? toldAs(request, (code) => code === 32 ? 0 : code) : request,
    }), ['people/open-for-itself-alone[edited]', 'people/open-for-itself-alone[made-here]']),
  ),
  breaking(
    ['P9.5'],
    inCalls('the server’s file is not looked at again', unmoved, [
      'faults/changed-twice[rewritten]',
      'faults/changed-twice[continued]',
      'faults/touched-meanwhile',
    ]),
  ),
  breaking(
    ['P9.6'],
    inCalls('a call that reaches a share takes it online', () => ({
      again: (request, reply) =>
        request.kind === 'connect' && reply.kind === 'connect'
          ? { kind: 'set-connection', share: request.share, connection: { online: true, reason: 1 } }
          : undefined,
    }), ['cache/synchronized-offline[forced]', 'cache/synchronized-offline[slow]']),
  ),
  breaking(
    ['P9.8', 'P15.63'],
    inCalls('every item of a lost share is tried for itself', unnoticed, [
      'faults/rest-of-share[unexpected-error]',
      'faults/rest-of-share[name-deleted]',
      'faults/rest-of-share[timed-out]',
      'faults/rest-of-share[network-unreachable]',
      'faults/rest-of-share[connection-aborted]',
      'faults/later-scopes',
    ]),
  ),
  breaking(
    ['P9.8'],
    inCalls('any failure is taken for a lost connection', () => ({
      answer: (request, reply) =>
        request.kind === 'write' && reply.kind === 'failed' ? { kind: 'failed', code: 64 } : reply,
    }), ['faults/other-codes']),
  ),
  breaking(
    ['P15.63'],
    inCalls('a share without a connection stays as it was', () => ({
      ask: (request) => request.kind === 'set-connection' ? undefined : request,
    }), ['faults/later-scopes[timed-out]', 'faults/later-scopes[name-deleted]', 'faults/comes-back']),
  ),
  breaking(
    ['P15.69', 'P15.29'],
    inCalls('a lost connection is the reason, whatever was the reason before', () => ({
      answer: (request, reply) =>
        request.kind === 'get-connection' && reply.kind === 'get-connection'
          ? { kind: 'get-connection', connection: { online: true, reason: 1 } }
          : reply,
    }), ['faults/lost-while-forced[in-the-middle]', 'faults/lost-while-forced[from-the-start]']),
  ),
  breaking(
    ['P15.40'],
    inCalls('a server stands for its first share', () => ({
      answer: (request, reply) =>
        request.kind === 'list-records' && request.bucket === 'shares' && reply.kind === 'list-records'
          ? { kind: 'list-records', records: new Map([...reply.records].slice(0, 1)) }
          : reply,
    }), ['faults/whole-server[alone]', 'faults/whole-server[beside-another]']),
  ),
  breaking(
    ['P15.29'],
    showing('a share’s own reason comes first', (view) => {
      const { connection } = view
      return connection === undefined || connection.reason < 5
        ? view
        : { ...view, connection: { online: false, reason: 2 } }
    }, ['cache/narrowest-reason[suspended-and-in-conflict]', 'cache/narrowest-reason[in-conflict]']),
  ),
  showing(
    'a conflict comes before a suspension',
    (view) => view.conflict === undefined ? view : { ...view, connection: { online: false, reason: 5 } },
    ['cache/narrowest-reason[suspended-and-in-conflict]'],
  ),
]

/** Records in which nothing is incomplete. */
function wholeRecords(): Tampering {
  return {
    answer: (request, reply) =>
      request.kind === 'get-record' && reply.kind === 'get-record' && isObject(reply.value)
        ? { kind: 'get-record', value: { ...reply.value, sparse: false } }
        : reply,
  }
}

/** The server's file looks as it did when it was opened. */
function unmoved(): Tampering {
  let opened: { readonly path: string; readonly info: FileInfo } | undefined
  return {
    answer: (request, reply) => {
      if (request.kind === 'open' && request.on === 'server' && reply.kind === 'open') {
        opened = { path: request.path, info: reply.info }
      }
      return request.kind === 'stat' && request.on === 'server' && reply.kind === 'stat' &&
          opened?.path === request.path
        ? { ...reply, info: opened.info }
        : reply
    },
  }
}

const LOST: readonly number[] = [59, 64, 121, 1231, 1236]

/** Codes that no rule knows, in place of those of a lost connection; the caller is told the true ones. */
function unnoticed(): Tampering {
  const OTHER = 60_000
  return {
    answer: (_, reply): Reply =>
      reply.kind === 'failed' && LOST.includes(reply.code) ? { ...reply, code: reply.code + OTHER } : reply,
    ask: (request) =>
      request.kind === 'progress' ? toldAs(request, (code) => code > OTHER ? code - OTHER : code) : request,
  }
}
