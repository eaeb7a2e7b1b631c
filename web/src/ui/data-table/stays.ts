/**
 * Cells that stay while the table is moved sideways. Sticky only when it is: each sticky cell is a layer of its own, and
 * seventy of them were half of what a step of scrolling cost. `left-…` says where it stays.
 */
export const STAYS = 'group-data-shifted/grid:sticky group-data-shifted/grid:z-1'

/** For the scroller of the table, which is the `group/grid`. */
export function markShifted(scroller: HTMLElement): void {
  scroller.toggleAttribute('data-shifted', scroller.scrollLeft > 0)
}
