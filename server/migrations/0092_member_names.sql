-- Published by identity: how colleagues are called, for whoever shows who said or dispatched something.
create view member_name with (security_invoker = true) as
  select tenant_id, id as member_id, name, rep_id, team_id, status from member;
grant select on member_name to peineng_app;
