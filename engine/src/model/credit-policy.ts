/** When a lead that was none gives its owner's turn back (X7); every part may be absent. */
export interface CreditPolicy {
  /** So many days after it was given, closing it as invalid gives the turn back. 0 = never. */
  readonly days?: number
  /** So many a calendar month a rep takes back by their own word; beyond that a manager has to close it. */
  readonly perMonth?: number
}
