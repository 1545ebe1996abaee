import fc from "fast-check";
import { type RecordedKind, TieKind } from "../src/tie/tie.enum.ts";
import type { ModelTie, NetworkModel } from "./network-model.ts";

/** Which ties a graph query follows. */
export const followed = {
  edgeTypes: fc.option(fc.subarray(Object.values(TieKind)), { freq: 2 }),
  includeInherited: fc.boolean(),
};

interface Followed {
  readonly edgeTypes: readonly TieKind[] | null;
  readonly includeInherited: boolean;
}

/** A tie as it is answered. */
export interface GraphTie extends Omit<ModelTie, "protection"> {
  readonly derived: boolean;
  readonly evidenceCount: number | null;
  readonly inherited: boolean;
  readonly inheritedFrom: { readonly id: string } | null;
}

/** Its selection in a query. */
export const TIE =
  "id kind label source target startDate endDate derived evidenceCount inherited inheritedFrom { id }";

const PLAIN = { derived: false, evidenceCount: null, inherited: false, inheritedFrom: null };
const GROUNDS: [TieKind, RecordedKind][] = [
  [TieKind.SHARED_PRACTICE, TieKind.PRACTICE],
  [TieKind.SHARED_SEAT, TieKind.SEAT],
];

/** All that a viewer may see of a day and that is asked for, in the plainest way; by id. */
export function graphTies(model: NetworkModel, day: string, asked: Followed): GraphTie[] {
  const recorded = model.ties(day);
  const { edgeTypes, includeInherited } = asked;
  const all = [
    ...recorded.map(({ protection: _, ...tie }) => ({ ...tie, ...PLAIN })),
    ...GROUNDS.filter(([kind]) => edgeTypes?.includes(kind)).flatMap(([kind, ground]) =>
      derived(
        kind,
        recorded.filter((tie) => tie.kind === ground),
      ),
    ),
    ...(includeInherited ? inherited(recorded) : []),
  ];
  return all
    .filter(({ kind }) => edgeTypes?.includes(kind) ?? true)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

type Dated = Pick<ModelTie, "startDate" | "endDate">;

/** When all of them held. */
const common = (ties: readonly Dated[]): Dated => ({
  startDate: ties.reduce<string | null>((last, { startDate }) => later(last, startDate), null),
  endDate: ties.reduce<string | null>((first, { endDate }) => earlier(first, endDate), null),
});
const later = (one: string | null, other: string | null) =>
  one === null || (other !== null && other > one) ? other : one;
const earlier = (one: string | null, other: string | null) =>
  one === null || (other !== null && other < one) ? other : one;

/** When any of them held: all of them did on the day that is asked of. */
const span = (spans: readonly Dated[]): Dated => ({
  startDate: spans.some(({ startDate }) => startDate === null)
    ? null
    : (spans.map(({ startDate }) => startDate ?? "").sort()[0] ?? null),
  endDate: spans.some(({ endDate }) => endDate === null)
    ? null
    : (spans
        .map(({ endDate }) => endDate ?? "")
        .sort()
        .at(-1) ?? null),
});

function derived(kind: TieKind, grounds: readonly ModelTie[]): GraphTie[] {
  const pairs = new Map<string, { one: ModelTie; other: ModelTie }[]>();
  for (const one of grounds) {
    for (const other of grounds) {
      if (one.target !== other.target || one.source >= other.source) continue;
      const key = `${one.source} ${other.source}`;
      pairs.set(key, [...(pairs.get(key) ?? []), { one, other }]);
    }
  }
  return [...pairs].map(([key, shared]) => {
    const [source = "", target = ""] = key.split(" ");
    const places = new Set(shared.map(({ one }) => one.target));
    const dates = span(shared.map(({ one, other }) => common([one, other])));
    const marks = { ...PLAIN, derived: true, evidenceCount: places.size };
    return { id: `${kind} ${key}`, kind, label: "SHARED", source, target, ...dates, ...marks };
  });
}

const isLink = ({ kind, label }: ModelTie): boolean =>
  kind === TieKind.RELATIONSHIP && label === "MEMBER_OF_UMBRELLA";

function inherited(recorded: readonly ModelTie[]): GraphTie[] {
  const links = recorded.filter(isLink);
  const found = new Map<string, { member: string; own: ModelTie; spans: Dated[] }>();
  const climb = (way: readonly ModelTie[], member: string) => {
    const top = way.at(-1)?.target ?? member;
    for (const own of way.length === 0 ? [] : recorded.filter(({ source }) => source === top)) {
      const isOwn = own.kind === TieKind.NETWORK_MEMBERSHIP || isLink(own);
      if (!isOwn || own.target === member) continue;
      const key = `${member}^${own.id}`;
      const known = found.get(key) ?? { member, own, spans: [] };
      found.set(key, { ...known, spans: [...known.spans, common([...way, own])] });
    }
    for (const link of links.filter(({ source }) => source === top)) {
      const been = [member, ...way.map(({ target }) => target)];
      if (!been.includes(link.target)) climb([...way, link], member);
    }
  };
  for (const member of new Set(links.map(({ source }) => source))) climb([], member);
  return [...found].map(([id, { member, own, spans }]) => ({
    ...{ id, kind: own.kind, source: member, target: own.target, ...span(spans), ...PLAIN },
    label: own.kind === TieKind.NETWORK_MEMBERSHIP ? "MEMBER" : own.label,
    ...{ inherited: true, inheritedFrom: { id: own.source } },
  }));
}
