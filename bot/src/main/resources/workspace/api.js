// Talks to the stand-in: reads, a person's actions, and what happens meanwhile.
async function read(path, params) {
  const answer = await fetch(`/workspace/page/${path}?${new URLSearchParams(params)}`);
  if (!answer.ok) throw new Error(`the workspace answered ${answer.status}`);
  return answer.json();
}

export const state = (as) => read("state", { as });
export const messages = (as, channel) => read("messages", { as, channel });
export const home = (as) => read("home", { as });

// Resolves to the answer, which says ok or why not; a workspace that is away is an answer too.
export async function act(action, body) {
  try {
    const answer = await fetch(`/workspace/person/${action}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.ok ? await answer.json() : { ok: false, error: `http_${answer.status}` };
  } catch {
    return { ok: false, error: "workspace_unreachable" };
  }
}

// Calls `on` with each event; "hello" comes at every (re)connection, when everything should be read again.
export function live(as, on) {
  const source = new EventSource(`/workspace/page/live?${new URLSearchParams({ as })}`);
  source.onmessage = (event) => on(JSON.parse(event.data));
  source.onerror = () => on({ type: "away" });
  return () => source.close();
}
