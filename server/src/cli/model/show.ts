import { readFile } from 'node:fs/promises'
import { type ModelDocument, readDocument } from '@peineng/engine/learning'
import { type CommandIo, UsageError } from '../command.ts'
import { describeModel } from './describe-model.ts'
import { needed, pathOf, readOptions } from './options.ts'

export async function showModel(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(args, ['model'])
  io.stdout(describeModel(await loadModel(io, needed(options, 'model'))))
  return 0
}

export async function loadModel(io: CommandIo, path: string): Promise<ModelDocument> {
  let json: string
  try {
    json = await readFile(pathOf(io, path), 'utf8')
  } catch {
    throw new UsageError(`cannot read ${path}`)
  }
  const document = readDocument(json)
  if ('problem' in document) throw new UsageError(`${path}: ${document.problem}`)
  return document
}
