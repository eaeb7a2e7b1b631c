/**
 * Apple, Windows, Android and HarmonyOS bring a Chinese face; a bare Linux desktop may not. Only there the variable Noto
 * is offered, as ~100 unicode ranges of 5–60 kB of which a page takes what it shows. Its rules alone are 8 kB of CSS.
 * There it stands first in the list: behind a chain of system families Chromium left some words blank for good.
 */
export async function loadChineseFontWhereMissing(): Promise<void> {
  if (/Linux/.test(navigator.platform) && !/Android|Harmony/.test(navigator.userAgent)) {
    document.documentElement.dataset['font'] = 'noto'
    await import('@fontsource-variable/noto-sans-sc/index.css')
  }
}
