// The report in a browser: what an editor does with it, and what a hostile article cannot do.

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { articles, folder, launch, open, report, until, violations } from "./run.mjs";

let browser;
let demo;
before(async () => {
  browser = await launch();
  demo = report("demo.html", "corpus/demo");
});
after(() => browser.close());

const cards = (page) => page.locator("article.finding:visible");
const status = (page) => page.locator("#filter-status").textContent();

test("the report opens without an error and loads nothing", async () => {
  const { page, problems, close } = await open(browser, demo);
  assert.equal(await page.locator("h1").textContent(), "What the coverage disagrees on");
  assert.ok((await cards(page).count()) >= 3);
  assert.ok(await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content").then((p) => p.startsWith("default-src 'none'")));
  assert.deepEqual(problems, []);
  await close();
});

test("findings are filtered by severity, rule, outlet, article and words", async () => {
  const { page, problems, close } = await open(browser, demo);
  const all = await cards(page).count();
  for (const [field, value, expected] of [
    ["level", { label: "warning" }, (card) => card.getAttribute("data-level").then((level) => level === "warning")],
    ["rule", { value: "X001" }, (card) => card.getAttribute("data-rule").then((rule) => rule === "X001")],
    ["outlet", { label: "Daily Beacon" }, (card) => card.textContent().then((text) => text.includes("Daily Beacon"))],
    ["article", { index: 1 }, (card) => card.getAttribute("data-articles").then((list) => list.split(" ").includes("1"))],
  ]) {
    await page.selectOption("#filter-" + field, value);
    const shown = await cards(page).all();
    assert.ok(shown.length > 0 && shown.length < all, field);
    for (const card of shown) assert.ok(await expected(card), field);
    assert.equal(await status(page), `${shown.length} of ${all} shown`);
    await page.click("#filter-reset");
    assert.equal(await cards(page).count(), all);
  }
  await page.fill("#filter-text", "326 CLINICS");
  assert.equal(await cards(page).count(), 1);
  assert.equal(await page.locator("section.trial:visible").count(), 1);
  assert.equal(await page.locator("nav li[data-card]:visible").count(), 1);
  await page.fill("#filter-text", "no such words");
  assert.equal(await status(page), `0 of ${all} shown`);
  assert.deepEqual(problems, []);
  await close();
});

test("a quote leads to its place in the text, and the text back to the finding", async () => {
  const { page, close } = await open(browser, demo);
  const card = page.locator("article[data-rule=X001]").first();
  const quote = await card.locator("blockquote mark").first().textContent();
  await card.locator("a.jump").first().click();
  const target = page.locator(":target");
  assert.equal(await target.textContent(), quote);
  assert.ok(await target.isVisible());
  await until(page, () => {
    const box = document.querySelector(":target").getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  });
  await page.locator(":target + a.back, :target ~ a.back").first().click();
  assert.ok(await page.locator("article.finding:target").isVisible());
  await close();
});

test("a hidden finding is shown when a link leads to it", async () => {
  const { page, close } = await open(browser, demo);
  await page.selectOption("#filter-rule", { value: "X001" });
  await page.evaluate(() => { location.hash = document.querySelector("article[data-rule=A001]").id; });
  await until(page, () => !document.querySelector("article[data-rule=A001]").hidden);
  await close();
});

test("everything works from the keyboard", async () => {
  const { page, close } = await open(browser, demo);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  const summary = page.locator("details.text > summary").first();
  await summary.focus();
  await page.keyboard.press("Enter");
  assert.ok(await page.locator("details.text[open]").count());
  await page.locator("#filter-level").focus();
  await page.keyboard.press("w");
  assert.equal(await page.locator("#filter-level").inputValue(), "warning");
  assert.ok((await status(page)).endsWith("shown"));
  await close();
});

test("plots tell the same as their tables", async () => {
  const { page, close } = await open(browser, demo);
  const plots = await page.locator("figure.plot").all();
  assert.ok(plots.length >= 1);
  for (const plot of plots) {
    assert.ok((await plot.locator("title").textContent()).trim() && (await plot.locator("desc").textContent()).trim());
    const rows = await plot.locator("tbody tr").count();
    assert.equal(await plot.locator("svg > g").count(), rows);
    for (const printed of await plot.locator("tbody tr td:nth-of-type(1)").allTextContents()) {
      assert.ok((await plot.locator("desc").textContent()).includes(printed));
    }
  }
  await close();
});

test("all is readable without JavaScript", async () => {
  const { page, close } = await open(browser, demo, { javaScriptEnabled: false });
  assert.equal(await page.locator("#filters:visible").count(), 0);
  assert.equal(await cards(page).count(), await page.locator("article.finding").count());
  await page.locator("article[data-rule=X001] a.jump").first().click();
  assert.ok(await page.locator("details.text[open]").count(), "the browser opens the text for the link");
  await close();
});

test("the report prints", async () => {
  const { page, close } = await open(browser, demo);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#filters:visible, .texts:visible").count(), 0);
  assert.ok((await cards(page).count()) >= 3);
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  assert.ok(pdf.length > 20_000);
  assert.ok(await page.evaluate(() => { dispatchEvent(new Event("beforeprint")); return [...document.querySelectorAll("details.more")].every((part) => part.open); }));
  await close();
});

const ATTACK = "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script>\u202e\u2066";
const hostile = (id, count) => ({
  id: `${id}"><script>window.hit=1</script>`,
  outlet: `${ATTACK}' onmouseover='window.hit=1`,
  title: `</title></style></script>${ATTACK} Drug lifts mood`,
  url: id === "a" ? "javascript:window.hit=1" : "data:text/html,<script>window.hit=1</script>",
  published: `2026-03-04"><svg onload="window.hit=1">`,
  kind: id === "a" ? "press_release" : "news",
  text: `Drug lifts mood ${ATTACK}\n\nIn the LANTERN trial at Avonmere University, ${count} adults with treatment-resistant depression${ATTACK} were randomised to minocycline or placebo for 12 weeks, Professor Imogen Hartwell said.\n\nDizziness was reported by 100 of 624 participants (26 per cent) on candesartan ${ATTACK}.\n`,
});

test("a hostile article does nothing", async () => {
  const path = articles("hostile.jsonl", [hostile("a", 326), hostile("b", 362)]);
  const { page, problems, close } = await open(browser, report("hostile.html", path));
  assert.ok((await cards(page).count()) >= 2, "its findings are there");
  for (const part of await page.locator("summary").all()) await part.click();
  for (const part of await page.locator("article.finding, details.text").all()) await part.hover();
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await page.locator("img, iframe, object, embed, form, base").count(), 0);
  assert.equal(await page.locator("script").count(), 1);
  const handlers = await page.evaluate(() => [...document.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()).filter((name) => name.startsWith("on")));
  assert.deepEqual(handlers, []);
  const addresses = await page.evaluate(() => [...document.querySelectorAll("[href]")].map((e) => e.getAttribute("href")));
  assert.deepEqual(addresses.filter((address) => !/^(#|https?:\/\/)/.test(address)), []);
  assert.ok(!/[\u202a-\u202e\u2066-\u2069]/.test(await page.content()), "direction characters are neutralised");
  assert.deepEqual(problems, []);
  await close();
});

test("no serious violation of accessibility, and nothing wider than the screen", async () => {
  const path = articles("hostile.jsonl", [hostile("a", 326), hostile("b", 362)]);
  const pages = [demo, report("one.html", "corpus/demo/moorland-post.txt"), report("none.html", "corpus/demo/stallbridge-messenger.txt"), report("hostile.html", path)];
  for (const address of pages) {
    for (const width of [380, 800, 1280]) {
      for (const colorScheme of ["light", "dark"]) {
        const { page, close } = await open(browser, address, { viewport: { width, height: 900 }, colorScheme });
        for (const part of await page.locator("details").all()) await part.evaluate((e) => { e.open = true; });
        const where = `${address} ${width} ${colorScheme}`;
        assert.deepEqual(await violations(page), [], where);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, where);
        await close();
      }
    }
  }
});

test("a large run has an index and a page a trial", async () => {
  const list = Array.from({ length: 300 }, (_, n) => ({
    id: `article-${n}`,
    outlet: `Outlet ${n % 20}`,
    title: `Drug number ${n} and the mood of town ${n}`,
    text: `Drug number ${n} and the mood of town ${n}\n\nDizziness was reported by ${100 + n} of 624 participants (${n % 3 ? 90 : 95} per cent) in town ${n}.\n`,
  }));
  const path = articles("many.jsonl", list);
  const { page, problems, close } = await open(browser, report("many.html", path));
  const entries = page.locator("li.finding-entry:visible");
  assert.ok((await entries.count()) > 50);
  assert.deepEqual(await violations(page), []);
  await page.selectOption("#filter-outlet", { label: "Outlet 7" });
  assert.ok((await entries.count()) > 0 && (await entries.count()) < 20);
  await entries.first().locator("a").click();
  await page.waitForSelector("article.finding");
  assert.ok(page.url().includes("many-trials/trial-"));
  await page.click("header a[href$='many.html']");
  await page.waitForSelector("li.finding-entry");
  const pages = readdirSync(join(folder, "many-trials"));
  assert.ok(pages.length > 50 && pages.every((name) => /^trial-[0-9a-f]{16}\.html$/.test(name)));
  assert.ok(pages.every((name) => statSync(join(folder, "many-trials", name)).size < 4_000_000));
  assert.deepEqual(problems, []);
  await close();
});
