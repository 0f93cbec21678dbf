/** The vocabulary of Windows that worlds, engines and reports share. */

export * from './attributes.ts'
export * from './filetime.ts'
export * from './names.ts'
export * from './shell-link/mod.ts'
export * from './unc.ts'
export { upcase } from './upcase.ts'
export type { CodeEntry } from './win32-codes.ts'
export { COM_CODES, WIN32_CODES, WMI_CODES } from './win32-codes.ts'
export * from './win32.ts'
export * from './sync-flags.ts'
export * from './sync-states.ts'
