// Runs before the first paint, so nobody in the dark theme is flashed with white. A file, not inline: the CSP forbids inline scripts.
;(() => {
  const stored = localStorage.getItem('peineng.theme')
  const dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
