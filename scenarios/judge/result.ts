/** What a run yields: plain data, from which every report is made. */

import type { Position, ProgressReason, PromptChannel, Ticks, TraceEvent, Tree } from '../../sim/mod.ts'

/**
 * pass · fail · excused (it failed, and is expected to) · unsupported (the engine or the runtime cannot be asked) · error (harness
 * or scenario broke).
 */
export type Verdict = 'pass' | 'fail' | 'excused' | 'unsupported' | 'error'

/** What a failure is about. */
export type FailureKind =
  /** A step of the scenario expected something else. */
  | 'expectation'
  /** The oracle allows another outcome. */
  | 'oracle'
  /** An expectation that every scenario has. */
  | 'automatic'
  /** What somebody wrote is lost. */
  | 'fate'
  /** A stored snapshot differs, is missing or obsolete. */
  | 'snapshot'
  /** A whole run came to less of the vocabulary than its configuration asks for. */
  | 'coverage'
  /** An expected failure that is none, or is excused no longer. */
  | 'excuse'
  /** The engine threw, or broke the rules of the port. */
  | 'engine'
  /** The scenario or the harness broke. */
  | 'error'

/** One thing that is not as it should be. */
export interface Failure {
  readonly kind: FailureKind
  /** A sentence: what is wrong and where. */
  readonly message: string
  readonly expected?: string
  readonly actual?: string
  readonly position?: Position
  readonly round?: number
  /** UNC path of the item, when it is about one. */
  readonly path?: string
  /** Ids of the promises and choices it stands on. */
  readonly ids: readonly string[]
  readonly hint?: string
}

/** One progress report, as the caller got it. */
export interface ProgressRecord {
  readonly reason: ProgressReason
  readonly result: number
  readonly path: string
  readonly message: string
  readonly answer: 'continue' | 'retry' | 'abort'
}

/** What became of one item in a round. */
export interface ItemRecord {
  readonly path: string
  /** State as the engine logged it. */
  readonly state: number | undefined
  readonly decision: string
  readonly because: readonly string[]
  /** Win32 code of the last ItemResult; `undefined` for an item that was never reported. */
  readonly result: number | undefined
  /** What the oracle says of the item, in words; empty when it has no opinion. */
  readonly oracle: string
}

/** A conflict record that a round added, updated or removed. */
export interface ConflictRecord {
  readonly path: string
  readonly state: number
  readonly change: 'added' | 'updated' | 'removed'
}

/**
 * What has become of a write.
 *
 * - `both`: the bytes are on the server and in a cache, that of the writer if it was made on a client.
 * - `one-side`: they are on one side and no more is to come, as after an eviction.
 * - `waiting`: they are where they were written and have still to reach the other side.
 * - `kept`: they are under another name, as when both copies of a conflict are kept.
 * - `superseded`: somebody who had them in view wrote over them, removed them or put another file in their place.
 * - `discarded`: they lost a conflict by an explicit choice: the policy of the call, a handler's answer, the machine's policy.
 * - `lost`: none of these. It fails the scenario.
 */
export type FateKind = 'both' | 'one-side' | 'waiting' | 'kept' | 'superseded' | 'discarded' | 'lost'

/** A write, and what has become of it. */
export interface FateRecord {
  /** Where it was made: `step 3`, `round 1 meanwhile 2`. */
  readonly token: string
  /** Client and user, or the server and, unless it was an administrator, the user: `laptop · alice`, `server · bob`. */
  readonly writer: string
  /** UNC path as stored when it was written. */
  readonly path: string
  /** The named stream that was written, if it was one. */
  readonly stream?: string
  /** Bytes of the whole content after the write. */
  readonly size: number
  /** Digest of the same, see `Content.digest`. */
  readonly digest: string
  readonly fate: FateKind
  /** Where the bytes are, what took their place, or who had them last; may be empty. */
  readonly words: string
}

/** The trees at one moment: the servers', and one client's cache. */
export interface Trees {
  readonly server: Tree
  readonly local: Tree
}

/** One call of `Synchronize`. */
export interface RoundRecord {
  readonly round: number
  /** Index of its step. */
  readonly step: number
  /** The client it was made on. */
  readonly client: string
  readonly paths: readonly (string | null)[] | null
  readonly flags: number
  /** `undefined` when the engine was dropped. */
  readonly returned: number | undefined
  readonly crashedAt: string | undefined
  readonly cancelled: boolean
  readonly progress: readonly ProgressRecord[]
  /** How the user was asked for credentials, in order. */
  readonly prompts: readonly PromptChannel[]
  readonly items: readonly ItemRecord[]
  readonly conflicts: readonly ConflictRecord[]
  /** What became of what was written: writes that are new, or whose fate is another than before. */
  readonly fates: readonly FateRecord[]
  /** Writes of which there is nothing new. */
  readonly otherFates: number
  readonly before: Trees
  readonly after: Trees
  /** Numbers of the first and last trace event. */
  readonly events: readonly [first: number, last: number]
}

/** One step, told. */
export interface StepRecord {
  readonly index: number
  /** The step in words. */
  readonly text: string
  readonly verb: string
  readonly position: Position | undefined
  /** The moment it began. */
  readonly at: Ticks
  readonly ok: boolean
}

/** One scenario, run. */
export interface ScenarioResult {
  readonly id: string
  readonly title: string
  readonly position: Position | undefined
  readonly tags: readonly string[]
  readonly covers: readonly string[]
  readonly verdict: Verdict
  /** Why it is unsupported or excused. */
  readonly reason: string | undefined
  readonly failures: readonly Failure[]
  readonly steps: readonly StepRecord[]
  readonly rounds: readonly RoundRecord[]
  /** What became of writes since the last round: those that are new, or whose fate is another than before. */
  readonly fates: readonly FateRecord[]
  /** The servers and the first client, before the first edit or sync and at the end. */
  readonly first: Trees
  readonly last: Trees
  /** The caches of the other clients at the end, by name. */
  readonly others: ReadonlyMap<string, Tree>
  /** Every event, in order. */
  readonly trace: readonly TraceEvent[]
  /** SHA-256 of the trace. `undefined` for a scenario whose input lies on disk: its trace is no function of the scenario. */
  readonly traceHash: string | undefined
  readonly durationMs: number
}

/** What was done with snapshots. */
export interface SnapshotSummary {
  /** Stored ones that were compared. */
  readonly checked: number
  readonly written: number
  readonly changed: number
  readonly removed: number
  /** Ids of stored ones that belong to no scenario. */
  readonly obsolete: readonly string[]
}

/** A whole run. */
export interface SuiteResult {
  readonly engine: { readonly name: string; readonly version: string }
  readonly runtime: { readonly name: 'node' | 'deno'; readonly version: string }
  readonly scenarios: readonly ScenarioResult[]
  /** SHA-256 of all trace hashes in the order of the ids. */
  readonly traceHash: string
  /** Set when snapshots could not be looked at, with the reason. */
  readonly snapshotsNotChecked: string | undefined
  /** Present once snapshots were looked at. */
  readonly snapshots?: SnapshotSummary
  /** What is wrong with the run as a whole and belongs to no scenario. */
  readonly problems: readonly Failure[]
  /** True when filters left something out. */
  readonly filtered: boolean
}
