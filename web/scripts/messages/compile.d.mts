export const messagesDir: string
export const outdir: string
export function compileMessages(): Promise<void>
