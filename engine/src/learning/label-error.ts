/** The request cannot be served as asked: the message says what would be right. */
export class LabelError extends Error {
  override readonly name = 'LabelError'
}
