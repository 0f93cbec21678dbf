/** The language of scenarios: steps as data, and the ways to say, check, read and print them. */

export { scenario, scenarioTable } from './builder.ts'
export { checkScenario } from './check.ts'
export { bytes, contentBytes, describeContent, folder } from './content.ts'
export { verbsMarkdown } from './docs.ts'
export type { FieldInfo, FieldType } from './field.ts'
export { parseSyncFlags } from './flags.ts'
export { type ParsedFile, type ParsedScenario, parseScenarioJson } from './json.ts'
export type { Kit, MakeShare, ShareOptions, SyncOptions, SyncTarget } from './kit.ts'
export { describeMistake, type Mistake, ScenarioMistakes } from './mistakes.ts'
export { didYouMean, nearest } from './nearest.ts'
export { printJson } from './print-json.ts'
export { printTypeScript } from './print-typescript.ts'
export type { RoundHandle } from './round-handle.ts'
export * from './scenario.ts'
export { scenarioJsonSchema } from './schema.ts'
export type { ShareHandle } from './share-handle.ts'
export type {
  AttributeChange,
  EditAtOptions,
  EditOptions,
  ExpectOptions,
  SideHandle,
  StepOptions,
  TimeChange,
} from './side-handle.ts'
export { isEditing, isExpectation } from './step-kinds.ts'
export * from './steps.ts'
export { parseTime } from './time.ts'
export { isContent, isFolder, type TreeItem, treeItems } from './tree-spec.ts'
export type { FieldsOf, VerbGroup, VerbInfo, VerbInfos } from './verb-info.ts'
export { VERBS } from './verbs.ts'
export { scenarioTexts, stepText, type StepTextOptions } from './words.ts'
