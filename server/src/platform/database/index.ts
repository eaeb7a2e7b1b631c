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
export { arrayLiteral, type Cell, type Column, type Rowset, rowset } from './rowset.ts'
export type { PlatformTables } from './tables.ts'
