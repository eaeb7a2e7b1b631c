/** Why a note may be there only to reset a clock. */
export type NoteFlag = 'empty' | 'copied' | 'repeated' | 'no_contact'
export const noteFlags = ['empty', 'copied', 'repeated', 'no_contact'] as const satisfies readonly NoteFlag[]

export interface NoteRating {
  /** 0–100: how much somebody else learns from it. */
  readonly quality: number
  readonly flags: readonly NoteFlag[]
}

export interface Note {
  readonly text: string
  /** It carries a coded result: then an empty text is short, not empty. */
  readonly coded: boolean
  readonly isContact: boolean
  /** An unanswered call and the like: there is nothing to tell, and telling it in the same words is no fault. */
  readonly isAttempt: boolean
}

export interface NotePast {
  readonly texts: readonly { readonly text: string; readonly sameItem: boolean }[]
  readonly contactLately: boolean
}

/** What says nothing although it is written: taken out before anything is counted. */
const phrases =
  /(正常)?跟进(中|了)?|已?(经)?联系(了|过)?|已?沟通(了|过|良好)?|保持(联系|关注)|继续(跟进|沟通)?|待定|再说|稍后|客户(很|挺)?(好|忙|满意)|电话|微信|见面|拜访|聊(了|天)?|情况|一切正常|暂无|没有|无|好的|followed? ?up|follow-up|in progress|contacted|called|keep(ing)? (in )?touch|talked|spoke|as usual|nothing new|todo|tbd|ok(ay)?|done|客户/giu

/** Parts of a note that tell the next reader something, with what each is worth. */
const parts: readonly { readonly points: number; readonly pattern: RegExp }[] = [
  // Figures: amounts, quantities, prices, percentages.
  { points: 15, pattern: /\d|[一二三四五六七八九十百千万两]+(台|套|万|个月|年|人|吨|件|家|条|点)/u },
  // When: a day, a date, a deadline.
  {
    points: 15,
    pattern:
      /(下|本|这)?(周|星期|礼拜)[一二三四五六日天末]|月(底|初|中)|\d+ ?(月|号|日)|明天|后天|下(周|个?月|季度)|年(底|前|后)|节(前|后)|季度|tomorrow|(next|this) (week|month|quarter|mon|tue|wed|thu|fri)|(mon|tues|wednes|thurs|fri)day|by (the )?(end|january|february|march|april|may|june|july|august|september|october|november|december)|q[1-4]/iu,
  },
  // Who: somebody with a name or a post.
  {
    points: 15,
    pattern:
      /.(总|工|经理|主任|主管|厂长|院长|老师|校长|科长|处长)|老板|采购|财务|法务|技术部|总监|负责人|决策|拍板|董事|审批|manager|director|buyer|purchas|procurement|owner|\bc[eft]o\b|\b(mr|ms|mrs|dr)\b|finance|legal|decid|engineer|head of/iu,
  },
  // What they need, fear, compare.
  {
    points: 20,
    pattern:
      /需要|要求|希望|想要|想(换|买|做|先|看|了解)|担心|顾虑|嫌|觉得|关心|预算|价格|报价|太贵|贵|竞品|对比|对手|友商|交期|质保|售后|试用|样品|样机|演示|方案|合同|付款|账期|接口|产能|故障|投诉|need|want|worr|concern|ask|require|budget|price|quote|expensive|competitor|compar|deliver|warranty|trial|sample|demo|proposal|contract|payment|integrat|complain|discount/iu,
  },
  // What will be done next, by whom.
  {
    points: 15,
    pattern:
      /约(好|了|定|在)|安排|发(给|送|去|您|他|她|了)?(资料|方案|报价|样|合同|案例|邮件)|寄|准备|回复|答复|确认|签|上门|再(谈|聊|看|约|打)|提交|will|send|sent|agreed|schedul|arrang|meet|visit on|prepare|call back|confirm|sign/iu,
  },
]
const LENGTH_POINTS = 20
const FULL_LENGTH = 40

/** A text without what people vary to make a copy look new: spaces, punctuation, case, full-width forms. */
export function textKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '')
    .slice(0, 200)
}

/**
 * How much a note says: figures, a when, a who, a need, a next step, and length, each counted once, so that padding
 * does not help. A copy of the rep's own words scores zero whatever it says, and so does a text of phrases alone.
 */
export function rateNote(note: Note, past: NotePast, copyPercent: number): NoteRating {
  const key = textKey(note.text)
  const flags = new Set<NoteFlag>()
  if (key === '' && !note.coded && !note.isAttempt) flags.add('empty')
  if (key !== '' && !note.isAttempt)
    for (const earlier of past.texts)
      if (isCopy(key, textKey(earlier.text), copyPercent)) flags.add(earlier.sameItem ? 'repeated' : 'copied')
  if (!note.isContact && !note.isAttempt && !past.contactLately) flags.add('no_contact')
  const copied = flags.has('copied') || flags.has('repeated')
  return { quality: copied ? 0 : contentOf(note.text), flags: [...flags] }
}

function contentOf(text: string): number {
  const said = textKey(text.replaceAll(phrases, ' '))
  const length = units(said)
  if (length < 2) return 0
  const points = parts.reduce((sum, part) => sum + (part.pattern.test(text) ? part.points : 0), 0)
  return points + Math.floor((LENGTH_POINTS * Math.min(length, FULL_LENGTH)) / FULL_LENGTH)
}

/** A Chinese character says about as much as three Latin letters. */
function units(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return han + Math.floor(([...text].length - han) / 3)
}

function isCopy(a: string, b: string, copyPercent: number): boolean {
  if (b === '') return false
  if (a === b) return true
  // Short texts resemble each other by nature: only the same words are a copy.
  if (Math.min(units(a), units(b)) < 8) return false
  return likeness(a, b) >= copyPercent
}

/** Percent of letter pairs two texts share (Dice). */
function likeness(a: string, b: string): number {
  const pairs = (text: string): Map<string, number> => {
    const counts = new Map<string, number>()
    const letters = [...text]
    for (let i = 0; i + 1 < letters.length; i++) {
      const pair = `${letters[i]}${letters[i + 1]}`
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
    return counts
  }
  const left = pairs(a)
  const right = pairs(b)
  let common = 0
  for (const [pair, count] of left) common += Math.min(count, right.get(pair) ?? 0)
  const size = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0)
  return Math.floor((200 * common) / Math.max(1, size(left) + size(right)))
}
