export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own reference once started; the page's is given back in the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
