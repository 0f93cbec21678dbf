/** Faults: at an address, or at the n-th or every request of a kind, something goes wrong, a number of times. */

import {
  type Check,
  checkFields,
  type Checks,
  COUNT,
  FAILURE,
  is,
  objectOf,
  oneOf,
  optional,
  TEXT,
  UNC,
  wholeNumber,
} from '../check-fields.ts'
import type { RequestKind, Side, SyncOperation } from '../port/mod.ts'
import { foldPath, type Ticks, type UncPath } from '../windows/mod.ts'
import { REQUEST_KINDS } from './check-request.ts'
import type { Interruption, Pending } from './interruption.ts'
import { joined } from './join-interruptions.ts'

/** Which requests are meant. All that is given must apply. */
export interface RequestMatch {
  /** An address as the trace has it: exactly one request of a run. */
  readonly address?: string
  readonly request?: RequestKind
  /** The item the work in hand is about, or that of the request itself; case does not matter. */
  readonly path?: UncPath
  readonly operation?: SyncOperation
  /** The volume the request is about. */
  readonly on?: Side
}

/** What goes wrong. */
export type Mishap =
  /** The request is not performed and fails with this Win32 code. */
  | { readonly fail: number }
  /** The request is performed so many ticks later. */
  | { readonly delay: Ticks }
  /** The connection to the server drops before the request; it stays down until someone mends it. */
  | { readonly disconnect: true }
  /** The session is dropped. */
  | { readonly crash: 'before' | 'after' }

/** A fault. */
export interface Fault {
  readonly at: RequestMatch
  /** It begins with the n-th such request, from 1. Default 1. */
  readonly nth?: number
  /** How many such requests in a row it strikes, from the n-th on; `Infinity` for every one. Default 1. */
  readonly times?: number
  readonly then: Mishap
}

const MATCH: Check = objectOf({
  address: optional(TEXT),
  request: optional(oneOf(...REQUEST_KINDS)),
  path: optional(UNC),
  operation: optional(TEXT),
  on: optional(oneOf('server', 'cache')),
})

const MISHAPS: Checks = {
  fail: FAILURE,
  delay: COUNT,
  disconnect: is('true', (value) => value === true),
  crash: oneOf('before', 'after'),
}

const MISHAP: Check = (value, at) => {
  const given = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const [name = '', ...more] = given
  const check = Object.hasOwn(MISHAPS, name) ? MISHAPS[name] : undefined
  return check === undefined || more.length > 0
    ? { at, value, must: `an object with ${Object.keys(MISHAPS).join(' or ')}` }
    : objectOf({ [name]: check })(value, at)
}

const ORDINAL = wholeNumber(1, Number.MAX_SAFE_INTEGER)

const FAULT: Checks = {
  at: MATCH,
  nth: optional(ORDINAL),
  times: (value, at) => value === Infinity ? undefined : optional(ORDINAL)(value, at),
  then: MISHAP,
}

/** Faults that wait to strike, with what they have met so far. */
export class FaultPlan {
  readonly #faults: readonly Fault[]
  readonly #met: number[]

  /** @throws {CsclabError} `scenario` for a fault that is none; says which field is not as it must be. */
  constructor(faults: readonly Fault[], met: readonly number[] = faults.map(() => 0)) {
    for (const [i, fault] of faults.entries()) {
      checkFields(fault, FAULT, { code: 'scenario', what: `Fault ${i + 1}` })
    }
    this.#faults = faults
    this.#met = [...met]
  }

  /** The plan as it stands, for a forked host. */
  fork(): FaultPlan {
    return new FaultPlan(this.#faults, this.#met)
  }

  /** The plan as it stands, with more faults. */
  with(more: readonly Fault[]): FaultPlan {
    return new FaultPlan([...this.#faults, ...more], [...this.#met, ...more.map(() => 0)])
  }

  /** What goes wrong with a request; counts it. Delays add up; of two things that cannot both happen the later fault's does. */
  strike(pending: Pending): Interruption | undefined {
    let struck: Interruption | undefined
    for (const [i, fault] of this.#faults.entries()) {
      if (!matches(fault.at, pending)) continue
      const met = (this.#met[i] ?? 0) + 1
      this.#met[i] = met
      const { nth = 1, times = 1 } = fault
      if (met >= nth && met < nth + times) struck = joined(struck, interruptionOf(fault.then))
    }
    return struck
  }

  /** True when none of them strikes any more. */
  get isSpent(): boolean {
    return this.#faults.every(({ nth = 1, times = 1 }, i) => (this.#met[i] ?? 0) >= nth + times - 1)
  }

  /** The faults that have not struck at all. */
  unmet(): readonly Fault[] {
    return this.#faults.filter((_, i) => this.isUnmet(i))
  }

  /** True for a fault, by its place in the plan, that has not struck at all. */
  isUnmet(index: number): boolean {
    return (this.#met[index] ?? 0) < (this.#faults[index]?.nth ?? 1)
  }
}

/** True when a request is meant. */
export function matches(match: RequestMatch, { address, path, on, request }: Pending): boolean {
  return (match.address === undefined || match.address === address) &&
    (match.request === undefined || match.request === request.kind) &&
    (match.operation === undefined || match.operation === request.operation?.name) &&
    (match.path === undefined || isAbout(match.path, path, request)) &&
    (match.on === undefined || match.on === on)
}

function isAbout(wanted: UncPath, path: string | undefined, request: Pending['request']): boolean {
  const own = 'path' in request ? request.path : undefined
  return [path, own].some((one) => one !== undefined && foldPath(one) === foldPath(wanted))
}

function interruptionOf(mishap: Mishap): Interruption {
  return 'fail' in mishap ? { refuse: mishap.fail } : mishap
}
