import { foldText } from "@convene/shared/table/text-folding";
import type { RowFault } from "@convene/shared/table/row-reading";
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
  { line, id, name }: NetworkRecord,
  { knownIds }: NetworkReading,
): Row {
  const read = name?.trim() ?? "";
  if (read === "" || read.length > LONGEST_NAME || read.includes("\0")) {
    const reason = read === "" ? "is blank, and this field is needed" : "is no name of a network";
    return { line, wanted: null, faults: [{ field: "name", reason, cell: read.slice(0, 80) }] };
  }
  const network = {
    id: id !== null && knownIds.has(id) ? id : null,
    ...{ name: read, nameKey: foldText(read) },
  };
  return { line, wanted: { network }, faults: [] };
}

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
