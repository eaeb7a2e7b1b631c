import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../app/session/use-may.ts'
import type { Group } from '../../ui/filter/condition.ts'
import { FilterBar } from '../../ui/filter/filter-bar.tsx'
import { repsQuery } from '../assignment/decision-api.ts'
import { leadFilterFields } from './lead-fields.ts'

type LeadFilterBarProps = { filter: Group; onChange: (filter: Group) => void }

/** What leads can be narrowed by; the fields and their words come with it, not with the first rows. */
export function LeadFilterBar({ filter, onChange }: LeadFilterBarProps) {
  const may = useMay()
  const reps = useQuery({ ...repsQuery(''), enabled: may('people.read') })
  return <FilterBar filter={filter} fields={leadFilterFields(reps.data?.items ?? [])} onChange={onChange} />
}
