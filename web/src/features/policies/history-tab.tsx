import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { GitCompare, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatNamed } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm, Dialog } from '../../ui/dialog.tsx'
import { notify } from '../../ui/notify.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { canonicalLines, diffLines } from './line-diff.ts'
import { type PolicyVersion, rollBack, versionQuery, versionsQuery } from './policy-api.ts'
import { readableCaps, readableRules, ruleText } from './rule-sentence.ts'

type HistoryTabProps = {
  current: number
  mayPublish: boolean
  saidBy: (version: PolicyVersion) => string
}

export function HistoryTab({ current, mayPublish, saidBy }: HistoryTabProps) {
  const history = useQuery(versionsQuery)
  const versions = history.data?.items ?? []
  const [comparing, setComparing] = useState<{ from: number; to: number } | null>(null)
  const [returning, setReturning] = useState<number | null>(null)
  const client = useQueryClient()
  const back = useMutation({
    mutationFn: rollBack,
    onSuccess: async ({ version }) => {
      void notify({ text: m.policy_rolled({ version: String(version) }), tone: 'good' })
      await client.invalidateQueries({ queryKey: ['policy'] })
    },
  })
  if (history.error && !history.data) return <LoadFailed query={history} page />
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {versions.map((entry) => (
          <li key={entry.version} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
            <div className="min-w-0 flex-1 max-md:basis-full">
              <div className="flex items-center gap-2 font-medium">
                {m.policy_version({ version: String(entry.version) })}
                {entry.version === current && <Badge tone="tint">{m.policy_in_force()}</Badge>}
                {entry.rolledBackTo !== null && (
                  <Badge>{m.policy_rolled_back({ version: String(entry.rolledBackTo) })}</Badge>
                )}
              </div>
              <div className="text-xs text-quiet">
                {[saidBy(entry), entry.note].filter(Boolean).join(' · ')}
              </div>
            </div>
            {entry.version > 1 && (
              <Button
                size="sm"
                icon={<GitCompare aria-hidden />}
                onClick={() => setComparing({ from: entry.version - 1, to: entry.version })}
              >
                {m.policy_compare_with({ version: String(entry.version - 1) })}
              </Button>
            )}
            {mayPublish && entry.version !== current && (
              <Button size="sm" icon={<Undo2 aria-hidden />} onClick={() => setReturning(entry.version)}>
                {m.policy_rollback()}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {comparing && <Comparison {...comparing} onClose={() => setComparing(null)} />}
      <Confirm
        open={returning !== null}
        onOpenChange={(open) => !open && setReturning(null)}
        title={m.policy_rollback_title({ version: String(returning ?? '') })}
        description={m.policy_rollback_text()}
        confirm={m.policy_rollback()}
        onConfirm={() => returning !== null && back.mutate(returning)}
      />
    </Card>
  )
}

const looks = {
  same: 'text-quiet',
  gap: 'text-faint',
  gone: 'bg-bad-tint text-bad',
  new: 'bg-good-tint text-good',
}
const signs = { same: ' ', gap: ' ', gone: '−', new: '+' }

/** What a version says in words: rules in their order, then caps. */
const sentencesOf = (document: unknown): string[] => [
  ...readableRules(document).map((rule) =>
    formatNamed(rule.name, [ruleText(rule), rule.weights].filter(Boolean).join(' · ')),
  ),
  ...readableCaps(document).map(({ text }) => text),
]

function Comparison({ from, to, onClose }: { from: number; to: number; onClose: () => void }) {
  const both = [useQuery(versionQuery(from)), useQuery(versionQuery(to))] as const
  const [before, after] = [both[0].data, both[1].data]
  const failed = both.find(({ error, data }) => error && !data)
  const lines =
    before && after ? diffLines(canonicalLines(before.document), canonicalLines(after.document)) : undefined
  const sentences =
    before && after
      ? diffLines(sentencesOf(before.document), sentencesOf(after.document)).filter(
          ({ kind }) => kind === 'gone' || kind === 'new',
        )
      : undefined
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={m.policy_compare_title({ from: String(from), to: String(to) })}
    >
      {failed ? (
        <LoadFailed query={failed} />
      ) : lines === undefined ? (
        <SkeletonLines />
      ) : lines.length === 0 ? (
        <p className="text-sm text-quiet">{m.policy_compare_same()}</p>
      ) : (
        <>
          {sentences && sentences.length > 0 && (
            <ul className="mb-4 flex flex-col gap-1 text-sm">
              {sentences.map((line) => (
                <li key={line.key} className={`rounded-md px-2.5 py-1.5 ${looks[line.kind]}`}>
                  {signs[line.kind]} {line.text}
                </li>
              ))}
            </ul>
          )}
          <details open={!sentences?.length}>
            <summary className="cursor-pointer py-1 text-sm text-quiet hover:text-ink">
              {m.policy_compare_text()}
            </summary>
            <pre className="whitespace-pre-wrap break-words text-xs leading-5">
              {lines.map((line) => (
                <span key={line.key} className={`block px-2 ${looks[line.kind]}`}>
                  {signs[line.kind]} {line.text}
                </span>
              ))}
            </pre>
          </details>
        </>
      )}
    </Dialog>
  )
}
