/** The commands of the command line, one a file. */

export type { Output } from './command.ts'
export { errorText } from './error-text.ts'
export { main } from './main.ts'
