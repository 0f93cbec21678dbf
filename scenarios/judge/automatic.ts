/** What is expected of every round of every scenario, whether its author thought of it or not. */

import { isWithin, messageOf, sameItem, SETTABLE, SYNC_FLAG, type SyncCall, upcase } from '../../sim/mod.ts'
import type { Failure, ProgressRecord, RoundRecord } from './result.ts'
import type { Witness } from './witness.ts'
import type { RoundFacts } from './oracle/mod.ts'

/** A round, just run. */
export interface JudgedRound {
  readonly witness: Witness
  readonly call: SyncCall
  readonly round: RoundRecord
  readonly facts: RoundFacts
  /** The step scripted a crash, a cancel or answers: an identical call need not end the same. */
  readonly scripted: boolean
}

/** Judges a round by the expectations that hold for all. */
export async function judgeAutomatically(judged: JudgedRound): Promise<readonly Failure[]> {
  const { round } = judged
  const findings = [
    ...(round.returned === undefined ? [] : grammar(round)),
    ...halfWritten(round),
    ...disagreements(judged),
    ...(judged.scripted || round.returned === undefined ? [] : await repetition(judged)),
  ]
  return findings.map((finding) => ({
    ...finding,
    kind: 'automatic',
    message: `Round ${round.round}: ${finding.message}`,
    round: round.round,
  }))
}

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
  return [...findings, ...progress.flatMap((report, i) => textFinding(report, progress[i - 1]))]
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
function halfWritten(round: RoundRecord): readonly Finding[] {
  const known = new Set<string>()
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

/** A two-way call that went through leaves both sides the same, conflicts, failures and uncached items aside. */
function disagreements(judged: JudgedRound): readonly Finding[] {
  const { round, facts, call } = judged
  const both = SYNC_FLAG.SYNCIN | SYNC_FLAG.SYNCOUT
  const blocked = (round.flags & SYNC_FLAG.NONEWFILESOUT) !== 0
  if (facts.interrupted || round.returned !== 0 || (round.flags & both) !== both || blocked) return []
  const open = openPaths(judged)
  const scopes = (call.paths ?? []).filter((path) => path !== null)
  return [...round.after.local.values()].flatMap((local) => {
    const { path } = local
    if (!scopes.some((scope) => isWithin(path, scope))) return []
    if (open.some((other) => isWithin(path, other) || isWithin(other, path))) return []
    const server = round.after.server.get(upcase(path))
    if (server !== undefined && sameItem(local, server, SETTABLE)) return []
    const what = server === undefined ? 'is not on the server' : 'differs from the server copy'
    return [{
      message: `after a two-way sync without failures the local "${path}" ${what}`,
      path,
      ids: ['SYNC-05', 'SYNC-07'],
    }]
  })
}

/** Paths whose state is not settled: open conflicts, and items that failed. */
function openPaths(judged: JudgedRound): readonly string[] {
  const { round, facts } = judged
  const recorded = round.conflicts.filter(({ change }) => change !== 'removed').map(({ path }) => path)
  const failed = round.progress.filter(({ reason, result }) => reason === 3 && result !== 0).map(({ path }) =>
    path
  )
  return [...recorded, ...failed, ...facts.conflictsBefore]
}

/** The same call again changes nothing and returns the same. */
async function repetition(judged: JudgedRound): Promise<readonly Finding[]> {
  const { witness, call, round } = judged
  const { returned: again, trace } = await witness.again(call)
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
  if (again !== round.returned) {
    findings.push({
      message: 'the same call again returns something else',
      expected: String(round.returned),
      actual: String(again),
      ids: ['SYNC-34'],
    })
  }
  return findings
}
