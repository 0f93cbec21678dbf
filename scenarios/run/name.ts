/** Names scenarios after the exports they come from. */

import { type Mistake, type NamedScenario, positionOf, type Scenario } from '../language/mod.ts'

/** A scenario under its own name, without its chapter. */
export interface ExportedScenario {
  readonly name: string
  readonly scenario: Scenario
}

/** Scenarios of a loaded module under the names of its exports: single ones, and parameter tables as arrays. */
export function scenariosOf(exports: Readonly<Record<string, unknown>>): readonly ExportedScenario[] {
  return Object.entries(exports).flatMap(([name, value]) => {
    const list = Array.isArray(value) ? value.filter(isScenario) : isScenario(value) ? [value] : []
    return list.map((scenario) => ({ name: nameOf(name, scenario), scenario }))
  })
}

/** The ids of a chapter's scenarios: `chapter/name`. */
export function nameAll(chapter: string, scenarios: readonly ExportedScenario[]): readonly NamedScenario[] {
  return scenarios.map(({ name, scenario }) => ({
    id: `${chapter}/${name}`,
    scenario,
    position: positionOf(scenario),
  }))
}

/** A mistake for every id that is there twice. */
export function duplicates(named: readonly NamedScenario[]): readonly Mistake[] {
  const first = new Map<string, NamedScenario>()
  return named.flatMap((scenario) => {
    const earlier = first.get(scenario.id)
    if (earlier === undefined) {
      first.set(scenario.id, scenario)
      return []
    }
    const where = earlier.position === undefined
      ? ''
      : `, first in ${earlier.position.file}:${earlier.position.line}`
    return [{
      message: `The id "${scenario.id}" is there twice${where}`,
      position: scenario.position,
      hint: 'Rename the export or the file: the id is made of both',
    }]
  })
}

/** `bothEdited` becomes `both-edited`; a row of a table is behind it in brackets. */
function nameOf(exported: string, scenario: Scenario): string {
  const name = exported.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
  return scenario.row === undefined ? name : `${name}[${scenario.row}]`
}

function isScenario(value: unknown): value is Scenario {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'scenario'
}
