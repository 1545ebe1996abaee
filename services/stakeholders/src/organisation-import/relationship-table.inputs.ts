import { accept, type CellReader, refuse } from "@convene/shared/table/cell";
import { readDate } from "@convene/shared/table/cell-date";
import { readText } from "@convene/shared/table/cell-text";
import { columnSpecs, type RowValues } from "@convene/shared/table/column-spec";
import { TITLES } from "./column-title.value.ts";
import { type Relation, relationNamed } from "./relation-word.value.ts";
import { namingColumns } from "./table-cell.inputs.ts";

const readRelation: CellReader<Relation> = (text) => {
  const relation = relationNamed(text);
  return relation
    ? accept(relation)
    : refuse("is no relation that is known here (write FUNDS, IMPLEMENTS_FOR, PARTNER …)");
};

/** The columns of a table of relationships: what the source is to the target. */
export const relationshipColumns = columnSpecs({
  sourceIdentifier: {
    titles: TITLES.sourceIdentifier,
    hxl: ["#org+id+source", "#org+source+code"],
    read: readText(200),
  },
  sourceName: {
    titles: TITLES.sourceName,
    hxl: ["#org+name+source", "#org+source-id-code-type"],
    read: readText(300),
  },
  targetIdentifier: {
    titles: TITLES.targetIdentifier,
    hxl: ["#org+id+target", "#org+target+code"],
    read: readText(200),
  },
  targetName: {
    titles: TITLES.targetName,
    hxl: ["#org+name+target", "#org+target-id-code-type"],
    read: readText(300),
  },
  relation: { titles: TITLES.relation, hxl: ["#relation"], required: true, read: readRelation },
  countries: namingColumns.countries,
  startDate: { titles: TITLES.startDate, hxl: ["#date+start"], read: readDate },
  endDate: { titles: TITLES.endDate, hxl: ["#date+end"], read: readDate },
  dataset: { titles: TITLES.dataset, hxl: ["#meta+source", "#meta+dataset"], read: readText(300) },
});

export type RelationshipTableRow = RowValues<typeof relationshipColumns>;
