import type { Database } from '../../platform/database/index.ts'
import type { Language } from '../../platform/http/index.ts'

const headers: Readonly<Record<Language, readonly string[]>> = {
  en: ['row', 'severity', 'column', 'code', 'given', 'what would be right'],
  'zh-CN': ['行号', '级别', '列', '代码', '原值', '应为'],
}

/** Opened by Excel in China: a byte order mark, or it takes UTF-8 for GBK. */
const byteOrderMark = '\ufeff'

/** Problems of an import as a table, page by page. */
export async function* errorsCsv(
  database: Database,
  tenantId: string,
  id: string,
  language: Language,
): AsyncGenerator<string> {
  yield `${byteOrderMark}${headers[language].join(',')}\r\n`
  let after = { row: 0, n: 0 }
  for (;;) {
    const rows = await database.read(tenantId, (db) =>
      db.query<{
        row: number
        n: number
        severity: string
        header: string
        code: string
        given: string
        expected: string
      }>(
        `select row_number as row, n, severity, header, code, given, expected from import_error
         where tenant_id = $1 and import_id = $2 and (row_number, n) > ($3, $4) order by row_number, n limit 2000`,
        [tenantId, id, after.row, after.n],
      ),
    )
    if (rows.length === 0) return
    yield rows
      .map(
        (r) =>
          `${[String(r.row), r.severity, r.header, r.code, r.given, r.expected].map(cell).join(',')}\r\n`,
      )
      .join('')
    const last = rows.at(-1)
    if (last !== undefined) after = { row: last.row, n: last.n }
  }
}

/** What begins like a formula is quoted for spreadsheets, or the file we hand out would run what somebody handed in. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
