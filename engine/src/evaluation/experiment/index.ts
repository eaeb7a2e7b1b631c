export { adjustForForeseen } from './cuped.ts'
export { leadsPerArm, type SampleSizeRequest, smallestDetectable } from './sample-size.ts'
export {
  type ArmSums,
  addToArm,
  confidenceSequence,
  EMPTY_ARM,
  type SequentialResult,
  sequentialTest,
} from './sequential-test.ts'
