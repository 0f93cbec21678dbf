/** The simulator: Windows volumes, servers and a client in memory, and the port through which engines meet them. */

export * from './errors.ts'
export * from './port/mod.ts'
export * from './volume/mod.ts'
export * from './windows/mod.ts'
export * from './world/mod.ts'
