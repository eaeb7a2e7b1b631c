import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { Segments } from '../../ui/segments.tsx'
import { type HandoverDetail, scoreHandover } from './handover-api.ts'

const SCORES = ['1', '2', '3', '4', '5'] as const

/** What it was worth to whoever got it; said once. */
export function ScoreForm({ handover }: { handover: HandoverDetail }) {
  const client = useQueryClient()
  const [score, setScore] = useState<(typeof SCORES)[number]>('4')
  const [note, setNote] = useState('')
  const send = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => scoreHandover(handover.id, Number(score), note.trim()),
    onSuccess: (after) => {
      client.setQueryData(['handover', 'one', handover.id], after)
      void client.invalidateQueries({ queryKey: ['handover'] })
    },
  })
  return (
    <PanelSection title={m.handover_score_title()}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-quiet">{m.handover_score_intro()}</p>
        <Segments
          className="self-start"
          label={m.handover_score_title()}
          value={score}
          onChange={setScore}
          options={SCORES.map((value) => ({ value, label: value }))}
        />
        <Field label={m.handover_score_note()} error={undefined}>
          {(control) => (
            <Input
              {...control}
              value={note}
              maxLength={500}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {send.error && (
          <p role="alert" className="text-sm text-bad">
            {problemSentence(send.error)}
          </p>
        )}
        <Button className="self-start" busy={send.isPending} onClick={() => send.mutate()}>
          {m.handover_score_send()}
        </Button>
      </div>
    </PanelSection>
  )
}
