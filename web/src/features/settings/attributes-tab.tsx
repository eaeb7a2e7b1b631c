import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, Tags } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { fieldErrors } from '../../app/problem-sentence.ts'
import { formatList } from '../../i18n/format.ts'
import { getLocale } from '../../i18n/locale.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CheckboxLine } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { FormDialog } from './form-dialog.tsx'
import { type Attribute, archiveAttribute, attributesQuery, createAttribute } from './settings-api.ts'

const types: Record<Attribute['type'], () => string> = {
  text: () => m.settings_type_text(),
  number: () => m.settings_type_number(),
  boolean: () => m.settings_type_boolean(),
  list: () => m.settings_type_list(),
  time: () => m.settings_type_time(),
}
const entities: Record<Attribute['entities'][number], () => string> = {
  lead: () => m.settings_entity_lead(),
  account: () => m.settings_entity_account(),
  contact: () => m.settings_entity_contact(),
  opportunity: () => m.settings_entity_opportunity(),
}
type Entity = keyof typeof entities
const entityNames = Object.keys(entities) as Entity[]

export function AttributesTab({ mayManage }: { mayManage: boolean }) {
  const client = useQueryClient()
  const all = useQuery(attributesQuery)
  const attributes = all.data?.items
  const [making, setMaking] = useState(false)
  const archive = useMutation({
    mutationFn: (attribute: Attribute) => archiveAttribute(attribute, !attribute.archived),
    onSuccess: () => client.invalidateQueries({ queryKey: ['attribute'] }),
  })
  const add = mayManage && (
    <Button look="primary" icon={<Plus aria-hidden />} onClick={() => setMaking(true)}>
      {m.settings_attribute_new()}
    </Button>
  )
  if (all.error && !all.data) return <LoadFailed query={all} page />
  return (
    <Card flush>
      {attributes?.length === 0 ? (
        <EmptyState icon={<Tags />} title={m.settings_attributes_empty()} action={add}>
          {m.settings_attributes_empty_text()}
        </EmptyState>
      ) : (
        <>
          <div className="flex justify-end p-3">{add}</div>
          <ul className="divide-y divide-line border-t border-line">
            {(attributes ?? []).map((attribute) => (
              <li key={attribute.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5 text-sm">
                <div className="min-w-40 flex-1">
                  <div className="flex items-center gap-2 font-medium">
                    {(getLocale() === 'zh-CN' ? attribute.labelZh : attribute.labelEn) || attribute.key}
                    <Badge>{types[attribute.type]()}</Badge>
                    {attribute.archived && <Badge tone="outline">{m.settings_attribute_archived()}</Badge>}
                  </div>
                  <div className="text-xs text-quiet">
                    <code>{attribute.key}</code> ·{' '}
                    {formatList(attribute.entities.map((entity) => entities[entity]()))}
                    {attribute.options.length > 0 && ` · ${formatList(attribute.options)}`}
                  </div>
                </div>
                {mayManage && (
                  <Button size="sm" onClick={() => archive.mutate(attribute)}>
                    {attribute.archived ? m.settings_attribute_restore() : m.settings_attribute_archive()}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {making && <AttributeDialog onClose={() => setMaking(false)} />}
    </Card>
  )
}

function AttributeDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const [key, setKey] = useState('')
  const [type, setType] = useState<Attribute['type']>('text')
  const [labelZh, setLabelZh] = useState('')
  const [labelEn, setLabelEn] = useState('')
  const [options, setOptions] = useState('')
  const [used, setUsed] = useState<readonly Entity[]>(['lead'])
  const make = useMutation({
    meta: { shownInForm: true },
    mutationFn: () =>
      createAttribute({
        key: key.trim(),
        type,
        labelZh: labelZh.trim(),
        labelEn: labelEn.trim(),
        entities: [...used],
        options: options
          .split(/[,，、]/)
          .map((option) => option.trim())
          .filter(Boolean),
      }),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['attribute'] })
    },
  })
  const errors = fieldErrors(make.error)
  return (
    <FormDialog
      title={m.settings_attribute_new()}
      submit={m.settings_attribute_new()}
      busy={make.isPending}
      error={make.error}
      onSubmit={() => make.mutate()}
      onClose={onClose}
    >
      <Field
        label={m.settings_attribute_key()}
        hint={m.settings_attribute_key_hint()}
        required
        error={errors['key']}
      >
        {(control) => (
          <Input {...control} required value={key} onChange={(event) => setKey(event.target.value)} />
        )}
      </Field>
      <Field label={m.settings_attribute_type()}>
        {(control) => (
          <Select
            {...control}
            value={type}
            onChange={setType}
            options={(Object.keys(types) as Attribute['type'][]).map((value) => ({
              value,
              label: types[value](),
            }))}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={m.settings_attribute_label_zh()} error={errors['labelZh']}>
          {(control) => (
            <Input {...control} value={labelZh} onChange={(event) => setLabelZh(event.target.value)} />
          )}
        </Field>
        <Field label={m.settings_attribute_label_en()} error={errors['labelEn']}>
          {(control) => (
            <Input {...control} value={labelEn} onChange={(event) => setLabelEn(event.target.value)} />
          )}
        </Field>
      </div>
      {(type === 'text' || type === 'list') && (
        <Field
          label={m.settings_attribute_options()}
          hint={m.settings_attribute_options_hint()}
          error={errors['options']}
        >
          {(control) => (
            <Input {...control} value={options} onChange={(event) => setOptions(event.target.value)} />
          )}
        </Field>
      )}
      <fieldset>
        <legend className="mb-1 text-sm font-medium text-quiet">{m.settings_attribute_entities()}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {entityNames.map((entity) => (
            <CheckboxLine
              key={entity}
              checked={used.includes(entity)}
              onChange={(on) => setUsed(on ? [...used, entity] : used.filter((other) => other !== entity))}
            >
              {entities[entity]()}
            </CheckboxLine>
          ))}
        </div>
      </fieldset>
    </FormDialog>
  )
}
