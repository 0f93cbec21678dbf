/** Engines that lose count where there is more than one of something: paths, shares, users, letters, levels, bytes. */

import { RULES } from '../../../engine/mod.ts'
import { type DirEntry, type Json, partsOf, type Reply, type Request, upcase } from '../../../sim/mod.ts'
import { breaking, isObject, type Mutant, reads, ruled, tampered } from './mutant.ts'

/** Mutants of several shares, paths, users and clients, and of names, levels and bytes by the thousand. */
export const MUTANTS_OF_MANY: readonly Mutant[] = [
  breaking(
    ['P1.16', 'F100'],
    ruled('paths are worked on in the order of their names', pathsAs((paths) => [...paths].sort()), [
      'many/in-the-order-of-the-call',
      'many/nested-three-deep[folder-first]',
      'many/nested-three-deep[file-first]',
      'many/nested-three-deep[file-then-share]',
      'many/server-and-share[share-first]',
      'many/deleted-and-its-folder[file-first]',
    ]),
  ),
  breaking(
    ['SYNC-01', 'P15.23'],
    ruled(
      'the last of several paths is forgotten',
      pathsAs((paths) => paths.slice(0, Math.max(1, paths.length - 1))),
      [
        'many/middle-unreachable',
        'many/one-file-fails',
        'many/alike-in-the-beginning',
      ],
    ),
  ),
  breaking(
    ['P14.5'],
    ruled(
      'short forms of names are resolved',
      pathsAs((paths) =>
        paths.map((path) =>
          path.replace('PROGRA~1', 'Program Files').replace('ANNUAL~1.TXT', 'Annual Report 2009.txt')
        )
      ),
      ['many/no-alias'],
    ),
  ),
  breaking(
    ['P14.3', 'P15.37'],
    ruled('a path has at most 259 units', {
      scopesOf: (call) =>
        call.paths?.some((path) => (path?.length ?? 0) > 259) === true
          ? { refused: 206 }
          : RULES.scopesOf(call),
    }, ['many/longest-path[at-the-limit]', 'many/lengths-in-the-call[name-of-255]']),
  ),
  breaking(
    ['P14.4'],
    ruled('a share has a name of at most twelve units', {
      scopesOf: (call) =>
        call.paths?.some((path) => (partsOf(path ?? '')[1] ?? '').length > 12) === true
          ? { refused: 123 }
          : RULES.scopesOf(call),
    }, ['many/share-of-eighty', 'many/lengths-in-the-call[share-of-80]']),
  ),
  breaking(
    ['P14.3'],
    tampered('names of more than 200 units are not seen', {
      answer: (_, reply) =>
        reply.kind === 'list'
          ? { kind: 'list', entries: reply.entries.filter(({ name }) => name.length <= 200) }
          : reply,
    }, ['many/longest-names[letters]', 'many/longest-names[pairs]']),
  ),
  breaking(
    ['P14.2', 'F62'],
    ruled(
      'all names of a server are one',
      pathsAs((paths) => paths.map((path) => path.replace(/^\\\\(?:srv\.dom|10\.0\.0\.5)\\/i, '\\\\srv\\'))),
      ['many/same-server-two-names[whole-name]', 'many/same-server-two-names[address]'],
    ),
  ),
  breaking(
    ['P15.38'],
    tampered('what was deleted here is unknown under its own path', {
      answer: (request, reply) =>
        request.kind === 'get-record' && reply.kind === 'get-record' && isDeleted(reply.value)
          ? { kind: 'get-record', value: undefined }
          : reply,
    }, ['many/deleted-and-its-folder[file-first]', 'many/deleted-and-its-folder[files-alone]']),
  ),
  breaking(
    ['P1.14', 'P15.40'],
    tampered('a server is taken for its first share', {
      answer: (request, reply) => isAboutShares(request) ? firstAlone(reply) : reply,
    }, [
      'many/whole-server',
      'many/whole-server-unreachable[alone]',
      'many/whole-server-unreachable[beside-another]',
      'many/server-and-share[server-first]',
    ]),
  ),
  breaking(
    ['P15.63', 'F87'],
    tampered('a connection that drops is taken for a server that was never there', {
      answer: (_, reply) =>
        reply.kind === 'failed' && reply.code === 64 ? { kind: 'failed', code: 53 } : reply,
    }, ['many/lost-on-the-way', 'many/day-on-the-road']),
  ),
  breaking(
    ['P9.6'],
    tampered('a call puts the share online', {
      again: (request, reply) =>
        request.kind === 'connect' && reply.kind === 'connect'
          ? { kind: 'set-connection', share: request.share, connection: { online: true, reason: 1 } }
          : undefined,
    }, ['many/online-beside-offline', 'many/day-on-the-road']),
  ),
  breaking(
    ['P15.52'],
    tampered('records of conflicts are everybody’s', {
      answer: (request, reply) => isAboutConflicts(request) ? ofEverybody(reply) : reply,
    }, ['many/whose-conflict', 'many/three-at-one-desk']),
  ),
  breaking(
    ['SYNC-17', 'SYNC-20'],
    ruled('a pin for the user is one for the computer', {
      pinsForNew: (parent, type, flags) => {
        const pins = RULES.pinsForNew(parent, type, flags)
        return pins === undefined
          ? undefined
          : { ...pins, computer: pins.user === 0 ? pins.computer : pins.user, user: 0 }
      },
    }, ['many/pinned-by-one', 'many/every-path-the-same-flags']),
  ),
  breaking(
    ['STATE-46'],
    ruled('what others have deleted is made again', reads(46, 6), [
      'many/away-for-long',
      'many/week-of-two-machines',
    ]),
  ),
  breaking(
    ['P2.14'],
    tampered('what was sent is taken for changed there ever after', {
      ask: (request) =>
        request.kind === 'put-record' ? { ...request, value: asSeenEarlier(request.value) } : request,
    }, ['many/edits-travel', 'many/opposed-policies', 'many/made-on-each']),
  ),
  breaking(
    ['F59', 'P14.1', 'P15.26'],
    tampered('names are compared as a reader would', {
      answer: (_, reply) => keyed(reply, (name) => name.normalize('NFC').toUpperCase()),
    }, [
      'many/two-names[composed-and-decomposed]',
      'many/two-names[sharp-s-and-two]',
      'many/two-names[dotless-i]',
      'many/two-names[ligature]',
      'many/beside-each-other',
    ]),
  ),
  breaking(
    ['P14.1', 'P2.17'],
    tampered('only letters of ASCII have capitals', {
      answer: (_, reply) => keyed(reply, (name) => name.replaceAll(/[a-z]/g, upcase)),
    }, ['many/one-name[accents]', 'many/one-name[final-sigma]', 'many/one-name[fullwidth]']),
  ),
  breaking(
    ['P2.18'],
    tampered('items are told in the order of their names as written', {
      answer: (_, reply) =>
        reply.kind === 'list' ? { kind: 'list', entries: [...reply.entries].sort(asWritten) } : reply,
    }, ['many/in-order[made]', 'many/in-order[deleted]']),
  ),
  breaking(
    ['P1.17'],
    tampered('nobody looks deeper than forty levels', {
      answer: (request, reply) =>
        request.kind === 'list' && partsOf(request.path).length > 42 && reply.kind === 'list'
          ? { kind: 'list', entries: [] }
          : reply,
    }, ['many/edited-at-the-bottom', 'many/made-here-all-the-way', 'many/made-there-all-the-way']),
  ),
  tampered('a listing ends after a thousand names', {
    answer: (_, reply) =>
      reply.kind === 'list' ? { kind: 'list', entries: reply.entries.slice(0, 1000) } : reply,
  }, ['many/thousands-of-names']),
  breaking(
    ['F55'],
    tampered('places in a file are counted in 32 bits', {
      ask: (request) =>
        request.kind === 'write' ? { ...request, offset: request.offset % 4_294_967_296 } : request,
    }, ['many/edited-at-the-far-end[four-gib-and-one]', 'many/grown-past-four', 'many/islands']),
  ),
]

