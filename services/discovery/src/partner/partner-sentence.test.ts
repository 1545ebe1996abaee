import { PartnerReasonKind } from "./partner.enum.ts";
import { sentenceOf } from "./partner-sentence.policy.ts";

it.each([
  ["SHARED_OBJECTIVE", ["7"], "Works on objective 7, as you do"],
  ["SHARED_OBJECTIVE", ["13", "7", "9"], "Works on objectives 7, 9 and 13, as you do"],
  ["ASKED_OBJECTIVE", ["20"], "Works on objective 20, as you ask"],
  ["SHARED_SECTOR", ["housing", "legal-aid"], "Works in the same sectors: housing and legal-aid"],
  ["SHARED_AREA", ["Scotland"], "Works in the same area: Scotland"],
  ["SHARED_LANGUAGE", ["ar", "pt-BR"], "Works in Arabic and Brazilian Portuguese, as you do"],
  ["COMMON_PARTNER", ["IOM"], "You have a partner in common: IOM"],
  ["COMMON_PARTNER", ["IOM", "ILO"], "You have partners in common: IOM and ILO"],
  ["BRIEF", ["shelter"], "Its record speaks of what your brief asks for: shelter"],
  ["WORKS_WITH_SIMILAR", ["IOM", "ILO"], "Works with organisations like you: IOM and ILO"],
  ["RESEMBLES_PARTNER", ["IOM"], "Is like a partner of yours: IOM"],
  ["WELL_CONNECTED", ["12"], "Works with 12 organisations"],
  ["SHARED_GROUP", ["Detention"], "You sit in the same working group: Detention"],
  ["SHARED_NETWORK", ["UK", "Europe"], "You belong to the same networks: UK and Europe"],
  ["PUBLISHED_PRACTICE", ["First year"], "Has published what worked: “First year”"],
  ["DIFFERENT_CONTEXT", ["KE", "CI"], "Works in Kenya and Côte d’Ivoire, where you do not"],
  ["OFFERS_NEEDED", ["interpreters"], "Offers what you need: interpreters"],
  ["NEEDS_OFFERED", ["a room", "a lawyer"], "Needs what you offer: a room and a lawyer"],
] as const)("says %s %j for people", (kind, labels, sentence) => {
  expect(sentenceOf(PartnerReasonKind[kind], labels)).toBe(sentence);
});

it("names four and counts the rest", () => {
  const labels = ["KE", "MA", "PH", "JO", "GB", "FR"];
  expect(sentenceOf(PartnerReasonKind.DIFFERENT_CONTEXT, labels)).toBe(
    "Works in Kenya, Morocco, Philippines, Jordan and 2 more, where you do not",
  );
});

it("shows a code that nobody knows as it was told", () => {
  expect(sentenceOf(PartnerReasonKind.DIFFERENT_CONTEXT, ["XKX!", "ZZ"])).toMatch(/XKX!/);
  expect(sentenceOf(PartnerReasonKind.SHARED_LANGUAGE, ["qqq"])).toBe("Works in qqq, as you do");
});
