/**
 * One file, gzip, written and read in one pass:
 *
 *   header as a JSON line
 *   per table: a JSON line { table, columns }, frames of COPY text (4-byte length + bytes, length 0 ends),
 *              a JSON line { rows, sha256 }
 *   a JSON line { end: true, tables, sha256 }, whose checksum covers all table checksums and the header
 *
 * COPY text reads the same in every PostgreSQL from 15 on; a file cut off anywhere lacks its end and is refused.
 */
export const ARCHIVE_FORMAT = 1

export interface ArchiveHeader {
  readonly peinengBackup: typeof ARCHIVE_FORMAT
  readonly version: string
  readonly postgres: string
  readonly createdAt: string
  /** The whole installation, or one company. */
  readonly tenant: { readonly id: string; readonly slug: string } | null
  /** The schema the rows belong to. */
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[]
}

export interface TableStart {
  readonly table: string
  readonly columns: readonly string[]
}

export interface TableEnd {
  readonly rows: number
  readonly sha256: string
}

export interface ArchiveEnd {
  readonly end: true
  readonly tables: number
  readonly sha256: string
}

/** The archive or the database it goes into is not fit; the message is for the person who typed the command. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem'
}
