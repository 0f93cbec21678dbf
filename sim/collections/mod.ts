/** Collections that forks share: copying one costs nothing until a side changes it. */

export * from './sorted-map.ts'
