import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { parseConfig } from "../config.ts";
import { JobRefused } from "../job/job-kind.ts";
import type { ServiceParts } from "../service/service-definition.ts";
import { greeting } from "../testing/greeting-mail.ts";
import { addressed } from "./calendar-part.ts";
import { mailJob, letterOf, type LetterTo, sendLetter } from "./mail-job.ts";
import { mailVariables, openMailer } from "./mail-settings.ts";
import type { Mailer } from "./mailer.ts";
import { z } from "zod";

const URL = "https://convene.example/join?token=a&b=<c>";
const ada: LetterTo = { address: "ada@example.org", name: "Ada" };
const settings = (given: Record<string, string>) =>
  parseConfig(z.object(mailVariables), { MAIL_FROM: "UK Group <group@example.org>", ...given });

/** As the job does it. */
const send = (mail: Mailer, to: LetterTo, { name = "the group", id = "0f3c" } = {}) =>
  mailJob([greeting]).run({ mail } as ServiceParts, letterOf(greeting, to, { name, url: URL }), {
    ...{ id, attempt: 1, signal: AbortSignal.abort() },
  });

describe("without a mail server", () => {
  let folder: string;
  let mailer: Mailer;
  const told: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-mail-"));
    const warn = (_: object, message: string) => void told.push(message);
    mailer = openMailer(settings({}), folder, { warn });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const files = () => readdir(join(folder, "mail"));
  const read = async (id: string): Promise<Email> =>
    PostalMime.parse(await readFile(join(folder, "mail", `greeting-${id}.eml`)));

  it("writes each mail into a file of the data folder, and says where, but not what or to whom", async () => {
    await send(mailer, ada, { id: "first" });
    expect(await files()).toEqual(["greeting-first.eml"]);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(join(folder, "mail", "greeting-first.eml"));
    expect(told[0]).not.toMatch(/ada@|token|invitation/);
    expect(await read("first")).toMatchObject({
      from: { name: "UK Group", address: "group@example.org" },
      to: [{ name: "Ada", address: "ada@example.org" }],
      subject: "An invitation to the group",
      messageId: "<first@example.org>",
    });
  });

  it("writes one file for one job, however often it is tried", async () => {
    await send(mailer, ada, { id: "twice" });
    await send(mailer, ada, { id: "twice" });
    expect((await files()).filter((name) => name.includes("twice"))).toHaveLength(1);
  });

  it("takes a file away once it has lain there for as many days as are set, and nothing else", async () => {
    await send(mailer, ada, { id: "old" });
    await writeFile(join(folder, "mail", "notes.txt"), "mine");
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    const old = await files();
    await mailer.forgetSent?.(inDays(29.9));
    expect(await files()).toEqual(old);
    const { MAIL_FILES_DAYS } = settings({ MAIL_FILES_DAYS: "2" });
    const shorter = openMailer({ ...settings({}), MAIL_FILES_DAYS }, folder, {
      warn: () => undefined,
    });
    await shorter.forgetSent?.(inDays(2.1));
    expect(await files()).toEqual(["notes.txt"]);
    await mailer.forgetSent?.(inDays(31));
  });

  it("says the same in plain text and in HTML, where nothing that was written is markup", async () => {
    await send(mailer, ada, { id: "both", name: "<b>Tom & Jerry</b>" });
    const { text, html } = await read("both");
    expect(text).toContain("The secretariat invites you to join <b>Tom & Jerry</b>");
    expect(text).toContain(`Accept the invitation:\n${URL}`);
    expect(text).toContain("If you did not expect this mail");
    expect(html).toContain("join &lt;b&gt;Tom &amp; Jerry&lt;/b&gt;");
    expect(html).toContain('href="https://convene.example/join?token=a&amp;b=&lt;c&gt;"');
    expect(html).not.toMatch(/<b>|<img|<script|src=|url\(/);
  });

  it.each([
    ["ar", "ar-SY", "دعوة إلى"],
    ["en", "tl", "An invitation to"],
    ["es", "es-CO", "Invitación a"],
    ["fr", "fr", "Invitation à"],
    ["ru", "RU", "Приглашение:"],
    ["zh", "zh-Hans-CN", "邀请："],
  ])("speaks %s to whoever reads %s", async (language, reads, words) => {
    const dir = language === "ar" ? "rtl" : "ltr";
    await send(mailer, { ...ada, languages: [reads] }, { id: language });
    const { subject, html, headers } = await read(language);
    expect(subject).toBe(`${words} the group`);
    expect(html).toContain(`<html lang="${language}" dir="${dir}">`);
    expect(headers).toContainEqual(
      expect.objectContaining({ key: "content-language", value: language }),
    );
  });

  it("invites by a part for calendars, from the sender to the recipient, folded at 75 octets", async () => {
    const address = `${"é".repeat(20)}.${"a".repeat(40)}@example.org`;
    const calendar = {
      method: "REQUEST" as const,
      text: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    };
    const letter = letterOf(
      greeting,
      { ...ada, address: "ada@example.org" },
      { name: "x", url: URL },
    );
    await sendLetter(mailer, { kind: greeting, letter, id: "invite", calendar });
    const { attachments, text, html } = await read("invite");
    expect(text).toContain("invites you");
    expect(html).toContain("<html");
    expect(attachments[0]?.mimeType).toBe("text/calendar");
    expect(attachments[0]?.method).toBe("REQUEST");
    const part = new TextDecoder().decode(attachments[0]?.content as ArrayBuffer);
    expect(part).toContain("ORGANIZER:mailto:group@example.org\n");
    expect(part).toContain("RSVP=TRUE:mailto:ada@example.org\nUID:1");
    const long = addressed(calendar, { organizer: "group@example.org", attendee: address });
    const lines = long.split("\r\n").map((line) => Buffer.byteLength(line));
    expect(Math.max(...lines)).toBe(75);
    expect(long.replaceAll("\r\n ", "")).toContain(`mailto:${"%C3%A9".repeat(20)}.aaa`);
  });

  it("lets no name begin another header, and no address name two", async () => {
    const name = "Ada\r\nBcc: eve@example.org\r\n\r\nHello";
    await send(mailer, { ...ada, name }, { id: "sly", name });
    const raw = await readFile(join(folder, "mail", "greeting-sly.eml"), "utf8");
    const [head] = raw.split("\r\n\r\n");
    expect(head).toContain("Bcc: eve");
    expect(head).not.toMatch(/^Bcc:/im);
    const { to, subject } = await read("sly");
    expect(to).toHaveLength(1);
    expect(subject).toBe("An invitation to Ada Bcc: eve@example.org Hello");
    for (const address of ["a@example.org\r\nBcc: e@example.org", "a@example.org, e@example.org"]) {
      await expect((async () => send(mailer, { address }))()).rejects.toThrow();
    }
  });
});

describe("with a mail server", () => {
  const senders: string[] = [];
  const received: Email[] = [];
  let answer: (() => Error) | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === "group" && password === "a secret") done(null, { user: username });
      else done(new Error("no"));
    },
    onMailFrom: ({ address }, _session, done) => {
      senders.push(address);
      done();
    },
    onRcptTo: (_address, _session, done) => {
      done(answer?.());
    },
    onData: (stream, _session, done) => {
      void buffer(stream)
        .then((raw) => PostalMime.parse(raw))
        .then((mail) => {
          received.push(mail);
          done();
        });
    },
  });
  let mailer: Mailer;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.server.address() as AddressInfo;
    const SMTP_URL = `smtp://group:a%20secret@127.0.0.1:${port}`;
    const MAIL_BOUNCE_DOMAIN = "bounces.example.org";
    mailer = openMailer(settings({ SMTP_URL, MAIL_BOUNCE_DOMAIN }), "/nowhere", {
      warn: () => undefined,
    });
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  });

  it("hands the mail over, signed in, with an id that is the job's", async () => {
    await send(mailer, { ...ada, languages: ["ar"] });
    expect(received).toMatchObject([
      { messageId: "<0f3c@example.org>", to: [{ address: "ada@example.org" }] },
    ]);
    expect(received[0]?.html).toContain('dir="rtl"');
    expect(received[0]?.headers.map(({ key }) => key)).not.toContain("list-unsubscribe");
  });

  it("says in a header, and at the end, how mails like it are stopped by one click", async () => {
    const unsubscribe = `https://convene.example/auth/unsubscribe?token=${"abc".repeat(60)}`;
    const letter = letterOf(greeting, ada, { name: "the group", url: URL });
    await sendLetter(mailer, { kind: greeting, letter, id: "0f3d", unsubscribe, bounce: "ab12" });
    expect(senders).toEqual(["group@example.org", "bounce+ab12@bounces.example.org"]);
    const mail = received.at(-1);
    const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value;
    expect(header("list-unsubscribe")).toBe(`<${unsubscribe}>`);
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(mail?.text).toContain(unsubscribe);
    expect(mail?.html).toContain(`href="${unsubscribe}"`);
  });

  it("tries again what the server cannot take now, and not what it will never take", async () => {
    const refusal = (responseCode: number) => () =>
      Object.assign(new Error("<ada@example.org> is not here"), { responseCode });
    answer = refusal(451);
    const now = send(mailer, ada);
    await expect(now).rejects.toThrow("451");
    await expect(now).rejects.not.toBeInstanceOf(JobRefused);
    answer = refusal(550);
    const never = send(mailer, ada);
    await expect(never).rejects.toBeInstanceOf(JobRefused);
    await expect(never).rejects.toThrow("<the recipient> is not here");
    answer = null;
  });
});

it("takes no sender and no server that is none", () => {
  expect(settings({ MAIL_FROM: "group@example.org" }).MAIL_FROM).toEqual({
    ...{ name: "Convene", address: "group@example.org" },
  });
  expect(() => settings({ MAIL_FROM: "nobody", SMTP_URL: "http://mail" })).toThrow(
    /SMTP_URL is not valid: want smtp.*\n?.*MAIL_FROM is not valid: want Name/s,
  );
});
