/** The shape of results.json: what a run leaves for other programs. */

import type { Evidence, Failure, FateKind, SuiteResult, Verdict } from '../../scenarios/mod.ts'

/** A run as results.json holds it. New fields may come; what is there keeps its meaning within a schema version. */
export interface ResultsFile {
  readonly schemaVersion: 1
  readonly engine: SuiteResult['engine']
  readonly runtime: SuiteResult['runtime']
  readonly summary: ResultsSummary
  /** SHA-256 of all traces in the order of the scenario ids. */
  readonly traceHash: string
  /** What is wrong with the run as a whole and belongs to no scenario. */
  readonly problems: readonly Failure[]
  /** Every requirement, covered or not, in the order of the registry. */
  readonly requirements: readonly RequirementResult[]
  readonly coverage: Coverage
  /** In the order of the ids. */
  readonly scenarios: readonly ScenarioEntry[]
}

/** Counts over a run. */
export interface ResultsSummary {
  readonly scenarios: number
  readonly passed: number
  readonly failed: number
  /** Failed as expected. */
  readonly excused: number
  readonly unsupported: number
  readonly errors: number
  /** Calls of `Synchronize`. */
  readonly syncs: number
  /** Items looked at, summed over all calls. */
  readonly items: number
  /** Trace events. */
  readonly events: number
  /** How many of the scenarios are rows of the state matrix; all others somebody has written. */
  readonly rows: number
}

/** A requirement with the worst verdict of the scenarios that cover it. */
export interface RequirementResult {
  readonly id: string
  readonly promise: string
  readonly evidence: Evidence
  readonly source: string
  /** From bad to good: fail, error, excused, unsupported, pass; where no scenario covers it `uncovered`, or `unobservable`. */
  readonly verdict: Verdict | 'uncovered' | 'unobservable'
  /** Why no scenario can show it. */
  readonly unobservable?: string
  /** Ids of the scenarios that cover it. */
  readonly scenarios: readonly string[]
}

/** What of the vocabulary a run came to. */
export interface Coverage {
  /** All 54 sync states. */
  readonly states: readonly StateCoverage[]
  /** The flags, then the conflict policies. */
  readonly flags: readonly FlagCoverage[]
  readonly resolutions: readonly ResolutionCoverage[]
  readonly operations: readonly OperationCoverage[]
}

/** One state: items that were found in it, and passed scenarios that cover it. */
export interface StateCoverage {
  readonly state: number
  readonly name: string
  readonly reached: number
  readonly asserted: number
}

/** One flag or conflict policy: calls that passed it. */
export interface FlagCoverage {
  readonly flag: string
  readonly reached: number
}

/** Who answers a conflict: the policy of the call, its handler, the setting of the machine; without any it is recorded. */
export type Answerer = 'call' | 'handler' | 'machine' | 'nobody'

/** One resolution by one who answers: conflicts that got this answer. */
export interface ResolutionCoverage {
  readonly resolution: string
  readonly by: Answerer
  readonly reached: number
}

/** One operation: items for which it was decided. */
export interface OperationCoverage {
  readonly operation: string
  readonly reached: number
}

/** A scenario. */
export interface ScenarioEntry {
  readonly id: string
  readonly title: string
  /** Empty when it is not known. */
  readonly file: string
  /** Counted from 1; 0 when it is not known. */
  readonly line: number
  readonly tags: readonly string[]
  readonly covers: readonly string[]
  readonly verdict: Verdict
  /** Why it is unsupported or excused. */
  readonly reason?: string
  readonly failures: readonly Failure[]
  readonly rounds: readonly RoundEntry[]
  /** What became of writes since the last round: those that are new, or whose fate is another than before. */
  readonly fates: readonly FateEntry[]
  readonly durationMs: number
}

/** One call of `Synchronize`. */
export interface RoundEntry {
  readonly round: number
  /** `null` when the caller passed no array. */
  readonly paths: readonly (string | null)[] | null
  readonly flags: number
  /** The flags in words: `in | out | keep-latest`. */
  readonly flagsText: string
  /** `null` when the engine was dropped. */
  readonly returned: number | null
  readonly items: readonly ItemEntry[]
  readonly conflicts: readonly ConflictEntry[]
  /** What became of what was written: writes that are new, or whose fate is another than before. */
  readonly fates: readonly FateEntry[]
  /** Writes of which there is nothing new. */
  readonly otherFates: number
  /** The texts the caller got. */
  readonly progress: readonly string[]
}

/** What became of one item; `null` stands for what the engine did not say. */
export interface ItemEntry {
  readonly path: string
  readonly state: number | null
  readonly decision: string
  readonly because: readonly string[]
  readonly result: number | null
  readonly oracle: string
}

/** A conflict record that a round added, updated or removed. */
export interface ConflictEntry {
  readonly path: string
  readonly state: number
  readonly change: 'added' | 'updated' | 'removed'
}

/** A write, and what has become of it. */
export interface FateEntry {
  /** Where it was made: `step 3`, `round 1 meanwhile 2`. */
  readonly token: string
  /** Client and user, or the server and, unless it was an administrator, the user: `laptop · alice`, `server · bob`. */
  readonly writer: string
  readonly path: string
  /** `null` for the file's own content. */
  readonly stream: string | null
  /** Bytes of the whole content after the write. */
  readonly size: number
  /** SHA-256 of the same; beyond 64 MiB that of its blocks. */
  readonly digest: string
  /** A write that is `lost` fails the scenario. */
  readonly fate: FateKind
  /** Where the bytes are, what took their place, or who had them last; may be empty. */
  readonly words: string
}
