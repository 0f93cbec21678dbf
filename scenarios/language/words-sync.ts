/** Calls of `Synchronize` in plain English. */

import { formatFlags } from '../../sim/mod.ts'
import { parseSyncFlags, unknownFlag } from './flags.ts'
import type { MeanwhileStep, SyncStep } from './steps.ts'
import { counted, type PathText } from './word-parts.ts'
import { faultText, placeText } from './words-world.ts'

/** A call; `innerText` tells what happens during it. */
export function callText(
  step: SyncStep,
  name: PathText,
  innerText: (step: MeanwhileStep) => string,
): string {
  const { paths, flags } = step
  const targets = paths?.map((path) => typeof path === 'string' ? path : `raw ${JSON.stringify(path.raw)}`)
  const what = targets === undefined ? 'without paths' : targets.join(', ') || 'an empty list'
  const readable = typeof flags === 'number' || unknownFlag(flags) === undefined
  const words = readable ? formatFlags(parseSyncFlags(flags)) : flags
  return [`Synchronize ${what} with ${words}`, ...answers(step, name), ...incidents(step, name, innerText)]
    .join(
      ', ',
    )
}

/** Who calls, and how the caller answers. */
function answers(step: SyncStep, name: PathText): readonly string[] {
  const { client, user, progress = [], handler, credentials } = step
  return [
    ...(client === undefined ? [] : [`on ${client}`]),
    ...(user === undefined ? [] : [`as ${user}`]),
    ...progress.map(({ to, path, nth, answer }) =>
      `the sink answers ${answer} to ${to}${onItem(path, name)}${onlyNth(nth)}`
    ),
    ...(handler === undefined ? [] : handler.length === 0 ? ['the handler answers none'] : []),
    ...(handler ?? []).map(({ path, nth, answer, newName }) =>
      `the handler answers ${answer}${newName === undefined ? '' : ` as ${JSON.stringify(newName)}`}${
        path === undefined ? '' : ` for ${name(path)}`
      }${onlyNth(nth)}`
    ),
    ...(credentials === undefined ? [] : [`credentials are ${credentials}`]),
  ]
}

/** What happens to the call. */
function incidents(
  { cancelAfter, faults = [], during = [], crash }: SyncStep,
  name: PathText,
  innerText: (step: MeanwhileStep) => string,
): readonly string[] {
  return [
    ...(cancelAfter === undefined ? [] : [`cancelled after ${counted(cancelAfter, 'item')}`]),
    ...faults.map((fault) => faultText(fault, name)),
    ...during.map((part) => `right before ${placeText(part, name)}: ${part.steps.map(innerText).join('; ')}`),
    ...(crash === undefined ? [] : [`the engine is dropped ${crash.when} ${placeText(crash, name)}`]),
  ]
}

function onItem(path: string | undefined, name: PathText): string {
  return path === undefined ? '' : ` of ${name(path)}`
}

function onlyNth(nth: number | undefined): string {
  return nth === undefined ? '' : `, only time ${nth}`
}
