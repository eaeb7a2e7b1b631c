export * from './model/index.ts'
export * from './random/index.ts'
export * from './rules/index.ts'
export * from './workload/index.ts'
