-- Under which bundle's prices it is charged; null: of before, those that it was judged under.
alter table lease add column priced text;
