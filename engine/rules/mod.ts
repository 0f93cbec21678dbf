/** The rules of the engine: pure tables and functions. */

export * from './classify.ts'
export * from './conditions.ts'
export * from './decide.ts'
export * from './excluded.ts'
export * from './flags.ts'
export * from './pin.ts'
export * from './progress-text.ts'
export * from './reasons.ts'
export * from './resolve.ts'
export * from './rules.ts'
export * from './scopes.ts'
