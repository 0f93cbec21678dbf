/** Steps as the TypeScript that says them. */

import {
  printAccess,
  printCacheExpectation,
  printEdit,
  printState,
  printTreeExpectation,
} from './print-items.ts'
import { printRoundStep } from './print-round.ts'
import { call, options, type PrintScope } from './print-scope.ts'
import { printSync } from './print-sync.ts'
import { printConnection, printFault, printMachine, printSettingUp } from './print-world.ts'
import { isAccess, isConnection, isEditing, isExpectation, isSettingUp, isState } from './step-kinds.ts'
import type { ExpectationStep, MeanwhileStep, Step } from './steps.ts'
import { quote } from './typescript-literal.ts'

/** One step as one statement, without the spaces before it. */
export function printStep(step: Step, scope: PrintScope): string {
  if (isExpectation(step)) return printExpectation(step, scope)
  if (isSettingUp(step)) return printSettingUp(step)
  if (isState(step)) return printState(step, scope)
  switch (step.do) {
    case 'sync':
      return printSync(step, scope, (inner) => printMeanwhile(inner, scope))
    case 'wait':
      return call('wait', String(step.seconds), options(step, ['clock']))
    case 'note':
      return call('note', quote(step.text), options(step, ['clock']))
    case 'fault':
      return printFault(step, scope)
    case 'clear-faults':
      return call('clearFaults', options(step, ['clock']))
    default:
      return printMeanwhile(step, scope)
  }
}

function printMeanwhile(step: MeanwhileStep, scope: PrintScope): string {
  if (isEditing(step)) return printEdit(step, scope)
  if (isAccess(step)) return printAccess(step, scope)
  return isConnection(step) ? printConnection(step, scope) : printMachine(step)
}

function printExpectation(step: ExpectationStep, scope: PrintScope): string {
  if ('round' in step) return printRoundStep(step, scope)
  return 'side' in step ? printTreeExpectation(step, scope) : printCacheExpectation(step, scope)
}
