/** Pieces of the sentences that tell steps. */

/** How a path is written. */
export type PathText = (path: string) => string

/** `2 files and 1 directory`, or `nothing`. */
export function treeText(items: readonly { readonly content: unknown }[]): string {
  const directories = items.filter(({ content }) => content === null).length
  const files = items.length - directories
  const counts = [
    ...(files > 0 ? [counted(files, 'file')] : []),
    ...(directories > 0 ? [counted(directories, 'directory')] : []),
  ]
  return counts.length === 0 ? 'nothing' : counts.join(' and ')
}

/** `1 file`, `2 files`, `3 directories`. */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`
  return `${count} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`
}

/** Where something is: `server`, `local`, or the name of a client. */
export function sideText({ side, client }: { readonly side: string; readonly client?: string }): string {
  return client ?? side
}

/** `:Zone.Identifier`, the way Windows names a stream of a file. */
export function streamText(stream: string | undefined): string {
  return stream === undefined ? '' : `:${stream}`
}
