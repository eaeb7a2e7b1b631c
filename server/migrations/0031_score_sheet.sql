-- The terms of a lead's score as text, `[[field,score,weight,contribution,missing],…]`. As jsonb objects they were 2 KB
-- a lead: parsed into a tree, pushed over the size from which PostgreSQL compresses a row, and so two thirds of what
-- inserting a lead cost. Leads from before keep theirs in `score_terms`.
alter table lead add column score_sheet text;
