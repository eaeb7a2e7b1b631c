import type { LeadInput } from '../../customers/index.ts'
import { type FieldError, ProblemError } from '../../platform/errors/catalogue.ts'
import { says } from '../../platform/errors/sentences/index.ts'
import type { Language } from '../../platform/http/index.ts'
import type { Intake } from '../create-intake.ts'
import { createLead } from '../create-lead.ts'
import { type FormField, type FormRow, readForm } from './store.ts'

/** Hidden from people by the form's style sheet; what fills it in is a program. */
export const HONEYPOT = 'website'

export interface OpenForm {
  readonly tenantId: string
  readonly form: FormRow
}

/** The form behind a key; closed and unknown ones are told apart, because a visitor may have an old address. */
export async function openForm({ platform }: Intake, key: string): Promise<OpenForm> {
  const { rows } = await platform.database.dispatcher.query<{ tenant_id: string; form_id: string }>(
    'select tenant_id, form_id from form_by_key($1)',
    [key],
  )
  const [found] = rows
  if (found === undefined) throw new ProblemError('NOT_FOUND')
  const form = await platform.database.read(found.tenant_id, (db) => readForm(db, found.form_id))
  if (form === null) throw new ProblemError('NOT_FOUND')
  if (form.closedAt !== null) throw new ProblemError('FORM_CLOSED')
  return { tenantId: found.tenant_id, form }
}

/**
 * Takes an answer in as a lead. The visitor is told that it arrived, never who owns it or whether they were known:
 * a form is no way to ask what is in the database.
 */
export async function submitForm(
  intake: Intake,
  key: string,
  answers: Readonly<Record<string, unknown>>,
  language: Language,
): Promise<{ thanks: string }> {
  const { tenantId, form } = await openForm(intake, key)
  if (typeof answers[HONEYPOT] === 'string' && answers[HONEYPOT] !== '') return { thanks: form.thanks }
  const input = readAnswers(form, answers)
  await createLead(intake.assignment, tenantId, intake.platform.clock.now(), {
    input: { ...input, source: form.source },
    intake: 'form',
    actorId: form.id,
    createdBy: null,
    claim: null,
    language,
  })
  return { thanks: form.thanks }
}

function readAnswers(form: FormRow, answers: Readonly<Record<string, unknown>>): LeadInput {
  const errors: FieldError[] = []
  const input: Partial<Record<FormField, string>> = {}
  const asked = new Set<string>([...form.fields.map((one) => one.field), HONEYPOT])
  for (const name of Object.keys(answers))
    if (!asked.has(name)) errors.push({ field: name, code: 'unknown', message: 'not_asked' })
  for (const { field, required } of form.fields) {
    const given = answers[field]
    const text = typeof given === 'string' ? given.trim() : typeof given === 'number' ? String(given) : ''
    if (text === '' && required) errors.push({ field, code: 'required', message: 'please_fill_in' })
    else if (text.length > 2000)
      errors.push({ field, code: 'too_long', message: says('at_most_characters', { maximum: 2000 }) })
    else if (text !== '') input[field] = text
  }
  if (errors.length > 0) throw new ProblemError('VALIDATION_FAILED', { errors })
  return input
}
