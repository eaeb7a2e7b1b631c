-- An owned lead or opportunity carries one implicit task (Decision 1); while explicit tasks are open for it, they carry
-- the load instead.
alter table work_item add column open_tasks int not null default 0 check (open_tasks >= 0);
