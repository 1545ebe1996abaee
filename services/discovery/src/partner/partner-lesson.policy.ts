import { hash } from "node:crypto";
import { LIKENED } from "../landscape/landscape.value.ts";
import type { LandscapeView } from "../landscape/landscape-view.policy.ts";
import { PartnerContext } from "./partner.enum.ts";
import { valueKey } from "./partner-search.policy.ts";
import { evidenceFor, giveBack } from "./partner-evidence.policy.ts";
import { poolOf } from "./partner-ranking.policy.ts";
import { LEARNED, shapeOf } from "./partner-score.policy.ts";
import type { Lesson } from "./partner-weight.value.ts";

/** So many lessons at the most, and so many organisations looked at for all of them. */
const MOST_LESSONS = 2_000;
const MOST_LOOKED_AT = 2_000_000;
/** So many others that a partner could have been are held against it. */
const MOST_OTHERS = 200;

interface Partnership {
  readonly seeker: number;
  readonly partner: number;
}

/**
 * Partnerships that everybody may see, each from both of its sides, as many as there is time for.
 * Which ones, their names tell, by chance: the same network teaches the same.
 */
export function partnershipsOf(view: LandscapeView): Partnership[] {
  const { organisations } = view.landscape;
  const most = Math.min(MOST_LESSONS, Math.ceil(MOST_LOOKED_AT / (organisations.length || 1)));
  const idOf = (number: number) => organisations[number]?.id ?? "";
  const drawn: (Partnership & { readonly lot: number })[] = [];
  const wanted = Math.ceil(most / 2);
  for (let seeker = 0; seeker < organisations.length; seeker += 1) {
    for (const partner of view.partnersOf(seeker)) {
      if (partner < seeker) continue;
      const lot = lotOf(idOf(seeker) + idOf(partner));
      if (drawn.length === wanted && lot >= (drawn.at(-1)?.lot ?? 0)) continue;
      const behind = drawn.findIndex((it) => it.lot > lot);
      drawn.splice(behind < 0 ? drawn.length : behind, 0, { seeker, partner, lot });
      if (drawn.length > wanted) drawn.pop();
    }
  }
  return drawn.flatMap(({ seeker, partner }) => [
    { seeker, partner },
    { seeker: partner, partner: seeker },
  ]);
}

const LOT_BYTES = 6;

const lotOf = (text: string): number => hash("sha256", text, "buffer").readUIntBE(0, LOT_BYTES);

/** What speaks for the partner, as if nobody knew of it, against what speaks for the others. */
export function lessonOf(view: LandscapeView, { seeker, partner }: Partnership): Lesson {
  const { organisations } = view.landscape;
  const its = organisations[seeker] ?? { countries: [] };
  const context = its.countries.length > 0 ? PartnerContext.SAME_COUNTRY : PartnerContext.ANY;
  const pool = poolOf(view, its, context);
  const search = { seeker, view, open: view, pool, objectives: null, brief: new Map<string, []>() };
  const gone = new Map([
    [seeker, writtenBy(view, { seeker, partner })],
    [partner, writtenBy(view, { seeker: partner, partner: seeker })],
  ]);
  const evidence = evidenceFor({ ...search, without: partner, gone });
  const amounts = LEARNED.map((kind) => ({ kind, of: evidence.get(kind) }));
  const shapes = (number: number) =>
    Float32Array.from(amounts, ({ kind, of }) => shapeOf(kind, of?.[number] ?? 0));
  const known = new Set([seeker, ...view.partnersOf(seeker)]);
  const others = organisations.flatMap((_, number) =>
    pool[number] === 1 && !known.has(number) ? [number] : [],
  );
  const partners = shapes(partner);
  const every = Math.ceil(others.length / MOST_OTHERS) || 1;
  const lesson = others
    .filter((number) => (number + partner) % every === 0)
    .map((number) => shapes(number).map((value, at) => value - (partners[at] ?? 0)));
  giveBack(search, evidence);
  return lesson;
}

/**
 * What may stand in the seeker's profile because of this partnership: two that work together work
 * in the same sectors and places, and a finder that learned from that would learn to find what it
 * knows. It is what no other partner has; all of it stays where nothing else would be left.
 */
function writtenBy(view: LandscapeView, { seeker, partner }: Partnership): ReadonlySet<string> {
  const keysOf = (number: number) =>
    LIKENED.flatMap((facet) =>
      (view.landscape.organisations[number]?.profile[facet] ?? []).map((it) => valueKey(facet, it)),
    );
  const others = view.partnersOf(seeker).filter((it) => it !== partner);
  const known = new Set(others.flatMap(keysOf));
  const own = keysOf(seeker);
  const gone = own.filter((key) => !known.has(key));
  return new Set(gone.length < own.length ? gone : []);
}
