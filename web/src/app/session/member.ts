export type Member = {
  id: string
  name: string
  email: string
  company: string
  role: string
  may: (permission: string) => boolean
}

/** The signed-in person as the frame needs it. A permission list that is absent hides nothing: the server decides anyway. */
export function readMember(session: unknown): Member {
  const facts = record(session)
  const person = record(facts['member'] ?? facts['person'] ?? facts)
  const company = record(facts['company'] ?? facts['tenant'])
  const granted = facts['permissions']
  const permissions = Array.isArray(granted) ? new Set(granted.map(String)) : record(granted)
  return {
    id: String(person['id'] ?? ''),
    name: String(person['name'] ?? person['email'] ?? ''),
    email: String(person['email'] ?? ''),
    company: String(company['name'] ?? ''),
    role: String(person['role'] ?? facts['role'] ?? ''),
    may: (permission) => {
      if (granted === undefined) return true
      return permissions instanceof Set ? permissions.has(permission) : permission in permissions
    },
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
