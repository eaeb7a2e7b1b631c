-- Whom we sell to: leads, accounts, contacts, opportunities, activities, products, custom attributes.

create table lead (
  tenant_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  external_id text,
  name text not null default '',
  company text not null default '',
  -- Legal form, place and blanks stripped: what duplicates are found by; the place (`广东/深圳`) stands beside it.
  company_key text not null default '',
  company_place text not null default '',
  credit_code text,
  -- Name and company, Chinese characters apart, then pinyin and initials, so that `szhw` finds 深圳华为.
  search text not null default '',
  -- E.164 where the text is a phone number, else the text as given.
  phone text,
  email text,
  wechat text,
  source text,
  region text,
  industry text,
  product text,
  amount_minor bigint,
  currency text not null default 'CNY',
  -- As given or computed: high|mid|low, easy|medium|hard.
  value text,
  difficulty text,
  -- Everything rules may read, custom attributes (`custom.*`) included: the engine's Facts.
  facts jsonb not null default '{}',
  -- What was handed in of the things that are computed otherwise: value, difficulty, tags.
  given jsonb not null default '{}',
  tags text[] not null default '{}',
  score int,
  score_terms jsonb not null default '[]',
  tier text,
  grid_cell text,
  task_type text,
  quadrant text,
  points_hundredths int not null default 0,
  account_id uuid,
  -- open → won | lost | invalid
  outcome text not null default 'open' check (outcome in ('open', 'won', 'lost', 'invalid')),
  closed_at timestamptz,
  close_reason text,
  -- Who had it when it was closed: what win probability learns from.
  closed_rep_id uuid,
  first_response_at timestamptz,
  last_activity_at timestamptz,
  next_step_at timestamptz,
  intake text not null default 'api',
  import_id uuid,
  created_by uuid,
  updated_by uuid,
  primary key (tenant_id, id)
);
create index lead_by_creation on lead (tenant_id, created_at desc, id desc);
create index lead_by_external on lead (tenant_id, external_id) where external_id is not null;
create index lead_by_next_step on lead (tenant_id, next_step_at) where next_step_at is not null;
create index lead_by_account on lead (tenant_id, account_id) where account_id is not null;
create index lead_by_import on lead (tenant_id, import_id) where import_id is not null;
create index lead_by_phone on lead (tenant_id, phone) where phone is not null;
create index lead_by_email on lead (tenant_id, email) where email is not null;
create index lead_by_company on lead (tenant_id, company_key) where company_key <> '';
create index lead_by_credit_code on lead (tenant_id, credit_code) where credit_code is not null;
create index lead_search on lead using gin (search gin_trgm_ops);
call make_tenant_table('lead');

-- One row per phone, mail and company a lead is known by: the primary key is what stops twins made at one moment.
-- A company claims its key twice, with its place and with `*`, so that claims of one name always meet.
create table lead_identity (
  tenant_id uuid not null,
  kind text not null check (kind in ('phone', 'email', 'company', 'credit_code')),
  key text not null,
  place text not null default '',
  lead_id uuid not null,
  primary key (tenant_id, kind, key, place)
);
create index lead_identity_by_lead on lead_identity (tenant_id, lead_id);
call make_tenant_table('lead_identity');

create table account (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  external_id text,
  name text not null check (name <> ''),
  company_key text not null default '',
  company_place text not null default '',
  credit_code text,
  search text not null default '',
  phone text,
  email text,
  website text,
  industry text,
  region text,
  city text,
  address text,
  employees int,
  company_size text,
  revenue_minor bigint,
  currency text not null default 'CNY',
  customer_level text,
  lifecycle_stage text,
  parent_id uuid,
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  note text,
  last_activity_at timestamptz,
  next_step_at timestamptz,
  archived_at timestamptz,
  import_id uuid,
  created_by uuid,
  updated_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references account (tenant_id, id)
);
create index account_by_creation on account (tenant_id, created_at desc, id desc);
create unique index account_external on account (tenant_id, external_id) where external_id is not null;
create index account_by_import on account (tenant_id, import_id) where import_id is not null;
create index account_search on account using gin (search gin_trgm_ops);
call make_tenant_table('account');

-- As lead_identity, for accounts: a lead finds its customer here.
create table account_identity (
  tenant_id uuid not null references tenant (id) on delete cascade,
  kind text not null check (kind in ('phone', 'email', 'company', 'credit_code')),
  key text not null,
  place text not null default '',
  account_id uuid not null,
  primary key (tenant_id, kind, key, place, account_id)
);
create index account_identity_by_account on account_identity (tenant_id, account_id);
call make_tenant_table('account_identity');

