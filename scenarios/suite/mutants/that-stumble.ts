/** Engines that stumble where one thing goes wrong at a bad moment. */

import type { FileInfo, Request } from '../../../sim/mod.ts'
import { isObject, type Mutant, tampered } from './mutant.ts'

/** Mutants that stumble where one thing goes wrong at a bad moment. */
export const STUMBLING_MUTANTS: readonly Mutant[] = [
  tampered('what cannot be looked at is taken for gone', {
    answer: (request, reply) =>
      request.kind === 'stat' && reply.kind === 'failed' && reply.code === 5
        ? { kind: 'failed', code: 2 }
        : reply,
  }, ['interruptions/not-looked-at', 'interruptions/folder-above-not-seen', 'interruptions/kept-in-part']),
  tampered('what cannot be listed is taken for empty', {
    answer: (request, reply) =>
      request.kind === 'list' && reply.kind === 'failed' ? { kind: 'list', entries: [] } : reply,
  }, [
    'interruptions/made-again-in-part[not-listed]',
    'interruptions/not-disowned',
    'interruptions/not-seen-empty',
    'interruptions/children-not-listed',
  ]),
  tampered('nothing is awaited', {
    ask: (request) =>
      request.kind === 'put-record' && isObject(request.value) && request.value['sparse'] === true
        ? undefined
        : request,
  }, ['interruptions/restored-in-part', 'interruptions/choice-stands', 'interruptions/target-not-fetched']),
  tampered('a file is put in place whatever is there by then', {
    ask: (request) => request.kind === 'commit' ? { ...request, expect: 'any' } : request,
  }, ['interruptions/written-between-pin-and-fetch', 'interruptions/old-name-taken']),
  tampered('nothing that came to nothing is put back', {
    ask: (request) => request.kind === 'put-record' && putsBack(request) ? undefined : request,
  }, [
    'conflicts/server-folder-locked',
    'conflicts/local-folder-locked',
    'conflicts/server-file-locked',
  ]),
  tampered('a name that could not be respelled is taken for respelled', {
    answer: (request, reply) =>
      request.kind === 'rename' && reply.kind === 'failed' ? { kind: 'rename', info: NO_INFO } : reply,
  }, ['interruptions/not-respelled']),
]

/** True for a record that is what it was before something was begun. */
function putsBack({ value, expect }: Request & { readonly kind: 'put-record' }): boolean {
  const begun = expect?.value
  if (!isObject(begun) || !isObject(value)) return false
  const wasChosen = begun['wins'] !== undefined && value['wins'] === undefined
  const wasAwaited = begun['sparse'] === true && value['type'] === 'directory'
  const wasDisowned = begun['original'] === null && value['original'] !== null && value['sparse'] === false
  return value['original'] !== undefined && (wasChosen || wasAwaited || wasDisowned)
}

const NO_INFO: FileInfo = {
  type: 'file',
  attributes: 0,
  size: 0,
  times: { creation: 0, lastWrite: 0, change: 0, lastAccess: 0 },
  id: 0,
}
