/** The reference engine and its rules. */

export type { CacheRecord, Marks, Seen } from './cache/mod.ts'
export type {
  CallerAnswers,
  ItemTypeNumber,
  OfflineFilesCacheOptions,
  OfflineFilesChangeInfo,
  OfflineFilesConnectionInfo,
  OfflineFilesDirtyInfo,
  OfflineFilesFileSysInfo,
  OfflineFilesItem,
  OfflineFilesPinInfo,
  OfflineFilesSuspendInfo,
  OfflineResult,
  SessionHost,
  SessionOptions,
} from './objects/mod.ts'
export { DELETE_FLAG, ITEM_TYPE, OfflineFilesCache, PIN_FLAG, TRANSITION_FLAG } from './objects/mod.ts'
export * from './offline-files.ts'
export * from './rules/mod.ts'
