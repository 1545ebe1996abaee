const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** What no XML 1.0 document may hold (section 2.2): controls, halves of characters, two others. */
const FORBIDDEN = /(?![\t\n\r\u007F-\u009F])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** Without the characters that XML cannot hold in any way. */
export const sayable = (text: string): string => text.replace(FORBIDDEN, "");

/** A text inside of XML, in an element or an attribute. */
export const xmlText = (text: string): string =>
  sayable(text).replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
