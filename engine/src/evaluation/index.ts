export * from './experiment/index.ts'
export * from './simulation/index.ts'
