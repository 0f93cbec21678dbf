/** The language of scenarios: steps as data, and the ways to say, check, read and print them. */

export { scenario, scenarioTable } from './builder.ts'
export { checkScenario } from './check.ts'
export {
  bytes,
  contentBytes,
  contentOf,
  describeContent,
  folder,
  holes,
  isHoles,
  linkTo,
  sizeOf,
} from './content.ts'
export { verbsMarkdown } from './docs.ts'
export type { FileHandle } from './file-handle.ts'
export type { FieldInfo, FieldType } from './field.ts'
export { parseSyncFlags } from './flags.ts'
export type * from './handle-options.ts'
export { type ParsedFile, type ParsedScenario, parseScenarioJson } from './json.ts'
export type { Kit, MachineName, MakeShare, QuotaOptions, ShareOptions, SyncTarget } from './kit.ts'
export { describeMistake, type Mistake, ScenarioMistakes } from './mistakes.ts'
export { didYouMean, nearest } from './nearest.ts'
export { printJson } from './print-json.ts'
export { printTypeScript } from './print-typescript.ts'
export type { RoundHandle } from './round-handle.ts'
export * from './scenario.ts'
export { RESOLUTIONS, type ResolutionWord } from './resolutions.ts'
export { scenarioJsonSchema } from './schema.ts'
export type { ShareHandle } from './share-handle.ts'
export type { ServerHandle } from './server-handle.ts'
export type { SideHandle, SideOf } from './side-handle.ts'
export * from './step-kinds.ts'
export * from './steps.ts'
export type { MeanwhileOptions, SyncOptions } from './sync-options.ts'
export { parseTime } from './time.ts'
export { isContent, isFolder, type TreeItem, treeItems } from './tree-spec.ts'
export type { FieldsOf, VerbGroup, VerbInfo, VerbInfos } from './verb-info.ts'
export { VERBS } from './verbs.ts'
export { scenarioTexts, stepText, type StepTextOptions } from './words.ts'
export { placeText } from './words-world.ts'
