import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { formatDateTime, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { notify } from '../../ui/notify.ts'
import { answerPrompt, type Prompt } from './followup-api.ts'

const sentences = {
  tier_up: m.followup_prompt_tier_up,
  sla_missed: m.followup_prompt_sla_missed,
  overload: m.followup_prompt_overload,
  owner_on_leave: m.followup_prompt_owner_on_leave,
  owner_left: m.followup_prompt_owner_left,
  customer_replied: m.followup_prompt_customer_replied,
  capacity_freed: m.followup_prompt_capacity_freed,
  policy_changed: m.followup_prompt_policy_changed,
  relief_over: m.followup_prompt_relief_over,
} as const

/** 老王，这个项目可能更适合 Lisa，要不要转给她？ */
export function promptSentence({ cause, owner, proposed }: Prompt): string {
  if (cause === 'no_progress') return m.followup_prompt_no_progress({ owner: owner.name })
  if (cause === 'recall_pinned') return m.followup_prompt_recall_pinned({ owner: owner.name })
  return sentences[cause]({ owner: owner.name, to: proposed?.name ?? '' })
}

/** One question, answered with one press. */
export function PromptCard({ prompt, onOpen }: { prompt: Prompt; onOpen: (() => void) | null }) {
  const client = useQueryClient()
  const to = prompt.proposed?.name ?? null
  const answer = useMutation({
    mutationFn: (verb: 'accept' | 'decline') => answerPrompt(prompt.id, verb),
    onSuccess: (_, verb) => {
      void notify({
        tone: 'good',
        text:
          verb === 'decline'
            ? m.followup_prompt_declined()
            : to === null
              ? m.followup_prompt_stepped_in()
              : m.followup_prompt_accepted({ to }),
      })
    },
    // Also after a refusal: somebody else answered, and the list should say so.
    onSettled: () => client.invalidateQueries({ queryKey: ['lead'] }),
  })
  const now = new Date()
  const facts = [
    prompt.proposed === null
      ? null
      : prompt.gainThousandths === null
        ? m.followup_prompt_cannot()
        : prompt.gainThousandths < 50
          ? null
          : m.followup_prompt_gain({ points: formatNumber(prompt.gainThousandths / 1000, 1) }),
    prompt.reassignments > 0 ? m.followup_prompt_moved({ count: formatNumber(prompt.reassignments) }) : null,
    prompt.state === 'open' && prompt.proposed !== null
      ? m.followup_prompt_expires({ at: formatDateTime(new Date(prompt.expiresAt), now) })
      : formatDateTime(new Date(prompt.answeredAt ?? prompt.at), now),
  ]
  return (
    <li
      data-prompt={prompt.id}
      className="flex flex-col rounded-lg border border-line bg-surface p-4 max-md:p-3.5"
    >
      <p className="text-md font-medium">{promptSentence(prompt)}</p>
      <p className="mt-1 truncate text-sm text-quiet">
        {[prompt.item.company, prompt.item.name].filter(Boolean).join(' · ')}
      </p>
      <p className="mt-0.5 text-xs text-quiet first-letter:uppercase">{facts.filter(Boolean).join(' · ')}</p>
      <div className="mt-auto flex flex-wrap items-center gap-2 pt-3">
        {prompt.state === 'open' ? (
          <>
            <Button
              look="primary"
              icon={<Check aria-hidden />}
              busy={answer.isPending && answer.variables === 'accept'}
              onClick={() => answer.mutate('accept')}
            >
              {to === null ? m.followup_prompt_step_in() : m.followup_prompt_accept({ to })}
            </Button>
            <Button
              icon={<X aria-hidden />}
              busy={answer.isPending && answer.variables === 'decline'}
              onClick={() => answer.mutate('decline')}
            >
              {to === null ? m.followup_prompt_leave() : m.followup_prompt_decline()}
            </Button>
          </>
        ) : (
          <Badge tone={prompt.state === 'accepted' ? 'tint' : 'plain'}>
            {prompt.state === 'accepted' ? m.followup_state_accepted() : m.followup_state_declined()}
          </Badge>
        )}
        {onOpen && (
          <Button look="ghost" onClick={onOpen}>
            {m.followup_prompt_open_item()}
          </Button>
        )}
      </div>
    </li>
  )
}
