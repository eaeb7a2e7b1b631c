export {
  CommitUncertain,
  type Database,
  type DatabaseOptions,
  openDatabase,
  type Rows,
  type TenantReader,
  type TenantWriter,
} from './database.ts'
export { migrate } from './migrate.ts'
export { arrayLiteral, type Column, type Rowset, rowset, uuidArray } from './rowset.ts'
export type { PlatformTables } from './tables.ts'
