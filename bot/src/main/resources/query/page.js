// Everything that comes from the warehouse or from a person is put here as text, never as HTML.
const at = id => document.getElementById(id);
const lease = location.pathname.split('/').pop();
const base = '/query/' + lease;
const NUMBERS = new Set(['int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'money', 'oid']);
let shown = null;
let running = null;

async function call(method, path, body, signal) {
  const options = {method, signal, credentials: 'same-origin'};
  if (body) {
    options.headers = {'Content-Type': 'application/json'};
    options.body = JSON.stringify(body);
  }
  const answer = await fetch(base + path, options);
  return answer.json();
}

const AWAY = {ok: false, words: 'Quartermaster does not answer.', next: 'Try it again in a minute.'};

/** What the page is: open, closed, over, later or nothing. */
function become(state) {
  const open = state.state === 'open';
  at('desk').hidden = !open;
  at('close').hidden = !open;
  at('about').hidden = !open;
  at('token-form').hidden = state.state !== 'closed';
  at('notice').hidden = open;
  at('words').textContent = state.words;
  at('next').textContent = state.next;
  if (open) {
    at('lease').textContent = lease;
    const until = new Date(state.until);
    at('until').dateTime = state.until;
    at('until').textContent = until.toLocaleString([], {dateStyle: 'medium', timeStyle: 'short'});
    at('datasets').replaceChildren(...state.datasets.map(dataset));
    at('sql').focus();
  } else if (state.state === 'closed') {
    at('token').focus();
  }
}

function dataset(name) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = name;
  button.title = 'Write a query that reads its first 100 rows';
  button.onclick = () => {
    at('sql').value = 'select * from ' + name.split('.').map(quoted).join('.') + ' limit 100';
    at('sql').focus();
  };
  return button;
}

const quoted = name => /^[a-z_][a-z0-9_]*$/.test(name) ? name : '"' + name.replaceAll('"', '""') + '"';

async function run() {
  const sql = at('sql').value;
  if (running || !sql.trim()) {
    at('sql').focus();
    return;
  }
  running = new AbortController();
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1) + ' s';
  const tick = setInterval(() => at('progress').textContent = 'Running, ' + seconds(), 100);
  at('run').disabled = true;
  at('cancel').hidden = false;
  at('refused').hidden = true;
  at('result').hidden = true;
  at('empty').hidden = true;
  let answer;
  try {
    answer = await call('POST', '/run', {sql}, running.signal);
  } catch (trouble) {
    answer = running.signal.aborted
      ? {ok: false, words: 'It was cancelled.', next: 'It is stopped in the warehouse as well.'}
      : AWAY;
  } finally {
    clearInterval(tick);
    running = null;
    at('run').disabled = false;
    at('cancel').hidden = true;
    at('progress').textContent = '';
  }
  if (answer.ok) rows(answer, seconds());
  else if (answer.state) become(answer);
  else refused(answer, sql);
}

function refused(answer, sql) {
  at('refused').hidden = false;
  at('said').textContent = answer.said ? answer.said + ':' : '';
  at('refusal').textContent = answer.words;
  at('hint').textContent = answer.hint || '';
  at('step').textContent = answer.next;
  if (answer.position > 0 && answer.position <= sql.length) {
    // The server counts characters, a text field counts UTF-16.
    const start = [...sql].slice(0, answer.position - 1).join('').length;
    const word = sql.slice(start).match(/^[\w.]+|^./su)?.[0].length ?? 0;
    at('sql').focus();
    at('sql').setSelectionRange(start, start + word);
  }
}

function rows(answer, took) {
  shown = answer;
  at('result').hidden = false;
  at('note').textContent = answer.note + ' ' + took + '.';
  at('csv').hidden = answer.rows.length === 0;
  at('columns').replaceChildren(...answer.columns.map(column => {
    const head = document.createElement('th');
    head.scope = 'col';
    head.textContent = column.name;
    const type = document.createElement('small');
    type.textContent = column.type;
    head.append(type);
    return head;
  }));
  at('rows').replaceChildren(...answer.rows.map(row => {
    const line = document.createElement('tr');
    line.append(...row.map((value, i) => cell(value, answer.columns[i])));
    return line;
  }));
}

function cell(value, column) {
  const td = document.createElement('td');
  if (value === null) {
    td.className = 'nothing';
    td.textContent = 'null';
  } else if (typeof value === 'string') {
    const text = document.createElement('div');
    text.textContent = value;
    td.append(text);
    if (NUMBERS.has(column.type)) td.className = 'number';
  } else {
    const beginning = document.createElement('div');
    beginning.textContent = value.text + '…';
    const whole = document.createElement('small');
    whole.textContent = value.length.toLocaleString('en') + ' characters';
    td.append(beginning, whole);
  }
  return td;
}

/** A spreadsheet takes a text that begins so for a formula. */
function harmless(text) {
  return /^[=+\-@\t\r\n]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? "'" + text : text;
}

function csv() {
  const field = text => '"' + harmless(text).replaceAll('"', '""') + '"';
  const lines = [shown.columns.map(column => field(column.name)), ...shown.rows.map(row =>
    row.map(value => value === null ? '' : field(typeof value === 'string' ? value : value.text + '…')))];
  const file = new Blob([lines.map(line => line.join(',')).join('\r\n') + '\r\n'], {type: 'text/csv'});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = lease + '.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}

at('token-form').onsubmit = async event => {
  event.preventDefault();
  const token = at('token').value;
  at('token').value = '';
  become(await call('POST', '/session', {token}).catch(() => ({...AWAY, state: 'closed'})));
};
at('query').onsubmit = event => {
  event.preventDefault();
  run();
};
at('sql').onkeydown = event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
};
// Where another process of ours runs it, letting go of the answer stops it a moment later.
at('cancel').onclick = () => {
  const cancelled = running;
  call('DELETE', '/run').then(answer => answer.stopped || cancelled?.abort(), () => cancelled?.abort());
};
at('csv').onclick = csv;
at('close').onclick = async () => {
  running?.abort();
  at('result').hidden = true;
  at('refused').hidden = true;
  at('empty').hidden = false;
  at('rows').replaceChildren();
  shown = null;
  become(await call('DELETE', '/session').catch(() => ({...AWAY, state: 'nothing'})));
};

call('GET', '/state').then(become, () => become({...AWAY, state: 'nothing'}));
