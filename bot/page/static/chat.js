// The conversation on the page: what is shown, what is sent, and what is kept meanwhile.
"use strict";

(function () {
  const texts = JSON.parse(document.getElementById("texts").textContent);
  const log = document.getElementById("log");
  const main = document.querySelector("main");
  const form = document.getElementById("form");
  const input = document.getElementById("input");
  const status = document.getElementById("status");
  const sheet = document.getElementById("sheet");
  const CHIP = "\u2715 ";
  const KEPT_ENTRIES = 80;
  const MARGIN = 8;
  const PATIENCE_MS = 30000;
  const PAUSES_MS = [1000, 3000];
  const SLOW_MS = 600;
  const LOOK_MS = 15000;
  const LOOK_PATIENCE_MS = 5000;
  const element = layout.element;
  const STORE = document.body.getAttribute("data-visitor") + ".";

  // What is on screen and what is not sent yet survives a reload of this tab, not its closing.
  let entries = recall("entries");
  let outbox = recall("outbox");
  let busy = false;
  let slow = 0;
  let looking = null; // the id of a look that was not answered yet

  function recall(name) {
    try { return JSON.parse(sessionStorage.getItem(STORE + name)) || []; } catch (error) { return []; }
  }

  function keep() {
    try {
      sessionStorage.setItem(STORE + "entries", JSON.stringify(entries.slice(-KEPT_ENTRIES)));
      sessionStorage.setItem(STORE + "outbox", JSON.stringify(outbox));
    } catch (error) { /* private mode: the page works without */ }
  }

  function button(title, className, act) {
    const made = element("button", className, title);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function message(who, mine) {
    const made = element("div", mine ? "message mine" : "message");
    made.tabIndex = -1;
    made.appendChild(element("span", "hidden", who + ": "));
    log.appendChild(made);
    return made;
  }

  function showMine(text) {
    message(texts.you, true).appendChild(element("span", "bubble", text));
    toEnd();
  }

  function showReply(reply) {
    if (!reply.text && !reply.image && !reply.buttons.length) return null;
    const made = message(texts.bot, false);
    if (reply.text) made.appendChild(layout.fill(element("div", "bubble"), reply.text));
    if (reply.image && /^(\/(?!\/)|data:image\/(png|svg\+xml);)/.test(reply.image)) {
      const image = element("img");
      image.src = reply.image;
      image.alt = reply.custom.alt || texts.image;
      made.appendChild(image);
    }
    if (reply.custom.file) made.appendChild(download());
    if (reply.custom.list) made.appendChild(listTools(reply.text));
    return made;
  }

  function download() {
    const tools = element("div", "choices");
    const link = element("a", "", texts.my_data);
    link.href = "/mijn-gegevens";
    link.download = texts.my_data_file;
    tools.appendChild(link);
    return tools;
  }

  function listTools(list) {
    const tools = element("div", "choices");
    const page = sheet.querySelector("div");
    page.textContent = "";
    layout.fill(page, list);
    document.body.classList.add("with-sheet");
    tools.appendChild(button(texts.save, "", function () {
      const link = element("a");
      link.href = URL.createObjectURL(new Blob([list.split("**").join("")], { type: "text/plain" }));
      link.download = texts.file;
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    }));
    tools.appendChild(button(texts.print, "", function () { window.print(); }));
    return tools;
  }

  // Chips take something away, answers bring the talk further: each kind has its own row.
  function showButtons(parent, buttons) {
    if (!buttons.length) return;
    const live = element("div", "live");
    const chips = buttons.filter(isChip);
    const answers = buttons.filter(function (shown) { return !isChip(shown); });
    if (chips.length) live.appendChild(row(texts.chips, chips.map(chip)));
    if (answers.length) live.appendChild(row(texts.choose, answers.map(answer)));
    parent.appendChild(live);
  }

  function isChip(shown) { return shown.title.indexOf(CHIP) === 0; }

  function row(label, buttons) {
    const made = element("div", "choices");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", label);
    buttons.forEach(function (one) { made.appendChild(one); });
    return made;
  }

  function answer(shown) { return press(shown, shown.title, shown.title, ""); }

  function chip(shown) {
    const topic = shown.title.slice(CHIP.length);
    const said = texts.chip + " " + topic;
    const made = press(shown, topic, said, "chip");
    made.setAttribute("aria-label", said);
    return made;
  }

  function press(shown, title, said, className) {
    return button(title, className, function () {
      send({ press: shown.ref }, said);
      log.lastElementChild.focus();
    });
  }

  function removeOldButtons() {
    Array.prototype.forEach.call(document.querySelectorAll(".live"), function (group) {
      group.parentNode.removeChild(group);
    });
  }

  function show(entry) {
    removeOldButtons();
    if (entry.you !== undefined) { showMine(entry.you); return; }
    let first = null;
    entry.replies.forEach(function (reply) {
      const made = showReply(reply);
      if (made) showButtons(made, reply.buttons);
      first = first || made;
    });
    if (first) scrollTo(first.offsetTop - MARGIN);
  }

  // The start of an answer stays in sight: the browser stops at the end by itself.
  function scrollTo(top) { main.scrollTop = top; }

  function toEnd() { scrollTo(main.scrollHeight); }

  function add(entry) { entries.push(entry); show(entry); keep(); }

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.prototype.map.call(bytes, function (byte) {
      return ("0" + byte.toString(16)).slice(-2);
    }).join("");
  }

  function send(body, title) {
    body.id = newId();
    outbox.push(body);
    if (title !== undefined) add({ you: title });
    keep();
    deliver();
  }

  function pause(ms) { return new Promise(function (done) { setTimeout(done, ms); }); }

  async function post(path, body, patience) {
    const late = pause(patience).then(function () { throw new Error("late"); });
    const answer = await Promise.race([fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body)
    }), late]);
    if (answer.status >= 500) throw new Error("server");
    return answer;
  }

  async function postMessage(body) {
    const answer = await post("/api/message", body, PATIENCE_MS);
    if (!answer.ok && answer.status !== 413) return [{ text: texts.refused, buttons: [], custom: {} }];
    return (await answer.json()).replies;
  }

  // A message keeps its id, so the other side answers a repeated one only once.
  async function postPatiently(body) {
    for (const ms of PAUSES_MS) {
      try { return await postMessage(body); } catch (error) { await pause(ms); }
    }
    return postMessage(body);
  }

  // What the bot says by itself. A look keeps its id until it is answered, so nothing is lost.
  async function look() {
    if (busy || outbox.length || document.hidden) return;
    busy = true;
    looking = looking || newId();
    try {
      const answer = await post("/api/missed", { id: looking }, LOOK_PATIENCE_MS);
      const replies = answer.ok ? (await answer.json()).replies : [];
      looking = null;
      if (replies.length) add({ replies: replies });
    } catch (error) { /* the next look asks again */ }
    busy = false;
    if (outbox.length) deliver();
  }

  async function deliver() {
    if (busy) return;
    busy = true;
    forgetNotice();
    waiting(true);
    try {
      while (outbox.length) {
        const replies = await postPatiently(outbox[0]);
        outbox.shift();
        add({ replies: replies });
      }
    } catch (error) {
      offline();
    }
    waiting(false);
    busy = false;
  }

  // A quick answer needs no word about waiting.
  function waiting(now) {
    clearTimeout(slow);
    status.className = "";
    status.textContent = "";
    if (now) slow = setTimeout(tellSlow, SLOW_MS);
  }

  function tellSlow() {
    status.className = "busy";
    status.textContent = texts.waiting;
    toEnd();
  }

  function offline() {
    const notice = element("p", "notice", texts.offline);
    notice.setAttribute("role", "alert");
    notice.appendChild(button(texts.again, "", deliver));
    log.appendChild(notice);
    toEnd();
  }

  function forgetNotice() {
    const notice = log.querySelector(".notice");
    if (notice) log.removeChild(notice);
  }

  function sendTyped() {
    const text = input.value;
    if (!text.trim()) return;
    input.value = "";
    fit();
    send({ text: text }, text);
  }

  function fit() {
    input.style.height = "auto";
    input.style.height = input.scrollHeight + 2 + "px";
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); sendTyped(); });
  input.addEventListener("input", fit);
  input.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      sendTyped();
    }
  });
  window.addEventListener("online", deliver);

  entries.forEach(show);
  if (!entries.length && !outbox.length) outbox.push({ id: newId() });
  deliver().then(look);
  setInterval(look, LOOK_MS);
  document.addEventListener("visibilitychange", look);
}());
