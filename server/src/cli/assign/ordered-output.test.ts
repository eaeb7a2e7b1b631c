import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOrderedFile } from './ordered-output.ts'

describe('a file in order', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peineng-output-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const lines = [
    ...Array.from({ length: 500 }, (_, i) => `${i} 线索 ${'€'.repeat(i * 20)}\n`),
    // Longer than the buffer.
    `${'长'.repeat(800_000)}\n`,
    'last\n',
  ]

  it('puts lines that come last first in their place, long ones and many bytes per letter included', async () => {
    const path = join(folder, 'out.jsonl')
    const output = await openOrderedFile(path, false)
    for (const [place, line] of [...lines.entries()].reverse())
      await output.write(place, [line.slice(0, 3), line.slice(3)])
    await output.finish()
    await output.discard()
    expect(await readFile(path, 'utf8')).toBe(lines.join(''))
    expect(await readdir(folder)).toEqual(['out.jsonl'])
  })

  it('says by the name that was typed where its folder is missing', async () => {
    const path = join(folder, 'nowhere', 'out.jsonl')
    await expect(openOrderedFile(path, true)).rejects.toThrow(`${path}: there is no such folder`)
  })

  it('writes lines that come in order straight through', async () => {
    const path = join(folder, 'out.jsonl')
    const output = await openOrderedFile(path, true)
    for (const [place, line] of lines.entries()) await output.write(place, [line.slice(0, 3), line.slice(3)])
    expect(await readdir(folder)).not.toContain('out.jsonl')
    await output.finish()
    expect(await readFile(path, 'utf8')).toBe(lines.join(''))
  })

  it('leaves nothing behind when it is given up', async () => {
    const output = await openOrderedFile(join(folder, 'out.jsonl'), false)
    await output.write(0, ['x\n'])
    await output.discard()
    expect(await readdir(folder)).toEqual([])
  })
})
