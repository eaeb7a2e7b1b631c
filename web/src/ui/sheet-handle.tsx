import { type PointerEvent, type RefObject, useRef } from 'react'

const CLOSE_AFTER_PX = 96

/** The grip of a phone's sheet: pulled far enough down, it closes. The cross beside the title is for everybody else. */
export function SheetHandle({
  sheet,
  onClose,
}: {
  sheet: RefObject<HTMLElement | null>
  onClose: () => void
}) {
  const pulledFrom = useRef<number | null>(null)
  const pull = (event: PointerEvent) => {
    if (pulledFrom.current === null || !sheet.current) return
    sheet.current.style.transform = `translateY(${Math.max(0, event.clientY - pulledFrom.current)}px)`
  }
  const letGo = (event: PointerEvent) => {
    if (pulledFrom.current === null || !sheet.current) return
    const pulled = event.clientY - pulledFrom.current
    pulledFrom.current = null
    sheet.current.style.transform = ''
    if (pulled > CLOSE_AFTER_PX) onClose()
  }
  return (
    <div
      data-grip=""
      className="grid h-5 shrink-0 touch-none place-items-center"
      onPointerDown={(event) => {
        pulledFrom.current = event.clientY
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={pull}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <span className="h-1 w-9 rounded-full bg-edge" />
    </div>
  )
}
