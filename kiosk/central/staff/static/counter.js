// What the pages do better where scripts run: no scan is lost while an answer is on its way, and
// lists look for news by themselves. Without it every form and link works as it stands.
"use strict";
let answers = Promise.resolve(); // one form after the other, in the order of the scans

function field() {
  return document.querySelector("[autofocus]");
}

function take(page, id) {
  const now = new DOMParser().parseFromString(page, "text/html").getElementById(id);
  const typed = field()?.value ?? ""; // the next scan may have begun
  if (now) {
    document.getElementById(id).replaceWith(now);
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

field()?.focus();
