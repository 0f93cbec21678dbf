/** csclab: say scenarios, run them on an engine, judge and show the results. */

export * from './engine/mod.ts'
export * from './reports/mod.ts'
export * from './scenarios/mod.ts'
export * from './sim/mod.ts'
