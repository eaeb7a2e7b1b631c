import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'

/** What will release a waiting lead, in words. */
export function releaseText(release: Record<string, unknown> | null, now: Date): string {
  const at = typeof release?.['at'] === 'string' ? formatDateTime(new Date(release['at']), now) : ''
  switch (release?.['kind']) {
    case 'capacity_freed':
      return m.assign_release_capacity_freed()
    case 'on_duty':
      return at ? m.assign_release_on_duty_at({ at }) : m.assign_release_on_duty()
    case 'period_starts':
      return m.assign_release_period_starts({ at })
    case 'relaxes':
      return m.assign_release_relaxes({ at })
    case 'roster_changed':
      return m.assign_release_roster_changed()
    case 'manager_decides':
      return m.assign_release_manager_decides()
    case 'prices_fall':
      return m.assign_release_prices_fall({ at })
    case 'retry':
      return m.assign_release_retry()
    default:
      return m.assign_release_unknown()
  }
}
