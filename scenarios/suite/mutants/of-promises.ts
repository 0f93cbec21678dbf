/** Engines that break one promise of the method each: a flag is not heard, or heard without what it needs, or for more than it is for. */

import { RULES, type Rules } from '../../../engine/mod.ts'
import {
  CONFLICT_POLICY,
  CONFLICT_POLICY_MASK,
  CONFLICT_RESOLVE,
  type Json,
  type Reply,
  shareOf,
  SYNC_FLAG,
} from '../../../sim/mod.ts'
import { blindTo, breaking, heard, isObject, type Mutant, ruled, tampered, type Tampering } from './mutant.ts'

const DIRECTORY_STATES: readonly number[] = [5, 20, 21, 24, 25, 28, 29, 31, 33, 35, 37, 41, 42, 47, 49]
const FOR_NEW = SYNC_FLAG.PINLINKTARGETS | SYNC_FLAG.PINFORUSER | SYNC_FLAG.PINFORUSER_POLICY |
  SYNC_FLAG.PINFORALL | SYNC_FLAG.PINFORREDIR

const FILE_STATES: readonly number[] = [2, 6, 16, 30, 32, 34, 38, 39, 44, 46]

/** Mutants of what is worked on: directions, new items, conflicts, and the conditions of flags. */
const OF_WORK: readonly Mutant[] = [
  breaking(
    ['SYNC-01'],
    ruled('only the lower half of the flags is heard', heard((_, flags) => flags & 0xffff), [
      'flags/worked',
      'flags/pairs',
      'flags/policy-value',
    ]),
  ),
  breaking(
    ['SYNC-01'],
    ruled('a path stands for its whole share', {
      scopesOf: (call) => {
        const scopes = RULES.scopesOf(call)
        return 'paths' in scopes ? { paths: scopes.paths.map(shareOf) } : scopes
      },
    }, ['calls/only-what-is-asked', 'calls/overlapping']),
  ),
  breaking(
    ['SYNC-02'],
    ruled('files are left alone', blindTo(...FILE_STATES), ['changes/edited-here', 'calls/accepted-paths']),
  ),
  breaking(
    ['SYNC-02'],
    ruled('folders are left alone', blindTo(...DIRECTORY_STATES), [
      'changes/created-here',
      'changes/set-there',
    ]),
  ),
  breaking(
    ['SYNC-04'],
    tampered(
      'applications get what is not here as zeros',
      ({ of }) => of === 'application' ? overlooking('sparse') : {},
      ['cache/sparse-is-refused', 'cache/part-is-not-enough', 'cache/filled-at-last'],
    ),
  ),
  breaking(
    ['SYNC-18'],
    tampered(
      'applications are not held to the rights that were seen',
      ({ of }) => of === 'application' ? overlooking('rights') : {},
      ['people/rights-as-seen', 'people/pinned-and-refused'],
    ),
  ),
  breaking(
    ['SYNC-06'],
    ruled(
      'SyncIn does not fill',
      heard((given, flags) => flags & ~(~given & SYNC_FLAG.FILLSPARSE)),
      ['cache/sparse-is-refused', 'flags/alone[in]', 'flags/worked[two-way]'],
    ),
  ),
  breaking(
    ['SYNC-10'],
    ruled('PinNewFiles needs no SyncIn', heard((given, flags) => flags | given & SYNC_FLAG.PINNEWFILES), [
      'changes/without-sync-in',
      'flags/new-without-in',
      'flags/worked[new-without-in]',
    ]),
  ),
  breaking(
    ['SYNC-11'],
    ruled('every folder counts as pinned', {
      pinsForNew: (parent, type, flags) => RULES.pinsForNew({ ...parent, user: 2 }, type, flags),
    }, ['changes/in-unpinned-directory', 'cache/unpinned-ghost', 'flags/named-file']),
  ),
  breaking(
    ['SYNC-12'],
    ruled(
      'PinLinkTargets brings PinNewFiles along',
      heard((given, flags) =>
        (given & SYNC_FLAG.PINLINKTARGETS) === 0 || (given & SYNC_FLAG.SYNCIN) === 0
          ? flags
          : flags | SYNC_FLAG.PINLINKTARGETS | SYNC_FLAG.PINNEWFILES
      ),
      ['changes/target-not-asked-for[no-pin-new]', 'flags/worked[targets-without-new]'],
    ),
  ),
  breaking(
    ['SYNC-12'],
    ruled(
      'PinLinkTargets needs no PinNewFiles',
      heard((given, flags) => flags | given & SYNC_FLAG.PINLINKTARGETS),
      ['flags/targets-without-new', 'changes/asked-with-both'],
    ),
  ),
  breaking(
    ['SYNC-15'],
    tampered('a folder that a link leads to is pinned as well', {
      answer: (request, reply) =>
        request.operation?.name === 'PIN' && reply.kind === 'stat'
          ? { ...reply, info: { ...reply.info, type: 'file' } }
          : reply,
    }, ['changes/cached-folder', 'changes/no-target[folder]']),
  ),
  ...pinFor('PinForUser', SYNC_FLAG.PINFORUSER, {
    breaks: 'SYNC-16',
    caughtBy: ['flags/for-user', 'flags/several-reasons', 'changes/for-whom[user]'],
    withoutNew: ['flags/user-without-new', 'changes/for-whom[without-pin-new]'],
  }),
  ...pinFor('PinForUser_Policy', SYNC_FLAG.PINFORUSER_POLICY, {
    breaks: 'SYNC-19',
    caughtBy: ['flags/for-policy', 'flags/own-pin-taken-away[policy]', 'changes/for-whom[policy]'],
    withoutNew: ['flags/policy-without-new'],
  }),
  ...pinFor('PinForAll', SYNC_FLAG.PINFORALL, {
    breaks: 'SYNC-20',
    caughtBy: ['flags/for-all', 'flags/own-pin-taken-away[all]'],
    withoutNew: ['flags/all-without-new'],
  }),
  ...pinFor('the flag of Folder Redirection', SYNC_FLAG.PINFORREDIR, {
    caughtBy: ['flags/for-redirection', 'changes/for-whom[redirection]'],
    withoutNew: ['flags/redirection-without-new'],
  }),
  breaking(
    ['SYNC-17'],
    tampered('a pin is for the user alone whose it is', ({ user }) => user === 'alice' ? {} : ownPins(), [
      'people/pinned-by-another',
      'people/same-folder-for-all',
      'people/pinned-and-refused',
    ]),
  ),
  breaking(
    ['SYNC-21'],
    ruled('a call of low priority is put off', low(() => 0), [
      'directions/fill-comes-with-sync-in',
      'flags/low-priority[in]',
      'flags/beside-both[low-priority]',
    ]),
  ),
  breaking(
    ['SYNC-21'],
    ruled('a call of low priority sends nothing', low((flags) => flags & ~SYNC_FLAG.SYNCOUT), [
      'flags/low-priority[out]',
      'flags/beside-both[low-priority]',
      'flags/pairs[p07]',
    ]),
  ),
  breaking(
    ['SYNC-21', 'SYNC-28'],
    ruled('a call of low priority backs off', low((flags) => flags | SYNC_FLAG.BACKGROUND), [
      'flags/low-priority-holds',
      'flags/pairs[p03]',
    ]),
  ),
  ruled('LowPriority alone is a direction', low((flags) => flags | SYNC_FLAG.SYNCIN), [
    'flags/alone[low-priority]',
    'flags/low-priority[out]',
  ]),
  breaking(
    ['SYNC-26'],
    ruled('SkipSuspendedDirs is not heard', heard((_, flags) => flags & ~SYNC_FLAG.SKIPSUSPENDEDDIRS), [
      'cache/left-out',
      'flags/beside-both[skip-suspended]',
      'flags/worked[background-caller]',
    ]),
  ),
  breaking(
    ['SYNC-27'],
    ruled('suspended folders are always left out', heard((_, flags) => flags | SYNC_FLAG.SKIPSUSPENDEDDIRS), [
      'cache/suspended',
      'cache/suspended-online',
      'flags/alone[in]',
    ]),
  ),
  ruled('NONEWFILESOUT is not heard', heard((_, flags) => flags & ~SYNC_FLAG.NONEWFILESOUT), [
    'flags/no-new-out',
    'flags/beside-both[no-new-out]',
    'flags/worked[no-new-out]',
  ]),
  ruled(
    'NONEWFILESOUT keeps new files from coming in',
    heard((given, flags) =>
      (given & SYNC_FLAG.NONEWFILESOUT) === 0 ? flags : flags & ~(SYNC_FLAG.PINNEWFILES | FOR_NEW)
    ),
    ['flags/no-new-out-without-out', 'flags/pairs[p09]'],
  ),
]