/** The paths of a call, once they are found to be good, are taken for others. */
function pathsAs(change: (paths: readonly string[]) => readonly string[]): Partial<typeof RULES> {
  return {
    scopesOf: (call) => {
      const scopes = RULES.scopesOf(call)
      return 'paths' in scopes ? { paths: change(scopes.paths) } : scopes
    },
  }
}

function isAboutShares(request: Request): boolean {
  return request.kind === 'list-records' && request.bucket === 'shares'
}

function isAboutConflicts(request: Request): boolean {
  return request.kind === 'list-records' && request.bucket === 'conflicts'
}

function firstAlone(reply: Reply): Reply {
  if (reply.kind !== 'list-records') return reply
  const keys = [...reply.records.keys()].sort().slice(0, 1)
  return { kind: 'list-records', records: new Map([...reply.records].filter(([key]) => keys.includes(key))) }
}

function ofEverybody(reply: Reply): Reply {
  if (reply.kind !== 'list-records') return reply
  const everybody = (value: Json): Json =>
    isObject(value) ? { ...value, users: ['alice', 'bob', 'carol'] } : value
  return {
    kind: 'list-records',
    records: new Map([...reply.records].map(([key, value]) => [key, everybody(value)])),
  }
}

function isDeleted(value: Json | undefined): boolean {
  const marks = isObject(value) ? value['marks'] : undefined
  return isObject(marks) && marks['deletedOffline'] === true
}

/** A record whose original has a change time before the one that was seen. */
function asSeenEarlier(value: Json | undefined): Json | undefined {
  const original = isObject(value) ? value['original'] : undefined
  if (!isObject(value) || !isObject(original) || typeof original['change'] !== 'number') return value
  return { ...value, original: { ...original, change: original['change'] - 1 } }
}

/** Entries of a listing or a look, with other keys to compare their names by. */
function keyed(reply: Reply, keyOf: (name: string) => string): Reply {
  if (reply.kind !== 'list') return reply
  const entries = reply.entries.map((entry) => ({ ...entry, key: keyOf(entry.name) }))
  return { kind: 'list', entries: entries.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0) }
}

function asWritten(a: DirEntry, b: DirEntry): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
