/** Everything that floats looks the same: a lifted sheet, hairline and shadow, items of one height. */
export const floatLook =
  'enter-float z-50 overflow-hidden rounded-lg bg-raised text-ink shadow-float outline-none'

export const itemLook =
  'relative flex h-8 cursor-default select-none items-center gap-2 rounded-sm px-2 text-sm outline-none max-md:h-11 max-md:text-md data-highlighted:bg-tint data-highlighted:text-on-tint data-[disabled]:pointer-events-none data-[disabled]:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0'
