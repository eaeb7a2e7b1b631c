import { pinyin } from 'pinyin-pro'

/** `上海配能科技` → `shang-hai-pei-neng-ke-ji`; what has no letters at all becomes `company`. */
export function slugOf(name: string): string {
  const letters = pinyin(name, { toneType: 'none', nonZh: 'consecutive', type: 'array' }).join('-')
  const slug = letters
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '')
  return slug.length < 2 ? 'company' : slug
}
