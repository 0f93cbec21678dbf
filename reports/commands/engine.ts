/** Which engine is asked: the reference engine, or a module's. */

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createEngine } from '../../engine/mod.ts'
import { findRequirement, importFile } from '../../scenarios/mod.ts'
import type { Engine } from '../../sim/mod.ts'
import { type OptionSpec, usage } from './command.ts'

/** The option that names an engine. */
export const ENGINE_OPTION: OptionSpec = {
  name: 'engine',
  value: 'FILE',
  help: 'a module that exports an engine as "engine" or by default; without it the reference engine',
}

/**
 * Finds an engine.
 *
 * @throws {CsclabError} `usage` if the file exports none, `scenario` if it throws.
 */
export async function findEngine(named: string | undefined): Promise<Engine> {
  const reference = createEngine()
  if (named === undefined || named === reference.name) return reference
  const file = resolve(named)
  if (!existsSync(file)) {
    throw usage(
      `There is no engine file "${named}"`,
      `Name a module, or leave --engine out for "${reference.name}"`,
    )
  }
  const module = await importFile(file)
  const engine = module['engine'] ?? module['default']
  if (isEngine(engine)) return withSoundChoices(engine)
  throw usage(
    `"${named}" exports no engine`,
    'Export { name, version, *synchronize(call) { … } } as "engine" or by default',
  )
}

/** Documented behaviour cannot be declared away: other choices are possible only where csclab made one. */
function withSoundChoices(engine: Engine): Engine {
  for (const id of Object.keys(engine.otherChoices ?? {})) {
    const evidence = findRequirement(id)?.evidence
    if (evidence === 'proposed') continue
    const why = evidence === undefined ? 'is no id' : `is ${evidence}, not chosen by csclab`
    throw usage(
      `The engine "${engine.name}" declares another choice on ${id}, which ${why}`,
      'Declare ids of proposals (P…) only',
    )
  }
  return engine
}

/** Plays a failure of a sweep again, on the engine it was found on. */
export function replayAgain(file: string, engine: string | undefined): string {
  return ['csclab replay', file, ...(engine === undefined ? [] : ['--engine', engine])].join(' ')
}

function isEngine(value: unknown): value is Engine {
  if (typeof value !== 'object' || value === null) return false
  const { name, version, synchronize } = {
    name: undefined,
    version: undefined,
    synchronize: undefined,
    ...value,
  }
  return typeof name === 'string' && /^[A-Za-z0-9-]+$/.test(name) && typeof version === 'string' &&
    typeof synchronize === 'function'
}
