/** Steps about items (edits, open files, rights, states of the cache) in plain English. */

import { messageOf, type Right } from '../../sim/mod.ts'
import { describeContent } from './content.ts'
import { countedBytes } from './quantities.ts'
import type { AccessStep, EditingStep, StateStep } from './steps.ts'
import { type PathText, sideText, streamText } from './word-parts.ts'

/** An edit, with where it is done and by whom. */
export function editText(step: EditingStep, name: PathText): string {
  return `${sideText(step)}: ${bareEdit(step, name)}${byText(step.user)}${refusalText(step.fails)}`
}

/** A file that is opened or closed, or what a user may do. */
export function accessText(step: AccessStep, name: PathText): string {
  switch (step.do) {
    case 'open': {
      const others = step.share.length === 0 ? 'others may do nothing' : `others may ${listed(step.share)}`
      return `${sideText(step)}: open ${name(step.path)} to ${step.access} as ${step.as}, ${others}${
        byText(step.user)
      }${refusalText(step.fails)}`
    }
    case 'close':
      return `close ${step.handle}`
    case 'allow':
      return `server: ${step.user} may ${rightsText(step.rights)} ${name(step.path)}`
    case 'deny':
      return `server: ${step.user} may no longer ${rightsText(step.rights, 'or')} ${name(step.path)}`
  }
}

/** What becomes of an item in a client's cache. */
export function stateText(step: StateStep, name: PathText): string {
  return `${sideText({ side: 'local', ...step })}: ${bareState(step, name(step.path))}${
    refusalText(step.fails)
  }`
}

function bareEdit(step: EditingStep, name: PathText): string {
  const path = name(step.path)
  switch (step.do) {
    case 'write':
      return `write ${path}${streamText(step.stream)} = ${describeContent(step.content)}`
    case 'append':
      return `append ${describeContent(step.content)} to ${path}${streamText(step.stream)}`
    case 'edit':
      return `overwrite ${path}${streamText(step.stream)} from byte ${step.offset} with ${
        describeContent(step.content)
      }`
    case 'touch':
      return `touch ${path}`
    case 'mkdir':
      return `make the directory ${path}`
    case 'rename':
      return `rename ${path} to ${name(step.to)}${step.replace === false ? ', replacing nothing' : ''}`
    case 'remove':
      return `remove ${path}${streamText(step.stream)}`
    case 'read':
      return `read ${path}${streamText(step.stream)}`
    case 'list':
      return `list ${path}`
    case 'set-attributes':
      return `${changes([['set', step.set?.join(' ')], ['clear', step.clear?.join(' ')]])} of ${path}`
    case 'set-times':
      return `${
        changes([
          ['set last write to', step.lastWrite],
          ['set creation to', step.creation],
          ['set last access to', step.lastAccess],
        ])
      } of ${path}`
  }
}

function bareState(step: StateStep, path: string): string {
  switch (step.do) {
    case 'pin': {
      const inherited = step.inherit === undefined
        ? ''
        : step.inherit
        ? ', inherited by what is new in it'
        : ', not inherited by what is new in it'
      return `pin ${path} for ${step.for ?? 'user'}${inherited}`
    }
    case 'unpin':
      return step.flags === undefined
        ? `unpin ${path} for ${step.for ?? 'user'}`
        : `Unpin ${path}${step.deep === true ? ' and all below it' : ''} with ${hexadecimal(step.flags)}`
    case 'delete-items': {
      const { flags = 0, administrator = false, user } = step
      const who = `${byText(user)}${
        administrator ? `${user === undefined ? ', as' : ','} an administrator` : ''
      }`
      return `DeleteItems ${path} with ${hexadecimal(flags)}${who}`
    }
    case 'find-slow':
      return `the service finds the link to ${path} slow`
    case 'suspend':
      return `suspend ${path}`
    case 'release':
      return `release ${path}`
    case 'sparse': {
      const { present = [] } = step
      const ranges = present.map(({ at, bytes }) => `${countedBytes(bytes)} at ${at}`)
      return `the copy of ${path} is incomplete: it has ${ranges.join(', ') || 'nothing'}`
    }
    case 'ghost':
      return `only the name of ${path} is cached`
    case 'evict':
      return `${path} is not cached any more`
    case 'auto-cache':
      return `${path} is cached because it was used`
    case 'adopt':
      return `the cache has an entry for ${path} without an original`
  }
}

function hexadecimal(flags: number): string {
  return `0x${flags.toString(16)}`
}

function changes(given: readonly (readonly [what: string, value: string | undefined])[]): string {
  const said = given.flatMap(([what, value]) =>
    value === undefined || value === '' ? [] : [`${what} ${value}`]
  )
  return said.length === 0 ? 'change nothing' : said.join(' and ')
}

function byText(user: string | undefined): string {
  return user === undefined ? '' : `, as ${user}`
}

function refusalText(code: number | undefined): string {
  return code === undefined ? '' : `, refused with ${code} (${messageOf(code)})`
}

function rightsText(rights: readonly Right[], word: 'and' | 'or' = 'and'): string {
  return listed(rights, word)
}

/** `read`, `read and write`, `list, read and write`. */
function listed(words: readonly string[], word = 'and'): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${word} ${last}`
}
