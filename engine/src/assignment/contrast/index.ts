export type { CeilingName, Change } from './change.ts'
export { type Contrast, contrast } from './contrast.ts'