/** Mutants of conflicts. */
const OF_CONFLICTS: readonly Mutant[] = [
  breaking(
    ['SYNC-29'],
    ruled('KEEPLOCAL leaves conflicts open', deaf(CONFLICT_RESOLVE.KEEPLOCAL), [
      'conflicts/policies[keep-local]',
      'flags/policy-value[1]',
    ]),
  ),
  breaking(
    ['SYNC-30'],
    ruled('KEEPREMOTE leaves conflicts open', deaf(CONFLICT_RESOLVE.KEEPREMOTE), [
      'conflicts/policies[keep-remote]',
      'flags/policy-value[2]',
      'flags/no-new-out-without-out',
    ]),
  ),
  breaking(
    ['SYNC-32'],
    ruled(
      'the bit of KEEPLOCAL is KEEPLOCAL, whatever is beside it',
      heard((_, flags) =>
        (flags & CONFLICT_POLICY.KEEPLOCAL) === 0
          ? flags
          : flags & ~CONFLICT_POLICY_MASK | CONFLICT_POLICY.KEEPLOCAL
      ),
      ['conflicts/local-and-remote-is-latest', 'flags/both-policies', 'flags/policy-value[3]'],
    ),
  ),
  breaking(
    ['SYNC-32'],
    ruled(
      'the bit of KEEPREMOTE is KEEPREMOTE, whatever is beside it',
      heard((_, flags) =>
        (flags & CONFLICT_POLICY.KEEPREMOTE) === 0
          ? flags
          : flags & ~CONFLICT_POLICY_MASK | CONFLICT_POLICY.KEEPREMOTE
      ),
      ['people/clock-jumps', 'conflicts/local-and-remote-is-latest', 'flags/both-policies'],
    ),
  ),
  breaking(
    ['SYNC-33'],
    ruled('without a policy the local copy wins', {
      resolve: (state, resolution, context) =>
        RULES.resolve(
          state,
          resolution === CONFLICT_RESOLVE.NONE ? CONFLICT_RESOLVE.KEEPLOCAL : resolution,
          context,
        ),
    }, ['conflicts/both-edited', 'flags/policy-value[0]']),
  ),
  breaking(
    ['SYNC-33'],
    tampered('nobody hears of a conflict', {
      ask: (request) =>
        request.kind === 'publish' && request.event.event === 'SYNCCONFLICTRECADDED' ? undefined : request,
    }, ['conflicts/both-edited', 'people/two-clients']),
  ),
]

