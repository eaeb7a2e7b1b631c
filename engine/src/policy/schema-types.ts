/** The part of JSON Schema (2020-12) our documents need, and that `validateShape` understands completely. */
export type JsonSchema =
  | { readonly $ref: string; readonly description?: string }
  | { readonly const: string | number; readonly description?: string }
  | {
      readonly type: 'string'
      readonly enum?: readonly string[]
      readonly minLength?: number
      readonly description?: string
    }
  | {
      readonly type: 'integer' | 'number'
      readonly minimum?: number
      readonly maximum?: number
      readonly description?: string
    }
  | { readonly type: 'boolean'; readonly description?: string }
  | {
      readonly type: 'array'
      readonly items: JsonSchema
      readonly minItems?: number
      readonly description?: string
    }
  | {
      readonly type: 'object'
      readonly properties?: Readonly<Record<string, JsonSchema>>
      readonly required?: readonly string[]
      readonly additionalProperties: false | JsonSchema
      readonly description?: string
    }
  | { readonly oneOf: readonly JsonSchema[]; readonly description?: string }

type Properties = Readonly<Record<string, JsonSchema>>

/** An object that knows all its keys; those in `optional` may be absent. */
export function shape(required: Properties, optional: Properties = {}, description?: string): JsonSchema {
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  }
}

export const text = (description?: string): JsonSchema => ({
  type: 'string',
  minLength: 1,
  ...(description === undefined ? {} : { description }),
})
export const oneOfTexts = (...values: readonly string[]): JsonSchema => ({ type: 'string', enum: values })
export const integer = (minimum: number, maximum: number, description?: string): JsonSchema => ({
  type: 'integer',
  minimum,
  maximum,
  ...(description === undefined ? {} : { description }),
})
export const listOf = (items: JsonSchema, minItems = 0): JsonSchema => ({
  type: 'array',
  items,
  ...(minItems > 0 ? { minItems } : {}),
})
export const mapOf = (values: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: values })
