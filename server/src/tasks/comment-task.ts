import type { TenantReader, TenantWriter } from '../platform/database/index.ts'
import type { Caller } from '../platform/http/index.ts'
import { uuidv7 } from '../platform/ids.ts'
import { announceTask } from './announce-task.ts'
import { mustLock } from './onlooker.ts'
import type { Tasks } from './services.ts'

/** Talk under the card (O2): everybody who sees it may speak. */
export async function commentTask(
  db: TenantWriter,
  tasks: Tasks,
  caller: Caller,
  now: number,
  id: string,
  body: string,
): Promise<string> {
  const task = await mustLock(db, tasks.people, caller, id)
  const commentId = await addComment(db, caller, now, id, body)
  await announceTask(db, now, caller, 'task.commented', task, { commentId })
  return commentId
}

export async function addComment(
  db: TenantWriter,
  { principal }: Caller,
  now: number,
  taskId: string,
  body: string,
): Promise<string> {
  const id = uuidv7(now)
  await db.query(
    `insert into task_comment (tenant_id, id, task_id, at, author_kind, author_id, author_rep_id, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [db.tenantId, id, taskId, new Date(now), principal.kind, principal.id, principal.repId, body],
  )
  return id
}

export interface Comment {
  readonly id: string
  readonly at: Date
  readonly authorId: string
  readonly authorName: string | null
  readonly authorRepId: string | null
  readonly body: string
}

/** Oldest first, as one reads a talk; the newest so many. */
export async function listComments(db: TenantReader, taskId: string, limit: number): Promise<Comment[]> {
  return db.query<Comment & Record<string, unknown>>(
    `select * from (
       select c.id, c.at, c.author_id as "authorId", m.name as "authorName", c.author_rep_id as "authorRepId", c.body
       from task_comment c left join member_name m on m.tenant_id = c.tenant_id and m.member_id = c.author_id
       where c.tenant_id = $1 and c.task_id = $2 order by c.at desc, c.id desc limit $3) t
     order by at, id`,
    [db.tenantId, taskId, limit],
  )
}
