-- What was asked for in a thread is looked up for every message in it.
create index talk_thread on talk (channel, thread) where thread is not null;