/** Mutants that break a promise of the method's page, or a condition of a flag that only the other page tells. */
export const MUTANTS_OF_PROMISES: readonly Mutant[] = [...OF_WORK, ...OF_CONFLICTS]

/** Hears LOWPRIORITY. */
function low(change: (effective: number) => number): Partial<Rules> {
  return heard((given, flags) => (given & SYNC_FLAG.LOWPRIORITY) === 0 ? flags : change(flags))
}

/** A resolution that settles nothing. */
function deaf(to: number): Partial<Rules> {
  return {
    resolve: (state, resolution, context) =>
      resolution === to ? { do: 'record' } : RULES.resolve(state, resolution, context),
  }
}

interface PinFor {
  readonly breaks?: string
  readonly caughtBy: readonly string[]
  readonly withoutNew: readonly string[]
}

/** A flag that says for whom new items are pinned: not heard, or heard without PinNewFiles as well. */
function pinFor(name: string, flag: number, { breaks, caughtBy, withoutNew }: PinFor): readonly Mutant[] {
  const unheard = ruled(`${name} is not heard`, heard((_, flags) => flags & ~flag), caughtBy)
  const eager = ruled(
    `${name} brings PinNewFiles along`,
    heard((given, flags) =>
      (given & flag) === 0 || (given & SYNC_FLAG.SYNCIN) === 0 ? flags : flags | flag | SYNC_FLAG.PINNEWFILES
    ),
    withoutNew,
  )
  return breaks === undefined ? [unheard, eager] : [breaking([breaks], unheard), breaking([breaks], eager)]
}

/** Records are found without a field. */
function overlooking(field: string): Tampering {
  return {
    answer: (_, reply): Reply => {
      if (reply.kind !== 'get-record' || !isObject(reply.value)) return reply
      const kept = Object.entries(reply.value).filter(([name]) => name !== field)
      return { kind: 'get-record', value: Object.fromEntries(kept) }
    },
  }
}

/** Sessions that neither see nor leave pins of the category `user`. */
function ownPins(): Tampering {
  const unpinned = (value: Json | undefined): Json | undefined =>
    isObject(value) && isObject(value['pins']) ? { ...value, pins: { ...value['pins'], user: 0 } } : value
  return {
    ask: (request) =>
      request.kind === 'put-record' && isObject(request.value)
        ? { ...request, value: unpinned(request.value) }
        : request,
    answer: (_, reply): Reply => {
      if (reply.kind === 'get-record') return { kind: 'get-record', value: unpinned(reply.value) }
      if (reply.kind !== 'list-records') return reply
      const records = new Map([...reply.records].map(([key, value]) => [key, unpinned(value) ?? value]))
      return { kind: 'list-records', records }
    },
  }
}
