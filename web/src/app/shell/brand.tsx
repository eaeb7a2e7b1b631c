import { m } from '../../i18n/messages.ts'

export function Brand() {
  return (
    <span className="inline-flex items-center gap-2">
      <svg viewBox="0 0 32 32" className="size-6" aria-hidden>
        <rect width="32" height="32" rx="9" className="fill-accent" />
        <path
          d="M9.5 23.5v-15h7a4.9 4.9 0 0 1 0 9.8h-3.2"
          fill="none"
          className="stroke-on-accent"
          strokeWidth="2.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="22.6" cy="23" r="2.6" className="fill-on-accent" opacity="0.72" />
      </svg>
      <span className="text-md font-semibold">{m.app_name()}</span>
    </span>
  )
}
