import type { Language } from '../../platform/http/index.ts'
import {
  contactOf,
  describe,
  type Facts,
  type Names,
  noticeCatalogues,
  pathOf,
  wordsOf,
} from '../describe.ts'
import { maskContacts } from '../mask-contacts.ts'
import type { GroupMessage } from './adapter.ts'

export interface Writing {
  readonly lang: Language
  readonly publicUrl: string
  readonly showsContacts: boolean
  readonly maxBytes: number
}

/** Signs with a meaning in somebody's Markdown: a customer's name must not mention everybody or carry a link. */
const plain = (text: string): string =>
  text
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
    .replaceAll('[', '［')
    .replaceAll(']', '］')
    .replaceAll('@', '＠')
    .replace(/[*_`~]/g, ' ')
    .replace(/\s+/g, ' ')

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/** Many notices as one message that fits: as many lines as there is room for, and how many more there are. */
export function groupMessage(facts: readonly Facts[], names: Names, writing: Writing): GroupMessage {
  const { lang, publicUrl, showsContacts, maxBytes } = writing
  const catalogue = noticeCatalogues[lang]
  const shown = (text: string): string => (showsContacts ? plain(text) : maskContacts(plain(text)))
  const moreLine = (count: number): string =>
    `[${catalogue.more(wordsOf({ count }))}](${publicUrl}/notifications)`
  // The longest it can get, so that it always has room.
  const reserve = bytes(`\n\n${moreLine(facts.length)}`)
  let markdown = ''
  let left = facts.length
  for (const one of facts) {
    const line = lineOf(one, names, lang, { publicUrl, shown, showsContacts })
    const next = markdown === '' ? line : `${markdown}\n\n${line}`
    if (bytes(next) + (left > 1 ? reserve : 0) > maxBytes) break
    markdown = next
    left -= 1
  }
  if (left > 0) markdown = markdown === '' ? moreLine(left) : `${markdown}\n\n${moreLine(left)}`
  const [first] = facts
  return { title: first === undefined ? '' : shown(describe(first, names, lang).title), markdown }
}

function lineOf(
  facts: Facts,
  names: Names,
  lang: Language,
  writing: {
    readonly publicUrl: string
    readonly shown: (text: string) => string
    readonly showsContacts: boolean
  },
): string {
  const { publicUrl, shown } = writing
  const { title, text } = describe(facts, names, lang)
  const who = names.reps.get(String(facts.params['ownerId'])) ?? names.reps.get(String(facts.params['repId']))
  const contact = contactOf(facts, names)
  const phone = contact?.phone ?? ''
  const open = noticeCatalogues[lang].open
  return [
    `**${shown(title)}**${who === undefined ? '' : ` → ${shown(who)}`}${phone === '' ? '' : ` · ${shown(phone)}`}`,
    shown(text).slice(0, 300),
    `[${open}](${publicUrl}${pathOf(facts, names)})`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}
