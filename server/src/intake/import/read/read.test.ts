import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { findFormat, openRows } from './open-rows.ts'
import type { FileSource, SheetRow } from './sheet-row.ts'

/** A file in chunks of any size, down to one byte: tearing must not matter. */
const fileOf = (bytes: Uint8Array, chunk = 1 << 16): FileSource => ({
  size: bytes.length,
  async *chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  },
})

async function rowsOf(bytes: Uint8Array, chunk?: number): Promise<SheetRow[]> {
  const source = fileOf(bytes, chunk)
  const rows: SheetRow[] = []
  for await (const row of openRows(source, await findFormat(source))) rows.push(row)
  return rows
}

const cells = async (bytes: Uint8Array, chunk?: number) =>
  (await rowsOf(bytes, chunk)).map((row) => row.cells)

/** `客户名称,电话\n华为,138\n` as Excel in China saves it. */
const gbk = Buffer.from('bfcdbba7c3fbb3c62cb5e7bbb00abbaaceaa2c3133380a', 'hex')
const table = [
  ['客户名称', '电话'],
  ['华为', '138'],
]

describe('encodings', () => {
  const text = '客户名称,电话\n华为,138\n'
  const utf16be = Buffer.from(text, 'utf16le').swap16()
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['gbk', gbk],
    ['utf-16le with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
  ])('%s is found, torn anywhere', async (_, bytes) => {
    expect(await cells(bytes)).toEqual(table)
    expect(await cells(bytes, 1)).toEqual(table)
    expect(await cells(bytes, 3)).toEqual(table)
  })

  it('GBK is found although the first pages are ASCII', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n'.repeat(50_000)), gbk])
    expect((await findFormat(fileOf(bytes))).encoding).toBe('gb18030')
    expect((await cells(bytes)).slice(-2)).toEqual(table)
  })

  it('utf-16 without a mark is found by its zero bytes', async () =>
    expect((await findFormat(fileOf(Buffer.from('name,phone\nLi,1\n', 'utf16le')))).encoding).toBe(
      'utf-16le',
    ))
})

describe('delimited text', () => {
  it.each([',', ';', '\t', '|'])('separated by %j', async (d) => {
    const text = `a${d}b${d}c\n1${d}"x${d} ""y""\nz"${d}3\n\n4${d}5${d}6`
    const expected = [['a', 'b', 'c'], ['1', `x${d} "y"\nz`, '3'], [''], ['4', '5', '6']]
    for (const chunk of [1, 2, 5, 1000]) expect(await cells(Buffer.from(text), chunk)).toEqual(expected)
  })

  it('numbers rows as a spreadsheet shows them, whatever ends its lines', async () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(
        (await rowsOf(Buffer.from(['a,b', '1,2', '', '3,4'].join(end)), 1)).map((r) => r.number),
      ).toEqual([1, 2, 3, 4])
  })

  it('that is cut off inside quotation marks is refused', async () => {
    await expect(rowsOf(Buffer.from('a,b\n1,"never clo'))).rejects.toThrow('cut off')
  })

  it('that is empty or binary is refused', async () => {
    await expect(rowsOf(Buffer.alloc(0))).rejects.toThrow('empty')
    await expect(rowsOf(Buffer.from([1, 2, 0, 0, 0, 9, 0, 0, 3]))).rejects.toThrow('neither')
    await expect(rowsOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).rejects.toThrow('.xls')
  })
})

describe('workbooks', () => {
  const workbook = async (rows: Parameters<typeof writeXlsxFile>[0]): Promise<Buffer> => {
    const file = await writeXlsxFile(rows as never, { sheet: '线索' } as never)
    return (file as unknown as { toBuffer(): Promise<Buffer> }).toBuffer()
  }

  it('are read with their Chinese, their numbers and their dates', async () => {
    const bytes = await workbook([
      [{ value: '客户' }, { value: '手机' }, { value: '日期' }, { value: '金额' }],
      [
        { value: '华为 & <技术>' },
        { value: 13800138000, type: Number },
        { value: new Date('2026-11-23T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
        { value: 0.1, type: Number },
      ],
    ] as never)
    const format = await findFormat(fileOf(bytes))
    expect(format).toMatchObject({ type: 'xlsx', sheets: ['线索'], sheet: '线索' })
    expect(await cells(bytes)).toEqual([
      ['客户', '手机', '日期', '金额'],
      ['华为 & <技术>', '13800138000', '2026-11-23', '0.1'],
    ])
    expect(await cells(bytes, 100)).toEqual(await cells(bytes))
  })

  it('say where a formula stands', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>' +
      '<row r="3"><c r="B3"><f>SUM(A1:A2)</f><v>3</v></c></row></sheetData></worksheet>'
    expect(await rowsOf(zipOf(aWorkbook(sheet)))).toEqual([
      { number: 1, cells: ['a'] },
      { number: 3, cells: ['', '3'], formulas: [1] },
    ])
  })

  it('that would unpack to far more than their size are refused before anything is unpacked', async () => {
    const bomb = zipOf({ ...aWorkbook('<worksheet/>'), 'xl/media/zeros.bin': Buffer.alloc(30_000_000) })
    await expect(rowsOf(bomb)).rejects.toMatchObject({ code: 'FILE_SUSPICIOUS' })
  })

  it('whose directory lies about a size are refused', async () => {
    const liar = zipOf(aWorkbook(`<worksheet>${' '.repeat(100_000)}</worksheet>`), {
      'xl/worksheets/sheet1.xml': 10,
    })
    await expect(rowsOf(liar)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })

  it('that declare entities of their own are refused', async () => {
    const bomb = '<!DOCTYPE lolz [<!ENTITY lol "lol">]><worksheet><sheetData/></worksheet>'
    await expect(rowsOf(zipOf(aWorkbook(bomb)))).rejects.toMatchObject({ code: 'FILE_SUSPICIOUS' })
  })

  it('that are cut off, or are another kind of zip, are refused', async () => {
    const whole = zipOf(aWorkbook('<worksheet/>'))
    await expect(rowsOf(whole.subarray(0, whole.length - 40))).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    })
    await expect(rowsOf(zipOf({ 'readme.txt': Buffer.from('hello') }))).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    })
  })
})

function aWorkbook(sheet: string): Record<string, Buffer> {
  return {
    'xl/workbook.xml': Buffer.from(
      '<workbook xmlns:r="x"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': Buffer.from(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': Buffer.from(sheet),
  }
}

/** A zip written by hand, so that it can lie. */
function zipOf(files: Record<string, Buffer>, claimedSizes: Record<string, number> = {}): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(checksum(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimedSizes[name] ?? content.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    local.push(Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.from('504b01021400', 'hex'), fields, tail, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

/** CRC-32, bit by bit: Node 20.19 may lack zlib.crc32. */
function checksum(bytes: Buffer): number {
  if (typeof crc32 === 'function') return crc32(bytes)
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
