/** ECharts computes with colours and knows no OKLCH: a pixel of canvas turns our tokens into hex. */
function hexOf(token: string): string {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!context) return '#888888'
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(token)
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

export function chartColours() {
  return {
    accent: hexOf('--accent'),
    second: hexOf('--heat-4'),
    third: hexOf('--faint'),
    fourth: hexOf('--heat-2'),
    warn: hexOf('--warn-solid'),
    ink: hexOf('--ink'),
    quiet: hexOf('--quiet'),
    line: hexOf('--line'),
    raised: hexOf('--raised'),
    surface: hexOf('--surface'),
  }
}

export function onThemeChange(react: () => void): () => void {
  const watcher = new MutationObserver(react)
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => watcher.disconnect()
}
