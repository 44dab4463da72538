-- What a yes made smaller, in our own words: "2 GPUs instead of 4".
alter table decision add column less text not null default '';
