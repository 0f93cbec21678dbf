/** The port: all that an engine may ask, and all that it is asked. */

export { CsclabError } from '../errors.ts'
export * from './application.ts'
export * from './arrange.ts'
export * from './async-session.ts'
export * from './cache-call.ts'
export * from './engine.ts'
export * from './operations.ts'
export * from './reply.ts'
export * from './request.ts'
export * from './session.ts'
export * from './values.ts'
