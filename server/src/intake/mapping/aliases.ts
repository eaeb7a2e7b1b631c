/** Names people give a column, per field key. Matching ignores case, spaces and punctuation; a key is an alias of itself. */
export type Aliases = Readonly<Record<string, readonly string[]>>
