import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react'
import { m } from '../i18n/messages.ts'
import { Badge } from './badge.tsx'

export type Light = 'green' | 'yellow' | 'red'

/** Colour, shape and word say the same three times, so none has to be seen. */
export function TrafficLight({ light, text }: { light: Light; text?: string }) {
  if (light === 'green')
    return (
      <Badge tone="good" icon={<CircleCheck aria-hidden />}>
        {text ?? m.ui_light_green()}
      </Badge>
    )
  if (light === 'yellow')
    return (
      <Badge tone="warn" icon={<TriangleAlert aria-hidden />}>
        {text ?? m.ui_light_yellow()}
      </Badge>
    )
  return (
    <Badge tone="bad" icon={<OctagonAlert aria-hidden />}>
      {text ?? m.ui_light_red()}
    </Badge>
  )
}
