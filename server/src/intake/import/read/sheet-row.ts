import { render, type Saying } from '../../../platform/errors/sentences/index.ts'
/** One record of a file, as a spreadsheet counts it. */
export interface SheetRow {
  /** 1 = the first line, header included: what a person sees beside the row. */
  readonly number: number
  readonly cells: readonly string[]
  /** Columns that hold a formula instead of a value. */
  readonly formulas?: readonly number[]
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** How a file is to be read; found out at upload, editable afterwards. */
export interface FileFormat {
  readonly type: 'csv' | 'xlsx'
  readonly encoding: Encoding | null
  readonly byteOrderMark: boolean
  readonly delimiter: string | null
  /** Names of the sheets of a workbook, and the one that is read. */
  readonly sheets: readonly string[]
  readonly sheet: string | null
}

/** A file that lies somewhere: read in chunks, never whole. */
export interface FileSource {
  readonly size: number
  chunks(): AsyncIterable<Uint8Array>
}

/** Why a file cannot be taken, with a code of the error catalogue. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
  readonly code: 'FILE_TOO_LARGE' | 'FILE_UNREADABLE' | 'FILE_SUSPICIOUS'

  readonly saying: Saying

  constructor(code: FileProblem['code'], saying: Saying) {
    super(render(saying, 'en'))
    this.code = code
    this.saying = saying
  }
}
