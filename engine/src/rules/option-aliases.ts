import { builtInFields } from './fields.ts'

const level: Readonly<Record<string, readonly string[]>> = {
  high: ['高', '强', '大', 'h'],
  mid: ['中', '一般', 'medium', 'middle', 'm'],
  low: ['低', '弱', '小', 'l'],
}

/** How people write the values of closed fields, in Chinese and English, per field and canonical value. */
const spellings: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  kind: { lead: ['线索'], account: ['客户'], opportunity: ['商机'], task: ['任务'] },
  value: {
    ...level,
    high: ['高', '高价值', 'h'],
    mid: ['中', '中价值', 'medium', 'm'],
    low: ['低', '低价值', 'l'],
  },
  difficulty: {
    easy: ['易', '简单', '容易', '低', 'low'],
    medium: ['中', '一般', '普通', 'mid', 'normal'],
    hard: ['难', '困难', '高', 'high', 'difficult'],
  },
  spendingPower: level,
  intent: {
    high: ['高', '强', '高意向', '强烈', 'hot', 'strong'],
    mid: ['中', '一般', '中意向', 'medium', 'warm'],
    low: ['低', '弱', '低意向', 'cold', 'weak'],
  },
  urgency: {
    high: ['高', '紧急', '急', '非常紧急', 'urgent'],
    mid: ['中', '一般', '普通', 'medium', 'normal'],
    low: ['低', '不急', '不紧急'],
  },
  priceSensitivity: { ...level, high: ['高', '敏感'], low: ['低', '不敏感'] },
  companySize: {
    large: ['大', '大型', '大型企业', '集团', 'enterprise'],
    medium: ['中', '中型', '中型企业', 'mid'],
    small: ['小', '小型', '小型企业'],
    micro: ['微', '微型', '微型企业', '个体'],
  },
  regionTier: {
    tier1: ['一线', '一线城市', '1'],
    new_tier1: ['新一线', '新一线城市'],
    tier2: ['二线', '二线城市', '2'],
    tier3: ['三线', '三线城市', '四线', '五线', '3'],
  },
  decisionMakerLevel: {
    decider: ['决策人', '决策者', '决策层', '老板', '总经理', '高层', 'decision maker', 'executive'],
    influencer: ['影响者', '部门负责人', '中层', 'manager'],
    user: ['使用者', '经办人', '使用人', '基层', 'end user'],
  },
  needClarity: {
    clear: ['清晰', '明确'],
    partial: ['部分明确', '较明确', '一般'],
    unclear: ['不清晰', '不明确', '模糊'],
  },
}

const byField: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  builtInFields
    .filter((field) => field.options !== undefined)
    .map((field) => {
      const names = new Map<string, string>()
      for (const option of field.options ?? []) {
        names.set(option.toLowerCase(), option)
        for (const spelling of spellings[field.key]?.[option] ?? []) names.set(spelling.toLowerCase(), option)
      }
      return [field.key, names] as const
    }),
)

/** The canonical value of a closed built-in field for what somebody wrote (`高` → `high`); undefined = not one of them. */
export function canonicalOption(fieldKey: string, text: string): string | undefined {
  return byField.get(fieldKey)?.get(text.trim().toLowerCase())
}