create table contact (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  external_id text,
  account_id uuid,
  name text not null check (name <> ''),
  title text,
  -- decider | influencer | user
  decision_maker_level text,
  phone text,
  email text,
  wechat text,
  search text not null default '',
  custom jsonb not null default '{}',
  note text,
  archived_at timestamptz,
  import_id uuid,
  created_by uuid,
  updated_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index contact_by_creation on contact (tenant_id, created_at desc, id desc);
create index contact_by_account on contact (tenant_id, account_id);
create unique index contact_external on contact (tenant_id, external_id) where external_id is not null;
create index contact_search on contact using gin (search gin_trgm_ops);
call make_tenant_table('contact');

create table product (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  name text not null check (name <> ''),
  -- Product line: what reps are assigned to.
  line text,
  price_minor bigint,
  currency text not null default 'CNY',
  archived_at timestamptz,
  import_id uuid,
  created_by uuid,
  updated_by uuid,
  primary key (tenant_id, id)
);
create unique index product_name on product (tenant_id, lower(name)) where archived_at is null;
call make_tenant_table('product');

create table opportunity (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  -- When it arose: for imported history the day of first engagement.
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  external_id text,
  name text not null check (name <> ''),
  search text not null default '',
  account_id uuid,
  contact_id uuid,
  lead_id uuid,
  stage text not null default 'new',
  outcome text not null default 'open' check (outcome in ('open', 'won', 'lost', 'invalid')),
  product text,
  amount_minor bigint,
  currency text not null default 'CNY',
  expected_close_on date,
  closed_at timestamptz,
  close_reason text,
  closed_rep_id uuid,
  region text,
  industry text,
  source text,
  value text,
  difficulty text,
  facts jsonb not null default '{}',
  custom jsonb not null default '{}',
  tags text[] not null default '{}',
  score int,
  tier text,
  points_hundredths int not null default 0,
  note text,
  last_activity_at timestamptz,
  next_step_at timestamptz,
  import_id uuid,
  created_by uuid,
  updated_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id)
);
create index opportunity_by_creation on opportunity (tenant_id, created_at desc, id desc);
create unique index opportunity_external on opportunity (tenant_id, external_id) where external_id is not null;
create index opportunity_by_account on opportunity (tenant_id, account_id);
create index opportunity_by_import on opportunity (tenant_id, import_id) where import_id is not null;
create index opportunity_search on opportunity using gin (search gin_trgm_ops);
call make_tenant_table('opportunity');

-- Every contact with a customer, with its channel (A9, A10). Append-only for the app: what was said stays said.
create table activity (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  created_at timestamptz not null,
  item_kind text not null check (item_kind in ('lead', 'account', 'contact', 'opportunity')),
  item_id uuid not null,
  rep_id uuid,
  actor_id uuid,
  kind text not null check (kind in ('call', 'email', 'wechat', 'meeting', 'visit', 'message', 'note', 'other')),
  -- Reached the customer: a note or an unanswered call did not.
  reached boolean not null,
  summary text not null default '',
  next_step text,
  next_step_at timestamptz,
  duration_minutes int,
  primary key (tenant_id, id, at)
);
create index activity_by_item on activity (tenant_id, item_id, at desc, id desc);
create index activity_by_rep on activity (tenant_id, rep_id, at desc);
create index activity_by_time on activity (tenant_id, at desc, id desc);
call make_tenant_table('activity', 'select, insert, delete');

create table attribute_definition (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  -- Without the `custom.` that rules write in front of it.
  key text not null check (key ~ '^[[:alpha:]_][[:alnum:]_-]{0,59}$'),
  label_zh text not null default '',
  label_en text not null default '',
  entities text[] not null check (entities <@ '{lead,account,contact,opportunity}' and entities <> '{}'),
  type text not null check (type in ('text', 'number', 'boolean', 'list', 'time')),
  options text[] not null default '{}',
  required boolean not null default false,
  minimum numeric,
  maximum numeric,
  position int not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id)
);
-- One key has one meaning in the whole company, whatever it hangs on, because a rule names it once.
create unique index attribute_key on attribute_definition (tenant_id, key);
call make_tenant_table('attribute_definition');

-- Bumped by every change of an attribute; what compiles rules reloads its catalogue then.
create table catalogue_revision (
  tenant_id uuid not null primary key references tenant (id) on delete cascade,
  revision bigint not null
);
call make_tenant_table('catalogue_revision');

-- Published for other slices: what became of work and who had it, for learning and reports.
create view closed_work with (security_invoker = true) as
  select tenant_id, id as item_id, 'lead' as kind, created_at, closed_at, outcome, closed_rep_id as rep_id,
         amount_minor, facts
  from lead where outcome <> 'open'
  union all
  select tenant_id, id, 'opportunity', created_at, closed_at, outcome, closed_rep_id, amount_minor, facts
  from opportunity where outcome <> 'open';
grant select on closed_work to peineng_app;

create view contact_history with (security_invoker = true) as
  select tenant_id, id, at, item_kind, item_id, rep_id, kind, reached, next_step_at from activity;
grant select on contact_history to peineng_app;
