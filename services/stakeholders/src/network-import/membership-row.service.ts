import { readCountry } from "@convene/shared/table/cell-country";
import { foldText } from "@convene/shared/table/text-folding";
import type { RowFault } from "@convene/shared/table/row-reading";
import { NetworkKind } from "../network/network.enum.ts";
import { NetworkMemberRole } from "../network-member/network-member.enum.ts";
import type { ReadRow } from "../organisation-import/row-batch.service.ts";
import type { MeantNetwork } from "./membership-book.service.ts";
import type { NetworkRecord, TieRecord } from "./network-file.value.ts";
import {
  datesOf,
  endOf,
  type Named,
  type NetworkReading,
  type WantedElement,
} from "./network-row.service.ts";

type Row = ReadRow<WantedElement>;

const LONGEST_NAME = 300;

export function readNetworkRow(
  { line, id, name, kind, countries: named }: NetworkRecord,
  { knownIds }: NetworkReading,
): Row {
  const read = name?.trim() ?? "";
  if (read === "" || read.length > LONGEST_NAME || read.includes("\0")) {
    const reason = read === "" ? "is blank, and this field is needed" : "is no name of a network";
    return { line, wanted: null, faults: [{ field: "name", reason, cell: read.slice(0, 80) }] };
  }
  const faults: RowFault[] = [];
  const countries = countriesOf(named, faults);
  const network = {
    id: id !== null && knownIds.has(id) ? id : null,
    ...{ name: read, nameKey: foldText(read) },
    ...{ kind: kindOf(kind, countries, faults), countries },
  };
  return { line, wanted: { network }, faults };
}

/** One that nobody can read is told, and does not spoil the others. */
function countriesOf(named: NetworkRecord["countries"], faults: RowFault[]): string[] {
  const codes = named.flatMap((text) => {
    const country = readCountry(text ?? "");
    if (country.ok) return [country.value];
    faults.push({ field: "countries", reason: country.reason, cell: (text ?? "").slice(0, 80) });
    return [];
  });
  return [...new Set(codes)];
}

/** As the file says; where it does not, or says what cannot be, as many countries as it has say it. */
function kindOf(text: string | null, countries: readonly string[], faults: RowFault[]) {
  const [first, second] = countries;
  const several = second === undefined ? NetworkKind.COUNTRY : NetworkKind.REGIONAL;
  const guessed = first === undefined ? NetworkKind.GLOBAL : several;
  if (text === null) return guessed;
  const kind = KINDS.get(text.trim().toUpperCase());
  if (kind !== undefined && (kind !== NetworkKind.COUNTRY || countries.length === 1)) return kind;
  const reason = kind === undefined ? NO_KIND : NOT_ONE_COUNTRY;
  faults.push({ field: "networkKind", reason, cell: text.slice(0, 80) });
  return guessed;
}

const KINDS: ReadonlyMap<string, NetworkKind> = new Map(
  Object.values(NetworkKind).map((kind) => [kind, kind]),
);
const NO_KIND = "is no kind of network (write COUNTRY, REGIONAL or GLOBAL)";
const NOT_ONE_COUNTRY = "is the kind of a network that has just one country";

/** By the ids of the file: which networks its nodes mean. */
export type NamedNetworks = ReadonlyMap<string, MeantNetwork>;

export function readMembershipRow(
  record: TieRecord,
  { organisations, networks }: { organisations: Named; networks: NamedNetworks },
  reading: NetworkReading,
): Row {
  const { line, source, target, sourceName = null, targetName = null } = record;
  const faults: RowFault[] = [];
  const end = { id: source, name: sourceName, field: "source" };
  const from = endOf(end, organisations, { reading, faults });
  const named = target === null ? undefined : networks.get(target);
  const network = named ?? {
    id: target !== null && reading.knownIds.has(target) ? target : null,
    nameKey: targetName === null ? null : foldText(targetName.trim()),
  };
  const role = roleOf(record.relation, faults);
  const dated = datesOf(record, faults);
  if (!from || !dated) return { line, wanted: null, faults };
  const cell = (target ?? targetName ?? "").slice(0, 80);
  return { line, wanted: { membership: { source: from, network, cell, role, ...dated } }, faults };
}

/** A member, where the file says nothing else that is known here. */
function roleOf(text: string | null, faults: RowFault[]): NetworkMemberRole {
  const role = Object.values(NetworkMemberRole).find((one) => one === text?.trim().toUpperCase());
  if (role === undefined && text !== null) {
    faults.push({ field: "role", reason: NO_ROLE, cell: text.slice(0, 80) });
  }
  return role ?? NetworkMemberRole.MEMBER;
}

const NO_ROLE = "is no role in a network that is known here: taken in as a member";
