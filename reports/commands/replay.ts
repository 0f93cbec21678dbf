/** `csclab replay`: plays a failure of a sweep again, tells what happens and whether it still fails. */

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Failure, runScenario, type ScenarioResult } from '../../scenarios/mod.ts'
import {
  type Finding,
  parseFailure,
  type Replayed,
  replayFailure,
  type StoredFailure,
} from '../../scenarios/explore/mod.ts'
import { CsclabError, type Engine } from '../../sim/mod.ts'
import { canRead, wantsColor } from '../environment.ts'
import { shortened } from '../relative.ts'
import { storyOf } from '../story.ts'
import { storyText } from '../story-text.ts'
import { type Command, type Invocation, isSet, usage, valueOf } from './command.ts'
import { ENGINE_OPTION, findEngine, replayAgain } from './engine.ts'

/** The command. */
export const replayCommand: Command = {
  name: 'replay',
  summary: 'Plays a failure of csclab sweep again, and tells it as a story.',
  usage: 'FILE',
  options: [ENGINE_OPTION, { name: 'json', help: 'print the verdict as JSON, and nothing else' }],
  notes: [
    'Exit code 1: it still fails; 0: it passes, or the call does not come to that place any more; 2: the file is none of these.',
  ],
  examples: ['csclab replay csclab-report/sweep/conflicts-both-edited-1-crash.json'],
  run: replay,
}

async function replay(invocation: Invocation): Promise<number> {
  const [given, ...more] = invocation.positionals
  if (given === undefined || more.length > 0) {
    throw usage('csclab replay needs one file', 'Name a file that csclab sweep has written')
  }
  const stored = parseFailure(readText(given), given)
  const engine = await engineOf(invocation, stored)
  const replayed = await replayFailure(stored, { engine, canRead })
  invocation.out.write(
    isSet(invocation, 'json')
      ? `${JSON.stringify(verdictJson(stored, replayed, engine), undefined, 2)}\n`
      : await told(stored, replayed, { engine, command: replayAgain(given, valueOf(invocation, 'engine')) }),
  )
  return replayed.verdict === 'fails' ? 1 : 0
}

function readText(given: string): string {
  if (!canRead(given)) {
    throw new CsclabError('file', `Reading "${given}" is not allowed`, { hint: 'Run Deno with --allow-read' })
  }
  if (!existsSync(given)) {
    throw new CsclabError('file', `There is no file "${given}"`, {
      hint: 'csclab sweep writes its failures to csclab-report/sweep',
    })
  }
  return readFileSync(resolve(given), 'utf8')
}

async function engineOf(invocation: Invocation, stored: StoredFailure): Promise<Engine> {
  const named = valueOf(invocation, 'engine')
  const engine = await findEngine(named)
  if (named === undefined && engine.name !== stored.engine) {
    throw usage(
      `The failure was found on the engine "${stored.engine}"`,
      `Name its module with --engine, or ask the reference engine with --engine ${engine.name}`,
    )
  }
  return engine
}

function verdictJson(stored: StoredFailure, { verdict, findings, reason }: Replayed, engine: Engine): object {
  const { named: { id }, round, kind, address, words } = stored
  return {
    schemaVersion: 1,
    engine: engine.name,
    scenario: id,
    round,
    kind,
    address,
    words,
    verdict,
    found: findings,
    ...(reason === undefined ? {} : { reason }),
  }
}

async function told(
  stored: StoredFailure,
  replayed: Replayed,
  { engine, command }: { readonly engine: Engine; readonly command: string },
): Promise<string> {
  const { verdict, findings, reason, scenario } = replayed
  if (verdict === 'gone') return `${stored.named.id}: ${reason ?? 'it is gone'}\n`
  const result = await runScenario({ ...stored.named, scenario }, { engine, canRead })
  const judged: ScenarioResult = {
    ...result,
    verdict: verdict === 'fails' ? 'fail' : 'pass',
    failures: findings.map((finding) => failureOf(finding, stored.round)),
  }
  const story = storyText(storyOf(shortened(process.cwd(), judged)), { color: wantsColor() })
  const again = story.replace(/Run it again:.*$/m, `Play it again: ${command}`)
  const last = verdict === 'fails' ? 'It still fails.' : 'It passes now.'
  return `${again}\n${stored.kind} at ${stored.address}: ${stored.words}\n${last}\n`
}

function failureOf({ check, message, ...more }: Finding, round: number): Failure {
  return { kind: 'automatic', round, message: `${check}: ${message}`, ...more }
}
