/** What is expected of every round of every scenario, whether its author thought of it or not. */

import {
  ERROR,
  isWithin,
  itemAt,
  messageOf,
  sameItem,
  SETTABLE,
  SYNC_FLAG,
  type SyncCall,
  upcase,
} from '../../sim/mod.ts'
import type { Failure, ProgressRecord, RoundRecord } from './result.ts'
import type { Witness } from './witness.ts'
import type { Opinion, RoundFacts } from './oracle/mod.ts'

/** A round, just run. */
export interface JudgedRound {
  readonly witness: Witness
  readonly call: SyncCall
  readonly round: RoundRecord
  readonly facts: RoundFacts
  readonly opinions: readonly Opinion[]
  /** Digests of what others wrote during the call. */
  readonly othersWrote: ReadonlySet<string>
  /** The step scripted a crash, a cancel or answers: an identical call need not end the same. */
  readonly scripted: boolean
}

/** Judges a round by the expectations that hold for all. */
export async function judgeAutomatically(judged: JudgedRound): Promise<readonly Failure[]> {
  const { round } = judged
  const findings = [
    ...(round.returned === undefined ? [] : grammar(round)),
    ...counts(judged),
    ...halfWritten(round, judged.othersWrote),
    ...disagreements(judged),
    ...needlessFailures(judged),
    ...(judged.scripted || round.returned === undefined ? [] : await repetition(judged)),
  ]
  return findings.map((finding) => ({
    ...finding,
    kind: 'automatic',
    message: `Round ${round.round}: ${finding.message}`,
    round: round.round,
  }))
}

/** OFFLINEFILES_SYNC_STATE_Stable. */
const STABLE = 0

type Finding = Omit<Failure, 'kind' | 'round'>

/** Begin (ItemBegin ItemResult)* End, once, each text made of its parts; a refused call reports nothing (P4.17). */
function grammar(round: RoundRecord): readonly Finding[] {
  const { progress } = round
  if (progress.length === 0) return []
  const findings: Finding[] = []
  const order = progress.map(({ reason }) => reason).join('')
  const aborted = progress.some(({ answer }) => answer === 'abort')
  if (!(aborted ? /^0(?:23)*2?1$/ : /^0(?:23)*1$/).test(order)) {
    findings.push({
      message: 'the progress stream is not Begin, then pairs of ItemBegin and ItemResult, then End',
      expected: '0 (2 3)* 1',
      actual: order.split('').join(' '),
      ids: ['SYNC-36', 'SYNC-37', 'SYNC-38', 'SYNC-39'],
    })
  }
  return [
    ...findings,
    ...afterAbort(round),
    ...progress.flatMap((report, i) => textFinding(report, progress[i - 1])),
  ]
}

/** After an abort no item begins; with late reports one may, for it was in hand when the abort was given (P4.13, P15.34). */
function afterAbort({ progress, flags }: RoundRecord): readonly Finding[] {
  const at = progress.findIndex(({ answer }) => answer === 'abort')
  if (at < 0) return []
  const begun = progress.slice(at + 1).filter(({ reason }) => reason === 2)
  const late = (flags & SYNC_FLAG.ASYNCPROGRESS) === 0 ? 0 : 1
  const [first] = begun.slice(late)
  if (first === undefined) return []
  return [{
    message: `"${first.path}" was begun though the caller had aborted the call`,
    path: first.path,
    ids: ['P4.11', 'P4.12', 'P4.13', 'P15.34'],
  }]
}

/**
 * The k-th ItemBegin says that k - 1 items are done, the k-th ItemResult k, a repeated item counting once; the bound is never
 * below that and never falls (P4.6, P15.33).
 */
function counts({ witness, round }: JudgedRound): readonly Finding[] {
  const findings: Finding[] = []
  // Told late, an item is past by the time its repetition is wished for (P4.11).
  const repeats = (round.flags & SYNC_FLAG.ASYNCPROGRESS) === 0
  let done = 0
  let bound = 0
  for (const event of witness.eventsOf(round)) {
    if (event.request.kind !== 'progress' || event.reply.kind !== 'progress') continue
    const { reason, path, current, upperBound } = event.request
    const expected = reason === 3 ? done + 1 : done
    bound = Math.max(bound, expected)
    if (current !== expected || upperBound < bound) {
      findings.push({
        message: `a progress report${path === '' ? '' : ` of "${path}"`} counts otherwise`,
        expected: `${expected} of ${bound} or more`,
        actual: `${current} of ${upperBound}`,
        path,
        ids: ['P4.6', 'P15.33'],
      })
    }
    bound = Math.max(bound, upperBound)
    if (reason === 3 && !(repeats && event.reply.response === 'retry')) done = expected
  }
  return findings
}

