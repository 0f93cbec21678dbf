/** Engines with something wrong around their sessions: what a call returns, who calls, and how the cache is arranged. */

import { createEngine, type OfflineFilesEngine, RULES } from '../../../engine/mod.ts'
import {
  type ArrangeCall,
  ERROR,
  hresultOf,
  type Json,
  type PinCategory,
  type Reply,
  type Request,
  type Session,
  type SyncCall,
} from '../../../sim/mod.ts'
import { between, breaking, isObject, type Mutant, type Tampering } from './mutant.ts'

const PLAIN = createEngine()
const PIN_CATEGORIES: readonly PinCategory[] = ['user', 'userPolicy', 'computer', 'redirection']
const NO_PINS = { user: 0, userPolicy: 0, computer: 0, redirection: 0 } as const

/** Mutants of the faces of an engine. */
export const MUTANTS_OF_FACES: readonly Mutant[] = [
  breaking(
    ['P1.18', 'P4.9'],
    faced('a call returns the code of the item that failed last', { synchronize: returningFailures }, [
      'calls/two-of-three-fail',
      'faults/one-call-fails',
    ]),
  ),
  breaking(
    ['P1.20', 'D1.13'],
    faced('a call returns the HRESULT', { synchronize: returningHresults }, [
      'calls/the-number[cancelled]',
      'calls/the-number[no-server]',
      'progress/cancelled',
    ]),
  ),
  breaking(
    ['P1.20', 'D1.13'],
    faced('a call returns the low half of whatever code it is', { synchronize: returningLowHalves }, [
      'calls/the-number[no-paths]',
      'calls/no-array',
    ]),
  ),
  breaking(
    ['P3.12'],
    faced('a conflict that stays open is an error', { synchronize: failingConflicts }, [
      'conflicts/no-error[recorded]',
      'conflicts/no-error[skipped]',
    ]),
  ),
  breaking(
    ['P3.16'],
    faced('what is recorded counts for nothing online', {
      application: (call) =>
        between(PLAIN.application(call), {
          answer: (request, reply) =>
            request.kind === 'list-records' && request.bucket === 'conflicts'
              ? { kind: 'list-records', records: new Map() }
              : reply,
        }),
    }, ['conflicts/skipped-is-usable[recorded]', 'cache/conflict-online']),
  ),
  breaking(
    ['D6.1', 'SYNC-17'],
    faced('a pin counts for alice alone', {
      synchronize: (call) =>
        call.user === 'alice' ? PLAIN.synchronize(call) : between(PLAIN.synchronize(call), pinsRead(NO_PINS)),
    }, ['cache/pinned-for-all']),
  ),
  breaking(
    ['D6.5'],
    faced('to unpin an item takes all its pins away', { arrange: unpinningAll }, ['cache/one-reason-goes']),
  ),
  breaking(
    ['D6.8'],
    faced('what was pinned once stays pinned', {
      arrange: function* (call) {
        return call.arrangement.do === 'unpin' ? ERROR.SUCCESS : yield* PLAIN.arrange(call)
      },
    }, ['cache/last-reason-goes', 'cache/last-reason-goes-for-call']),
  ),
  breaking(
    ['D6.7'],
    faced('pins are overlooked when room is made', {
      application: (call) => between(PLAIN.application(call), pinsRead(NO_PINS)),
    }, ['cache/last-reason-goes', 'cache/least-recently-used']),
  ),
  breaking(
    ['P6.12', 'P7.12'],
    faced('an entry that goes is remembered', {
      synchronize: (call) => between(PLAIN.synchronize(call), { ask: nothingErased }),
      arrange: (call) => between(PLAIN.arrange(call), { ask: nothingErased }),
    }, ['changes/pin-dies-with-the-file', 'cache/cached-anew']),
  ),
  faced('a share that may not be cached takes pins', {
    arrange: function* (call) {
      const code = yield* PLAIN.arrange(call)
      return code === ERROR.NOT_SUPPORTED ? ERROR.SUCCESS : code
    },
  }, ['cache/never-cached']),
  faced('what only the name is here of seems to be missing', {
    application: function* (call) {
      const result = yield* PLAIN.application(call)
      return result.code === ERROR.FILE_OFFLINE ? { ...result, code: ERROR.FILE_NOT_FOUND } : result
    },
  }, ['cache/overwritten-unread', 'cache/sparse-is-refused']),
  breaking(
    ['D7.6'],
    faced('what is suspended tells how its share stands', {
      inspect: function* () {
        const views = yield* PLAIN.inspect()
        const share = views.find(({ suspended }) => !suspended)?.connection
        return views.map((view) =>
          share === undefined || !view.suspended ? view : { ...view, connection: share }
        )
      },
    }, ['cache/why-offline']),
  ),
  breaking(
    ['D7.5', 'P7.7'],
    faced('whatever is not there is suspended in silence', {
      arrange: function* (call) {
        const code = yield* PLAIN.arrange(call)
        return call.arrangement.do === 'suspend' && code === ERROR.FILE_NOT_FOUND ? ERROR.SUCCESS : code
      },
    }, ['cache/not-to-be-suspended']),
  ),
]

