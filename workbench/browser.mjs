// Debian's Chromium under playwright-core, with a fresh profile.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const ARGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** A browser with a profile of its own. `options`: as of playwright's context (viewport, colorScheme, javaScriptEnabled …). */
export async function open(options = {}) {
  const profile = mkdtempSync(join(tmpdir(), "rayzan-browser-"));
  return chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: ARGS, ...options });
}
