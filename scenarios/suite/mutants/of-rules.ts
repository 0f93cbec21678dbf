/** Engines that get wrong one of the rules on states, calls and reports, each breaking that rule alone as far as it goes. */

import { type LocalCondition, RULES, type Rules, type ServerCondition } from '../../../engine/mod.ts'
import { ATTRIBUTE, CONFLICT_RESOLVE, type DirEntry, ERROR, hresultOf, SYNC_FLAG } from '../../../sim/mod.ts'
import { blindTo, breaking, isObject, type Mutant, reads, ruled, tampered } from './mutant.ts'
import { MUTANTS_OF_FACES } from './of-faces.ts'

const UNDOCUMENTED_AS_STABLE: Partial<Rules> = {
  classify: (local, server) => isUndocumented(local, server) ? 0 : RULES.classify(local, server),
}

/** Mutants of the rules on states, calls and reports. */
export const MUTANTS_OF_RULES: readonly Mutant[] = [
  ...MUTANTS_OF_FACES,
  breaking(
    ['P2.1'],
    ruled('what nobody remembers on the server is taken for deleted there', readsAs({ 2: 46, 5: 49 }), [
      'cache/carried-over',
    ]),
  ),
  breaking(
    ['STATE-11', 'P2.2'],
    ruled('a file for a folder that is gone there is taken for new', reads(11, 6), [
      'conflicts/file-for-folder[deleted-there]',
      'conflicts/file-for-deleted-folder[keep-remote]',
    ]),
  ),
  breaking(
    ['P2.3'],
    ruled('new folders go out though no new names may', {
      decide: (state, flags) => RULES.decide(state, state === 20 ? flags & ~SYNC_FLAG.NONEWFILESOUT : flags),
    }, ['directions/held-back']),
  ),
  breaking(
    ['P2.5'],
    ruled('a folder for a file that is gone there is taken for a conflict', reads(25, 29), [
      'directories/folder-for-deleted-file',
    ]),
  ),
  breaking(
    ['P2.6'],
    ruled('what has changed since its name was seen is not new', readsAs({ 32: 0, 33: 0 }), [
      'cache/name-of-edited',
      'cache/name-of-folder',
    ]),
  ),
  breaking(
    ['STATE-41', 'P2.7'],
    ruled('a listing that was cut short stays so', blindTo(41), ['cache/listing-cut-short']),
  ),
  breaking(
    ['STATE-53', 'P2.8'],
    ruled(
      'of what was deleted twice, seen and unseen are confused',
      readsAs({ 50: 51, 51: 50, 52: 53, 53: 52 }),
      [
        'directories/given-up-twice[was-a-file]',
        'directories/saved-then-deleted[edited-there]',
      ],
    ),
  ),
  ruled('what was deleted twice here stays there', blindTo(50, 52), [
    'directories/given-up-twice[was-that-folder]',
    'directories/saved-then-deleted[untouched-there]',
  ]),
  breaking(
    ['P2.11'],
    ruled('what no state is documented for is taken for stable', UNDOCUMENTED_AS_STABLE, [
      'directories/nearest-state',
    ]),
  ),
  breaking(
    ['P2.21'],
    ruled('copies that look alike are taken for the same', sameWhenAlike(), [
      'conflicts/same-at-the-same-moment',
    ]),
  ),
  breaking(
    ['STATE-7', 'STATE-8', 'STATE-26', 'STATE-27'],
    ruled(
      'a file against a folder is let be where both sides have changed',
      blindTo(4, 7, 8, 14, 22, 26, 27),
      [
        'conflicts/hidden-file-for-folder',
        'conflicts/file-for-folder[hidden-there]',
        'conflicts/file-for-folder[system-file-there]',
        'conflicts/edit-against-hidden-folder',
        'conflicts/new-folder-new-file',
        'conflicts/changed-folder-against-file',
      ],
    ),
  ),
  ruled('folders made where a file was clash', reads(24, 23), ['directories/folder-for-file-on-both']),
  ruled('half a copy stays where the server has none or a folder', blindTo(17, 19), [
    'cache/half-fetched-then-deleted',
    'cache/became-hidden-folder',
  ]),
  breaking(
    ['P2.19'],
    ruled('what is in sync is fetched again', reads(0, 44), [
      'changes/in-sync',
      'calls/single-file[in-sync]',
    ]),
  ),
  breaking(
    ['P1.3'],
    ruled('flags that WMI does not list are refused', {
      validateFlags: (flags) =>
        (flags & COM_ONLY) === 0 ? RULES.validateFlags(flags) : ERROR.INVALID_PARAMETER,
    }, ['calls/flags-of-the-other-pages', 'changes/for-whom[redirection]']),
  ),
  breaking(
    ['P1.6', 'D6.5'],
    ruled('of several pin flags the lowest counts', {
      pinsForNew: (parent, type, flags) => RULES.pinsForNew(parent, type, flags & ~higherPins(flags)),
    }, ['changes/for-everybody']),
  ),
  breaking(
    ['P2.25'],
    ruled('the paths of a call are taken from the last to the first', {
      scopesOf: (call) => {
        const scopes = RULES.scopesOf(call)
        return 'paths' in scopes ? { paths: scopes.paths.toReversed() } : scopes
      },
    }, ['calls/course', 'calls/overlapping']),
  ),
  breaking(
    ['P3.11'],
    tampered('a handler without an answer is taken to skip', {
      answer: (_, reply) =>
        reply.kind === 'resolve-conflict' && reply.resolution === CONFLICT_RESOLVE.NONE
          ? { ...reply, resolution: CONFLICT_RESOLVE.SKIP }
          : reply,
    }, ['conflicts/handler-declines', 'conflicts/answered[none]']),
  ),
  tampered('a conflict to be skipped is recorded', {
    answer: (_, reply) =>
      reply.kind === 'resolve-conflict' && reply.resolution === CONFLICT_RESOLVE.SKIP
        ? { ...reply, resolution: CONFLICT_RESOLVE.LOG }
        : reply,
  }, ['conflicts/skipped-is-usable[skipped]', 'conflicts/answered[skip]']),
  breaking(
    ['P4.4'],
    worded('texts end with a line break', (text) => `${text}\r\n`, [
      'progress/failure-text',
      'progress/texts',
      'progress/failed-item',
    ]),
  ),
  breaking(
    ['P4.5'],
    worded('a colon in a text is replaced', (text) => text.replaceAll(':', ';'), [
      'progress/failure-text[with-a-colon]',
    ]),
  ),
  breaking(
    ['P4.3'],
    worded('success has no text', (text) => text.startsWith('The operation completed') ? '' : text, [
      'progress/failure-text',
      'progress/texts',
    ]),
  ),
  breaking(
    ['P4.7'],
    tampered('what begins is reported as pending', {
      ask: (request) => {
        if (request.kind !== 'progress' || (request.reason !== 0 && request.reason !== 2)) return request
        const result = hresultOf(997)
        const { reason, path } = request
        return { ...request, result, message: RULES.progressText({ reason, result, path }) }
      },
    }, ['progress/failure-text', 'progress/texts']),
  ),
  breaking(
    ['P4.6'],
    tampered('the call itself is counted as an item', {
      ask: (request) =>
        request.kind === 'progress' && request.reason < 2
          ? { ...request, current: request.current + 1, upperBound: request.upperBound + 1 }
          : request,
    }, ['progress/nothing-to-count', 'progress/failures-count']),
  ),
  tampered('what begins is counted as done', {
    ask: (request) =>
      request.kind === 'progress' && request.reason === 2
        ? { ...request, current: request.current + 1 }
        : request,
  }, ['progress/failures-count']),
  breaking(
    ['P4.14'],
    tampered('to repeat what begins is taken for an abort', {
      answer: (request, reply) =>
        request.kind === 'progress' && request.reason === 2 && reply.kind === 'progress' &&
          reply.response === 'retry'
          ? { kind: 'progress', response: 'abort' }
          : reply,
    }, ['progress/retried-too-early']),
  ),
  breaking(
    ['P4.18'],
    tampered('folders are not reported', {
      ask: (request) =>
        request.kind === 'progress' && request.path !== '' && !request.path.includes('.')
          ? undefined
          : request,
      answer: (request, reply) =>
        request.kind === 'progress' && reply.kind !== 'progress'
          ? { kind: 'progress', response: 'continue' }
          : reply,
    }, ['progress/folders', 'changes/created-here']),
  ),
  breaking(
    ['P5.1'],
    tampered('a time that was set is no change', {
      ask: (request) => {
        if (request.kind !== 'put-record' || !isObject(request.value)) return request
        const { marks } = request.value
        if (!isObject(marks)) return request
        return { ...request, value: { ...request.value, marks: { ...marks, modifiedTime: false } } }
      },
    }, ['cache/what-is-dirty[redated]']),
  ),
  breaking(
    ['P6.3'],
    ruled('a mere name is as good as the file', {
      classify: (local, server) => local === 'ghost' ? 0 : RULES.classify(local, server),
    }, ['changes/what-is-new', 'cache/name-of-edited']),
  ),
  ruled('what was deleted here is new again', reads(34, 30), [
    'changes/what-is-new',
    'changes/deleted-here',
  ]),
  breaking(
    ['P7.10', 'D7.3'],
    ruled('suspended folders are left out of every call', {
      normaliseFlags: (flags, handler) => RULES.normaliseFlags(flags, handler) | SYNC_FLAG.SKIPSUSPENDEDDIRS,
    }, ['cache/new-in-suspended', 'cache/suspended']),
  ),
  breaking(
    ['D8.5'],
    ruled('a file with the sparse bit is taken for incomplete', {
      localCondition: (record, local) => {
        const condition = RULES.localCondition(record, local)
        const bits = local?.info.attributes ?? 0
        return condition === 'file, clean' && (bits & ATTRIBUTE.SPARSE_FILE) !== 0
          ? 'file, sparse'
          : condition
      },
    }, ['cache/sparse-on-disk']),
  ),
]

