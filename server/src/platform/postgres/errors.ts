/** Why the database of this folder cannot be used. `message` is written for the person at the terminal. */
export type PostgresProblemCode =
  /** Another `serve` holds this data folder: use that one, or stop it. */
  | 'ALREADY_SERVING'
  /** The folder belongs to another operating-system user: start as that user. */
  | 'WRONG_OWNER'
  /** A newer Peineng wrote the folder: update, or take another folder. */
  | 'DATA_NEWER'
  /** An older PostgreSQL wrote the folder: move by backup and restore. */
  | 'DATA_OLDER'
  /** No embedded PostgreSQL for this platform was installed: reinstall or set DATABASE_URL. */
  | 'NOT_INSTALLED'
  /** PostgreSQL did not come up; the message carries the end of its log. */
  | 'DID_NOT_START'
  /** DATABASE_URL points at something that cannot be reached. */
  | 'UNREACHABLE'
  /** DATABASE_URL points at a PostgreSQL that is too old or not UTF-8. */
  | 'UNSUITABLE'
  /** The three roles are missing and may not be created: the message says what to run. */
  | 'ROLES_MISSING'

export class PostgresProblem extends Error {
  override readonly name = 'PostgresProblem'
  readonly code: PostgresProblemCode

  constructor(code: PostgresProblemCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
