-- What approvers ask back before they decide; the words stand in words until they are erased.
create table enquiry (
    request     text        not null references request (id),
    number      int         not null,
    person      text        not null,
    question    text        not null, -- hash
    at          timestamptz not null,
    answer      text        not null default '', -- hash; empty until answered
    answered_at timestamptz,
    primary key (request, number)
);
