/** Editing steps: what they ask of the world, and who asks. */

import {
  attributeBits,
  CsclabError,
  type FileOperation,
  type OperationResult,
  partsOf,
  SETTABLE,
} from '../../sim/mod.ts'
import {
  type AccessStep,
  contentBytes,
  contentOf,
  type EditingStep,
  parseTime,
  type WriteStep,
} from '../language/mod.ts'
import { sideOf, uncPath } from './paths.ts'
import type { Doer, Stage } from './stage.ts'

/** A step that opens a file, or closes one. */
export type ProgramStep = Extract<AccessStep, { readonly do: 'open' | 'close' }>

/** The file operation of a step; attribute changes start from what the item has now. */
export function operationOf(step: EditingStep | ProgramStep, stage: Stage): FileOperation {
  if (step.do === 'close') return { do: 'close', handle: handleOf(stage, step.handle) }
  const path = uncPath(step.path)
  const stream = 'stream' in step && step.stream !== undefined ? { stream: step.stream } : {}
  switch (step.do) {
    case 'write':
      return { ...writeOf(step), ...stream }
    case 'append':
      return { do: 'append', path, bytes: contentBytes(step.content), ...stream }
    case 'edit':
      return { do: 'edit', path, offset: step.offset, bytes: contentBytes(step.content), ...stream }
    case 'remove':
      return { do: 'remove', path, ...stream }
    case 'read':
      return { do: 'read', path, ...stream }
    case 'touch':
    case 'mkdir':
    case 'list':
      return { do: step.do, path }
    case 'rename':
      return { do: 'rename', path, to: uncPath(step.to), replace: step.replace ?? true }
    case 'open':
      return { do: 'open', path, access: step.access, share: step.share }
    case 'set-attributes': {
      const now = attributesOf(step, stage)
      const attributes = (now | attributeBits(step.set ?? [])) & ~attributeBits(step.clear ?? [])
      return { do: 'set-info', path, info: { attributes } }
    }
    case 'set-times': {
      const { lastWrite, creation, lastAccess } = step
      const info = {
        ...(lastWrite === undefined ? {} : { lastWrite: parseTime(lastWrite) }),
        ...(creation === undefined ? {} : { creation: parseTime(creation) }),
        ...(lastAccess === undefined ? {} : { lastAccess: parseTime(lastAccess) }),
      }
      return { do: 'set-info', path, info }
    }
  }
}

/** Who does a step. */
export function doerOf(step: EditingStep | ProgramStep, scope: string): Doer {
  const still = step.clock === 'still'
  if (step.do === 'close') return { scope, still }
  return { scope, still, client: step.client, user: step.user }
}

/** Remembers a file that a program has opened, under the name the scenario gave it. */
export function noteOpened(
  stage: Stage,
  step: ProgramStep & { readonly do: 'open' },
  { result, doer }: { readonly result: OperationResult; readonly doer: Doer },
): void {
  if (result.code !== 0 || result.handle === undefined) return
  stage.programs.set(step.as, { side: sideOf(step.side), handle: result.handle, doer })
}

/** Forgets a file that a program has closed. */
export function noteClosed(stage: Stage, step: ProgramStep & { readonly do: 'close' }): void {
  stage.programs.delete(step.handle)
}

function handleOf(stage: Stage, name: string): number {
  const program = stage.programs.get(name)
  if (program !== undefined) return program.handle
  throw new CsclabError('scenario', `No program has a file open as "${name}" at this moment`, {
    hint: 'Its step "open" was refused, or comes later',
  })
}

function writeOf(step: WriteStep): FileOperation & { readonly do: 'write' | 'write-sparse' } {
  const path = uncPath(step.path)
  const content = contentOf(step.content)
  return content instanceof Uint8Array
    ? { do: 'write', path, bytes: content }
    : { do: 'write-sparse', path, ...content }
}

function attributesOf(step: EditingStep, { world }: Stage): number {
  const who = { across: false, ...(step.client === undefined ? {} : { client: step.client }) }
  const place = world.locate(sideOf(step.side), uncPath(step.path), who)
  const found = typeof place === 'number' ? undefined : place.volume.stat(partsOf(uncPath(step.path)))
  return found !== undefined && 'info' in found ? found.info.attributes & SETTABLE : 0
}
