-- A customer that was taken from a pool has one clock, its protection (Decision 4).
alter table timer drop constraint timer_subject_kind_check;
alter table timer add constraint timer_subject_kind_check
  check (subject_kind in ('lead', 'opportunity', 'account', 'task', 'rep'));
