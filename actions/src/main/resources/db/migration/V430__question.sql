-- What was put to the rules when something was asked for, with the money and the holdings of that moment, so that other
-- rules can be rehearsed on it.
create table question (
    request text primary key references request (id),
    asked   text not null
);
