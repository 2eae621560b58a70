"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const filters = find("filters");
  const fields = ["text", "level", "rule", "outlet", "article"].map((name) => find("filter-" + name));
  const [text, level, rule, outlet, article] = fields;
  const value = (field) => (field ? field.value.trim() : "");
  const has = (list, wanted) => wanted === "" || (list || "").split(" ").includes(wanted);
  const cards = [...document.querySelectorAll("[data-level]")];
  const words = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));

  const shown = (card) => {
    const { level: levels, rule: rules, outlets, articles } = card.dataset;
    const wanted = value(text).toLowerCase().split(/\s+/);
    return has(levels, value(level)) && has(rules, value(rule)) && has(outlets, value(outlet)) &&
      has(articles, value(article)) && wanted.every((word) => words.get(card).includes(word));
  };

  const filter = () => {
    const all = fields.every((field) => value(field) === "");
    let count = 0;
    for (const card of cards) {
      card.hidden = !shown(card);
      count += card.hidden ? 0 : 1;
    }
    for (const entry of document.querySelectorAll("[data-card]")) {
      entry.hidden = find(entry.dataset.card).hidden;
    }
    for (const trial of document.querySelectorAll("section.trial")) {
      trial.hidden = !all && !trial.querySelector("[data-level]:not([hidden])");
    }
    for (const entry of document.querySelectorAll("[data-trial]")) {
      entry.hidden = find(entry.dataset.trial).hidden;
    }
    find("filter-status").textContent = all ? "" : count + " of " + cards.length + " shown";
  };

  /* Browsers open closed parts for a link into them; older ones need help. */
  const open = () => {
    const target = find(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) reset();
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    target.scrollIntoView({ block: "center" });
    if (target.matches("[tabindex]")) target.focus({ preventScroll: true });
  };

  const reset = () => {
    for (const field of fields) if (field) field.value = "";
    filter();
  };

  if (filters) {
    filters.hidden = false;
    filters.addEventListener("input", filter);
    find("filter-reset").addEventListener("click", () => { reset(); text.focus(); });
    if (fields.some((field) => value(field) !== "")) filter();
  }
  addEventListener("hashchange", open);
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details.more")) part.open = true;
  });
  if (location.hash) open();
})();
