/** An expected outcome as a value: bugs are exceptions, refusals are not. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }
