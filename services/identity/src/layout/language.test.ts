import { MAIL_LANGUAGES } from "@convene/shared/mail/mail-language";
import { createHarness } from "@convene/shared/testing/harness";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import { identity } from "../definition.ts";

const { service } = createHarness(identity);

const PAGES = ["/auth/sign-in", "/auth/password", "/auth/passkey", "/auth/second-factor"];
const OWN = ["", "/password", "/passkeys", "/second-factor", "/keys", "/data", "/mail"].map(
  (page) => `/auth/account${page}`,
);
const OVER = [
  "/auth/invitation?token=none",
  "/auth/administrator?token=none",
  "/auth/link",
  "/auth/unsubscribe?token=none",
  "/auth/invitation/stop?token=none",
  "/auth/x",
];

const titleOf = (page: string) => /<h1>([^<]*)<\/h1>/.exec(page)?.[1] ?? "";

it("speaks the reader's language on every page, from right to left where it is written so", async () => {
  const account = await buildAccount(service(), { email: "ada@example.org", name: "Ada" });
  const browser = await PageBrowser.of(service(), account);
  for (const path of [...PAGES, ...OWN, ...OVER]) {
    const titles = new Set<string>();
    for (const language of MAIL_LANGUAGES) {
      const { text } = await browser.get(path, { "accept-language": `${language}-XX,en;q=0.5` });
      const direction = language === "ar" ? "rtl" : "ltr";
      expect(text).toContain(`<html lang="${language}" dir="${direction}">`);
      titles.add(titleOf(text));
    }
    expect([path, titles.size]).toEqual([path, MAIL_LANGUAGES.length]);
  }
});

it("tells in the reader's language that they are erased, and what was typed wrong before", async () => {
  const account = await buildAccount(service(), { email: "noor@example.org", name: "Noor" });
  const browser = await PageBrowser.of(service(), account);
  const arabic = { "accept-language": "ar" };
  const erase = (email: string) => browser.send("/auth/account/data/erase", { email }, arabic);
  const wrong = await erase("eve@example.org");
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining("ليس هذا عنوان حسابك")]);
  expect(titleOf((await erase(account.email)).text)).toBe("تم محوك");
});

it.each([
  ["de-DE, fr;q=0.8", "fr"],
  ["de", "en"],
  ["", "en"],
  ["<script>, *", "en"],
  ["zh-Hant-TW", "zh"],
])("takes the first of %p that it speaks: %s", async (header, language) => {
  const { text } = await new PageBrowser(service()).get("/auth/sign-in", {
    "accept-language": header,
  });
  expect(text).toContain(`<html lang="${language}"`);
});