function textFinding(report: ProgressRecord, previous: ProgressRecord | undefined): readonly Finding[] {
  const { reason, result, path, message } = report
  const findings: Finding[] = []
  const expected = `${reason}:${result}:${messageOf(result)}:${path}`
  if (message !== expected) {
    findings.push({
      message: 'a progress text is not Reason:Result:ResultText:[Path] of its report',
      expected,
      actual: message,
      path,
      ids: ['SYNC-35', 'SYNC-41', 'SYNC-42'],
    })
  }
  if (reason === 3 && previous?.reason === 2 && previous.path !== path) {
    findings.push({
      message: `ItemResult of "${path}" follows ItemBegin of "${previous.path}"`,
      path,
      ids: ['SYNC-38', 'SYNC-39'],
    })
  }
  return findings
}

/** Every file holds something that some file held before: nothing staged, nothing torn. */
function halfWritten(round: RoundRecord, othersWrote: ReadonlySet<string>): readonly Finding[] {
  const known = new Set(othersWrote)
  for (const tree of [round.before.server, round.before.local]) {
    for (const { content } of tree.values()) if (content !== undefined) known.add(content.digest())
  }
  return (['server', 'local'] as const).flatMap((side) =>
    [...round.after[side].values()].flatMap(({ path, content }) =>
      content === undefined || known.has(content.digest()) ? [] : [{
        message: `"${path}" on the ${side} side holds ${content.size} bytes that no copy held before`,
        path,
        ids: ['P2.20'],
      }]
    )
  )
}

/**
 * What the oracle takes for settled is the same on both sides: kind, bytes and attributes. Bytes that somebody changed without
 * a change of size, times or attributes are seen by no call, which leaves them as they are (F48).
 */
function disagreements({ round, opinions }: JudgedRound): readonly Finding[] {
  return opinions.flatMap(({ path, outcome, left, state }) => {
    const { local, server } = left ?? {
      local: itemAt(round.after.local, path),
      server: itemAt(round.after.server, path),
    }
    if (outcome?.settled !== true || local === undefined || server === undefined) return []
    if (sameItem(local, server, SETTABLE)) return []
    const isLeft = itemAt(round.before.local, path)?.info === local.info &&
      itemAt(round.before.server, path)?.info === server.info
    if (state === STABLE && isLeft) return []
    return [{
      message: `"${path}" is settled, but differs between the two sides`,
      path,
      ids: ['SYNC-05', 'SYNC-07'],
    }]
  })
}

/**
 * Nothing stood in the way: no item may fail for want of its parent, and a folder is not empty only beside another failure, or
 * where a conflict could not be settled for what is in it (P3.9, P15.43).
 */
function needlessFailures({ round, facts, opinions }: JudgedRound): readonly Finding[] {
  if (facts.interrupted || facts.unreachable.size > 0) return []
  const open = new Set(
    opinions.filter(({ outcome }) => outcome?.conflict === 'recorded').map(({ path }) => upcase(path)),
  )
  const failed = round.items.filter(({ result = 0 }) => result !== 0)
  return failed.flatMap(({ path, result }) => {
    // Somebody took it, or a folder it is in, away while the call was under way.
    if ([...facts.disturbed?.keys() ?? []].some((key) => isWithin(path, key))) return []
    const isAlone = failed.length === 1
    const failedAbove = failed.some((above) => above.path !== path && isWithin(path, above.path))
    const isNeedless = result === ERROR.PATH_NOT_FOUND
      ? !failedAbove
      : result === ERROR.DIR_NOT_EMPTY && isAlone && !open.has(upcase(path))
    if (!isNeedless) return []
    return [{
      message: `"${path}" failed with ${result} though nothing stood in its way`,
      path,
      ids: ['P2.18', 'P15.41'],
    }]
  })
}

/** The same call again changes nothing and returns the same. */
async function repetition(judged: JudgedRound): Promise<readonly Finding[]> {
  const { witness, call, round } = judged
  const { returned: again, trace } = await witness.again(call, round.client)
  const failed = new Set(
    round.progress.filter(({ reason, result }) => reason === 3 && result !== 0).map(({ path }) =>
      upcase(path)
    ),
  )
  const changes = trace.flatMap(({ effects, address }) =>
    effects.flatMap((effect) =>
      effect.effect === 'record' || failed.has(upcase(effect.path))
        ? []
        : [`${effect.effect} ${effect.path} (${address})`]
    )
  )
  const findings: Finding[] = []
  const [change] = changes
  if (change !== undefined) {
    const more = changes.length === 1 ? '' : ` and ${changes.length - 1} more`
    findings.push({
      message: `the same call again still changes something: ${change}${more}`,
      expected: 'no change',
      actual: changes.join('\n'),
      ids: ['P2.14'],
    })
  }
  if (again !== round.returned && !namesWhatIsGone(judged)) {
    findings.push({
      message: 'the same call again returns something else',
      expected: String(round.returned),
      actual: String(again),
      ids: ['SYNC-34'],
    })
  }
  return findings
}

/** True for a call of a path that no side has any more: it is unknown to the next call (P1.15). */
function namesWhatIsGone({ call, round: { after } }: JudgedRound): boolean {
  return call.paths?.some((path) =>
    path !== null && itemAt(after.local, path) === undefined && itemAt(after.server, path) === undefined
  ) === true
}
