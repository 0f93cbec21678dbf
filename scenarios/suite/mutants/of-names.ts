/** Engines that get names wrong: their letter case, their length, and other ways to write them. */

import { RULES } from '../../../engine/mod.ts'
import { ERROR, partsOf, type SyncCall } from '../../../sim/mod.ts'
import { breaking, type Mutant, ruled, tampered } from './mutant.ts'

/** Mutants of names and paths. */
export const MUTANTS_OF_NAMES: readonly Mutant[] = [
  breaking(
    ['P14.1'],
    folded('whole words are put in capitals', (name) => name.toUpperCase(), ['names/letter-by-letter']),
  ),
  breaking(
    ['P14.1', 'P15.26'],
    folded(
      'only the letters of English have two cases',
      (name) => name.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()),
      ['names/any-alphabet'],
    ),
  ),
  breaking(
    ['P15.26'],
    folded(
      'small letters without a capital are given one',
      (name) =>
        name.replaceAll(/./g, (letter) => letter.toUpperCase().length === 1 ? letter.toUpperCase() : letter),
      [
        'names/without-capital[micro-sign]',
        'names/without-capital[dotless-i]',
        'names/without-capital[long-s]',
      ],
    ),
  ),
  breaking(
    ['P14.2'],
    readAs(
      'a server is known by the first part of its name',
      (path) => path.replace(/^\\\\([^.\\]+)\.[^\\]*/, '\\\\$1'),
      ['names/long-server-name', 'names/unknown-server-name'],
    ),
  ),
  ruled('servers and shares are told apart by case', {
    scopesOf: (call) => {
      const wrong = (call.paths ?? []).some((path) =>
        path !== null && /^\\\\(?:[A-Z]|[^\\]+\\[A-Z])/.test(path)
      )
      return wrong ? { refused: ERROR.FILE_NOT_FOUND } : RULES.scopesOf(call)
    },
  }, ['names/server-and-share']),
  breaking(
    ['P14.3'],
    tampered('no path is longer than 259 letters', {
      answer: (request, reply) =>
        'path' in request && request.path.length > 259
          ? { kind: 'failed', code: ERROR.FILENAME_EXCED_RANGE }
          : reply,
    }, ['names/deep-path', 'names/longest-name']),
  ),
  breaking(
    ['P15.37', 'P14.3'],
    ruled('what is too long has one code', {
      scopesOf: (call) => {
        const isTooLong = (call.paths ?? []).some((path) =>
          path !== null && (path.length > 32_767 || path.split('\\').some((name) => name.length > 255))
        )
        return isTooLong ? { refused: ERROR.INVALID_PARAMETER } : RULES.scopesOf(call)
      },
    }, ['names/too-long']),
  ),
  breaking(
    ['P15.37', 'P14.3', 'P14.4'],
    ruled('what is just long enough is too long', {
      scopesOf: (call) => {
        const isLong = (call.paths ?? []).some((path) =>
          path !== null &&
          (path.length >= 32_767 || path.split('\\').some((name) => name.length >= 255) ||
            (partsOf(path)[1] ?? '').length >= 80)
        )
        return isLong ? { refused: ERROR.INVALID_NAME } : RULES.scopesOf(call)
      },
    }, ['names/long-enough']),
  ),
  breaking(
    ['P14.4'],
    readAs('names of shares are not checked', (path) => {
      const [server = '', share = '', ...names] = path.slice(2).split('\\')
      const isOdd = share.length > 80 || /[.?]/.test(share)
      return isOdd ? `\\\\${[server, 'docs', ...names].join('\\')}` : path
    }, ['names/share-names']),
  ),
  ruled('hidden shares are refused', {
    scopesOf: (call) =>
      (call.paths ?? []).some((path) => path !== null && path.includes('$'))
        ? { refused: ERROR.INVALID_NAME }
        : RULES.scopesOf(call),
  }, ['names/hidden-share']),
  breaking(
    ['P14.5'],
    readAs(
      'short aliases are looked up',
      (path) => path.replace('PROGRA~1', 'Program Files').replace('PLANSO~1.TXT', 'plans of 2010.txt'),
      [
        'names/short-alias',
      ],
    ),
  ),
  tampered('names with a tilde are taken for aliases', {
    answer: (_, reply) =>
      reply.kind === 'list'
        ? { kind: 'list', entries: reply.entries.filter(({ name }) => !/~\d/.test(name)) }
        : reply,
  }, ['names/tilde-in-name']),
  breaking(
    ['P14.6'],
    readAs('streams are cut off', (path) => path.replaceAll(/:[^\\]*/g, ''), ['names/named-stream']),
  ),
  breaking(
    ['P14.7'],
    readAs('dots and spaces at the end are cut off', (path) => path.replaceAll(/[. ]+(?=\\|$)/g, ''), [
      'names/trailing',
    ]),
  ),
  breaking(
    ['P14.8'],
    readAs(
      'devices are taken for files',
      (path) => path.replaceAll(/\\(?:con|nul|aux|com\d)(?=[.\\]|$)/gi, (name) => `${name}-file`),
      ['names/devices'],
    ),
  ),
  tampered('what begins like a device is taken for one', {
    answer: (_, reply) =>
      reply.kind === 'list'
        ? { kind: 'list', entries: reply.entries.filter(({ name }) => !/^(?:con|nul|com\d)/i.test(name)) }
        : reply,
  }, ['names/almost-devices']),
]

/** Names of a listing are compared in another form. */
function folded(name: string, fold: (name: string) => string, caughtBy: readonly string[]): Mutant {
  return tampered(name, {
    answer: (_, reply) =>
      reply.kind === 'list'
        ? { kind: 'list', entries: reply.entries.map((entry) => ({ ...entry, key: fold(entry.name) })) }
        : reply,
  }, caughtBy)
}

/** Paths of a call are taken for others. */
function readAs(name: string, change: (path: string) => string, caughtBy: readonly string[]): Mutant {
  const changed = (call: SyncCall): SyncCall => ({
    ...call,
    paths: call.paths?.map((path) => path === null ? null : change(path)) ?? null,
  })
  return ruled(name, { scopesOf: (call) => RULES.scopesOf(changed(call)) }, caughtBy)
}
