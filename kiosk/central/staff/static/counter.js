// What the pages do better where scripts run: no scan is lost while an answer is on its way, and
// lists look for news by themselves, and no page outlives its session. Without it every form and
// link works as it stands.
"use strict";
let answers = Promise.resolve(); // one form after the other, in the order of the scans

function field() {
  return document.querySelector("[autofocus]");
}

// What a page says of its session: for how long it is open, if nothing is done.
let ends_at, near_ms, asked_at, is_used;

function note_end(page) {
  const open_ms = Number(page.body.dataset.openS ?? Infinity) * 1000;
  ends_at = Date.now() + open_ms;
  near_ms = Math.min(60000, open_ms / 4);
}

function take(text, id) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const now = page.getElementById(id);
  const typed = field()?.value ?? ""; // the next scan may have begun
  if (now) {
    document.getElementById(id).replaceWith(now);
    note_end(page);
    field()?.setRangeText(typed, 0, 0, "end");
  }
  return now !== null;
}

async function ask(url, options, id) {
  const answer = await fetch(url, { credentials: "same-origin", ...options });
  if (answer.redirected || !take(await answer.text(), id)) {
    location.assign(answer.redirected ? answer.url : "/");
    return;
  }
  field()?.focus();
}

function post(form, submitter, scanned) {
  const body = new URLSearchParams(new FormData(form, submitter));
  if (scanned) {
    body.set(...scanned);
  }
  return ask(form.action, { method: "POST", body }, "page");
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.hasAttribute("data-swap")) {
    return;
  }
  event.preventDefault();
  let send = () => post(form, event.submitter);
  if (form.contains(field())) {
    const scanned = field().value; // goes where the page then asks for it
    field().value = "";
    send = () => post(field().form, null, [field().name, scanned]);
  }
  answers = answers.then(send).catch(() => {
    document.getElementById("lost").hidden = false;
  });
});

// Whatever has the focus, a scanner's digits reach the field.
document.addEventListener("keydown", (event) => {
  const is_typed = event.key.length === 1 && event.key !== " ";
  const is_command = event.ctrlKey || event.altKey || event.metaKey;
  const types = document.activeElement?.matches("input, select, textarea");
  if (is_typed && !is_command && !types) {
    field()?.focus();
  }
});

setInterval(() => {
  const list = document.querySelector("[data-again]");
  if (list && !document.hidden && !list.contains(document.activeElement)) {
    fetch(list.dataset.again, { credentials: "same-origin" })
      .then(async (answer) => {
        if (answer.redirected) {
          location.assign(answer.url);
        } else {
          take(await answer.text(), list.id);
        }
      })
      .catch(() => {});
  }
}, 4000);

// What was typed and not sent yet is something done: it keeps the session, as a scan would.
for (const kind of ["keydown", "pointerdown"]) {
  document.addEventListener(kind, () => (is_used = true), true);
}

function leave() {
  ends_at = Infinity;
  document.body.hidden = true; // whatever becomes of the way to the door
  location.replace("/sign-in");
}

async function ask_how_long(url) {
  asked_at = Date.now();
  is_used = false;
  const signal = AbortSignal.timeout(10000);
  const answer = await fetch(url, { credentials: "same-origin", signal });
  if (answer.redirected) {
    leave();
  } else {
    note_end(new DOMParser().parseFromString(await answer.text(), "text/html"));
  }
}

setInterval(() => {
  const left_ms = ends_at - Date.now(); // of the clock: a machine that slept knows it too
  const closing = document.getElementById("closing");
  if (closing) {
    closing.hidden = left_ms > near_ms;
  }
  if (left_ms <= 0) {
    ends_at = Infinity;
    ask_how_long("/own-password?again=1").catch(leave); // another page may have kept it open
  } else if (is_used && Date.now() - asked_at > near_ms) {
    ask_how_long("/own-password").catch(() => {});
  }
}, 1000);

note_end(document);
asked_at = Date.now();
field()?.focus();
