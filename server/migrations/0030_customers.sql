-- Whom we sell to: leads, accounts, contacts, opportunities, activities.

create table lead (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  external_id text,
  name text not null default '',
  company text not null default '',
  -- Legal suffixes and blanks stripped: what duplicates are found by.
  company_key text not null default '',
  -- Initials and syllables, so that `sz hw` finds 深圳华为.
  pinyin text not null default '',
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
  first_response_at timestamptz,
  last_activity_at timestamptz,
  next_step_at timestamptz,
  intake text not null default 'api',
  import_id uuid,
  created_by uuid,
  primary key (tenant_id, id)
);
create index lead_by_creation on lead (tenant_id, created_at desc, id desc);
create index lead_by_external on lead (tenant_id, external_id) where external_id is not null;
call make_tenant_table('lead');

-- One row per phone, mail and company a lead is known by: the primary key is what stops twins made at one moment.
create table lead_identity (
  tenant_id uuid not null references tenant (id) on delete cascade,
  kind text not null check (kind in ('phone', 'email', 'company', 'credit_code')),
  key text not null,
  lead_id uuid not null,
  primary key (tenant_id, kind, key)
);
create index lead_identity_by_lead on lead_identity (tenant_id, lead_id);
call make_tenant_table('lead_identity');
