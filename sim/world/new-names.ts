/** The names that new servers and shares of a world may have. */

import { CsclabError } from '../errors.ts'
import { checkName, checkShareName, partsOf, type UncPath } from '../windows/mod.ts'

/**
 * The name in the path of a new server.
 *
 * @throws {CsclabError} `scenario` if it is no path of a server, or no server can have the name.
 */
export function newServerName(path: UncPath): string {
  const [name = ''] = namesIn(path, 'server', 1)
  if (checkName(name) !== 0) throw refusal(path, 'server', name)
  return name
}

/**
 * The names in the path of a new share: the server's and its own.
 *
 * @throws {CsclabError} `scenario` if it is no path of a share, or no server or share can have the name (P14.4).
 */
export function newShareNames(path: UncPath): readonly [server: string, share: string] {
  const [server = '', share = ''] = namesIn(path, 'share', 2)
  if (checkName(server) !== 0) throw refusal(path, 'server', server)
  if (checkShareName(share) !== 0) throw refusal(path, 'share', share)
  return [server, share]
}

type Kind = 'server' | 'share'

const FORMS: Readonly<Record<Kind, string>> = { server: '\\\\server', share: '\\\\server\\share' }

const RULES: Readonly<Record<Kind, string>> = {
  server: 'A server is named as a file may be',
  share: 'A share is named as a file may be, with 1 to 80 UTF-16 units',
}

function namesIn(path: UncPath, kind: Kind, length: number): readonly string[] {
  const names = path.startsWith('\\\\') ? partsOf(path) : []
  if (names.length === length) return names
  throw new CsclabError('scenario', `Cannot add the ${kind} "${path}": it is no path of a ${kind}`, {
    hint: `Write it as ${FORMS[kind]}`,
  })
}

function refusal(path: UncPath, kind: Kind, name: string): CsclabError {
  return new CsclabError('scenario', `Cannot add "${path}": "${name}" is a name that no ${kind} can have`, {
    hint: RULES[kind],
  })
}
