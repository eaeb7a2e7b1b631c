export { firstFullGauge, gaugeAdmits, gaugeExclusions, gaugeIncrement, gaugeOrder } from './gauges.ts'
export { loadPoints } from './points.ts'
export {
  defaultWarnPercent,
  type GaugeLevel,
  type GaugeReading,
  type LoadLevel,
  type LoadStatus,
  loadStatus,
  readGauge,
  takeItem,
} from './status.ts'
