import { describe, expect, it } from 'vitest'
import { csv, receivedBy, rowsOf, runAssign, toGbk } from './assign/testing.ts'

const reps = (count: number, header = 'id', more: (index: number) => string = () => ''): string =>
  csv(header, ...rowsOf(count, (i) => `R${String(i).padStart(2, '0')}${more(i)}`))

describe('who gets what', () => {
  it('gives 40 leads over 20 equal reps two each', async () => {
    const { lines, stderr, code } = await runAssign({
      leads: csv('id', ...rowsOf(40, (i) => `L${i}`)),
      reps: reps(20),
    })
    expect(code).toBe(0)
    expect(Object.values(receivedBy(lines))).toEqual(Array(20).fill(2))
    expect(stderr).toContain('已分配 40')
    expect(stderr).toContain('最少 2，最多 2')
  })

  it('levels the load where leads weigh differently: nobody far above anybody, in items or in points', async () => {
    const cells = ['high,hard', 'high,easy', 'mid,medium', 'low,easy', ',']
    const leads = csv('id,value,difficulty', ...rowsOf(40, (i) => `L${i},${cells[i % 5]}`))
    const { lines } = await runAssign({ leads, reps: reps(20) })
    const counts = Object.values(receivedBy(lines))
    expect(counts).toHaveLength(20)
    expect(Math.max(...counts)).toBeLessThanOrEqual(3)
    const points: Record<string, number> = {}
    for (const { repId, pointsHundredths } of lines) {
      if (repId !== null) points[repId] = (points[repId] ?? 0) + pointsHundredths
    }
    // 70 points over 20 reps is 3.5 each; one lead weighs up to 3.
    for (const own of Object.values(points)) expect(Math.abs(own - 350)).toBeLessThanOrEqual(200)
  })

  it('lets no lead wait while an eligible rep has room: 5 teams × 4 reps, each rep 3 of 10 countries', async () => {
    const countries = 'CN,DE,FR,UK,US,JP,KR,BR,IN,AU'.split(',')
    const covers = (rep: number) => [0, 3, 7].map((step) => countries[(rep + step) % 10] ?? '')
    for (const capacity of [45, 60]) {
      const { lines } = await runAssign({
        leads: csv('id,region', ...rowsOf(900, (i) => `L${i},${countries[(i * 7) % 10]}`)),
        reps: reps(
          20,
          'id,team,regions,capacity',
          (i) => `,T${Math.floor(i / 4)},${covers(i).join(';')},${capacity}`,
        ),
      })
      const received = receivedBy(lines)
      const country = new Map(rowsOf(900, (i) => countries[(i * 7) % 10] ?? '').map((c, i) => [`L${i}`, c]))
      for (const line of lines) {
        if (line.repId !== null) {
          expect(covers(Number(line.repId.slice(1)))).toContain(country.get(line.leadId))
          continue
        }
        expect(line.reason.code).toBe('WAITING_ALL_FULL')
        for (let rep = 0; rep < 20; rep++) {
          if (!covers(rep).includes(country.get(line.leadId) ?? '')) continue
          expect(received[`R${String(rep).padStart(2, '0')}`]).toBe(capacity)
        }
      }
      for (const count of Object.values(received)) expect(count).toBeLessThanOrEqual(capacity)
      if (capacity === 60) expect(lines.every((line) => line.state === 'owned')).toBe(true)
    }
  })

  it('keeps capacity in items, in points, the default gauge and the ceiling of a day', async () => {
    const { lines } = await runAssign({
      leads: csv('id,value,difficulty', ...rowsOf(60, (i) => `L${i},high,hard`)),
      reps: csv(
        'id,capacity,capacityPoints,dailyMax',
        'items,7,,',
        'points,,12.5,',
        'default,,,',
        'day,100,,2',
      ),
    })
    // Three points each: 4 fit into 12.5, 3 into the default of 10.
    expect(receivedBy(lines)).toEqual({ items: 7, points: 4, default: 3, day: 2 })
    const last = lines.at(-1)
    expect(last).toMatchObject({ state: 'waiting', repId: null, reason: { code: 'WAITING_ALL_FULL' } })
    expect(Object.fromEntries((last?.candidates ?? []).map((c) => [c.repId, c.excludedBy]))).toEqual({
      items: 'OPEN_ITEMS_FULL',
      points: 'LOAD_INDEX_FULL',
      default: 'LOAD_INDEX_FULL',
      day: 'DAILY_MAX_REACHED',
    })
  })

  it('counts what a rep holds already', async () => {
    const { lines } = await runAssign({
      leads: csv('id', ...rowsOf(20, (i) => `L${i}`)),
      reps: csv('id,capacity,openItems,load,dailyMax,receivedToday', 'a,5,4,,,', 'b,,,8.5,,', 'c,,,,3,1'),
    })
    expect(receivedBy(lines)).toEqual({ a: 1, b: 1, c: 2 })
  })

  it('serves urgent and older leads first, but writes them in the order of the input', async () => {
    const leads = csv(
      'id,createdAt,priority',
      'new,2026-11-23T10:00:00+08:00,',
      'old,2026-11-23T09:00:00+08:00,',
      'urgent,2026-11-23T11:00:00+08:00,高',
    )
    const { lines } = await runAssign({ leads, reps: csv('id,capacity', 'only,2') })
    expect(lines.map((line) => [line.leadId, line.state])).toEqual([
      ['new', 'waiting'],
      ['old', 'owned'],
      ['urgent', 'owned'],
    ])
    expect(lines[0]?.decidedAt).toBe('2026-11-23T03:00:00.000Z')
  })

  it('gives a lead of an owned customer to its owner, named by id or name', async () => {
    const { lines } = await runAssign({
      leads: csv('id,负责人', 'a,王芳', 'b,R2', 'c,已离职的人'),
      reps: csv('id,姓名', 'R1,王芳', 'R2,李雷', 'R3,张三'),
    })
    expect(lines.map((line) => line.repId).slice(0, 2)).toEqual(['R1', 'R2'])
    expect(lines[0]?.reason.code).toBe('CUSTOMER_OWNER')
    expect(lines[2]?.reason.code).not.toBe('CUSTOMER_OWNER')
  })

  it('leaves out whoever is off duty, on leave, paused or gone, and says when duty starts', async () => {
    const sheet = csv(
      'id,workingHours,leave,status',
      'day,Mon-Fri 09:00-18:00,,',
      'away,,2026-11-20/2026-11-24,',
      'stopped,,,暂停',
      'gone,,,离职',
    )
    const late = await runAssign({ leads: csv('id', 'L1'), reps: sheet }, [
      '--now',
      '2026-11-23T20:00:00+08:00',
    ])
    expect(late.lines[0]?.candidates.map((c) => c.excludedBy)).toEqual([
      'REP_ON_LEAVE',
      'REP_OFF_DUTY',
      'REP_INACTIVE',
      'REP_PAUSED',
    ])
    expect(late.lines[0]?.state).toBe('waiting')
    const day = csv('id,workingHours', 'day,周一至周五 09:00-18:00')
    const evening = await runAssign({ leads: csv('id', 'L1'), reps: day }, [
      '--now',
      '2026-11-23T20:00:00+08:00',
    ])
    expect(evening.lines[0]).toMatchObject({
      reason: { code: 'WAITING_NOBODY_ON_DUTY' },
      release: { kind: 'on_duty', at: Date.parse('2026-11-24T09:00:00+08:00') },
    })
    const morning = await runAssign({ leads: csv('id', 'L1'), reps: sheet }, [
      '--now',
      '2026-11-23T10:00:00+08:00',
    ])
    expect(morning.lines[0]?.repId).toBe('day')
  })

  it('does not apply working hours where no time is known, and says so', async () => {
    const { lines, stderr } = await runAssign({
      leads: csv('id', 'L1'),
      reps: csv('id,workingHours', 'R1,Mon 09:00-10:00'),
    })
    expect(lines[0]?.repId).toBe('R1')
    expect(stderr).toContain('没有任何时间')
  })
})

