/** Files that are opened twice under one name, or closed without being open. */

import { quoted } from './field.ts'
import type { StepFlaw } from './flaw.ts'
import { didYouMean } from './nearest.ts'
import type { NumberedStep } from './numbered-step.ts'
import { innerSteps, type PlaceInStep } from './step-paths.ts'
import type { CloseStep, OpenStep, Step } from './steps.ts'

/** What has become of a file that was opened. */
type Fate = 'open' | 'closed' | 'refused'

/** What is wrong with the names of open files. */
export function fileFlaws(steps: readonly NumberedStep[]): readonly StepFlaw[] {
  const files = new Map<string, Fate>()
  const flaws: StepFlaw[] = []
  const look = (step: Step, at: PlaceInStep, index: number): void => {
    const flaw = step.do === 'open'
      ? opened(step, files)
      : step.do === 'close'
      ? closed(step, files)
      : undefined
    if (flaw !== undefined) flaws.push({ ...flaw, step: index, at: [...at, ...flaw.at] })
    for (const inner of innerSteps(step)) look(inner.step, inner.at, index)
  }
  for (const { index, step } of steps) look(step, [], index)
  return flaws
}

function opened({ as, fails }: OpenStep, files: Map<string, Fate>): Omit<StepFlaw, 'step'> | undefined {
  const twice = files.has(as)
  files.set(as, fails === undefined ? 'open' : 'refused')
  if (!twice) return undefined
  return {
    at: ['as'],
    message: `Two files are opened under the name ${quoted([as])}`,
    hint: 'Give one of them another name',
  }
}

function closed({ handle }: CloseStep, files: Map<string, Fate>): Omit<StepFlaw, 'step'> | undefined {
  const fate = files.get(handle)
  const what = quoted([handle])
  if (fate === 'open') {
    files.set(handle, 'closed')
    return undefined
  }
  const open = [...files].flatMap(([name, state]) => state === 'open' ? [name] : [])
  const hint = didYouMean(handle, open) ??
    (open.length === 0 ? 'No file is open here' : `Open files are ${quoted(open)}`)
  if (fate === undefined) return { at: ['handle'], message: `No file is open under the name ${what}`, hint }
  return fate === 'closed'
    ? { at: ['handle'], message: `The file ${what} is closed already`, hint }
    : { at: ['handle'], message: `The file ${what} was never open: opening it was refused`, hint }
}
