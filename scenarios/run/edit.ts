/** Editing steps: what they ask of the world. */

import { attributeBits, type FileOperation, partsOf, SETTABLE, type World } from '../../sim/mod.ts'
import { contentBytes, type EditingStep, parseTime } from '../language/mod.ts'
import { sideOf, uncPath } from './paths.ts'

/** The file operation of a step; attribute changes start from what the item has now. */
export function operationOf(step: EditingStep, world: World): FileOperation {
  const path = uncPath(step.path)
  switch (step.do) {
    case 'write':
      return { do: 'write', path, bytes: contentBytes(step.content) }
    case 'append':
      return { do: 'append', path, bytes: contentBytes(step.content) }
    case 'edit':
      return { do: 'edit', path, offset: step.offset, bytes: contentBytes(step.content) }
    case 'touch':
    case 'mkdir':
    case 'remove':
      return { do: step.do, path }
    case 'rename':
      return { do: 'rename', path, to: uncPath(step.to), replace: true }
    case 'set-attributes': {
      const now = attributesOf(step, world)
      const attributes = (now | attributeBits(step.set ?? [])) & ~attributeBits(step.clear ?? [])
      return { do: 'set-info', path, info: { attributes } }
    }
    case 'set-times': {
      const { lastWrite, creation } = step
      const info = {
        ...(lastWrite === undefined ? {} : { lastWrite: parseTime(lastWrite) }),
        ...(creation === undefined ? {} : { creation: parseTime(creation) }),
      }
      return { do: 'set-info', path, info }
    }
  }
}

function attributesOf(step: EditingStep, world: World): number {
  const place = world.locate(sideOf(step.side), uncPath(step.path), false)
  const found = typeof place === 'number' ? undefined : place.volume.stat(partsOf(uncPath(step.path)))
  return found !== undefined && 'info' in found ? found.info.attributes & SETTABLE : 0
}
