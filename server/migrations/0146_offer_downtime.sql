-- Up to when the time of an offer has been made good for the service being down; null = never.
alter table offer add column credited_at timestamptz;
