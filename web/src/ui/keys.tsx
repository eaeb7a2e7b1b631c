import { cx } from './cx.ts'

/** `Mod` is ⌘ on Apple keyboards and Ctrl elsewhere. */
export function Keys({ keys, className }: { keys: string; className?: string }) {
  const apple = /Mac|iP(hone|ad)/.test(navigator.platform)
  return (
    <kbd
      className={cx(
        'inline-flex gap-0.5 font-sans text-[11px] leading-4 text-faint max-md:hidden',
        className,
      )}
    >
      {keys.split(' ').map((key) => (
        <span key={key} className="min-w-4.5 rounded-[4px] border border-line bg-surface px-1 text-center">
          {key === 'Mod' ? (apple ? '⌘' : 'Ctrl') : key}
        </span>
      ))}
    </kbd>
  )
}
