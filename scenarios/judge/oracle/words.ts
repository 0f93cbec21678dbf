/** The oracle's opinions in words. */

import { stateName, upcase } from '../../../sim/mod.ts'
import type { Cell } from './classify.ts'
import type { Outcome } from './facts.ts'

/** The name of a cell of the matrix. */
export function nameOfCell(cell: Cell): string {
  if (cell === 'purge') return 'Deleted on both sides'
  if (cell === 'drop') return 'Name without anything behind it'
  return (cell === 'none' ? undefined : stateName(cell)) ?? 'Not there'
}

/** One line: the state, what is allowed, and why, where that needs saying. */
export function opinionWords(name: string, allowed: readonly Outcome[], note: string | undefined): string {
  const ways = [...new Set(allowed.map(outcomeWords))].join('; or ')
  return note === undefined ? `${name}: ${ways}` : `${name}: ${ways} (${note})`
}

/** One outcome in words. */
export function outcomeWords({ server, local, conflict, result, awaits, misspelt }: Outcome): string {
  const parts = [
    `${SERVER_WORDS[server]}${misspelt === 'server' ? MISSPELT : ''}`,
    `${LOCAL_WORDS[local]}${misspelt === 'local' ? MISSPELT : ''}`,
    awaits === true ? 'an entry here waits for the server copy' : '',
  ].filter((words) => words !== '')
  const copies = parts.length === 0 ? 'neither copy touched' : parts.join(', ')
  const record = conflict === 'recorded' ? ', conflict recorded' : ''
  return `${copies}${record}${result === undefined ? '' : `, result ${result}`}`
}

const MISSPELT = ', but for the spelling of its name'

const SERVER_WORDS: Readonly<Record<Outcome['server'], string>> = {
  'as-before': '',
  'local-copy': 'the server gets the local copy',
  gone: 'the server copy is deleted',
}

const LOCAL_WORDS: Readonly<Record<Outcome['local'], string>> = {
  'as-before': '',
  'server-copy': 'the cache gets the server copy',
  sparse: 'the entry here is not complete',
  gone: 'the local copy is deleted',
}

/** Several things that went wrong, as one sentence. */
export function problemWords(mismatches: readonly string[]): string {
  const sentence = mismatches.length < 2
    ? mismatches.join('')
    : `${mismatches.slice(0, -1).join(', ')} and ${mismatches.at(-1)}`
  return upcase(sentence.slice(0, 1)) + sentence.slice(1)
}
