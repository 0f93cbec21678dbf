/** The world as the engine's tests set it up. Nothing else in the engine knows more of it than the port. */

export {
  FaultPlan,
  FIRST_USER,
  Host,
  type Interruption,
  isRequestEvent,
  itemAt,
  type Pending,
  type RequestEvent,
  type RightsChange,
  type RunOptions,
  type Tree,
  type TreeEntry,
  World,
  type WorldChange,
} from '../../sim/mod.ts'
