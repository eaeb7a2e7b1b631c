import { customPrefix, type FieldType } from '@peineng/engine'
import type { FieldError } from '../../platform/errors/catalogue.ts'
import { type Saying, says } from '../../platform/errors/sentences/index.ts'

export const attributeEntities = ['lead', 'account', 'contact', 'opportunity'] as const
export type AttributeEntity = (typeof attributeEntities)[number]

/** A custom attribute as a company defined it. */
export interface AttributeDefinition {
  readonly id: string
  /** Without the `custom.` rules write in front of it. */
  readonly key: string
  readonly labelZh: string
  readonly labelEn: string
  readonly entities: readonly AttributeEntity[]
  readonly type: FieldType
  /** Not empty = a closed set of values. */
  readonly options: readonly string[]
  readonly required: boolean
  readonly minimum: number | null
  readonly maximum: number | null
  readonly position: number
  readonly archivedAt: Date | null
  readonly version: number
}

export type CustomValues = Readonly<Record<string, string | number | boolean | readonly string[] | null>>

/**
 * What custom values have wrong against their definitions; empty = all right. A null takes a value away, which a
 * required attribute does not allow. `partial` = only what is given is looked at, as when a record is edited.
 */
export function checkCustom(
  definitions: readonly AttributeDefinition[],
  entity: AttributeEntity,
  custom: CustomValues,
  partial = false,
): FieldError[] {
  const known = new Map(
    definitions.filter((d) => d.archivedAt === null && d.entities.includes(entity)).map((d) => [d.key, d]),
  )
  const errors: FieldError[] = []
  const given = new Map(Object.entries(custom).map(([key, value]) => [bareKey(key), value]))
  for (const [key, value] of given) {
    const definition = known.get(key)
    if (definition === undefined)
      errors.push({
        field: `custom.${key}`,
        code: 'UNKNOWN_ATTRIBUTE',
        message: 'no_custom_attribute',
      })
    else errors.push(...checkValue(definition, value))
  }
  if (!partial)
    for (const definition of known.values())
      if (definition.required && !given.has(definition.key))
        errors.push(wrong(definition, 'required', 'is_required'))
  return errors
}

export const bareKey = (key: string): string =>
  key.startsWith(customPrefix) ? key.slice(customPrefix.length) : key

function checkValue(definition: AttributeDefinition, value: CustomValues[string]): FieldError[] {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return definition.required ? [wrong(definition, 'required', 'is_required')] : []
  switch (definition.type) {
    case 'number':
      return typeof value === 'number'
        ? checkRange(definition, value)
        : [wrong(definition, 'type', 'must_be_number')]
    case 'time':
      return typeof value === 'number' ? [] : [wrong(definition, 'type', 'must_be_epoch')]
    case 'boolean':
      return typeof value === 'boolean' ? [] : [wrong(definition, 'type', 'must_be_boolean')]
    case 'text':
      return typeof value === 'string'
        ? checkOptions(definition, [value])
        : [wrong(definition, 'type', 'must_be_text')]
    case 'list':
      return Array.isArray(value)
        ? checkOptions(definition, value as readonly string[])
        : [wrong(definition, 'type', 'must_be_texts')]
  }
}

function checkRange(definition: AttributeDefinition, value: number): FieldError[] {
  const { minimum, maximum } = definition
  if (minimum !== null && value < minimum)
    return [wrong(definition, 'too_small', says('at_least', { minimum }))]
  if (maximum !== null && value > maximum)
    return [wrong(definition, 'too_large', says('at_most', { maximum }))]
  return []
}

function checkOptions(definition: AttributeDefinition, values: readonly string[]): FieldError[] {
  if (definition.options.length === 0) return []
  return values.every((value) => definition.options.includes(value))
    ? []
    : [wrong(definition, 'not_one_of', says('one_of', { options: definition.options }))]
}

const wrong = (definition: AttributeDefinition, code: string, message: Saying): FieldError => ({
  field: `custom.${definition.key}`,
  code,
  message,
})
