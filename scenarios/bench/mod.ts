/** Benchmarks: the only place where performance is measured. Not part of the other faces, since it loads all of memfs. */

export * from './benchmark.ts'
export { BENCHMARKS } from './benchmarks.ts'
