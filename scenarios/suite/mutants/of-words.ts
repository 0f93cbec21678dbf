/** Engines that get the words of a call wrong: its progress, its questions to the user, what it returns, and when it stops. */

import { RULES } from '../../../engine/mod.ts'
import { ERROR, hresultOf, type ProgressRequest, type Request, SYNC_FLAG, win32Of } from '../../../sim/mod.ts'
import { breaking, heard, type Mutant, returning, ruled, tampered, type Tampering } from './mutant.ts'

/** Mutants of what the caller and the user are told and asked, and of what is returned. */
export const MUTANTS_OF_WORDS: readonly Mutant[] = [
  breaking(
    ['SYNC-22'],
    ruled('progress is never waited for', heard((_, flags) => flags | SYNC_FLAG.ASYNCPROGRESS), [
      'progress/one-item-late[in-step]',
      'progress/abort-at-item-begin[in-step]',
    ]),
  ),
  breaking(
    ['SYNC-24'],
    ruled('nobody is ever asked', heard((_, flags) => flags & ~SYNC_FLAG.INTERACTIVE), [
      'flags/asked',
      'flags/answer-refused',
      'flags/nothing-to-ask',
      'flags/asked-for-target[window]',
    ]),
  ),
  breaking(
    ['SYNC-24'],
    ruled('every call may ask', heard((_, flags) => flags | SYNC_FLAG.INTERACTIVE), [
      'flags/not-asked',
      'flags/asked-for-target[not-asked]',
    ]),
  ),
  breaking(
    ['SYNC-25'],
    ruled('Console is not heard', heard((_, flags) => flags & ~SYNC_FLAG.CONSOLE), [
      'flags/on-the-console',
      'flags/answer-refused[console]',
      'flags/asked-for-target[console]',
    ]),
  ),
  breaking(
    ['SYNC-24', 'SYNC-25'],
    ruled(
      'Console brings Interactive along',
      heard((given, flags) =>
        (given & SYNC_FLAG.CONSOLE) === 0 ? flags : flags | SYNC_FLAG.CONSOLE | SYNC_FLAG.INTERACTIVE
      ),
      ['flags/console-without-interactive', 'flags/worked[console-alone]'],
    ),
  ),
  breaking(
    ['SYNC-34'],
    returning('a call returns HRESULTs', hresultOf, [
      'calls/unreachable-server',
      'flags/not-asked',
      'progress/end-says-why',
    ]),
  ),
  breaking(
    ['SYNC-34'],
    returning('a call always returns 0', () => ERROR.SUCCESS, [
      'calls/refused-flags',
      'flags/undefined-bit[bit-27]',
      'flags/policy-value[15]',
      'flags/refused-for-all',
    ]),
  ),
  breaking(
    ['SYNC-35'],
    ruled('the fields of progress are parted by semicolons', {
      progressText: (report) => RULES.progressText(report).replace(/^(\d+):(\d+):/, '$1;$2;'),
    }, ['progress/texts', 'progress/paths-as-stored']),
  ),
  breaking(
    ['SYNC-36'],
    tampered('Begin is told twice', twice((report) => report.reason === 0), [
      'progress/texts',
      'progress/once-for-all',
    ]),
  ),
  breaking(
    ['SYNC-37'],
    tampered('End is told twice', twice((report) => report.reason === 1), [
      'progress/cancelled',
      'progress/once-for-all',
    ]),
  ),
  breaking(
    ['SYNC-38'],
    tampered('ItemBegin is not told', silent((report) => report.reason === 2), [
      'progress/texts',
      'progress/paths-as-stored',
    ]),
  ),
  breaking(
    ['SYNC-39'],
    tampered('ItemResult is not told where the item succeeded', silent(isSuccess), [
      'progress/texts',
      'progress/retried',
    ]),
  ),
  breaking(
    ['SYNC-39'],
    tampered('ItemResult is not told where the item failed', silent((report) => report.result !== 0), [
      'progress/every-code-its-text',
      'cache/room-for-sync',
    ]),
  ),
  breaking(
    ['SYNC-40'],
    tampered('every Result is zero', told((report) => ({ ...report, result: 0 })), [
      'calls/unreachable-server',
      'progress/failed-item',
    ]),
  ),
  breaking(
    ['SYNC-40'],
    tampered(
      'progress carries Win32 codes',
      told((report) => ({ ...report, result: win32Of(report.result) })),
      ['progress/failed-item', 'progress/every-code-its-text', 'progress/end-says-why'],
    ),
  ),
  breaking(
    ['SYNC-41'],
    ruled('success has no text', {
      progressText: (report) =>
        report.result === 0
          ? `${report.reason}:${report.result}::${report.path}`
          : RULES.progressText(report),
    }, ['progress/texts', 'progress/once-for-all']),
  ),
  breaking(
    ['SYNC-41'],
    ruled('every failure has the same text', {
      progressText: (report) =>
        report.result === 0
          ? RULES.progressText(report)
          : `${report.reason}:${report.result}:Failed.:${report.path}`,
    }, ['progress/failed-item', 'progress/every-code-its-text']),
  ),
  breaking(
    ['SYNC-42'],
    tampered(
      'Begin and End carry the path of a share',
      told((report) => report.path === '' ? { ...report, path: '\\\\hq\\docs' } : report),
      ['progress/texts', 'progress/end-says-why', 'progress/once-for-all'],
    ),
  ),
  breaking(
    ['SYNC-43'],
    tampered('a call that is stopped takes back what it sent last', takingBack, [
      'progress/cancelled',
      'progress/aborted[item-result]',
      'progress/one-item-late',
    ]),
  ),
  breaking(
    ['SYNC-01', 'SYNC-44'],
    ruled('only the first path is heard', {
      scopesOf: (call) => {
        const scopes = RULES.scopesOf(call)
        return 'paths' in scopes ? { paths: scopes.paths.slice(0, 1) } : scopes
      },
    }, [
      'directions/every-path-alike',
      'calls/one-server-of-two',
      'flags/on-the-console',
      'progress/once-for-all',
    ]),
  ),
]

function told(change: (report: ProgressRequest) => ProgressRequest): Tampering {
  return { ask: (request) => request.kind === 'progress' ? reworded(change(request)) : request }
}

/** The text of a report, made of its fields. */
function reworded(report: ProgressRequest): ProgressRequest {
  const { reason, result, path } = report
  return { ...report, message: RULES.progressText({ reason, result, path }) }
}

function isSuccess({ reason, result }: ProgressRequest): boolean {
  return reason === 3 && result === ERROR.SUCCESS
}

function silent(about: (report: ProgressRequest) => boolean): Tampering {
  return { ask: (request) => request.kind === 'progress' && about(request) ? undefined : request }
}

function twice(about: (report: ProgressRequest) => boolean): Tampering {
  return { first: (request) => request.kind === 'progress' && about(request) ? request : undefined }
}

/** Remembers the last file that was put in place; once the call is to stop, removes it. */
function takingBack(): Tampering {
  let last: Request | undefined
  return {
    ask: (request) => {
      if (request.kind === 'stage') {
        const { on, path } = request
        last = { kind: 'remove', on, path, ignoreReadonly: true }
      }
      return request
    },
    again: (_, reply) => {
      const isStopped = reply.kind === 'progress'
        ? reply.response === 'abort'
        : reply.kind === 'query-abort' && reply.abort
      return isStopped ? last : undefined
    },
  }
}
