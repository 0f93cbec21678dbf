/** Volumes: Windows rules in front of memfs's storage. */

export { failed, newInfo } from './info.ts'
export type { Content } from './content.ts'
export type { EffectListener, Names, VolumeEffect } from './effect.ts'
export type { OpenHandle } from './handles.ts'
export * from './real-folder.ts'
export * from './tree.ts'
export * from './volume.ts'
