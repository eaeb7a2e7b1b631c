import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, from source as from a bundle: the nearest one above this file that holds the migrations. */
export function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'server', 'migrations'))) return folder
    if (folder === dirname(folder))
      throw new Error('Peineng’s own files are incomplete: server/migrations is missing')
  }
}

export function migrationsFolder(): string {
  return join(packageRoot(), 'server', 'migrations')
}

/** As `package.json` has it. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string })
    .version
}
