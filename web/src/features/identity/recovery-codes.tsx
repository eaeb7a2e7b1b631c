import { Copy } from 'lucide-react'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { notify } from '../../ui/notify.ts'

/** Shown once: nothing outside the dialog closes it before the codes were kept. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    await notify({ text: m.identity_codes_copied(), tone: 'good' })
  }
  return (
    <Dialog
      open
      insistent
      onOpenChange={() => undefined}
      title={m.identity_codes_title()}
      description={m.identity_codes_text()}
      actions={
        <>
          <Button icon={<Copy aria-hidden />} onClick={() => void copy()}>
            {m.identity_codes_copy()}
          </Button>
          <Button look="primary" onClick={onClose}>
            {m.identity_codes_kept()}
          </Button>
        </>
      }
    >
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md bg-sunken p-3 font-mono text-base">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Dialog>
  )
}
