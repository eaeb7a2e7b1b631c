import type { Language } from '../platform/http/index.ts'
import type { Letter } from './mail.ts'

type Writing = (facts: { readonly company: string; readonly link: string }) => Omit<Letter, 'to'>

/** What is mailed, in both languages. */
export const letters: Readonly<Record<'invitation' | 'reset', Readonly<Record<Language, Writing>>>> = {
  invitation: {
    'zh-CN': ({ company, link }) => ({
      subject: `${company} 邀请你加入配能`,
      text: `${company} 邀请你加入配能。打开下面的链接设置密码，7 天内有效，只能用一次：\n\n${link}\n`,
    }),
    en: ({ company, link }) => ({
      subject: `${company} invites you to Peineng`,
      text: `${company} invites you to Peineng. Open this link to set a password; it works once, for 7 days:\n\n${link}\n`,
    }),
  },
  reset: {
    'zh-CN': ({ link }) => ({
      subject: '重设配能密码',
      text: `打开下面的链接重设密码，1 小时内有效，只能用一次。如果不是你本人申请的，忽略这封邮件即可：\n\n${link}\n`,
    }),
    en: ({ link }) => ({
      subject: 'Reset your Peineng password',
      text: `Open this link to set a new password; it works once, for an hour. If you did not ask for it, ignore this mail:\n\n${link}\n`,
    }),
  },
}
