import { ACRONYM } from "../contact-card/popolo.value.ts";
import { isMembership, isNetwork, otherKind, otherTie } from "./graph-file.value.ts";
import {
  given,
  listIn,
  type NetworkFile,
  type NetworkRecord,
  objectIn,
  type OrganisationRecord,
  type OtherRecord,
  textIn,
  textsIn,
  type TieRecord,
} from "./network-file.value.ts";

type Json = Readonly<Record<string, unknown>>;

/** Popolo: a whole of organizations, persons and memberships; or records of one kind alone. */
export function readPopolo(whole: unknown): NetworkFile {
  const file = objectIn(whole);
  const isWhole = ["organizations", "persons"].some((name) => Array.isArray(file[name]));
  const records = (isWhole ? listIn(file["organizations"]) : listIn(whole)).map(objectIn);
  const people = (isWhole ? listIn(file["persons"]) : []).map(objectIn);
  const belongings = (isWhole ? listIn(file["memberships"]) : []).map(objectIn);
  const organisations: OrganisationRecord[] = [];
  const others: OtherRecord[] = [];
  const networks: NetworkRecord[] = [];
  const [ties, memberships]: [TieRecord[], TieRecord[]] = [[], []];
  for (const [at, record] of [...records, ...people].entries()) {
    const line = at + 1;
    const what = at >= records.length || isPerson(record) ? "a person" : kindIn(record);
    const name = textIn(record["name"]);
    if (what !== null) others.push({ line, what, cell: name });
    else if (isNetwork(record["classification"])) {
      const countries = textsIn(record["countries"]);
      const kind = textIn(record["network_kind"]);
      networks.push({ line, id: textIn(record["id"]), name, kind, countries });
    } else organisations.push({ line, ...organisationIn(record) });
  }
  for (const [at, membership] of belongings.entries()) {
    const line = records.length + people.length + at + 1;
    const what = otherTie(membership["kind"]);
    const cell = textIn(membership["role"]);
    if (what !== null) others.push({ line, what, cell });
    else if (textIn(membership["person_id"]) !== null) {
      others.push({ line, what: "a membership of a person", cell });
    } else
      (isMembership(membership["kind"]) ? memberships : ties).push({ line, ...tieIn(membership) });
  }
  return { organisations, ties, networks, memberships, others };
}

/** Alone, a person is told by what only people have. */
const isPerson = (record: Json): boolean => "biography" in record || "family_name" in record;

const kindIn = ({ classification }: Json): string | null => otherKind(classification);

function organisationIn(record: Json): Omit<OrganisationRecord, "line"> {
  const others = listIn(record["other_names"]).map(objectIn);
  const classification = textIn(record["classification"]);
  const website = listIn(record["links"])
    .map(objectIn)
    .find(({ note }) => note === "website" || note === undefined);
  return {
    id: textIn(record["id"]),
    fields: given({
      name: textIn(record["name"]),
      names: others.flatMap(({ name, lang }) =>
        textIn(lang) === null ? [] : [{ name: textIn(name), language: textIn(lang) }],
      ),
      acronym: textIn(others.find(({ note }) => note === ACRONYM)?.["name"]),
      category: classification === "Organisation" ? null : classification,
      identifiers: listIn(record["identifiers"])
        .map(objectIn)
        .map(({ scheme, identifier }) => ({ scheme: textIn(scheme), value: textIn(identifier) })),
      areas: listIn(record["areas"])
        .map(objectIn)
        .map(({ country, identifier, name }) => ({ country, code: textIn(identifier), name })),
      ...{ website: textIn(website?.["url"]), description: textIn(record["description"]) },
      ...{ countries: textsIn(record["countries"]), objectives: textsIn(record["objectives"]) },
      ...{ sectors: textsIn(record["sectors"]), languages: textsIn(record["languages"]) },
      ...{ needs: textsIn(record["needs"]), offers: textsIn(record["offers"]) },
    }),
  };
}

function tieIn(membership: Json): Omit<TieRecord, "line"> {
  const member = objectIn(membership["member"]);
  return {
    source: textIn(member["id"]) ?? textIn(membership["member_id"]),
    sourceName: textIn(member["name"]),
    target: textIn(membership["organization_id"]),
    relation: textIn(membership["role"]) ?? textIn(membership["label"]),
    startDate: textIn(membership["start_date"]),
    endDate: textIn(membership["end_date"]),
  };
}
