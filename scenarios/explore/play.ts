/** Plays one call of `Synchronize` on a stage, from its first request or from where a recording of it ends. */

import {
  type Caller,
  CsclabError,
  FIRST_CLIENT,
  type Pending,
  type Reply,
  type Request,
  type TraceEvent,
} from '../../sim/mod.ts'
import type { ProgressRecord } from '../judge/mod.ts'
import type { SyncStep } from '../language/mod.ts'
import { callOf, RoundScript, type ScriptedCaller, scriptedCaller, type Stage } from '../run/parts.ts'

/** A request of a call that was made before, with its answer. */
export interface Made {
  readonly pending: Pending
  readonly reply: Reply
}

/** How a call is played. */
export interface PlayOptions {
  /** The number of the round, for addresses. */
  readonly round: number
  /** What the call asked before the moment at which the stage stands, from its beginning. Default: nothing. */
  readonly made?: readonly Made[]
  /** Called before each request that is made. */
  readonly onRequest?: (pending: Pending, reported: number) => void
}

/** How a call came out. */
export interface Played {
  readonly stage: Stage
  /** All that the caller was told, what was told before the stage's moment included. */
  readonly progress: readonly ProgressRecord[]
  /** `undefined` when the engine was dropped, or threw. */
  readonly returned: number | undefined
  /** What the engine did that no engine may do. */
  readonly broke: string | undefined
  /** The events from the stage's moment on. */
  readonly events: readonly TraceEvent[]
  /** The code with which the first edit of others was answered otherwise than its step says. */
  readonly surprise: number | undefined
}

/** Plays the call of a step. Nothing is thrown for what an engine does. */
export async function play(stage: Stage, step: SyncStep, options: PlayOptions): Promise<Played> {
  const { round, made = [], onRequest } = options
  const { client = FIRST_CLIENT } = step
  const call = callOf(step)
  const scripted = scriptedCaller(step)
  const script = new RoundScript(stage, step, `round ${round} meanwhile`)
  for (const { pending } of made) {
    script.interrupt(pending)
    answerAgain(scripted.caller, pending.request)
  }
  const first = stage.host.trace.length
  const told = await attempt(async () => {
    const result = await stage.host.runAny(stage.engine.synchronize(call), {
      actor: 'engine',
      scope: `round ${round}`,
      client,
      user: call.user,
      caller: scripted.caller,
      still: step.clock === 'still',
      resumeFrom: made.map(({ pending, reply }) => ({ request: pending.request, reply })),
      interrupt: (pending) => {
        onRequest?.(pending, scripted.progress.length)
        return script.interrupt(pending)
      },
    })
    return result.ended === 'returned' ? result.value : undefined
  })
  return { ...told, stage, ...seen(scripted, script), events: stage.host.trace.slice(first) }
}

function seen(
  { progress }: ScriptedCaller,
  { surprises }: RoundScript,
): Pick<Played, 'progress' | 'surprise'> {
  return { progress, surprise: surprises[0]?.code }
}

/** Runs a session; what breaks the rules of the port is told, not thrown. */
async function attempt(
  run: () => Promise<number | undefined>,
): Promise<Pick<Played, 'returned' | 'broke'>> {
  try {
    return { returned: await run(), broke: undefined }
  } catch (error) {
    if (!(error instanceof CsclabError) || (error.code !== 'protocol' && error.code !== 'divergence')) {
      throw error
    }
    return { returned: undefined, broke: error.message }
  }
}

/** Brings a caller to where it was when it had been asked this. */
function answerAgain(caller: Caller, request: Request): void {
  switch (request.kind) {
    case 'progress':
      caller.progress(request)
      break
    case 'query-abort':
      caller.queryAbort()
      break
    case 'resolve-conflict':
      caller.resolveConflict(request)
      break
    case 'ask-credentials':
      caller.giveCredentials(request)
      break
    default:
  }
}
