/** The families of requirements, by the beginning of their ids. */

import type { RequirementResult } from './formats/results-file.ts'

interface Family {
  readonly starts: RegExp
  readonly name: string
  readonly about: string
}

const FAMILIES: readonly Family[] = [
  {
    starts: /^SYNC-/,
    name: 'Promises of the Synchronize method',
    about: 'What the page of the method says.',
  },
  { starts: /^STATE-/, name: 'Sync states', about: 'What each of the 54 states means.' },
  {
    starts: /^D\d/,
    name: 'Facts that other pages state',
    about: 'What the pages beside that of the method say, by section and number.',
  },
  {
    starts: /^P\d/,
    name: 'Choices where the documents are silent',
    about: 'Each with its reason; an engine may choose otherwise.',
  },
  { starts: /^F\d/, name: 'Cases from the field', about: 'What people met.' },
]

/** A family with its requirements. */
export interface RequirementGroup extends Omit<Family, 'starts'> {
  readonly members: readonly RequirementResult[]
}

/** Requirements by family, in the order of the registry. */
export function requirementGroups(requirements: readonly RequirementResult[]): readonly RequirementGroup[] {
  return FAMILIES.map(({ starts, name, about }) => ({
    name,
    about,
    members: requirements.filter(({ id }) => starts.test(id)),
  }))
}