/** The reference engine with other faces. */
function faced(name: string, faces: Partial<OfflineFilesEngine>, caughtBy: readonly string[]): Mutant {
  return { name, engine: { ...PLAIN, ...faces }, caughtBy }
}

function* returningFailures(call: SyncCall): Session<number> {
  let failed = 0
  const note: Tampering = {
    ask: (request) => {
      if (request.kind === 'progress' && request.reason === 3 && request.result !== 0) {
        failed = request.result & 0xffff
      }
      return request
    },
  }
  const code = yield* between(PLAIN.synchronize(call), note)
  return code === ERROR.SUCCESS ? failed : code
}

function* returningHresults(call: SyncCall): Session<number> {
  return hresultOf(yield* PLAIN.synchronize(call))
}

function* returningLowHalves(call: SyncCall): Session<number> {
  return (yield* PLAIN.synchronize(call)) & 0xffff
}

/** Reports an item with 32 whose conflict is recorded or left. */
function failingConflicts(call: SyncCall): Session<number> {
  const open = new Set<string>()
  return between(PLAIN.synchronize(call), {
    ask: (request) => {
      if (request.kind === 'log' && request.entry.decision.endsWith(' conflict')) open.add(request.entry.path)
      if (request.kind !== 'progress' || request.reason !== 3 || !open.has(request.path)) return request
      const { reason, path } = request
      const result = hresultOf(ERROR.SHARING_VIOLATION)
      return { ...request, result, message: RULES.progressText({ reason, result, path }) }
    },
  })
}

/** Every record is read with these pins. */
function pinsRead(pins: Readonly<Record<PinCategory, number>>): Tampering {
  const change = (value: Json): Json => isObject(value) && 'pins' in value ? { ...value, pins } : value
  return {
    answer: (_, reply): Reply => {
      if (reply.kind === 'get-record' && reply.value !== undefined) {
        return { kind: 'get-record', value: change(reply.value) }
      }
      if (reply.kind !== 'list-records') return reply
      return {
        kind: 'list-records',
        records: new Map([...reply.records].map(([key, value]) => [key, change(value)])),
      }
    },
  }
}

function* unpinningAll(call: ArrangeCall): Session<number> {
  const { arrangement } = call
  if (arrangement.do === 'unpin') {
    for (const category of PIN_CATEGORIES) {
      yield* PLAIN.arrange({ ...call, arrangement: { ...arrangement, category } })
    }
  }
  return yield* PLAIN.arrange(call)
}

function nothingErased(request: Request): Request | undefined {
  return request.kind === 'put-record' && request.value === undefined ? undefined : request
}
