// A rerun as it goes: what it prints is asked for from the last byte seen, its state as the page has it. Without this, the page
// loads itself anew every two seconds.
const printed = document.querySelector("pre[data-log]");
const PAUSE = 1000;
const KEPT = 262144;

async function more(decoder, from) {
  const answer = await fetch(`${printed.dataset.log}?from=${from}`, { headers: { Accept: "text/plain" } });
  if (!answer.ok) throw new Error(answer.statusText);
  const frame = printed.parentElement;
  const atEnd = frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 8;
  const text = decoder.decode(await answer.arrayBuffer(), { stream: true });
  if (text) {
    printed.append(text);
    if (printed.textContent.length > KEPT) printed.textContent = printed.textContent.slice(-KEPT / 2);
    frame.hidden = false;
    document.querySelector("#log .empty")?.remove();
    if (atEnd) frame.scrollTop = frame.scrollHeight;
  }
  return Number(answer.headers.get("Probatum-Next-Byte") ?? from);
}

/** True when it is over: the page then shows what came of it. */
async function state() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(answer.statusText);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = fresh.querySelector("#progress");
  const shown = document.querySelector("#progress");
  // Left alone while somebody is about to press what is in it.
  if (now && !shown.contains(document.activeElement)) shown.replaceWith(document.importNode(now, true));
  return !fresh.querySelector("pre[data-log]");
}

async function follow() {
  const decoder = new TextDecoder();
  let from = Number(printed.dataset.from);
  printed.textContent = "";
  for (let turn = 1; ; turn++) {
    try {
      from = await more(decoder, from);
      // The page costs more than what was printed: every other time, and only where somebody looks.
      if (turn % 2 === 0 && !document.hidden && (await state())) return location.reload();
    } catch {
      // The service is away for a moment: asked again.
    }
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

if (printed) follow();
