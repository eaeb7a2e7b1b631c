/** `空余承载 85%：+17` → `空余承载 85%`: the points stand in a column of their own beside the words. */
export function withoutPoints(text: string): string {
  return text.replace(/\s*[：:]\s*[+\-−]?[\d.,]+\s*$/u, '')
}
