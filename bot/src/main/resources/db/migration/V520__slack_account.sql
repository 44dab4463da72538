-- Whose a Slack account is: the person it was first matched to. An address that Slack gives to another account later, or
-- an account that gets another person's address, becomes nobody until the platform team says whose it is.
-- organisation: the Enterprise Grid organisation, or the workspace where there is none.
create table slack_account (
    organisation text        not null,
    account      text        not null,
    person       text        not null,
    since        timestamptz not null default qm_now(),
    primary key (organisation, account)
);

create table slack_address (
    organisation text        not null,
    address      text        not null,
    account      text        not null,
    since        timestamptz not null default qm_now(),
    primary key (organisation, address)
);
