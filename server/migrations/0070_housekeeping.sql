-- What is written for every lead and read only for a while does not stay for ever.

-- Old events go: by then every subscriber has read them, and what happened is in the history and the audit.
grant delete on event to peineng_app;

-- Events are read in the order of their transactions. Numbers are handed out when an event is written, not when it
-- becomes visible: read in their order alone, a lower number that commits late would be passed over.
create index event_by_transaction on event (tenant_id, xid, seq);
drop index event_by_seq;
