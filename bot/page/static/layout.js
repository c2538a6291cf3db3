// Turns a text of the bot into paragraphs, lists and labels. Only ever sets text, never HTML.
"use strict";

const layout = (function () {
  const BULLET = "\u2022 ";
  const ENTRY = /^\*\*\d+\. /;
  const HEADING = /^\*\*[^*]+\*\*$|^[^:]+:$/;
  const LABEL = /^([^:.?!*\u201c]{2,40}): (.+)$/;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function withBold(parent, text) {
    text.replace(/\u20ac (?=\d)/g, "\u20ac\u00a0").split("**").forEach(function (part, index, parts) {
      const closed = index % 2 === 1 && index < parts.length - 1;
      if (closed) parent.appendChild(element("strong", "", part));
      else parent.appendChild(document.createTextNode(index % 2 === 1 ? "**" + part : part));
    });
    return parent;
  }

  function bullets(lines) {
    const list = element("ul");
    lines.forEach(function (line) {
      list.appendChild(withBold(element("li"), line.slice(BULLET.length)));
    });
    return list;
  }

  // What stands under a heading is side by side where the screen is wide enough: a comparison.
  function labels(lines, underHeading) {
    const list = element("dl", underHeading ? "side" : "");
    lines.forEach(function (line) {
      const found = LABEL.exec(line);
      const row = element("div");
      row.appendChild(element("dt", "", found[1]));
      row.appendChild(withBold(element("dd"), found[2]));
      list.appendChild(row);
    });
    return list;
  }

  function paragraph(line) {
    if (ENTRY.test(line)) return withBold(element("p", "entry"), line);
    return withBold(element("p", HEADING.test(line) ? "heading" : ""), line);
  }

  function count(lines, start, test) {
    let end = start;
    while (end < lines.length && test(lines[end])) end += 1;
    return end - start;
  }

  // One label alone is a sentence with a colon; two in a row are a list of facts.
  function fill(parent, text) {
    const lines = text.split("\n").filter(function (line) { return line.trim(); });
    let at = 0;
    while (at < lines.length) {
      const listed = count(lines, at, function (line) { return line.indexOf(BULLET) === 0; });
      const labelled = count(lines, at, function (line) { return LABEL.test(line); });
      const taken = listed || (labelled > 1 ? labelled : 0);
      const part = lines.slice(at, at + taken);
      const last = parent.lastChild;
      if (listed) parent.appendChild(bullets(part));
      else if (taken) parent.appendChild(labels(part, last && last.className === "heading"));
      else parent.appendChild(paragraph(lines[at]));
      at += taken || 1;
    }
    return parent;
  }

  return { element: element, fill: fill };
}());
