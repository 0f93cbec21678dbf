/** Engines that get wrong what is sparse, suspended, linked, answered, set by policy or left to the background. */

import { RULES, type Rules } from '../../../engine/mod.ts'
import { CONFLICT_RESOLVE, type Json, type Reply, SYNC_FLAG } from '../../../sim/mod.ts'
import { blindTo, breaking, isObject, type Mutant, ruled, tampered, type Tampering } from './mutant.ts'

const NOT_FILE_AGAINST_FOLDER: readonly number[] = [7, 9, 11, 12, 15, 28, 29, 36, 37, 51, 53]

/** Where the low byte of the attributes of its target stands in a link. */
const ATTRIBUTES_OF_LINK = 24

/** Mutants of everything beyond two plain trees. */
export const MUTANTS_OF_STATES: readonly Mutant[] = [
  breaking(
    ['SYNC-03'],
    ruled('nothing is filled', blindTo(16, 38), [
      'cache/filled-alone',
      'cache/filled-anew',
      'cache/pinned-later',
    ]),
  ),
  breaking(
    ['SYNC-03'],
    ruled('nothing is filled without SyncIn', flagged((flags) => flags & ~fillAlone(flags)), [
      'cache/filled-alone',
      'cache/nothing-to-fill-with',
      'cache/pinned-ghost[fill]',
    ]),
  ),
  ruled('a file that is here in part does not follow the server', blindTo(17, 18, 19), [
    'cache/became-folder',
    'cache/nothing-to-fill-with[deleted]',
  ]),
  ruled('a mere name is taken for the file', {
    localCondition: (record, local) => {
      const condition = RULES.localCondition(record, local)
      return condition === 'ghost' ? 'file, clean' : condition
    },
  }, ['cache/pinned-ghost', 'cache/unpinned-ghost']),
  tampered('every link is taken for one to a file', {
    answer: (request, reply) =>
      request.kind === 'read' && request.operation === undefined && reply.kind === 'read'
        ? { ...reply, bytes: reply.bytes.with(ATTRIBUTES_OF_LINK, 0) }
        : reply,
  }, ['changes/folder-unreachable']),
  tampered('nobody remembers that children are to be pinned', without('childrenToPin'), [
    'cache/pinned-with-children',
    'cache/pinned-children-cancelled',
    'cache/pinned-and-left-out',
  ]),
  tampered('nobody remembers what is suspended', without('suspendedRoot'), [
    'cache/left-out',
    'cache/named-and-left-out',
    'cache/conflict-left-out',
    'cache/parent-gone',
    'cache/target-left-out',
  ]),
  ruled('a file and a folder are never settled', {
    resolve: (state, resolution, context) =>
      NOT_FILE_AGAINST_FOLDER.includes(state) ? RULES.resolve(state, resolution, context) : { do: 'record' },
  }, [
    'conflicts/file-against-folder',
    'conflicts/folder-against-file',
    'conflicts/unseen-in-folder',
    'conflicts/known-in-folder',
    'conflicts/new-work-in-folder',
    'conflicts/edits-in-folder',
    'conflicts/dropped-halfway',
  ]),
  ruled('new names are made when a conflict is settled', {
    resolve: (state, resolution, { flags, times }) =>
      RULES.resolve(state, resolution, { flags: flags & ~SYNC_FLAG.NONEWFILESOUT, times }),
  }, ['conflicts/no-new-names']),
  ruled('both versions are never kept', {
    resolve: (state, resolution, context) =>
      resolution === CONFLICT_RESOLVE.KEEPALLCHANGES
        ? { do: 'record' }
        : RULES.resolve(state, resolution, context),
  }, [
    'conflicts/both-kept',
    'conflicts/bad-names',
    'conflicts/own-names',
    'conflicts/too-long-to-keep',
    'conflicts/folder-kept',
    'conflicts/file-kept',
    'conflicts/copy-held-back',
    'conflicts/kept-across-crash',
  ]),
  ruled('both versions are kept whatever there is', {
    resolve: (state, resolution, context) =>
      resolution === CONFLICT_RESOLVE.KEEPALLCHANGES
        ? { do: 'keep-all' }
        : RULES.resolve(state, resolution, context),
  }, ['conflicts/not-two-to-keep']),
  ruled('copies are named after nobody', { nameOfCopy: ({ name }, version) => `${name} ${version}` }, [
    'conflicts/own-names',
  ]),
  tampered('the handler is taken to decline', answering(CONFLICT_RESOLVE.NONE), [
    'conflicts/answered[keep-local]',
    'conflicts/answered[skip]',
    'conflicts/cancels',
    'conflicts/before-policy',
    'conflicts/retried-answer',
    'conflicts/skip-keeps-record',
    'conflicts/deletions',
    'conflicts/chosen-deletion-last[here]',
    'conflicts/chosen-deletion-last[there]',
    'conflicts/inside-deleted',
    'conflicts/inside-gone',
  ]),
  tampered('the handler is taken to keep the local copy', answering(CONFLICT_RESOLVE.KEEPLOCAL), [
    'conflicts/answered[none]',
    'conflicts/answered[log]',
    'conflicts/inside-deleted[log]',
    'conflicts/settings[handler-declines]',
  ]),
  tampered('the machine has no policy', {
    answer: (_, reply) =>
      reply.kind === 'settings'
        ? { kind: 'settings', settings: { syncConflictHandling: {}, excludedTypes: [] } }
        : reply,
  }, [
    'conflicts/settings[nearest]',
    'conflicts/setting-is-no-path',
    'changes/excluded-type',
    'changes/no-target[excluded]',
  ]),
  ruled('the policy of a call is overlooked', flagged((flags) => flags & 0xfff_ffff), [
    'conflicts/settings[call-first]',
  ]),
  breaking(
    ['SYNC-14'],
    ruled('link targets are not looked at', flagged((flags) => flags & ~SYNC_FLAG.PINLINKTARGETS), [
      'changes/target-pinned',
      'changes/target-cached',
      'changes/target-unreachable',
      'changes/target-later-in-order',
      'changes/cancelled-before-target',
      'changes/upper-case-link',
      'changes/link-to-link',
      'cache/target-left-out',
    ]),
  ),
  breaking(
    ['SYNC-13'],
    ruled(
      'link targets are always pinned',
      flagged((flags) => (flags & SYNC_FLAG.PINNEWFILES) === 0 ? flags : flags | SYNC_FLAG.PINLINKTARGETS),
      ['changes/target-not-asked-for[no-target-flag]'],
    ),
  ),
  breaking(
    ['SYNC-23'],
    ruled('progress is always waited for', flagged((flags) => flags & ~SYNC_FLAG.ASYNCPROGRESS), [
      'progress/one-item-late[late]',
      'progress/too-late-to-retry',
    ]),
  ),
  breaking(
    ['SYNC-28'],
    ruled('the sync never backs off', flagged((flags) => flags & ~SYNC_FLAG.BACKGROUND), [
      'people/who-gets-it[background]',
      'people/upload-backs-off[writer]',
    ]),
  ),
  ruled('the sync always backs off', flagged((flags) => flags | SYNC_FLAG.BACKGROUND), [
    'people/who-gets-it[foreground]',
  ]),
  tampered('the sync backs off from readers', {
    ask: (request) =>
      request.kind === 'open' && request.contention === 'yield' ? { ...request, share: [] } : request,
  }, ['people/upload-backs-off[reader]']),
]

/** Takes other flags for effective ones. */
function flagged(change: (flags: number) => number): Partial<Rules> {
  return { normaliseFlags: (flags, handler) => change(RULES.normaliseFlags(flags, handler)) >>> 0 }
}

function fillAlone(flags: number): number {
  return (flags & SYNC_FLAG.SYNCIN) === 0 ? SYNC_FLAG.FILLSPARSE : 0
}

/** Records are found without a field, and put without a look at what is there, which would never be as expected. */
function without(field: string): Tampering {
  const strip = (value: Json | undefined): Json | undefined =>
    isObject(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== field)) : value
  return {
    ask: (request) => {
      if (request.kind !== 'put-record') return request
      const { expect: _, ...put } = request
      return put
    },
    answer: (_, reply): Reply => {
      if (reply.kind === 'get-record') return { kind: 'get-record', value: strip(reply.value) }
      if (reply.kind !== 'list-records') return reply
      const records = new Map([...reply.records].map(([key, value]) => [key, strip(value) ?? value]))
      return { kind: 'list-records', records }
    },
  }
}

function answering(resolution: number): Tampering {
  return {
    answer: (_, reply) =>
      reply.kind === 'resolve-conflict' ? { kind: 'resolve-conflict', resolution } : reply,
  }
}
