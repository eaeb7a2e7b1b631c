import {
  createFieldSet,
  defaultPolicy,
  type FieldDefinition,
  mergePolicy,
  type Policy,
  parsePolicy,
  preset,
  presetIds,
} from '@peineng/engine'
import { renderProblem } from '../../assignment/sentences/index.ts'
import type { Language } from '../../platform/http/principal.ts'
import { CommandProblem } from '../command.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Rules may name a column as the sheet's header does (`地区` for `region`): names nobody else knows are replaced by
 * the key their column was mapped to.
 */
function withFieldKeys(node: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(node)) return node.map((entry) => withFieldKeys(entry, rename))
  if (!isRecord(node)) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'field' && typeof value === 'string') return [key, rename(value)]
      if (key === 'queueBy' && Array.isArray(value)) {
        return [key, value.map((name: unknown) => (typeof name === 'string' ? rename(name) : name))]
      }
      return [key, withFieldKeys(value, rename)]
    }),
  )
}

/** What `--policy` says: the name of a preset, or a file whose keys are laid over the default policy. */
export interface PolicySource {
  readonly name: string
  /** Absent for a preset. */
  readonly text?: string
}

export const isPreset = (name: string): name is (typeof presetIds)[number] =>
  (presetIds as readonly string[]).includes(name)

/** The document before fields are known: the default, a preset, or a partial file over the default. */
export function policyDocument(source: PolicySource | undefined, lang: Language): unknown {
  if (!source) return defaultPolicy()
  if (source.text === undefined && isPreset(source.name)) return preset(source.name).policy
  let patch: unknown
  try {
    patch = JSON.parse((source.text ?? '').replace(/^\uFEFF/, ''))
  } catch (error) {
    const sentence = renderProblem({ path: '', code: 'NOT_JSON', expected: '' }, lang)
    throw new CommandProblem(
      `${source.name}: ${sentence} (${error instanceof Error ? error.message : error})`,
    )
  }
  return mergePolicy(defaultPolicy(), patch)
}

/** Checks the document with the fields of the sheet; every problem stands on a line of its own with its place. */
export function checkedPolicy(
  document: unknown,
  name: string,
  customFields: readonly FieldDefinition[],
  keyOfHeader: ReadonlyMap<string, string>,
  lang: Language,
): Policy {
  const fields = createFieldSet(customFields)
  const keyed = withFieldKeys(document, (field) =>
    fields.resolve(field) ? field : (keyOfHeader.get(field) ?? field),
  )
  const parsed = parsePolicy(keyed, customFields)
  if (parsed.ok) return parsed.value
  const lines = parsed.error.map(
    (problem) => `${name} ${problem.path || '/'}: ${renderProblem(problem, lang)}`,
  )
  throw new CommandProblem(lines.join('\n'))
}
