/** Engines that get wrong the order of things, what they tell of them, and what is left of what was deleted. */

import { RULES } from '../../../engine/mod.ts'
import { ATTRIBUTE, hresultOf, type Json, type Request } from '../../../sim/mod.ts'
import { breaking, isObject, type Mutant, ruled, type Tampering } from './mutant.ts'
import { atApplications, everywhere, inCalls } from './places.ts'
import { toldAs } from './told-as.ts'

/** Mutants of order, reports and tombstones. */
export const MUTANTS_OF_ORDER: readonly Mutant[] = [
  breaking(
    ['P10.1'],
    inCalls('a result is published after it was told', () => ({
      ask: (request) => isPublished(request, 'SYNCFILERESULT') ? undefined : request,
      again: (request) =>
        request.kind === 'progress' && request.reason === 3
          ? {
            kind: 'publish',
            event: { event: 'SYNCFILERESULT', path: request.path, result: request.result },
          }
          : undefined,
    }), ['progress/whole-call', 'progress/one-item', 'progress/failed-course']),
  ),
  breaking(
    ['P10.1', 'P15.54'],
    inCalls('what becomes of an item is published once it is over', () => late('ITEM'), [
      'progress/one-item[deleted-there]',
      'progress/one-item[filled]',
      'progress/pin-then-copy',
    ]),
  ),
  breaking(
    ['P3.14', 'P3.15'],
    inCalls('records are announced once the item is over', () => late('SYNCCONFLICTREC'), [
      'progress/record-of-conflict',
      'conflicts/one-each',
    ]),
  ),
  breaking(
    ['P15.3'],
    inCalls('what is forgotten is forgotten without a word', () => ({
      ask: (request) => isPublished(request, 'ITEMDELETEDFROMCACHE') ? undefined : request,
    }), [
      'progress/forgotten-in-silence[tombstone-in]',
      'progress/forgotten-in-silence[tombstone-out]',
      'progress/forgotten-in-silence[mere-name]',
    ]),
  ),
  breaking(
    ['P15.33', 'P4.6'],
    inCalls('items are counted when they are begun', () => ({
      ask: (request) =>
        request.kind === 'progress' && request.reason === 2
          ? { ...request, current: request.current + 1 }
          : request,
    }), ['progress/growing-bound[target-of-a-link]', 'progress/growing-bound[targets-of-two]']),
  ),
  breaking(
    ['P15.33', 'P4.6'],
    inCalls('the bound is what is left to do', () => ({
      ask: (request) =>
        request.kind === 'progress'
          ? { ...request, upperBound: request.upperBound - request.current }
          : request,
    }), ['progress/growing-bound[target-of-a-link]', 'progress/growing-bound[targets-of-two]']),
  ),
  breaking(
    ['P11.1'],
    ruled('codes are told in the words of COM', {
      progressText: (report) =>
        COM_TEXTS[report.result] === undefined
          ? RULES.progressText(report)
          : `${report.reason}:${report.result}:${COM_TEXTS[report.result]}:${report.path}`,
    }, [
      'faults/windows-text[access-denied]',
      'faults/windows-text[out-of-memory]',
      'faults/windows-text[invalid-argument]',
    ]),
  ),
  breaking(
    ['P11.2'],
    inCalls('whatever fails has failed in general', () => ({
      ask: (request) =>
        request.kind === 'progress' ? toldAs(request, (code) => code === 0 ? 0 : 31) : request,
    }), [
      'faults/vanished[file]',
      'faults/vanished[folder]',
      'faults/in-the-way[no-right]',
      'faults/in-the-way[in-use]',
      'faults/in-the-way[no-room]',
      'faults/in-the-way[over-quota]',
    ]),
  ),
  breaking(
    ['P15.38', 'P15.56'],
    inCalls('what was deleted here is not known any more', () => ({
      answer: (request, reply) =>
        request.kind === 'get-record' && reply.kind === 'get-record' && isTombstone(reply.value)
          ? { kind: 'get-record', value: undefined }
          : reply,
    }), [
      'changes/named-by-its-path[file]',
      'changes/named-by-its-path[in-a-folder]',
      'changes/named-by-its-path[folder]',
      'changes/target-deleted-here[elsewhere]',
      'changes/target-deleted-here[beside-the-link]',
    ]),
  ),
  breaking(
    ['P15.7'],
    atApplications('a folder that was made here leaves nothing behind', forgetsFolders, [
      'changes/folder-over-it[untouched-there]',
      'changes/folder-over-it[edited-there]',
    ]),
  ),
  breaking(
    ['P15.24'],
    ruled('nobody remembers what was replaced before it was deleted', {
      localCondition: (record, local) => {
        const condition = RULES.localCondition(record, local)
        return condition === 'file tombstone, replaced' ? 'file tombstone' : condition
      },
    }, [
      'changes/file-over-it[file]',
      'changes/file-over-it[edited-file]',
      'changes/file-over-it[folder]',
      'changes/file-over-it[hidden-folder]',
    ]),
  ),
  breaking(
    ['P15.1'],
    ruled('what has another kind than what was deleted is taken for it', {
      serverCondition: (record, server) => {
        const condition = RULES.serverCondition(record, server)
        const isOther = record?.marks.deletedOffline === true && record.original?.type !== server?.info.type
        return isOther && condition === 'directory, changed'
          ? 'directory'
          : isOther && condition === 'file, changed'
          ? 'file'
          : condition
      },
      classify: (local, server) => {
        const cell = RULES.classify(local, server)
        if (local === 'file tombstone' && server === 'directory') return 34
        return local === 'directory tombstone' && server === 'file' ? 35 : cell
      },
    }, ['changes/another-kind-there[folder-there]', 'changes/another-kind-there[file-there]']),
  ),
  breaking(
    ['P15.1'],
    ruled('a folder’s times count', {
      serverCondition: (record, server) => {
        const condition = RULES.serverCondition(record, server)
        return condition === 'directory' && record?.original?.type === 'directory' &&
            record.original.change !== server?.info.times.change
          ? 'directory, changed'
          : condition
      },
    }, ['changes/children-move-it[there]']),
  ),
  breaking(
    ['P15.1', 'P15.73'],
    ruled('another kind is always a change', {
      serverCondition: (record, server) => {
        const condition = RULES.serverCondition(record, server)
        if (record?.original === undefined || record.original?.type === server?.info.type) return condition
        return condition === 'file'
          ? 'file, changed'
          : condition === 'directory'
          ? 'directory, changed'
          : condition
      },
    }, [
      'changes/other-kind[file-there]',
      'changes/other-kind[folder-there]',
      'changes/other-kind[over-a-part]',
    ]),
  ),
  breaking(
    ['P15.1'],
    ruled('another kind is never a change', {
      serverCondition: (record, server) => {
        const condition = RULES.serverCondition(record, server)
        if (record?.original === undefined || record.original?.type === server?.info.type) return condition
        return condition === 'file, changed'
          ? 'file'
          : condition === 'directory, changed'
          ? 'directory'
          : condition
      },
    }, [
      'changes/other-kind[hidden-file-there]',
      'changes/other-kind[hidden-folder-there]',
      'changes/other-kind[hidden-over-a-part]',
    ]),
  ),
  breaking(
    ['P15.73', 'P15.27'],
    inCalls('ARCHIVE is not sent along', () => ({
      ask: (request) =>
        request.kind === 'commit' && request.info?.attributes !== undefined
          ? {
            ...request,
            info: { ...request.info, attributes: request.info.attributes & ~ATTRIBUTE.ARCHIVE },
          }
          : request,
    }), ['changes/archive-bit[written]', 'changes/archive-bit[made]']),
  ),
  breaking(
    ['P15.22'],
    inCalls('nobody is told what has changed', () => ({
      ask: (request) => {
        if (request.kind === 'resolve-conflict') return { ...request, changes: 0 }
        if (request.kind !== 'log') return request
        const { changes: _, ...entry } = request.entry
        return { ...request, entry }
      },
    }), ['conflicts/one-side', 'conflicts/both-sides', 'conflicts/folders']),
  ),
  breaking(
    ['P15.22'],
    inCalls('local changes and the server’s are exchanged', () => ({
      ask: (request) => {
        if (request.kind === 'resolve-conflict') return { ...request, changes: exchanged(request.changes) }
        if (request.kind !== 'log' || request.entry.changes === undefined) return request
        return { ...request, entry: { ...request.entry, changes: exchanged(request.entry.changes) } }
      },
    }), [
      'conflicts/one-side[longer-here]',
      'conflicts/one-side[as-long-here]',
      'conflicts/one-side[hidden-here]',
      'conflicts/one-side[longer-there]',
      'conflicts/one-side[as-long-there]',
      'conflicts/one-side[hidden-there]',
    ]),
  ),
  breaking(
    ['P15.52'],
    everywhere('a conflict has one record for all', () => ({
      answer: (request, reply) =>
        request.kind === 'list-records' && request.bucket === 'conflicts' && reply.kind === 'list-records'
          ? {
            kind: 'list-records',
            records: new Map(
              [...reply.records].map(([key, value]) => [
                key,
                isObject(value) ? { ...value, users: ['alice', 'bob'] } : value,
              ]),
            ),
          }
          : reply,
    }), ['conflicts/one-each', 'conflicts/settled-by-anyone']),
  ),
  inCalls('whoever settles a conflict settles it for themselves', () => ({
    ask: (request) =>
      request.kind === 'put-record' && request.bucket === 'conflicts' && request.value === undefined
        ? undefined
        : request,
  }), ['conflicts/settled-by-anyone']),
  breaking(
    ['P15.30'],
    inCalls('what cannot be listed is told at the end', toldAtTheEnd, [
      'directories/in-its-place[no-right]',
      'directories/in-its-place[disk-error]',
    ]),
  ),
  breaking(
    ['P15.67'],
    inCalls('files nobody here has seen are overlooked', () => ({
      answer: (request, reply) =>
        request.kind === 'list' && request.on === 'server' && reply.kind === 'list'
          ? { kind: 'list', entries: reply.entries.filter(({ name }) => name !== 'new.txt') }
          : reply,
    }), ['directories/unseen-and-open[side-by-side]', 'directories/unseen-and-open[one-down]']),
  ),
]

