/** The OFFLINEFILES_SYNC_STATE enumeration: numbers and names, as in the header. */

/** Names of the 54 states, without their prefix; the position is the number. */
export const SYNC_STATES = [
  'Stable',
  'FileOnClient_DirOnServer',
  'FileOnClient_NoServerCopy',
  'DirOnClient_FileOnServer',
  'DirOnClient_FileChangedOnServer',
  'DirOnClient_NoServerCopy',
  'FileCreatedOnClient_NoServerCopy',
  'FileCreatedOnClient_FileChangedOnServer',
  'FileCreatedOnClient_DirChangedOnServer',
  'FileCreatedOnClient_FileOnServer',
  'FileCreatedOnClient_DirOnServer',
  'FileCreatedOnClient_DeletedOnServer',
  'FileChangedOnClient_ChangedOnServer',
  'FileChangedOnClient_DirOnServer',
  'FileChangedOnClient_DirChangedOnServer',
  'FileChangedOnClient_DeletedOnServer',
  'FileSparseOnClient_ChangedOnServer',
  'FileSparseOnClient_DeletedOnServer',
  'FileSparseOnClient_DirOnServer',
  'FileSparseOnClient_DirChangedOnServer',
  'DirCreatedOnClient_NoServerCopy',
  'DirCreatedOnClient_DirOnServer',
  'DirCreatedOnClient_FileOnServer',
  'DirCreatedOnClient_FileChangedOnServer',
  'DirCreatedOnClient_DirChangedOnServer',
  'DirCreatedOnClient_DeletedOnServer',
  'DirChangedOnClient_FileOnServer',
  'DirChangedOnClient_FileChangedOnServer',
  'DirChangedOnClient_ChangedOnServer',
  'DirChangedOnClient_DeletedOnServer',
  'NoClientCopy_FileOnServer',
  'NoClientCopy_DirOnServer',
  'NoClientCopy_FileChangedOnServer',
  'NoClientCopy_DirChangedOnServer',
  'DeletedOnClient_FileOnServer',
  'DeletedOnClient_DirOnServer',
  'DeletedOnClient_FileChangedOnServer',
  'DeletedOnClient_DirChangedOnServer',
  'FileSparseOnClient',
  'FileChangedOnClient',
  'FileRenamedOnClient',
  'DirSparseOnClient',
  'DirChangedOnClient',
  'DirRenamedOnClient',
  'FileChangedOnServer',
  'FileRenamedOnServer',
  'FileDeletedOnServer',
  'DirChangedOnServer',
  'DirRenamedOnServer',
  'DirDeletedOnServer',
  'FileReplacedAndDeletedOnClient_FileOnServer',
  'FileReplacedAndDeletedOnClient_FileChangedOnServer',
  'FileReplacedAndDeletedOnClient_DirOnServer',
  'FileReplacedAndDeletedOnClient_DirChangedOnServer',
] as const

/** The name of a state. */
export type SyncStateName = (typeof SYNC_STATES)[number]

const numbers: ReadonlyMap<string, number> = new Map(SYNC_STATES.map((name, number) => [name, number]))

/** The number of a state. */
export function stateNumber(name: SyncStateName): number {
  return numbers.get(name) ?? 0
}

/** The name of a state's number, or `undefined` for a number outside 0 … 53. */
export function stateName(number: number): SyncStateName | undefined {
  return SYNC_STATES[number]
}

/** True for text that is a state's name. */
export function isStateName(text: string): text is SyncStateName {
  return numbers.has(text)
}
