import { expect, it } from 'vitest'
import { importSession } from './import-session.ts'
import { createTestApp } from './test-app.ts'

/** Enough for the slope to show in `npm test`; IMPORT_ROWS=100000 for the mark itself. */
const rows = Number(process.env['IMPORT_ROWS'] ?? 5_000)

const surnames = [...'王李张刘陈杨黄赵周吴']
const places = ['北京', '上海', '深圳市', '广州', '杭州', '成都', '武汉', '南京', '苏州', '']
const trades = ['科技', '贸易', '医疗器械', '软件', '物流']
const given = [...'伟芳娜敏静丽强磊军洋']

function aSheet(): Buffer {
  const lines = ['线索编号,姓名,公司名称,手机,线索来源,地区,行业,预计金额,需求,备注']
  for (let i = 0; i < rows; i++) {
    const name = `${surnames[i % 10]}${given[(i >> 3) % 10]}${given[(i >> 5) % 10]}`
    const brand = String.fromCodePoint(
      0x4e00 + ((i * 37) % 8000),
      0x4e00 + ((i * 91) % 9000),
      0x4e00 + ((i * 53) % 7000),
    )
    lines.push(
      `L${i},${name},${places[i % 10]}${brand}${trades[i % 5]}有限公司,${13_000_000_000 + i * 97},官网,华东,软件,${i % 50}万,采购,第${i}行`,
    )
  }
  return Buffer.from(lines.join('\n'))
}

it(`${rows} leads are imported within the mark, memory flat, and again without a change`, async () => {
  const house = await createTestApp()
  const tenant = await house.addTenant({ teams: 2, repsPerTeam: 5 })
  const session = importSession(house, tenant)
  const { id } = await session.upload('leads', 'leads.csv', aSheet())
  const before = process.memoryUsage()
  const started = process.hrtime.bigint()
  const cpu = process.cpuUsage()
  const done = await session.act(id, 'start')
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  const used = process.cpuUsage(cpu)
  const grown = (process.memoryUsage().heapUsed - before.heapUsed) / 1e6
  console.log(
    `${rows} rows: ${seconds.toFixed(1)} s, ${((used.user + used.system) / 1e6).toFixed(1)} CPU s of node, heap +${grown.toFixed(0)} MB, rss ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  )
  expect(done.result?.counts).toMatchObject({ rows, created: rows, failed: 0, duplicates: 0 })
  expect(done.progress).toMatchObject({ totalRows: rows, percent: 100 })
  const again = await session.upload('leads', 'leads.csv', aSheet())
  const repeated = await session.act(again.id, 'start')
  expect(repeated.result?.counts).toMatchObject({ created: 0, unchanged: rows })
  // Flat: what a batch needs, not what the file holds.
  expect(grown).toBeLessThan(150)
  await house.close()
}, 600_000)
