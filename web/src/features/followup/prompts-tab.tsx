import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { NextStep } from '../../app/next-step.tsx'
import { m } from '../../i18n/messages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { promptsQuery } from './followup-api.ts'
import { PromptCard } from './prompt-card.tsx'

/** The inbox: what is asked, and what was answered. */
export function PromptsTab() {
  const [state, setState] = useState<'open' | 'answered'>('open')
  const prompts = useQuery(promptsQuery(state))
  const navigate = useNavigate()
  return (
    <div className="flex flex-col gap-3">
      <Segments
        className="self-start"
        label={m.followup_tab_prompts()}
        value={state}
        onChange={setState}
        options={[
          { value: 'open', label: m.followup_prompts_open() },
          { value: 'answered', label: m.followup_prompts_answered() },
        ]}
      />
      {prompts.data ? (
        prompts.data.items.length === 0 ? (
          <EmptyState
            icon={<MessageCircleQuestion />}
            title={m.followup_prompts_empty()}
            action={<NextStep />}
          >
            {m.followup_prompts_empty_text()}
          </EmptyState>
        ) : (
          <ul className="grid grid-cols-1 gap-3 xl:grid-cols-2">
            {prompts.data.items.map((prompt) => (
              <PromptCard
                key={prompt.id}
                prompt={prompt}
                onOpen={
                  prompt.item.kind === 'lead'
                    ? () => void navigate({ to: '/leads', search: { open: prompt.item.id } })
                    : null
                }
              />
            ))}
          </ul>
        )
      ) : prompts.error ? (
        <LoadFailed query={prompts} page />
      ) : (
        <SkeletonLines lines={6} />
      )}
    </div>
  )
}
