/** The schema of paths, whose messages tell what is wrong with one and how it should look. */

import * as v from 'valibot'
import { toSlashes } from '../../sim/mod.ts'
import { withHint } from './field.ts'

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

/** A path of the form `//server`, `//server/share`, or `//server/share` with any names behind. */
export function pathSchema(kind: PathKind): v.GenericSchema<unknown, string> {
  return v.pipe(
    v.string(`must be a path such as "${FORMS[kind]}"`),
    v.regex(PATTERNS[kind], ({ input }) => describePath(input, kind)),
  )
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
