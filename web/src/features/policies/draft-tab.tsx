import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FilePen } from 'lucide-react'
import { useRef, useState } from 'react'
import { useDraft } from '../../app/draft.ts'
import { problemSentence } from '../../app/problem-sentence.ts'
import { formatList } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Input, TextArea } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import {
  checkDocument,
  type Document,
  discardDraft,
  type Policy,
  type PolicyProblem,
  publishDraft,
  saveDraft,
} from './policy-api.ts'
import { lineOf, linesByPath } from './problem-line.ts'

const pretty = (document: Document) => JSON.stringify(document, null, 2)

export function DraftTab({
  policy,
  mayEdit,
  mayPublish,
}: {
  policy: Policy
  mayEdit: boolean
  mayPublish: boolean
}) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['policy'] })
  const begin = useMutation({ mutationFn: () => saveDraft(policy, policy.document), onSuccess: refresh })
  if (!policy.draft)
    return (
      <EmptyState
        icon={<FilePen />}
        title={m.policy_draft_none()}
        action={
          mayEdit && (
            <Button look="primary" busy={begin.isPending} onClick={() => begin.mutate()}>
              {m.policy_draft_begin()}
            </Button>
          )
        }
      >
        {m.policy_draft_none_text()}
      </EmptyState>
    )
  return (
    <Editor
      key={policy.draft.etag}
      policy={policy}
      draft={policy.draft}
      mayEdit={mayEdit}
      mayPublish={mayPublish}
      refresh={refresh}
    />
  )
}

type EditorProps = {
  policy: Policy
  draft: NonNullable<Policy['draft']>
  mayEdit: boolean
  mayPublish: boolean
  refresh: () => Promise<unknown>
}

function Editor({ policy, draft, mayEdit, mayPublish, refresh }: EditorProps) {
  const {
    values: { text },
    set,
    forget,
  } = useDraft(`policy.${draft.etag}`, { text: pretty(draft.document) })
  const [problems, setProblems] = useState<readonly PolicyProblem[] | null>(draft.problems)
  const [publishing, setPublishing] = useState(false)
  const area = useRef<HTMLDivElement>(null)
  const parsed = parse(text)
  const unsaved = text !== pretty(draft.document)

  const save = useMutation({
    mutationFn: (document: Document) => saveDraft(policy, document),
    onSuccess: async () => {
      forget()
      void notify({ text: m.policy_draft_saved(), tone: 'good' })
      await refresh()
    },
  })
  const check = useMutation({
    mutationFn: (document: Document) => checkDocument(document),
    onSuccess: (found, document) => {
      // Written anew, so that the lines named below are the lines shown.
      set({ text: pretty(document) })
      setProblems(found.problems)
    },
  })
  const discard = useMutation({
    mutationFn: discardDraft,
    onSuccess: async () => {
      forget()
      void notify({ text: m.policy_draft_discarded() })
      await refresh()
    },
  })
  const goTo = (line: number) => {
    const field = area.current?.querySelector('textarea')
    if (!field) return
    const start =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0)
    const end = text.indexOf('\n', start)
    field.focus()
    field.setSelectionRange(start, end < 0 ? text.length : end)
    field.scrollTop = (field.scrollHeight / text.split('\n').length) * Math.max(0, line - 5)
  }
  const lines = parsed.document ? linesByPath(parsed.document) : null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_20rem] items-start gap-4 max-lg:grid-cols-1">
      <Card>
        <div ref={area}>
          <Field
            label={m.policy_draft_text()}
            error={parsed.error ? m.policy_draft_not_json({ detail: parsed.error }) : undefined}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={24}
                spellCheck={false}
                readOnly={!mayEdit}
                value={text}
                onChange={(event) => {
                  set({ text: event.target.value })
                  setProblems(null)
                }}
                className="h-128 max-h-none font-mono text-xs leading-5"
              />
            )}
          </Field>
        </div>
      </Card>
      <div className="flex flex-col gap-4">
        {mayEdit && (
          <div className="flex flex-wrap gap-2">
            <Button
              look="primary"
              disabled={!parsed.document || !unsaved}
              busy={save.isPending}
              onClick={() => parsed.document && save.mutate(parsed.document)}
            >
              {m.policy_draft_save()}
            </Button>
            <Button
              disabled={!parsed.document}
              busy={check.isPending}
              onClick={() => parsed.document && check.mutate(parsed.document)}
            >
              {m.policy_draft_check()}
            </Button>
            {mayPublish && (
              <Button disabled={unsaved || draft.problems.length > 0} onClick={() => setPublishing(true)}>
                {m.policy_draft_publish()}
              </Button>
            )}
            <Button look="danger" busy={discard.isPending} onClick={() => discard.mutate()}>
              {m.policy_draft_discard()}
            </Button>
          </div>
        )}
        {problems && (
          <Card
            title={
              problems.length === 0
                ? m.policy_draft_valid()
                : m.policy_draft_problems({ count: problems.length })
            }
          >
            <ul className="-mx-2 flex flex-col">
              {problems.map((problem) => {
                const line = lines ? lineOf(lines, problem.path) : 1
                return (
                  <li key={`${problem.path} ${problem.code}`}>
                    <button
                      type="button"
                      onClick={() => goTo(line)}
                      className="w-full rounded-md px-2 py-1.5 text-left text-sm hover:bg-ink/5"
                    >
                      <span className="block text-bad">
                        {m.policy_draft_line({ line: String(line) })} · {problem.code}
                      </span>
                      <span className="block break-all text-xs text-quiet">
                        {problem.path}
                        {expectedText(problem) &&
                          ` · ${m.policy_draft_expected({ expected: expectedText(problem) })}`}
                      </span>
                    </button>
                  </li>
                )
              })}
            </ul>
          </Card>
        )}
      </div>
      {publishing && <PublishDialog onClose={() => setPublishing(false)} refresh={refresh} />}
    </div>
  )
}

const expectedText = ({ expected }: PolicyProblem) => formatList([expected].flat().map(String))

function parse(text: string): { document?: Document; error?: string } {
  try {
    const document: unknown = JSON.parse(text)
    return typeof document === 'object' && document !== null && !Array.isArray(document)
      ? { document: document as Document }
      : { error: typeof document }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

function PublishDialog({ onClose, refresh }: { onClose: () => void; refresh: () => Promise<unknown> }) {
  const [note, setNote] = useState('')
  const publish = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => publishDraft(note.trim()),
    onSuccess: async ({ version }) => {
      void notify({ text: m.policy_draft_published({ version: String(version) }), tone: 'good' })
      onClose()
      await refresh()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.policy_draft_publish_title()}
      description={m.policy_draft_publish_text()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button look="primary" busy={publish.isPending} onClick={() => publish.mutate()}>
            {m.policy_draft_publish()}
          </Button>
        </>
      }
    >
      {publish.error && (
        <p role="alert" className="mb-3 text-sm text-bad">
          {problemSentence(publish.error)}
        </p>
      )}
      <Field label={m.policy_draft_note()}>
        {(control) => (
          <Input
            {...control}
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
