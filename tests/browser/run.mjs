// Runs the program and a browser for the tests: TRIALWIRE names the program, CHROMIUM the browser.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
export const repository = join(here, "..", "..");
const trialwire = process.env.TRIALWIRE ?? join(repository, "target", "debug", "trialwire");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const folder = mkdtempSync(join(tmpdir(), "trialwire-browser-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** The browser; a sandbox needs rights that a container seldom gives to root. */
export const launch = () => chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });

/** Writes the report of some paths and returns its address. */
export function report(name, ...paths) {
  const file = join(folder, name);
  check("--html", file, ...paths);
  return pathToFileURL(file).href;
}

function check(...options) {
  try {
    execFileSync(trialwire, ["check", "--quiet", "--output", join(folder, "out.txt"), ...options], { cwd: repository });
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}

/** Writes articles as JSONL and returns the path. */
export function articles(name, list) {
  const file = join(folder, name);
  writeFileSync(file, list.map((article) => JSON.stringify(article) + "\n").join(""));
  return file;
}

/** A page that fails the test on any error, dialog or request to anywhere but `origin`. */
export async function open(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("dialog", (dialog) => { problems.push("dialog"); dialog.dismiss(); });
  const own = address.startsWith("http") ? new URL(address).origin : "file://";
  page.on("request", (request) => request.url().startsWith(own) || problems.push("request to " + request.url()));
  await page.goto(address);
  return { page, problems, close: () => context.close() };
}

/** Waits until the function holds in the page; the policy forbids the waiting that evaluates words there. */
export async function until(page, holds) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await page.evaluate(holds)) return;
    await page.waitForTimeout(50);
  }
  throw new Error("still not: " + holds);
}

/** Serious and critical violations that axe-core finds, in words. */
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const grave = found.violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
  return grave.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

/** Starts `trialwire serve` and returns its address. */
export function serve() {
  const server = spawn(trialwire, ["serve"], { stdio: ["ignore", "pipe", "ignore"] });
  const address = new Promise((resolve, reject) => {
    server.stdout.once("data", (line) => resolve(String(line).trim()));
    server.once("exit", () => reject(new Error("serve ended")));
  });
  return { address, stop: () => server.kill("SIGINT"), ended: new Promise((resolve) => server.once("exit", resolve)) };
}
