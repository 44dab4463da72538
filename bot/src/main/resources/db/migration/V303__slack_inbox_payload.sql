-- The inbox keeps Slack's own payload, as Socket Mode carries it. What still waits in the shape of before is written so.
update slack_inbox set body = jsonb_strip_nulls(
    case body::jsonb ->> 'kind'
    when 'message' then jsonb_build_object(
        'type', 'event_callback',
        'event_id', substr(key, length('event:') + 1),
        'event', jsonb_build_object(
            'type', case when (body::jsonb ->> 'direct')::boolean then 'message' else 'app_mention' end,
            'channel_type', case when (body::jsonb ->> 'direct')::boolean then 'im' end,
            'user', body::jsonb -> 'from' -> 'user',
            'team', body::jsonb -> 'from' -> 'team',
            'channel', body::jsonb -> 'channel',
            'thread_ts', body::jsonb -> 'thread',
            'ts', body::jsonb -> 'ts',
            'text', body::jsonb -> 'text'))
    when 'home' then jsonb_build_object(
        'type', 'event_callback',
        'event_id', substr(key, length('event:') + 1),
        'team_id', body::jsonb -> 'from' -> 'team',
        'event', jsonb_build_object(
            'type', 'app_home_opened',
            'user', body::jsonb -> 'from' -> 'user',
            'channel', body::jsonb -> 'channel',
            'tab', body::jsonb -> 'tab'))
    when 'command' then jsonb_build_object(
        'command', '/qm',
        'trigger_id', substr(key, length('command:') + 1),
        'user_id', body::jsonb -> 'from' -> 'user',
        'team_id', body::jsonb -> 'from' -> 'team',
        'channel_id', body::jsonb -> 'channel',
        'text', body::jsonb -> 'text')
    when 'click' then jsonb_build_object(
        'type', 'block_actions',
        'trigger_id', substr(key, length('click:') + 1),
        'user', jsonb_build_object('id', body::jsonb -> 'from' -> 'user', 'team_id', body::jsonb -> 'from' -> 'team'),
        'container', jsonb_build_object(
            'channel_id', body::jsonb -> 'on' -> 'channel',
            'message_ts', body::jsonb -> 'on' -> 'ts',
            'thread_ts', body::jsonb -> 'on' -> 'thread'),
        'actions', jsonb_build_array(jsonb_build_object(
            'action_id', body::jsonb -> 'action', 'value', body::jsonb -> 'value')))
    when 'form' then jsonb_build_object(
        'type', 'view_submission',
        'user', jsonb_build_object('id', body::jsonb -> 'from' -> 'user', 'team_id', body::jsonb -> 'from' -> 'team'),
        'view', jsonb_build_object(
            'type', 'modal',
            'id', split_part(key, ':', 2),
            'hash', substr(key, length('form:' || split_part(key, ':', 2) || ':') + 1),
            'callback_id', body::jsonb -> 'form',
            'private_metadata', body::jsonb -> 'data',
            -- Each block's values as those of a select of several, whatever they were typed or chosen in.
            'state', jsonb_build_object('values', (
                select coalesce(jsonb_object_agg(block, jsonb_build_object('in',
                    jsonb_build_object('selected_users', chosen))), '{}')
                from jsonb_each(body::jsonb -> 'values') as entered (block, chosen)))))
    end)::text
where state <> 'done'
  and body ~ '^\{"kind":"(message|home|command|click|form)"'
  -- PostgreSQL takes no NUL; such a row is parked and its sender told, as whatever cannot be read is.
  and body not like '%\u0000%';
