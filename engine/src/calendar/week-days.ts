const names: readonly (readonly string[])[] = [
  ['mon', 'monday', '周一', '星期一', '礼拜一', '一'],
  ['tue', 'tues', 'tuesday', '周二', '星期二', '礼拜二', '二'],
  ['wed', 'wednesday', '周三', '星期三', '礼拜三', '三'],
  ['thu', 'thur', 'thurs', 'thursday', '周四', '星期四', '礼拜四', '四'],
  ['fri', 'friday', '周五', '星期五', '礼拜五', '五'],
  ['sat', 'saturday', '周六', '星期六', '礼拜六', '六'],
  ['sun', 'sunday', '周日', '周天', '星期日', '星期天', '礼拜天', '日', '天'],
]

const byName: ReadonlyMap<string, number> = new Map(
  names.flatMap((spellings, index) => spellings.map((name) => [name, index + 1] as const)),
)

const groups: Readonly<Record<string, readonly number[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  everyday: [1, 2, 3, 4, 5, 6, 7],
  每天: [1, 2, 3, 4, 5, 6, 7],
  每日: [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
  工作日: [1, 2, 3, 4, 5],
  weekends: [6, 7],
  周末: [6, 7],
}

/** `mon-fri`, `周一,周三`, `Sat-Mon` (over the week's end), `工作日` → ISO weekdays; null = not readable. */
export function parseDays(text: string): readonly number[] | null {
  const found = new Set<number>()
  for (const part of text.toLowerCase().split(/[,/]/)) {
    const name = part.trim()
    if (name === '') continue
    const group = Object.hasOwn(groups, name) ? groups[name] : undefined
    if (group) {
      for (const day of group) found.add(day)
      continue
    }
    const ends = name.split('-').map((end) => byName.get(end.trim().replace(/\.$/, '')))
    const [from, to = from] = ends
    if (ends.length > 2 || from === undefined || to === undefined || (ends.length === 2 && !ends[1]))
      return null
    for (let day = from; ; day = (day % 7) + 1) {
      found.add(day)
      if (day === to) break
    }
  }
  return found.size === 0 ? null : [...found].sort((a, b) => a - b)
}
