import escape from "escape-html";
import { FRAMES } from "./mail-frame.ts";
import type { MailText } from "./mail-kind.ts";
import { directionOf, type MailLanguage } from "./mail-language.ts";

/** The plain part: reads well in a terminal, and loses nothing that the other part says. */
export function plainOf(text: MailText, language: MailLanguage, unsubscribe?: string): string {
  const { paragraphs, action, notes = [], isWarning } = text;
  const frame = FRAMES[language];
  const foot = ["-- ", "Convene", ...(isWarning ? [] : [frame.unexpected])].join("\n");
  const stop = unsubscribe === undefined ? "" : `\n${frame.unsubscribe}\n${unsubscribe}`;
  const blocks = [
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...notes,
    `${foot}${stop}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** Light by the styles in place, dark by these, where a mail program knows of them. */
const DARK = `@media (prefers-color-scheme: dark) {
  .page { background: #14181d !important; }
  .card { background: #1d232b !important; border-color: #313a45 !important; }
  .said { color: #e8ecf1 !important; }
  .note { color: #a3afbd !important; }
  .rule { border-color: #313a45 !important; }
  .link { color: #8fc1ff !important; }
  .name { color: #8fc1ff !important; }
}`;

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
const SAID = `margin:0 0 16px;color:#1d2530;font-size:16px;line-height:1.55`;
const NOTE = `margin:0 0 10px;color:#5a6675;font-size:13px;line-height:1.5`;

/** The other part: one column, no picture, nothing that is fetched from anywhere. */
export function htmlOf(text: MailText, language: MailLanguage, unsubscribe?: string): string {
  const { subject, paragraphs, action, notes = [], isWarning } = text;
  const frame = FRAMES[language];
  const said = paragraphs.map((each) => `<p class="said" style="${SAID}">${escape(each)}</p>`);
  const noted = [...notes, ...(isWarning ? [] : [frame.unexpected])].map(
    (each) => `<p class="note" style="${NOTE}">${escape(each)}</p>`,
  );
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(subject)}</title>
<style>${DARK}</style>
</head>
<body class="page" style="margin:0;padding:24px 12px;background:#f1f4f8;${FONT}">
<div class="card" style="max-width:560px;margin:0 auto;padding:28px 32px;background:#ffffff;border:1px solid #dde4ec;border-radius:10px">
<p class="name" style="margin:0 0 20px;color:#1a5fb4;font-size:15px;font-weight:600;letter-spacing:.02em">Convene</p>
${said.join("\n")}
${action ? buttonOf(action, frame.address) : ""}
<div class="rule" style="margin-top:24px;padding-top:16px;border-top:1px solid #dde4ec">
${noted.join("\n")}
${unsubscribe === undefined ? "" : stopOf(unsubscribe, frame.unsubscribe)}
</div>
</div>
</body>
</html>
`;
}

/** Also as an address to copy: an old program may show no button. */
function buttonOf({ label, url }: { label: string; url: string }, address: string): string {
  const button =
    "display:inline-block;padding:12px 22px;background:#1a5fb4;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none;border-radius:8px";
  return `<p style="margin:24px 0"><a href="${escape(url)}" style="${button}">${escape(label)}</a></p>
<p class="note" style="${NOTE}">${escape(address)}<br><a class="link" dir="ltr" href="${escape(url)}" style="color:#1a5fb4;word-break:break-all">${escape(url)}</a></p>`;
}

const stopOf = (url: string, words: string): string =>
  `<p class="note" style="${NOTE}"><a class="link" href="${escape(url)}" style="color:#1a5fb4">${escape(words.replace(/[\s:：]+$/, ""))}</a></p>`;
