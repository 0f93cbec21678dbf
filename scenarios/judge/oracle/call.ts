/** Reads a call as the reference does: what its flags ask for, what its paths cover, and whether it is to be refused. */

import {
  ALL_SYNC_FLAGS,
  checkName,
  checkShareName,
  CONFLICT_POLICY,
  CONFLICT_POLICY_MASK,
  ERROR,
  isWithin,
  MAX_PATH_UNITS,
  partsOf,
  type PinCategory,
  SYNC_FLAG,
  upcase,
} from '../../../sim/mod.ts'

/** A conflict policy. */
export type Policy = 'keep-local' | 'keep-remote' | 'keep-latest'

/** A reason, with the ids it stands on. */
export interface Reason {
  /** No item is reported then. */
  readonly isSilent?: true
  readonly why: string
  readonly ids: readonly string[]
}

/** Why a call is refused, and with which code. */
export interface Refusal extends Reason {
  readonly code: number
}

/** What a call asks for. */
export interface Call {
  readonly in: boolean
  readonly out: boolean
  /** Asked for by itself; SYNCIN fills as well. */
  readonly fill: boolean
  readonly pinNew: boolean
  /** Categories of pins named for new files. */
  readonly pinFor: ReadonlySet<PinCategory>
  readonly pinTargets: boolean
  readonly noNewOut: boolean
  readonly skipSuspended: boolean
  readonly asyncProgress: boolean
  readonly policy: Policy | undefined
  /** Why nothing at all may happen; `undefined` for a good call. */
  readonly refusal: Refusal | undefined
  /** Folded paths the call names, each once, without a trailing backslash or the extended prefix. */
  readonly scopes: ReadonlySet<string>
  /** True for a path that the call names, or one below. */
  readonly covers: (path: string) => boolean
}

const POLICIES: ReadonlyMap<number, Policy> = new Map([
  [CONFLICT_POLICY.KEEPLOCAL, 'keep-local'],
  [CONFLICT_POLICY.KEEPREMOTE, 'keep-remote'],
  [CONFLICT_POLICY.KEEPLATEST, 'keep-latest'],
])

const PIN_FOR: readonly (readonly [bit: number, category: PinCategory])[] = [
  [SYNC_FLAG.PINFORUSER, 'user'],
  [SYNC_FLAG.PINFORUSER_POLICY, 'userPolicy'],
  [SYNC_FLAG.PINFORALL, 'computer'],
  [SYNC_FLAG.PINFORREDIR, 'redirection'],
]

/** WBEM_E_INVALID_METHOD_PARAMETERS: the call itself fails, not the method. */
const NO_PARAMETER = 0x8004_102f

/** Win32 form of the UNC namespace, which names the same items (P1.11). */
const EXTENDED_PREFIX = '\\\\?\\UNC\\'

/** Reads a call; flags whose prerequisite is missing count as not set. */
export function readCall(paths: readonly (string | null)[] | null, flags: number): Call {
  const has = (bits: number): boolean => (flags & bits) !== 0
  const pinNew = has(SYNC_FLAG.SYNCIN) && has(SYNC_FLAG.PINNEWFILES)
  const scopes = (paths ?? []).map((path) => plainPath(path ?? ''))
  return {
    in: has(SYNC_FLAG.SYNCIN),
    out: has(SYNC_FLAG.SYNCOUT),
    fill: has(SYNC_FLAG.FILLSPARSE),
    pinNew,
    pinFor: new Set(PIN_FOR.flatMap(([bit, category]) => pinNew && has(bit) ? [category] : [])),
    pinTargets: pinNew && has(SYNC_FLAG.PINLINKTARGETS),
    noNewOut: has(SYNC_FLAG.SYNCOUT) && has(SYNC_FLAG.NONEWFILESOUT),
    skipSuspended: has(SYNC_FLAG.SKIPSUSPENDEDDIRS),
    asyncProgress: has(SYNC_FLAG.ASYNCPROGRESS),
    policy: POLICIES.get((flags & CONFLICT_POLICY_MASK) >>> 0),
    refusal: refusalOf(paths, flags),
    scopes: new Set(scopes.map(upcase)),
    covers: (path) => scopes.some((scope) => isWithin(path, scope)),
  }
}

function refusalOf(paths: readonly (string | null)[] | null, flags: number): Refusal | undefined {
  if (paths === null) return { code: NO_PARAMETER, why: 'no paths were passed', ids: ['P1.7'] }
  const undefinedBits = (flags & ~ALL_SYNC_FLAGS) >>> 0
  if (undefinedBits >= 0x1000_0000) {
    return { code: ERROR.INVALID_PARAMETER, why: 'the conflict policy is not defined', ids: ['P1.2'] }
  }
  if (undefinedBits !== 0) {
    return { code: ERROR.INVALID_PARAMETER, why: 'flags are set that are not defined', ids: ['P1.1'] }
  }
  if (paths.length === 0) {
    return { code: ERROR.INVALID_PARAMETER, why: 'the list of paths is empty', ids: ['P1.8'] }
  }
  return paths.map(pathRefusal).find((refusal) => refusal !== undefined)
}

function pathRefusal(path: string | null): Refusal | undefined {
  if (path === null || path === '') {
    return { code: ERROR.INVALID_PARAMETER, why: 'a path is empty', ids: ['P1.8'] }
  }
  const plain = plainPath(path)
  if (!plain.startsWith('\\\\') || /^\\\\[.?](?:\\|$)/.test(plain)) {
    return { code: ERROR.INVALID_PARAMETER, why: `"${path}" is not a UNC path`, ids: ['P1.9'] }
  }
  if (plain.length > MAX_PATH_UNITS) {
    return { code: ERROR.FILENAME_EXCED_RANGE, why: 'a path is too long', ids: ['P15.37'] }
  }
  const bad = partsOf(plain).find((name, i) => (i === 1 ? checkShareName(name) : checkName(name)) !== 0)
  return bad === undefined
    ? undefined
    : { code: ERROR.INVALID_NAME, why: `"${bad}" in a path is not a name`, ids: ['P1.10', 'P1.12'] }
}

/** A path without the extended prefix and without one trailing backslash (P1.11, P1.12). */
function plainPath(path: string): string {
  const unc = upcase(path).startsWith(EXTENDED_PREFIX) ? `\\\\${path.slice(EXTENDED_PREFIX.length)}` : path
  return unc.endsWith('\\') ? unc.slice(0, -1) : unc
}
