import type { TaskPolicy } from '@peineng/engine'
import { type FieldError, ProblemError } from '../platform/errors/catalogue.ts'
import { verbatim } from '../platform/errors/sentences/index.ts'
import type { Language } from '../platform/http/index.ts'
import { dueIn } from './due-dates.ts'

export interface DatedCard {
  readonly title: string
  readonly standard: string
  readonly dueAt: string | null | undefined
  readonly startsAt?: string | undefined
  readonly checkpoints?: readonly { readonly dueAt: string }[] | undefined
  readonly customerClass: string | null
}

export interface CardDates {
  readonly startsAt: number
  readonly dueAt: number
}

/**
 * A card says when (a concrete day in the future), and how (what has to be true). Refusals carry the sentence of what
 * would be right (G1): 联系潜在客户 becomes 周三（12月2日）18:00 前：完成 A 类客户首轮沟通.
 */
export function checkCard(
  card: DatedCard,
  policy: TaskPolicy,
  now: number,
  zone: string,
  language: Language,
): CardDates {
  const startsAt = card.startsAt === undefined ? now : Date.parse(card.startsAt)
  const errors: FieldError[] = []
  const would = suggestion(card, policy, now, zone, language)
  const dueAt = card.dueAt == null ? Number.NaN : Date.parse(card.dueAt)
  if (card.dueAt == null)
    errors.push({ field: 'dueAt', code: 'date_required', message: verbatim(would.text) })
  else if (dueAt <= now) errors.push({ field: 'dueAt', code: 'in_past', message: verbatim(would.text) })
  else if (dueAt <= startsAt) errors.push({ field: 'startsAt', code: 'after_due', message: 'before_due' })
  for (const [index, one] of (card.checkpoints ?? []).entries()) {
    const at = Date.parse(one.dueAt)
    if (!Number.isNaN(dueAt) && (at <= startsAt || at > dueAt))
      errors.push({
        field: `checkpoints.${index}.dueAt`,
        code: 'outside',
        message: 'between_start_and_due',
      })
  }
  if (policy.standardRequired && card.standard === '')
    errors.push({ field: 'standard', code: 'standard_required', message: verbatim(would.standard) })
  if (errors.length > 0)
    throw new ProblemError('TASK_INCOMPLETE', {
      errors,
      extra: {
        suggestion: { title: would.title, dueAt: would.dueAt, standard: would.standard, text: would.text },
      },
    })
  return { startsAt, dueAt }
}

interface Suggestion {
  readonly title: string
  readonly standard: string
  readonly dueAt: string
  readonly text: string
}

function suggestion(
  card: DatedCard,
  policy: TaskPolicy,
  now: number,
  zone: string,
  language: Language,
): Suggestion {
  const steps = policy.nextSteps[card.customerClass ?? 'free'] ?? []
  const step = steps[0]
  const words = step === undefined ? null : language === 'en' ? step.en : step.zh
  const at = dueIn(step?.dueInDays ?? 2, policy, now, zone)
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: zone,
    weekday: 'short',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
  const title =
    words === null || card.customerClass === null
      ? card.title
      : language === 'en'
        ? `${words.title}, class ${card.customerClass} customer`
        : `${words.title}（${card.customerClass} 类客户）`
  const standard = card.standard || words?.standard || fallbackStandard[language]
  const text =
    language === 'en'
      ? `Say by when, for example: “${title}, by ${day}; done when: ${standard}”`
      : `请写明日期，例如：“${day} 前：${title}；完成标准：${standard}”`
  return { title, standard, dueAt: new Date(at).toISOString(), text }
}

const fallbackStandard: Readonly<Record<Language, string>> = {
  'zh-CN': '客户书面确认，或结果已记入跟进日志',
  en: 'the customer confirmed in writing, or the outcome is in the log',
}
