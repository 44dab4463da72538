-- Where a lease's things are made, as agreed when it was opened: files that are checked more strictly later, or people
-- who left, must not keep it from being undone. What was opened before is filled in at start (StoredNamespaces).
alter table lease add column namespace text;
