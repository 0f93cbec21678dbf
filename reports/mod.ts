/** Reports: what a run looks like to people, on terminals and in a browser, and to other programs. */

export * from './commands/mod.ts'
export { belowFloor, type CoverageFloor } from './coverage-floor.ts'
export * from './diff.ts'
export type { Preview } from './preview.ts'
export { dotMark } from './formats/dot.ts'
export { excuse, type ExcuseOptions, type ExpectedFailure, idleExcuses } from './expected-failures.ts'
export { listLine } from './formats/list.ts'
export { requirementsMarkdown } from './formats/requirements-page.ts'
export { resultsJson } from './formats/json.ts'
export type * from './formats/results-file.ts'
export { resultsJsonSchema } from './formats/results-schema.ts'
export {
  createProgressLine,
  type Progress,
  type ProgressLine,
  type ProgressLineOptions,
  type SummaryOptions,
  summaryText,
} from './formats/terminal.ts'
export { reportHtml } from './html/report.ts'
export { linkText } from './link-text.ts'
export {
  type Cited,
  type Story,
  type StoryConflict,
  type StoryFailure,
  type StoryItem,
  storyOf,
  type StoryOptions,
  type StoryRound,
  type StoryStep,
} from './story.ts'
export { requestsText } from './requests-text.ts'
export { storyText, type TerminalOptions } from './story-text.ts'
export type { StoryCell, StoryEntry, StoryField, TreeRow, TreeTable } from './story-trees.ts'
export { compareTrees, type ItemField, type TreeChange, type TreeMark } from './tree-diff.ts'
export { VERSION } from './version.ts'
