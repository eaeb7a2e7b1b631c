export { type Assigner, createAssigner, type TurnCredit } from './assigner.ts'
export { decide } from './decide.ts'
export { type DecidedMany, decideMany, inServingOrder } from './decide-many.ts'
export { engineVersion } from './engine-version.ts'
