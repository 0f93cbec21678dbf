/** `csclab explain`: what a flag value, a code, a state, a progress text or an id means. */

import { didYouMean, type Requirement, REQUIREMENTS } from '../../scenarios/mod.ts'
import {
  ALL_SYNC_FLAGS,
  COM_CODES,
  CONFLICT_POLICY,
  CONFLICT_POLICY_MASK,
  CsclabError,
  findCode,
  FLAG_WORDS,
  formatFlags,
  hresultOf,
  isStateName,
  parseFlags,
  stateName,
  stateNumber,
  SYNC_STATES,
  WIN32_CODES,
  win32Of,
  WMI_CODES,
} from '../../sim/mod.ts'
import { normaliseFlags, STATE_ROWS } from '../../engine/mod.ts'
import { type Command, type Invocation, usage } from './command.ts'

/** The command. */
export const explainCommand: Command = {
  name: 'explain',
  summary:
    'Decodes sync flags, a Win32 code or HRESULT, a sync state, a progress text, or the id of a promise.',
  usage: 'WHAT',
  options: [],
  examples: [
    "csclab explain 'in | out | keep-latest'",
    'csclab explain 0x80070020',
    'csclab explain FileChangedOnClient_ChangedOnServer',
    String.raw`csclab explain '3:2147942432:The process …:\\hq\docs\plan.txt'`,
    'csclab explain SYNC-33',
  ],
  run: (invocation) => Promise.resolve(explain(invocation)),
}

function explain(invocation: Invocation): number {
  const text = invocation.positionals.join(' ').trim()
  if (text === '') throw usage('csclab explain needs something to explain', 'See csclab help explain')
  const answers = [
    ...explainRequirement(text),
    ...explainState(text),
    ...explainProgress(text),
    ...explainNumber(text),
    ...explainCodeName(text),
    ...explainFlags(text),
  ]
  if (answers.length === 0) {
    const names = [...FLAG_WORDS, ...SYNC_STATES, ...REQUIREMENTS.map(({ id }) => id)]
    throw usage(`Nothing is known of "${text}"`, didYouMean(text, names) ?? 'See csclab help explain')
  }
  invocation.out.write(`${answers.join('\n\n')}\n`)
  return 0
}

function explainRequirement(text: string): readonly string[] {
  const found = REQUIREMENTS.find(({ id }) => id.toLowerCase() === text.toLowerCase())
  return found === undefined ? [] : [describe(found)]
}

function describe({ id, promise, evidence, source }: Requirement): string {
  return `${id} (${evidence}): ${promise}\n  Source: ${source}`
}

function explainState(text: string): readonly string[] {
  const name = text.replace(/^OFFLINEFILES_SYNC_STATE_/, '')
  if (isStateName(name)) return [describeState(stateNumber(name))]
  return /^\d{1,2}$/.test(text) && Number(text) < SYNC_STATES.length ? [describeState(Number(text))] : []
}

function describeState(number: number): string {
  const row = STATE_ROWS[number]
  const requirement = REQUIREMENTS.find(({ id }) => id === `STATE-${number}`)
  const operation = row?.operation === undefined ? '' : `, ${row.operation}`
  return [
    `State ${number} ${stateName(number) ?? ''}: ${requirement?.promise ?? ''}`,
    `  Class: ${row?.class ?? 'unknown'}${operation}`,
  ].join('\n')
}

/** `Reason:Result:ResultText:[Path]`: the first two from the left, the path from the last colon before a backslash (P4.5). */
function explainProgress(text: string): readonly string[] {
  const match = /^([0-3]):(-?\d+|0x[0-9a-f]+):(.*):(\[?\\\\.*|)$/is.exec(text)
  if (match === null) return []
  const [, reason = '0', result = '0', words = '', path = ''] = match
  const names = ['Begin', 'End', 'ItemBegin', 'ItemResult']
  const hresult = Number(result) >>> 0
  const entry = findCode(hresult)
  return [[
    `Progress: ${names[Number(reason)] ?? reason}`,
    `  Result: 0x${hresult.toString(16).padStart(8, '0')} ${entry?.name ?? 'unknown'}`,
    `  ResultText: ${words}`,
    `  Path: ${path === '' ? '(none)' : path}`,
  ].join('\n')]
}

function explainNumber(text: string): readonly string[] {
  if (!/^(?:-?\d+|0x[0-9a-f]+)$/i.test(text) || Math.abs(Number(text)) > 0xffff_ffff) return []
  const number = Number(text) >>> 0
  return [...describeCode(number), describeFlags(number)]
}

function describeCode(number: number): readonly string[] {
  const entry = findCode(number)
  if (entry === undefined) return []
  const win32 = win32Of(number)
  const hresult = hresultOf(win32)
  return [[
    `Code ${win32} ${entry.name}: ${entry.text}`,
    `  HRESULT: 0x${hresult.toString(16).padStart(8, '0')} (${hresult})`,
  ].join('\n')]
}

function explainCodeName(text: string): readonly string[] {
  const entry = [...WIN32_CODES, ...COM_CODES, ...WMI_CODES].find(({ name }) => name === text)
  return entry === undefined ? [] : describeCode(entry.code)
}

function explainFlags(text: string): readonly string[] {
  try {
    return /^(?:-?\d+|0x[0-9a-f]+)$/i.test(text) ? [] : [describeFlags(parseFlags(text))]
  } catch (error) {
    if (error instanceof CsclabError) return []
    throw error
  }
}

function describeFlags(flags: number): string {
  const undefinedBits = (flags & ~ALL_SYNC_FLAGS) >>> 0
  const policy = (flags & CONFLICT_POLICY_MASK) >>> 0
  const hex = (value: number): string => `0x${value.toString(16).padStart(8, '0')}`
  const effective = normaliseFlags(flags, false)
  const refused = undefinedBits !== 0 || policy > CONFLICT_POLICY.KEEPLATEST
  return [
    `Flags ${hex(flags)}: ${formatFlags(flags)}`,
    refused
      ? `  Refused with 87 ERROR_INVALID_PARAMETER: ${hex(undefinedBits)} is not defined`
      : `  In effect: ${hex(effective)} ${formatFlags(effective)}`,
  ].join('\n')
}