describe('what every line holds', () => {
  it('has terms that add up and propensities that sum to a million, or none where nobody is eligible', async () => {
    const { lines } = await runAssign({
      leads: csv('id,region,value', ...rowsOf(30, (i) => `L${i},${i % 3 ? '上海' : '北京'},高`)),
      reps: csv('id,regions,level', 'a,上海,资深', 'b,上海;深圳,新人', 'c,广州,成长', 'd,,senior'),
    })
    for (const { candidates, state, repId } of lines) {
      expect(candidates.map((c) => c.repId)).toEqual(['a', 'b', 'c', 'd'])
      for (const { terms, total, excludedBy } of candidates) {
        if (excludedBy !== undefined) continue
        expect((terms ?? []).reduce((sum, term) => sum + term.contribution, 0)).toBe(total)
      }
      const chance = candidates.reduce((sum, c) => sum + c.propensity, 0)
      expect(chance).toBe(state === 'owned' ? 1_000_000 : 0)
      expect(candidates.find((c) => c.repId === repId)?.excludedBy).toBeUndefined()
    }
    expect(lines.some((line) => line.state === 'waiting')).toBe(true)
  })

  it('speaks Chinese by default and English when asked', async () => {
    const files = { leads: csv('id', 'L1'), reps: csv('id', 'R1') }
    expect((await runAssign(files)).lines[0]?.reason.text).toMatch(/^只有这一位销售/)
    const english = await runAssign(files, ['--lang', 'en'])
    expect(english.lines[0]?.reason.text).toMatch(/^The only rep/)
    expect(english.stderr).toContain('1 leads: 1 assigned, 0 waiting')
  })

  it('understands the lead: value from the amount, difficulty, tags, tier and service class', async () => {
    const { lines } = await runAssign({
      leads: csv('id,金额（万元）,难度,紧急程度,意向', 'L1,60,难,紧急,高', 'L2,"12,000",易,,'),
      reps: csv('id', 'R1'),
    })
    expect(lines[0]).toMatchObject({
      pointsHundredths: 300,
      assessment: { value: 'high', difficulty: 'hard', taskType: 'key_battle', tags: ['大客户', '紧急'] },
    })
    expect(lines[1]).toMatchObject({ assessment: { value: 'high', difficulty: 'easy' } })
  })

  it('writes to standard output without --out', async () => {
    const { stdout, lines } = await runAssign({ leads: csv('id', 'L1'), reps: csv('id', 'R1') }, [], false)
    expect(stdout).toMatch(/^\{"leadId":"L1"/)
    expect(lines).toHaveLength(1)
  })
})

describe('the same input', () => {
  const leads = csv(
    'id,region,createdAt',
    ...rowsOf(60, (i) => `L${i},${['a', 'b'][i % 2]},2026-11-${10 + (i % 9)} 09:00`),
  )
  const list = rowsOf(8, (i) => `R${i},${['a', 'b', ''][i % 3]}`)
  const run = (rows: readonly string[], ...extra: readonly string[]) =>
    runAssign({ leads, reps: csv('id,regions', ...rows) }, extra)

  it('gives the same bytes again, and for another order of reps', async () => {
    const [first, second, reversed] = await Promise.all([run(list), run(list), run([...list].reverse())])
    expect(second.text).toBe(first.text)
    expect(reversed.text).toBe(first.text)
  })
  it('gives the same owners for another order of leads', async () => {
    const [head = '', ...rows] = leads.trim().split('\n')
    const turned = await runAssign({ leads: csv(head, ...rows.reverse()), reps: csv('id,regions', ...list) })
    const owners = (lines: typeof turned.lines) => Object.fromEntries(lines.map((l) => [l.leadId, l.repId]))
    expect(owners(turned.lines)).toEqual(owners((await run(list)).lines))
  })
  it('draws otherwise with another seed', async () => {
    const [one, two] = await Promise.all([run(list, '--seed', '1'), run(list, '--seed', '2')])
    expect(two.lines.map((l) => l.repId)).not.toEqual(one.lines.map((l) => l.repId))
  })
})

describe('sheets as they come', () => {
  it('reads GBK, byte order marks, UTF-16, semicolons and tabs as delimiters', async () => {
    const text = csv('编号,地区,行业', 'L1,上海,医疗')
    const sheet = csv('工号,姓名,负责区域', 'R1,王芳,上海；北京', 'R2,李雷,广州')
    const forms: readonly (string | Uint8Array)[] = [
      toGbk(text),
      `\uFEFF${text}`,
      new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')),
      text.replaceAll(',', ';'),
      text.replaceAll(',', '\t'),
      text.replaceAll('\n', '\r\n'),
    ]
    for (const leads of forms) {
      const { lines } = await runAssign({ leads, reps: toGbk(sheet) })
      expect(lines.map((line) => [line.leadId, line.repId])).toEqual([['L1', 'R1']])
    }
  })
  it('knows which places lie in which: 华东 and 江苏 cover 南京市, 全国 covers everything', async () => {
    const { lines } = await runAssign({
      leads: csv('id,地区,城市', 'L1,南京市,', 'L2,广东,', 'L3,,深圳', 'L4,Peru,'),
      reps: csv('id,负责区域', 'east,华东大区', 'jiangsu,江苏省', 'shenzhen,深圳', 'all,全国', 'peru,Peru'),
    })
    const open = lines.map((line) =>
      line.candidates.filter((c) => c.excludedBy === undefined).map((c) => c.repId),
    )
    expect(open).toEqual([['all', 'east', 'jiangsu'], ['all'], ['all', 'shenzhen'], ['all', 'peru']])
  })
  it('takes the name for the id where reps have no id column', async () => {
    const { lines } = await runAssign({ leads: csv('id', 'L1'), reps: csv('sales_agent,manager', 'Anna,Bo') })
    expect(lines[0]?.repId).toBe('Anna')
  })
  it('skips empty rows and still counts rows as a spreadsheet does', async () => {
    const leads = csv('id,amount', 'L1,5', ',', 'L2,viel')
    await expect(runAssign({ leads, reps: reps(1) })).rejects.toThrow(
      'leads.csv 第 4 行“amount”列：“viel”不是金额',
    )
  })
  it.each<[string, string, string]>([
    [
      'an id that stands twice',
      csv('id', 'L1', 'L2', 'L1'),
      'row 4, column "id": "L1" stands in row 2 already',
    ],
    ['a missing id', csv('id,name', ',x'), 'row 2, column "id": the id is missing'],
    ['no id column', csv('amount', '5'), 'leads.csv: has no column "id"'],
    ['an empty file', '', 'leads.csv: has no header row'],
    [
      'an unknown value band',
      csv('id,value', 'L1,huge'),
      'column "value": "huge" is not one of high, mid, low',
    ],
    [
      'an unknown difficulty',
      csv('id,难度', 'L1,天大'),
      'column "难度": "天大" is not one of easy, medium, hard',
    ],
    [
      'a time that is none',
      csv('id,createdAt', 'L1,2026-02-31'),
      'column "createdAt": "2026-02-31" is not a time',
    ],
    ['an amount below nothing', csv('id,amount', 'L1,-5'), 'column "amount": "-5" is not an amount of money'],
    [
      'an amount beyond all money',
      csv('id,金额（万元）', 'L1,9999999999999'),
      '"9999999999999" is not an amount',
    ],
    [
      'no number',
      csv('id,employees', 'L1,NaN'),
      'column "employees": "NaN" is not a number within 0–1000000000',
    ],
    [
      'a number beyond numbers',
      csv('id,employees', 'L1,1e309'),
      '"1e309" is not a number within 0–1000000000',
    ],
    ['more than all engagement', csv('id,engagement', 'L1,101'), '"101" is not a number within 0–100'],
    [
      'a year nobody lived in',
      csv('id,createdAt', 'L1,0001-01-01'),
      '"0001-01-01" is not a time from 1900 to 2199',
    ],
    ['more cells than headers', csv('id,name', 'L1,a,b'), 'row 2: has more cells than the header (2)'],
    ['a quotation mark left open', csv('id,name', 'L1,"a'), 'a quotation mark is not closed'],
  ])('says where %s stands', async (_name, leads, message) => {
    await expect(runAssign({ leads, reps: reps(1) }, ['--lang', 'en'])).rejects.toThrow(message)
  })
  it.each<[string, string, string]>([
    ['working hours', csv('id,workingHours', 'R1,Mon 9-99'), '"Mon 9-99" are no working hours (at "9-99")'],
    ['a time zone', csv('id,timeZone', 'R1,Mars'), '"Mars" is not a time zone'],
    ['a level', csv('id,level', 'R1,guru'), '"guru" is not one of newcomer, growing, senior'],
    ['a capacity', csv('id,capacity', 'R1,-2'), '"-2" is not a whole number of 0 or more'],
    [
      'a ceiling',
      csv('id,dailyMax', 'R1,x'),
      'column "dailyMax": "x" is not a whole number of 0 or more, at most 1000000',
    ],
    ['a weight', csv('id,weight', 'R1,10001'), '"10001" is not a whole number of 0 or more, at most 10000'],
    ['a load', csv('id,load', 'R1,-1'), 'column "load": "-1" is not a number within 0–100000'],
    ['a leave', csv('id,leave', 'R1,soon'), '"soon" is not a span of days'],
    ['a twin', csv('id', 'R1', 'R1'), '"R1" stands in row 2 already'],
  ])('says what is wrong with %s of a rep', async (_name, sheet, message) => {
    await expect(runAssign({ leads: csv('id', 'L1'), reps: sheet }, ['--lang', 'en'])).rejects.toThrow(
      message,
    )
  })
  it('reports all problems of all sheets at once, the first twenty in full', async () => {
    const leads = csv('id,amount', ...rowsOf(25, (i) => `L${i},x`))
    const error = await runAssign({ leads, reps: csv('id,level', 'R1,guru') }, ['--lang', 'en']).catch(String)
    expect(String(error).split('\n')).toHaveLength(21)
    expect(error).toContain('… and 6 more')
  })
})

describe('policies', () => {
  const leads = csv('id,地区,席位,plan', 'big,上海,80,pro', 'small,北京,3,free')
  const sheet = csv('id,team', 'R1,企业组', 'R2,中小组')
  const rule = (when: unknown) => ({
    rules: [
      {
        id: 'big',
        name: '大客户',
        priority: 5,
        when,
        then: { strategy: { kind: 'least_load' }, candidates: { teams: ['企业组'] } },
      },
    ],
    fallback: { candidates: { teams: ['中小组'] } },
  })
  it.each<[string, unknown]>([
    ['a custom attribute by its key', { field: 'custom.席位', op: 'gte', value: 50 }],
    ['a custom attribute by its bare header', { field: '席位', op: 'gte', value: 50 }],
    ['a known column by the header of the sheet', { field: '地区', op: 'eq', value: '上海' }],
    ['a text attribute', { field: 'plan', op: 'in', value: ['pro'] }],
  ])('may name %s', async (_name, when) => {
    const { lines } = await runAssign({ leads, reps: sheet, policy: rule(when) })
    expect(lines.map((line) => [line.ruleId, line.repId])).toEqual([
      ['big', 'R1'],
      [null, 'R2'],
    ])
  })
  it.each<[string, string, string, unknown]>([
    ['the level of a customer', '客户等级', 'VIP,普通', { field: 'customerLevel', op: 'eq', value: 'VIP' }],
    ['interests', '兴趣领域', '骨科;康复,口腔', { field: 'interests', op: 'contains', value: '骨科' }],
    ['spending power', '消费能力', '高,低', { field: 'spendingPower', op: 'eq', value: 'high' }],
    [
      'the purchase cycle instead of the region',
      '采购周期',
      '90,14',
      { field: '采购周期', op: 'gte', value: 60 },
    ],
    ['deals before: repurchase', '历史成交次数', '3,0', { field: 'pastDeals', op: 'gte', value: 1 }],
  ])('route by %s', async (_name, column, values, when) => {
    const [first, second] = values.split(',')
    const { lines } = await runAssign({
      leads: csv(`id,${column}`, `a,${first}`, `b,${second}`),
      reps: sheet,
      policy: rule(when),
    })
    expect(lines.map((line) => line.repId)).toEqual(['R1', 'R2'])
  })
  it('are laid over the default: what is not named stays', async () => {
    const policy = { workload: { unknownHundredths: 400 } }
    const { lines } = await runAssign({ leads: csv('id', 'a', 'b', 'c'), reps: csv('id', 'R1'), policy })
    expect(lines.map((line) => line.state)).toEqual(['owned', 'owned', 'waiting'])
    expect(lines[0]?.slaClass).toBe('C')
  })
  it('may be a preset', async () => {
    const { lines } = await runAssign({ leads: csv('id', 'a'), reps: csv('id', 'R1', 'R2') }, [
      '--policy',
      'manual',
    ])
    expect(lines[0]).toMatchObject({ state: 'waiting', reason: { code: 'WAITING_FOR_MANAGER' } })
    expect(lines[0]?.candidates.every((c) => c.excludedBy === undefined)).toBe(true)
  })
  it.each<[string, unknown, string]>([
    [
      'a field nobody knows',
      rule({ field: 'mood', op: 'exists' }),
      'policy.json /rules/0/when/field: no such field',
    ],
    [
      'a literal of the wrong type',
      rule({ field: '席位', op: 'gte', value: '50' }),
      '/rules/0/when/value: the value does not fit',
    ],
    ['text that is no JSON', '{', 'policy.json: is not valid JSON'],
    ['an unknown key', { weights: 1 }, 'policy.json /weights: not known here'],
  ])('say where %s stands', async (_name, policy, message) => {
    await expect(runAssign({ leads, reps: sheet, policy }, ['--lang', 'en'])).rejects.toThrow(message)
  })
})

describe('history', () => {
  const won = (rep: string, industry: string, count: number, outcome = 'won') =>
    rowsOf(
      count,
      (i) => `${rep}-${industry}-${outcome}${i},${rep},${outcome},2026-11-0${1 + (i % 9)},${industry}`,
    )
  const header = 'leadId,repId,outcome,closedAt,industry'
  const two = { leads: csv('id,industry', 'L1,医疗', 'L2,金融'), reps: csv('id', 'A', 'B') }

  it('sends work to whoever wins that kind of customer, and prefers who closed it before', async () => {
    const history = csv(
      header,
      ...won('A', '医疗', 20),
      ...won('A', '金融', 20, 'lost'),
      ...won('B', '金融', 20),
      ...won('B', '医疗', 20, 'lost'),
    )
    const { lines } = await runAssign({ ...two, history })
    expect(lines.map((line) => line.repId)).toEqual(['A', 'B'])
    const terms = lines[0]?.candidates.map(
      (c) => c.terms?.find((t) => t.code === 'CONTINUITY')?.contribution ?? 0,
    )
    expect(terms?.[0]).toBeGreaterThan(0)
    expect(terms?.[1]).toBe(0)
  })
  it('takes open rows neither as losses nor as load', async () => {
    const closed = [...won('A', '医疗', 5), ...won('B', '医疗', 5)]
    const probability = async (rows: readonly string[]) =>
      (await runAssign({ ...two, history: csv(header, ...rows) })).lines[0]?.candidates.map((c) =>
        c.terms?.filter((t) => t.code !== 'FAIRNESS'),
      )
    expect(await probability([...closed, ...won('A', '医疗', 50, '进行中')])).toEqual(
      await probability(closed),
    )
  })
  it('knows reps by name, and leaves alone whoever is gone', async () => {
    const named = { leads: two.leads, reps: csv('id,姓名', 'A,王芳', 'B,李雷') }
    const history = csv(
      '线索编号,销售,结果,成交时间,行业',
      ...rowsOf(20, (i) => `x${i},王芳,赢单,2026/11/1,医疗`),
      'y,某离职,输单,,医疗',
    )
    const { lines } = await runAssign({ ...named, history })
    expect(lines[0]?.repId).toBe('A')
  })
  it('says where an outcome is none', async () => {
    const history = csv('leadId,repId,outcome', 'x,A,maybe')
    await expect(runAssign({ ...two, history }, ['--lang', 'en'])).rejects.toThrow(
      'history.csv row 2, column "outcome": "maybe" is not one of won, lost, open',
    )
  })
})

describe('what was typed', () => {
  const files = { leads: csv('id', 'L1'), reps: csv('id', 'R1') }
  it('stops when asked to, and writes nothing', async () => {
    await expect(runAssign(files, [], true, AbortSignal.abort())).rejects.toThrow('nothing was written')
  })
  it.each([
    [['--seed', 'x'], '--seed takes a whole number'],
    [['--now', 'soon'], '--now takes a time like'],
    [['--lang', 'de'], '--lang takes zh-CN or en'],
    [['--history', 'gone.csv'], 'gone.csv'],
    [['--policy', 'gone.json'], 'gone.json'],
  ])('%j is refused with what would be right', async (extra, message) => {
    await expect(runAssign(files, extra)).rejects.toThrow(message)
  })
})
