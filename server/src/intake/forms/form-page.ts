import type { FormRow } from './store.ts'
import { HONEYPOT } from './submit-form.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem}
label{display:block;margin:1rem 0 .25rem}input,textarea{width:100%;box-sizing:border-box;font:inherit;padding:.6rem;border:1px solid #8886;border-radius:8px}
button{margin-top:1.5rem;font:inherit;padding:.7rem 1.4rem;border:0;border-radius:8px;background:#0b7a75;color:#fff}.${HONEYPOT}{position:absolute;left:-9999px}`

/** The hosted form: one page, no script, works anywhere a link does. */
export function formPage(form: FormRow): string {
  const fields = form.fields
    .map(({ field, label, required }) => {
      const name = escaped(field)
      const mark = required ? ' required' : ''
      const control =
        field === 'note'
          ? `<textarea id="${name}" name="${name}" rows="4"${mark}></textarea>`
          : `<input id="${name}" name="${name}" type="${field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}"${mark}>`
      return `<label for="${name}">${escaped(label)}${required ? ' *' : ''}</label>${control}`
    })
    .join('')
  const trap = `<div class="${HONEYPOT}" aria-hidden="true"><input name="${HONEYPOT}" tabindex="-1" autocomplete="off"></div>`
  return page(
    form.name,
    `<h1>${escaped(form.name)}</h1><form method="post">${fields}${trap}<button>提交 · Send</button></form>`,
  )
}

export function thanksPage(form: FormRow): string {
  return page(
    form.name,
    `<h1>${escaped(form.thanks === '' ? '已收到，我们会尽快联系您 · Thank you' : form.thanks)}</h1>`,
  )
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style><main>${body}</main></html>`
}
