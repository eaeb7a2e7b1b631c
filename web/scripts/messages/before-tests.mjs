export { compileMessages as setup } from './compile.mjs'
