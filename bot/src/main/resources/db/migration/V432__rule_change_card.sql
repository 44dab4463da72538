-- Which messages show a change of rules to those who decide, so that all of them change at once.
create table rule_change_card (
    change text not null,
    card   text not null unique,
    primary key (change, card)
);
