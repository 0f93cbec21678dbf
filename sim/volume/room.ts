/** How much room an item takes. */

import type { Held } from './memfs-store.ts'

/** Bytes that all streams of an item take. */
export function roomOf({ content, extras }: Pick<Held, 'content' | 'extras'>): number {
  let room = content?.allocated ?? 0
  if (extras?.streams !== undefined) {
    for (const stream of extras.streams.values()) {
      room += stream.allocated
    }
  }
  return room
}