/** What COM says of codes that Windows has a text for as well. */
const COM_TEXTS: Readonly<Record<number, string>> = {
  [hresultOf(5)]: 'General access denied error',
  [hresultOf(14)]: 'Ran out of memory',
  [hresultOf(87)]: 'One or more arguments are invalid',
}

function isPublished(request: Request, event: string): boolean {
  return request.kind === 'publish' && request.event.event.startsWith(event)
}

function isTombstone(value: Json | undefined): boolean {
  return isObject(value) && isObject(value['marks']) && value['marks']['deletedOffline'] === true
}

function exchanged(changes: number): number {
  return (changes >> 3) | ((changes & 0x7) << 3)
}

/** Holds the last event of a kind back until the item's result was told. */
function late(event: string): Tampering {
  let held: Request | undefined
  return {
    ask: (request) => {
      if (!isPublished(request, event)) return request
      held = request
      return undefined
    },
    again: (request) => {
      if (request.kind !== 'progress' || request.reason !== 3) return undefined
      const publish = held
      held = undefined
      return publish
    },
  }
}

/** Erases what would be the tombstone of a folder that was made here. */
function forgetsFolders(): Tampering {
  const made = new Set<string>()
  return {
    answer: (request, reply) => {
      if (request.kind === 'get-record' && reply.kind === 'get-record' && isObject(reply.value)) {
        const { type, marks } = reply.value
        if (type === 'directory' && isObject(marks) && marks['createdOffline'] === true) made.add(request.key)
      }
      return reply
    },
    ask: (request) =>
      request.kind === 'put-record' && made.has(request.key) && isTombstone(request.value)
        ? { ...request, value: undefined }
        : request,
  }
}

/** Holds back what is told of a directory that could not be listed. */
function toldAtTheEnd(): Tampering {
  const refused = new Set<string>()
  const held: (Request & { readonly kind: 'progress' })[] = []
  return {
    answer: (request, reply) => {
      if (request.kind === 'list' && reply.kind === 'failed') refused.add(request.path)
      return reply
    },
    ask: (request) => {
      if (request.kind !== 'progress' || !refused.has(request.path)) return request
      held.push(request)
      return undefined
    },
    first: (request) => {
      const isLast = isPublished(request, 'SYNCEND') || (request.kind === 'progress' && request.reason === 1)
      return isLast ? held.shift() : undefined
    },
  }
}
