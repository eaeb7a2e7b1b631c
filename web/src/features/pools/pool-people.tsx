import { useQuery } from '@tanstack/react-query'
import { m } from '../../i18n/messages.ts'
import { PickMany } from '../../ui/pick-many.tsx'
import { teamsQuery, workloadQuery } from '../people/people-api.ts'
import { membersQuery } from '../settings/settings-api.ts'
import type { Pool } from './pool-api.ts'

type Members = Pool['members']

/** Who may claim (nobody named = everybody) and who manages it besides the company's staff. */
export function PoolPeople({
  members,
  onChange,
}: {
  members: Members
  onChange: (members: Members) => void
}) {
  const reps = useQuery(workloadQuery).data?.items ?? []
  const teams = useQuery(teamsQuery).data?.items ?? []
  const people = useQuery(membersQuery).data?.items ?? []
  return (
    <div className="flex flex-col gap-3">
      <PickMany
        label={m.pools_people_teams()}
        hint={m.pools_people_hint()}
        values={members.teamIds}
        onChange={(teamIds) => onChange({ ...members, teamIds })}
        options={teams.map((team) => ({ value: team.id, label: team.name }))}
      />
      <PickMany
        label={m.pools_people_reps()}
        values={members.repIds}
        onChange={(repIds) => onChange({ ...members, repIds })}
        options={reps.map((rep) => ({ value: rep.repId, label: rep.name }))}
      />
      <PickMany
        label={m.pools_people_managers()}
        hint={m.pools_people_managers_hint()}
        values={members.managerIds}
        onChange={(managerIds) => onChange({ ...members, managerIds })}
        options={people.map((member) => ({ value: member.id, label: member.name }))}
      />
    </div>
  )
}
