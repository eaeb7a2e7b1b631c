-- Open calls on a card (F5): whoever is accountable stays so until somebody is chosen among those who put themselves
-- forward or agreed to be recommended.

create table task_call (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  opened_at timestamptz not null,
  -- Member or key.
  opened_by uuid not null,
  -- Who had the card then: given to somebody else, the call is over.
  owner_id uuid,
  until timestamptz not null,
  note text not null default '',
  whole_company boolean not null,
  -- Who was asked: reps of the team, or of the company, as they were.
  invited uuid[] not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('chosen', 'closed', 'reassigned', 'finished', 'over')),
  chosen_rep_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references task (tenant_id, id) on delete cascade,
  check (until > opened_at),
  check ((ended_at is null) = (ended_as is null)),
  check ((ended_as is not distinct from 'chosen') = (chosen_rep_id is not null))
);
-- One at a time.
create unique index task_call_open on task_call (tenant_id, task_id) where ended_at is null;
create index task_call_by_task on task_call (tenant_id, task_id);
call make_tenant_table('task_call');

create table task_call_candidate (
  tenant_id uuid not null,
  call_id uuid not null,
  rep_id uuid not null,
  -- Recommended and not asked yet whether they want to; wants it; does not, or not any more.
  state text not null check (state in ('asked', 'standing', 'withdrawn')),
  -- Member or key; null = they put themselves forward.
  recommended_by uuid,
  why text not null check (why <> ''),
  at timestamptz not null,
  primary key (tenant_id, call_id, rep_id),
  foreign key (tenant_id, call_id) references task_call (tenant_id, id) on delete cascade,
  foreign key (tenant_id, rep_id) references rep (tenant_id, id)
);
create index task_call_candidate_by_rep on task_call_candidate (tenant_id, rep_id);
call make_tenant_table('task_call_candidate');

alter table task_notice drop constraint task_notice_kind_check;
alter table task_notice add constraint task_notice_kind_check
  check (kind in ('deadline_near', 'checkpoint_due', 'behind_plan', 'overdue', 'call_over'));

-- What was written in a call about a customer goes with the other words of the card.
create or replace function erase_words_of_tasks(item uuid) returns void
language sql security definer set search_path = public as $$
  update task set title = '—', standard = '—', acceptance = '', question = null, blocker_note = null, result = null
    where tenant_id = current_tenant() and item_id = item;
  update task_checkpoint set title = '—' where tenant_id = current_tenant()
    and task_id in (select id from task where tenant_id = current_tenant() and item_id = item);
  update task_comment set body = '—' where tenant_id = current_tenant()
    and task_id in (select id from task where tenant_id = current_tenant() and item_id = item);
  update task_blocker set note = '' where tenant_id = current_tenant()
    and task_id in (select id from task where tenant_id = current_tenant() and item_id = item);
  update task_call_candidate set why = '—' where tenant_id = current_tenant()
    and call_id in (select c.id from task_call c join task t on t.tenant_id = c.tenant_id and t.id = c.task_id
                    where c.tenant_id = current_tenant() and t.item_id = item);
  update task_call set note = '' where tenant_id = current_tenant()
    and task_id in (select id from task where tenant_id = current_tenant() and item_id = item);
  update event set payload = payload - array['title', 'checkpoint', 'note', 'question', 'body', 'result']
    where tenant_id = current_tenant() and entity_kind = 'task'
    and entity_id in (select id from task where tenant_id = current_tenant() and item_id = item);
$$;
