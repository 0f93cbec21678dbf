/** `csclab link`: what a .lnk file says. */

import { readFileSync, statSync } from 'node:fs'
import {
  attributeNames,
  CsclabError,
  linkFlagNames,
  readShellLink,
  type ShellLink,
  ShellLinkError,
  shellLinkRefusal,
  shellLinkTarget,
} from '../../sim/mod.ts'
import { canRead } from '../environment.ts'
import { linkText, momentText } from '../link-text.ts'
import { visibleLine } from '../visible.ts'
import { type Command, type Invocation, isSet, usage } from './command.ts'

/** The command. */
export const linkCommand: Command = {
  name: 'link',
  summary:
    'Reads a Windows shortcut (.lnk): its target, attributes, times, strings, and what is odd about it.',
  usage: 'FILE',
  options: [{ name: 'json', help: 'print it as JSON' }],
  examples: ['csclab link plan.lnk', 'csclab link plan.lnk --json'],
  run: (invocation) => Promise.resolve(show(invocation)),
}

/** More bytes than any shell link has: 16 MiB. */
const LIMIT = 16_777_216

function show(invocation: Invocation): number {
  const [file, ...more] = invocation.positionals
  if (file === undefined || more.length > 0) {
    throw usage('csclab link needs one file', 'See csclab help link')
  }
  const link = readLink(file)
  const text = isSet(invocation, 'json') ? `${JSON.stringify(jsonOf(link), plain, 2)}\n` : linkText(link)
  invocation.out.write(text)
  return 0
}

function readLink(file: string): ShellLink {
  const bytes = readBytes(file)
  try {
    return readShellLink(bytes)
  } catch (error) {
    if (!(error instanceof ShellLinkError)) throw error
    const { what, offset, hint = '' } = error
    const place = `at byte ${offset}, 0x${offset.toString(16)}`
    throw new CsclabError('shell-link', `"${visibleLine(file)}" is no shell link: ${what} (${place})`, {
      hint,
      cause: error,
    })
  }
}

/** Asks Deno first, which would else stop and ask the person. */
function readBytes(file: string): Uint8Array {
  const shown = visibleLine(file)
  if (!canRead(file)) {
    throw new CsclabError('file', `Reading "${shown}" is not allowed`, { hint: 'Run Deno with --allow-read' })
  }
  try {
    const stat = statSync(file)
    if (!stat.isFile()) {
      const what = stat.isDirectory() ? 'a directory' : 'no ordinary file'
      throw new CsclabError('file', `"${shown}" is ${what}, so no shell link`, { hint: 'Name a .lnk file' })
    }
    if (stat.size > LIMIT) {
      throw new CsclabError('file', `"${shown}" has ${stat.size} bytes, more than any shell link`, {
        hint: 'Name a .lnk file',
      })
    }
    return new Uint8Array(readFileSync(file))
  } catch (cause) {
    if (cause instanceof CsclabError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CsclabError('file', `"${shown}" cannot be read: ${why}`, { hint: 'Check the path', cause })
  }
}

/** The link with its target and with names beside its bits. */
function jsonOf(link: ShellLink): object {
  const { flags, attributes, creation, lastAccess, lastWrite, ...rest } = link
  return {
    target: shellLinkTarget(link),
    refusal: shellLinkRefusal(link),
    flags: { value: flags, names: linkFlagNames(flags) },
    attributes: { value: attributes, names: attributeNames(attributes) },
    creation: moment(creation),
    lastAccess: moment(lastAccess),
    lastWrite: moment(lastWrite),
    ...rest,
  }
}

function moment(ticks: number | undefined): string | null {
  return ticks === undefined ? null : momentText(ticks)
}

/** What JSON has no word for: nothing becomes null, bytes become hexadecimal digits. */
function plain(_key: string, value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value === undefined ? null : value
  return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
