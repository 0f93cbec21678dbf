/** The schema of paths, whose messages tell what is wrong with one and how it should look. */

import * as v from 'valibot'
import { checkName, checkShareName, toSlashes } from '../../sim/mod.ts'
import { withHint } from './field.ts'
import { expandName, wrongEscape } from './name-escapes.ts'

/** What a path has to name. */
export type PathKind = 'server' | 'share' | 'item'

const PATTERNS: Readonly<Record<PathKind, RegExp>> = {
  server: /^\/\/[^/\\]+$/,
  share: /^\/\/[^/\\]+\/[^/\\]+$/,
  item: /^\/\/[^/\\]+(?:\/[^/\\]+)+$/,
}

const FORMS: Readonly<Record<PathKind, string>> = {
  server: '//server',
  share: '//server/share',
  item: '//server/share/name',
}

/** Refuses names with escapes that mean nothing. */
export const ESCAPES: v.CheckAction<string, (issue: v.CheckIssue<string>) => string> = v.check(
  (name: string) => wrongEscape(name) === undefined,
  ({ input }) => describeEscape(input),
)

/** What is wrong with an escape in a name. */
export function describeEscape(name: string): string {
  return withHint(
    `Unknown escape ${JSON.stringify(wrongEscape(name))} in a name`,
    'Escapes are {nfd:é}, {nfc:é} and {u+00e9}: assigned letters, or 4 to 6 hexadecimal digits, but no slash or brace',
  )
}

/** A path of the form `//server`, `//server/share`, or `//server/share` with any names behind. */
export function pathSchema(kind: PathKind): v.GenericSchema<unknown, string> {
  return v.pipe(
    v.string(`must be a path such as "${FORMS[kind]}"`),
    v.regex(PATTERNS[kind], ({ input }) => describePath(input, kind)),
    ESCAPES,
    v.check((path: string) => kind === 'item' || badName(path, kind) === undefined, ({ input }) =>
      withHint(
        `must have a name that a ${badName(input, kind)} can have`,
        'Such a name is a file name, not one reserved; that of a share has at most 80 UTF-16 units',
      )),
  )
}

/** Which of the two names of a well-formed path nothing in a network can have (P14.4). */
function badName(path: string, kind: PathKind): 'server' | 'share' | undefined {
  if (!PATTERNS[kind].test(path) || wrongEscape(path) !== undefined) return undefined
  const [server = '', share] = expandName(path).slice(2).split('/')
  if (checkName(server) !== 0) return 'server'
  return share !== undefined && checkShareName(share) !== 0 ? 'share' : undefined
}

function describePath(path: string, kind: PathKind): string {
  if (path.includes('\\')) {
    return withHint('must be written with slashes', `Write ${JSON.stringify(toSlashes(path))}`)
  }
  if (!path.startsWith('//')) return withHint('must begin with "//"', `Write "${FORMS[kind]}"`)
  if (/.\/(?:\/|$)/.test(path)) {
    const tidy = `//${path.split('/').filter((name) => name !== '').join('/')}`
    return withHint('must have a name between each two slashes', `Write ${JSON.stringify(tidy)}`)
  }
  if (kind === 'item') return withHint('must lie on a share', `Write "${path}/share/name"`)
  return `must have the form "${FORMS[kind]}"`
}
