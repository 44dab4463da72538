-- What was had without a yes, why, and what somebody whose yes it went without said of it afterwards.
create table break_glass (
    request     text        primary key references request (id),
    person      text        not null,
    reason      text        not null, -- hash of what stands in words until it is erased; so is note
    at          timestamptz not null,
    review_at   timestamptz,
    reviewed_at timestamptz,
    reviewed_by text,
    in_order    boolean,
    note        text
);

create index break_glass_unreviewed on break_glass (at) where reviewed_at is null;
