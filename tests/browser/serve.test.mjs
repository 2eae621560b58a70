// The page of `trialwire serve` in a browser: what is pasted or dropped is read, compared and kept to this computer.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { launch, open, serve, until, violations } from "./run.mjs";

const text = (count) => `Drug lifts mood\n\nIn the LANTERN trial at Avonmere University, ${count} adults with treatment-resistant depression were randomised to minocycline or placebo for 12 weeks, Professor Imogen Hartwell said.\n`;

let browser;
let server;
let address;
before(async () => {
  browser = await launch();
  server = serve();
  address = await server.address;
});
after(async () => {
  await browser.close();
  server.stop();
  await server.ended;
});

/** The status of an answer to a request as another program would make it. */
function ask(path, options = {}) {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, ...options }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("nobody gets in without the token, by another name, or a second time", async () => {
  const { hostname, search } = new URL(address);
  assert.equal(hostname, "127.0.0.1");
  assert.equal(await ask("/"), 403);
  assert.equal(await ask("/?token=0"), 403);
  assert.equal(await ask("/report"), 403);
  assert.equal(await ask("/" + search, { headers: { host: "evil.example" } }), 403);
  assert.equal(await ask("/" + search, { method: "POST" }), 403);

  const { page, problems, close } = await open(browser, address);
  assert.ok(!page.url().includes("token"), "the token does not stay in the address");
  assert.equal(await ask("/" + search), 403, "the token works once");
  const cookies = await page.context().cookies();
  assert.ok(cookies.every(({ httpOnly, sameSite }) => httpOnly && sameSite === "Strict"));
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join(";");
  assert.equal(await ask("/", { headers: { cookie } }), 200);
  assert.equal(await ask("/", { headers: { cookie, host: "evil.example" } }), 403);
  assert.equal(await ask("/clear", { method: "POST", headers: { cookie, origin: "http://evil.example" } }), 403);

  await page.fill("#pasted", text(326));
  await page.click("button[type=submit]");
  await page.waitForSelector("section.newest .words mark.people");
  assert.equal(await page.locator("section.newest .words mark.people").first().textContent(), "326 adults");
  assert.match(await page.locator("#status").textContent(), /^Read pasted 1: \d+ numbers?\.$/);

  await page.setInputFiles("#files", { name: "herald.txt", mimeType: "text/plain", buffer: Buffer.from(text(362)) });
  await page.waitForSelector("article.finding[data-rule=X001]");
  assert.deepEqual(await violations(page), []);
  await page.locator("article[data-rule=X001] a.jump").first().click();
  assert.ok(await page.locator(":target").isVisible());

  const download = page.waitForEvent("download");
  await page.click("a[download]");
  const report = await (await download).path();
  assert.match(readFileSync(report, "utf8"), /data-rule="X001"/);

  await page.fill("#pasted", "<script>window.hit=1</script><img src=x onerror=window.hit=1> In the trial 30 adults came.");
  await page.click("button[type=submit]");
  await until(page, () => document.getElementById("status").textContent !== "" && !document.getElementById("status").textContent.startsWith("Reading"));
  assert.equal(await page.evaluate(() => window.hit), undefined);

  await page.click("#clear");
  await until(page, () => !document.querySelector("article.finding"));
  assert.deepEqual(problems, []);

  // A body over the limit is refused before it is read whole; the connection may end first.
  const large = await page.evaluate(() => {
    const body = new Blob([new Uint8Array(40 << 20)]);
    return fetch("/articles?name=large.txt", { method: "POST", body }).then((answer) => answer.status, () => "cut off");
  });
  assert.ok([413, "cut off"].includes(large), String(large));
  assert.equal(await ask("/", { headers: { cookie } }), 200, "the server goes on");
  await close();
});
