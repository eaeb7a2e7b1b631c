/**
 * True while an input method is still choosing characters: its Enter, Esc, arrows and letters belong to the candidate
 * list, not to us. Safari reports the Enter that ends a composition as key code 229 with `isComposing` already false.
 */
export function isComposing(event: { isComposing?: boolean; keyCode: number }): boolean {
  return event.isComposing === true || event.keyCode === 229
}
