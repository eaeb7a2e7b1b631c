-- Published by pools for whoever shows their records: who may claim from a pool and who manages it.
create view pool_membership with (security_invoker = true) as
  select tenant_id, pool_id, kind, subject_id from pool_member;
grant select on pool_membership to peineng_app;
