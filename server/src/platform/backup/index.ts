export { type ArchiveHeader, BackupProblem } from './archive.ts'
export { checkBackup, type RestoreSummary, restoreBackup } from './restore-backup.ts'
export { type BackupSummary, takeBackup } from './take-backup.ts'
