-- Which message put the question that waits: whoever presses one of its buttons has answered it, wherever it stands.
alter table last_reading
    add column card text;
