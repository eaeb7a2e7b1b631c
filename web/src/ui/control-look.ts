/** One outline for everything that takes input, so a row of different controls reads as one form. */
export const controlLook =
  'w-full rounded-md border border-edge bg-surface text-sm text-ink transition-colors duration-100 hover:border-faint focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint aria-invalid:border-bad-solid max-md:text-[16px]'

export const controlHeight = 'h-8 px-2.5 max-md:h-11 max-md:px-3'

/** What a field hands to the control inside it. */
export type ControlProps = {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
}
