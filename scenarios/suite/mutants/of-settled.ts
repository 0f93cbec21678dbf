/** Engines that settle otherwise what other choices leave open: merges, policies, spellings, links, pins and what comes first. */

import { RULES, type Rules } from '../../../engine/mod.ts'
import { CONFLICT_RESOLVE, type Json, SYNC_FLAG, type SyncCall } from '../../../sim/mod.ts'
import { breaking, isObject, type Mutant, ruled } from './mutant.ts'
import { inCalls } from './places.ts'

const MERGED: readonly number[] = [21, 24]
const EDITED_AND_DELETED = 15

/** Mutants of what is settled last. */
export const MUTANTS_OF_SETTLED: readonly Mutant[] = [
  ruled('folders are merged in any direction', {
    decide: (state, flags) => RULES.decide(state, MERGED.includes(state) ? flags | SYNC_FLAG.SYNCIN : flags),
  }, ['directories/merged-one-way[out]']),
  breaking(
    ['P15.2'],
    ruled('a merge counts as a new copy', {
      decide: (state, flags) => {
        const action = RULES.decide(state, flags)
        return MERGED.includes(state) && action.do === 'work'
          ? { ...action, operation: 'CREATE_COPY_ON_CLIENT' }
          : action
      },
    }, ['directories/merged-as[in]', 'directories/merged-as[both]']),
  ),
  breaking(
    ['P15.6', 'P15.72'],
    ruled('edits in a folder that is discarded are never discarded', {
      resolve: (state, resolution, context) =>
        state === EDITED_AND_DELETED && resolution === CONFLICT_RESOLVE.KEEPREMOTE
          ? { do: 'record' }
          : RULES.resolve(state, resolution, context),
    }, ['directories/discarded-with-edits[deleted-there]', 'directories/new-work-stays']),
  ),
  breaking(
    ['P15.8', 'P15.44'],
    ruled('new names are made all the same', flagged((flags) => flags & ~SYNC_FLAG.NONEWFILESOUT), [
      'directions/no-new-name',
      'directions/not-made-again',
      'directions/parents-held-back',
      'directions/winner-held-back',
    ]),
  ),
  breaking(
    ['P15.45'],
    ruled(
      'a call that sends does not fill',
      flagged((flags) =>
        (flags & SYNC_FLAG.SYNCOUT) === 0 || (flags & SYNC_FLAG.SYNCIN) !== 0
          ? flags
          : flags & ~SYNC_FLAG.FILLSPARSE
      ),
      ['directions/fill-and-out[same-there]', 'directions/fill-and-out[another-there]'],
    ),
  ),
  breaking(
    ['P15.46'],
    ruled('spellings go both ways', {
      decide: (state, flags) => RULES.decide(state, flags | SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT),
    }, ['names/respelled-one-way[there-out]', 'names/respelled-one-way[here-in]']),
  ),
  breaking(
    ['P15.35'],
    inCalls('paths are told in small letters', () => ({
      ask: (request) =>
        request.kind === 'progress'
          ? {
            ...request,
            path: request.path.toLowerCase(),
            message: request.message.replace(request.path, request.path.toLowerCase()),
          }
          : request,
    }), ['names/as-stored[file]', 'names/as-stored[folder]', 'names/as-stored[conflict]']),
  ),
  breaking(
    ['P15.18'],
    ruled('a second path is made up', {
      scopesOf: (call) => {
        const scopes = RULES.scopesOf(call)
        return 'paths' in scopes ? { paths: [...scopes.paths, '\\\\hq\\docs\\made-up'] } : scopes
      },
    }, ['calls/idle-file[in-sync]', 'calls/idle-file[edited-here]', 'calls/idle-file[edited-there]']),
  ),
  breaking(
    ['P15.36'],
    ruled('paths are looked at before anything else', {
      scopesOf: (call) => {
        const scopes = RULES.scopesOf(call)
        return 'refused' in scopes ? { missing: scopes.refused } : scopes
      },
    }, ['calls/first-of-several[not-running-bad-flags]', 'calls/first-of-several[bad-flags-bad-name]']),
  ),
  ruled('the last path is looked at first', {
    scopesOf: (call) => RULES.scopesOf(reversed(call)),
  }, ['calls/first-of-several[bad-name-then-no-unc]', 'calls/first-of-several[no-unc-then-bad-name]']),
  ruled('a call without paths is a call with none', {
    scopesOf: (call) => call.paths === null ? { refused: 87 } : RULES.scopesOf(call),
  }, ['calls/first-of-several[no-paths-not-running]']),
  ruled('names are looked at before the shape of a path', {
    scopesOf: (call) =>
      call.paths?.some((path) => path?.includes('?') === true && !path.startsWith('\\\\')) === true
        ? { refused: 123 }
        : RULES.scopesOf(call),
  }, ['calls/first-of-several[no-unc-with-bad-name]']),
  breaking(
    ['P15.23'],
    inCalls('one server that does not answer stands for all', () => {
      let lost = false
      return {
        answer: (request, reply) => {
          if (request.kind !== 'connect') return reply
          lost ||= reply.kind === 'failed'
          return lost ? { kind: 'failed', code: 53 } : reply
        },
      }
    }, ['calls/dead-server-first[first]', 'calls/one-server-of-two']),
  ),
  breaking(
    ['P15.53'],
    inCalls('settings that name no path are passed over', () => ({
      answer: (_, reply) =>
        reply.kind === 'settings'
          ? {
            kind: 'settings',
            settings: {
              ...reply.settings,
              syncConflictHandling: only(reply.settings.syncConflictHandling, (name) =>
                name.startsWith('\\\\')),
            },
          }
          : reply,
    }), ['calls/setting-in-the-way[drive]', 'calls/setting-in-the-way[word]']),
  ),
  breaking(
    ['P15.50'],
    inCalls('the setting for the widest folder counts', () => ({
      answer: (_, reply) => {
        if (reply.kind !== 'settings') return reply
        const { syncConflictHandling: all } = reply.settings
        const [widest] = Object.keys(all).sort((a, b) => a.length - b.length)
        const settings = { ...reply.settings, syncConflictHandling: only(all, (name) => name === widest) }
        return { kind: 'settings', settings }
      },
    }), ['conflicts/nearest-setting[own]', 'conflicts/nearest-setting[folder]']),
  ),
  inCalls('a setting counts for every name that begins like its own', () => ({
    answer: (_, reply) => {
      if (reply.kind !== 'settings') return reply
      const { syncConflictHandling: all } = reply.settings
      const longest = Object.keys(all).sort((a, b) => b.length - a.length)[0] ?? ''
      const settings = {
        ...reply.settings,
        syncConflictHandling: { ...all, [`${longest}t`]: all[longest] ?? 0 },
      }
      return { kind: 'settings', settings }
    },
  }), ['conflicts/nearest-setting[longer-name]']),
  breaking(
    ['P15.48'],
    inCalls('nothing stops a call', () => ({
      answer: (_, reply) => {
        if (reply.kind === 'query-abort') return { kind: 'query-abort', abort: false }
        return reply.kind === 'progress' ? { kind: 'progress', response: 'continue' } : reply
      },
    }), ['conflicts/not-met[cancelled]', 'conflicts/not-met[aborted]']),
  ),
  breaking(
    ['P15.32'],
    inCalls('a wish to repeat is not heard', () => ({
      answer: (_, reply) =>
        reply.kind === 'progress' && reply.response === 'retry'
          ? { kind: 'progress', response: 'continue' }
          : reply,
    }), [
      'conflicts/met-again[skipped-then-logged]',
      'conflicts/met-again[skipped-twice]',
      'conflicts/connected-anew[unexpected-error]',
      'conflicts/connected-anew[timed-out]',
    ]),
  ),
  breaking(
    ['P15.10', 'P15.70', 'P15.9'],
    ruled('what is handed down is not handed on', {
      pinsForNew: (parent, type, flags) => {
        const pins = RULES.pinsForNew(parent, type, flags)
        if (pins === undefined) return undefined
        const { user, userPolicy, computer, redirection } = pins
        return {
          user: one(user),
          userPolicy: one(userPolicy),
          computer: one(computer),
          redirection: one(redirection),
        }
      },
    }, ['changes/next-generation[user]', 'changes/next-generation[computer]', 'changes/named-only[named]']),
  ),
  breaking(
    ['P15.70', 'P15.10'],
    ruled('only folders hand on what was handed down', {
      pinsForNew: (parent, type, flags) => {
        const pins = RULES.pinsForNew(parent, type, flags)
        if (pins === undefined || type === 'directory') return pins
        const { user, userPolicy, computer, redirection } = pins
        return {
          user: one(user),
          userPolicy: one(userPolicy),
          computer: one(computer),
          redirection: one(redirection),
        }
      },
    }, ['changes/next-generation[user]', 'changes/next-generation[computer]']),
  ),
  ruled('what nobody asked for is pinned for the user', {
    pinsForNew: (parent, type, flags) => RULES.pinsForNew({ ...parent, user: 2 }, type, flags),
  }, ['changes/named-only[nobody]']),
  breaking(
    ['P15.59'],
    inCalls('a pin goes with what it was put on', () => ({
      ask: (request) =>
        request.kind === 'put-record' && isObject(request.value) && isObject(request.value['pins']) &&
          request.value['original'] !== null && isComplete(request.value)
          ? { ...request, value: { ...request.value, pins: NOTHING } }
          : request,
    }), ['changes/outlives[other-kind]', 'changes/outlives[deletion-cancelled]']),
  ),
  breaking(
    ['P15.55', 'P15.71'],
    inCalls('an open question about a target is forgotten', () => ({
      ask: (request) => {
        if (request.kind !== 'put-record' || !isObject(request.value)) return request
        const { targetToPin: _, ...value } = request.value
        return { ...request, value }
      },
    }), ['changes/still-unreachable[once]', 'changes/still-unreachable[twice]']),
  ),
  breaking(
    ['P15.57', 'P15.61'],
    ruled('links are files like any other', flagged((flags) => flags & ~SYNC_FLAG.PINLINKTARGETS), [
      'changes/two-new-links[first-in-order]',
      'changes/two-new-links[last-in-order]',
      'changes/outside-the-call[another-share]',
      'changes/outside-the-call[another-folder]',
    ]),
  ),
  breaking(
    ['P15.58'],
    inCalls('every link asks for its target', () => {
      let times = 0
      return {
        answer: (request, reply) => {
          if (request.kind !== 'get-record' || !request.key.endsWith('.LNK')) return reply
          if (reply.kind !== 'get-record' || !isObject(reply.value)) return reply
          // A few times: what is not there can never be replaced, and whoever tries would not end.
          if (++times > 5) return reply
          return { kind: 'get-record', value: { ...reply.value, targetToPin: true } }
        },
      }
    }, ['changes/sent-before[waiting]']),
  ),
  inCalls('a folder that may not be listed is taken for an empty one', () => ({
    answer: (request, reply) =>
      request.kind === 'list' && reply.kind === 'failed' ? { kind: 'list', entries: [] } : reply,
  }), ['conflicts/not-listed-at-all']),
  breaking(
    ['P15.16'],
    inCalls('an attribute is sent with all the content', () => ({
      answer: (request, reply) =>
        request.kind === 'list-records' && reply.kind === 'list-records'
          ? {
            kind: 'list-records',
            records: new Map([...reply.records].map(([key, value]) => [key, asEdited(value)])),
          }
          : reply,
    }), ['people/only-attributes[open-here]', 'people/only-attributes[open-there]']),
  ),
  breaking(
    ['P15.65'],
    inCalls('what is sent is read as it changes', () => ({
      ask: (request) => request.kind === 'open' ? { ...request, snapshot: false } : request,
    }), ['faults/edited-midway[overwritten-in-part]', 'faults/edited-midway[continued]']),
  ),
]

const NOTHING: Json = { user: 0, userPolicy: 0, computer: 0, redirection: 0 }

/** Takes other flags for effective ones. */
function flagged(change: (flags: number) => number): Partial<Rules> {
  return { normaliseFlags: (flags, handler) => change(RULES.normaliseFlags(flags, handler)) >>> 0 }
}

function reversed(call: SyncCall): SyncCall {
  return { ...call, paths: call.paths === null ? null : [...call.paths].reverse() }
}

function one(pin: 0 | 1 | 2): 0 | 1 {
  return pin === 0 ? 0 : 1
}

function only(
  settings: Readonly<Record<string, number>>,
  isMeant: (name: string) => boolean,
): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => isMeant(name)))
}

function isComplete(record: { readonly [key: string]: Json }): boolean {
  return record['sparse'] === false && record['childrenToPin'] === undefined
}

function asEdited(record: Json): Json {
  if (!isObject(record) || !isObject(record['marks'])) return record
  const { marks } = record
  return marks['modifiedAttributes'] === true
    ? { ...record, marks: { ...marks, modifiedData: true } }
    : record
}