const COM_ONLY = SYNC_FLAG.PINFORREDIR | SYNC_FLAG.NONEWFILESOUT
const PIN_FLAGS: readonly number[] = [
  SYNC_FLAG.PINFORUSER,
  SYNC_FLAG.PINFORUSER_POLICY,
  SYNC_FLAG.PINFORALL,
  SYNC_FLAG.PINFORREDIR,
]

/** The pin flags that are set, but for the lowest. */
function higherPins(flags: number): number {
  return PIN_FLAGS.filter((flag) => (flags & flag) !== 0).slice(1).reduce((sum, flag) => sum | flag, 0)
}

/** Reads some states as others. */
function readsAs(others: Readonly<Record<number, number>>): Partial<Rules> {
  return {
    classify: (local, server) => {
      const cell = RULES.classify(local, server)
      return typeof cell === 'number' ? others[cell] ?? cell : cell
    },
  }
}

/** Cells that got the nearest state, there being none of their own (P2.11). */
function isUndocumented(local: LocalCondition, server: ServerCondition): boolean {
  const isDirectory = server.startsWith('directory')
  if (local === 'file tombstone') return isDirectory
  if (local === 'directory tombstone') return server.startsWith('file')
  return local === 'directory, incompletely listed' && !isDirectory
}

/** Takes a server copy that looks like the local one for the original. */
function sameWhenAlike(): Partial<Rules> {
  let last: DirEntry | undefined
  return {
    localCondition: (record, local) => {
      last = local
      return RULES.localCondition(record, local)
    },
    serverCondition: (record, server) => {
      const condition = RULES.serverCondition(record, server)
      const isSame = last !== undefined && server !== undefined && last.info.type === 'file' &&
        last.info.size === server.info.size && last.info.times.lastWrite === server.info.times.lastWrite
      return isSame && condition === 'file, changed' ? 'file' : condition
    },
  }
}

/** Words the text of a result otherwise. */
function worded(name: string, change: (text: string) => string, caughtBy: readonly string[]): Mutant {
  return ruled(name, {
    progressText: ({ reason, result, path }) => {
      const [head, tail] = [`${reason}:${result}:`, `:${path}`]
      const whole = RULES.progressText({ reason, result, path })
      return `${head}${change(whole.slice(head.length, whole.length - tail.length))}${tail}`
    },
  }, caughtBy)
}
