export * from './model/index.ts'
export * from './random/index.ts'
