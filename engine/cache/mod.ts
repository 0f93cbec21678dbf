/** The cache: what it remembers, how applications meet it, how it is shown. */

export * from './arrange.ts'
export * from './inspect.ts'
export * from './cache-record.ts'
export * from './connection.ts'
export * from './copy-bytes.ts'
export { copiedInfo } from './copy-down.ts'
export * from './intents.ts'
export * from './records.ts'
export * from './rights.ts'
export { orCode } from './records-failed.ts'
export * from './redirector.ts'
export { filesInTheWay } from './open-files.ts'
