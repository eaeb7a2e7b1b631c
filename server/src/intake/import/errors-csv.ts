import type { Database } from '../../platform/database/index.ts'
import { render, type Saying } from '../../platform/errors/sentences/index.ts'
import type { Language } from '../../platform/http/index.ts'

const headers: Readonly<Record<Language, readonly string[]>> = {
  en: ['row', 'severity', 'column', 'code', 'given', 'what would be right'],
  'zh-CN': ['行号', '级别', '列', '代码', '原值', '应为'],
}

const severities: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  'zh-CN': { error: '错误', warning: '提醒' },
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
          `${[
            String(r.row),
            severities[language][r.severity] ?? r.severity,
            r.header,
            r.code,
            r.given,
            expectedText(r.expected, language),
          ]
            .map(cell)
            .join(',')}\r\n`,
      )
      .join('')
    const last = rows.at(-1)
    if (last !== undefined) after = { row: last.row, n: last.n }
  }
}

/** A saying as it was stored; rows of before it was one hold their sentence. */
export function expectedText(stored: string, language: Language): string {
  try {
    return render(JSON.parse(stored) as Saying, language)
  } catch {
    return stored
  }
}

/** What begins like a formula is quoted for spreadsheets, or the file we hand out would run what somebody handed in. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
