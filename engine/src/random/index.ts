export { hash32, hashPair, hashParts, hashToMillionths, mix32 } from './hash.ts'
export { type RandomStream, stream } from './stream.ts'
