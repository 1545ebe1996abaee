import { answers, requiredBy } from "../quorum/quorum.value.ts";
import type { ToldCharter, ToldNeed } from "../working-group/working-group.replica.ts";
import {
  type PlanConstraint,
  quorum,
  quorumPart,
  type SeatedOrganisation,
} from "./plan-constraint.value.ts";
import type { PlanConstraintsInput } from "./plan-constraints.inputs.ts";

export interface CharterFacts {
  /** The charter that stands when the plan begins. */
  readonly charter: ToldCharter | null;
  readonly visible: readonly SeatedOrganisation[];
}

/** The quorum of the group's charter, but for what the plan says of its own. */
export function charterQuorum(
  input: PlanConstraintsInput,
  { charter, visible }: CharterFacts,
): PlanConstraint[] {
  if (!input.keepsQuorum || !charter?.quorum) return [];
  const { ofEachNeed: atLeast } = charter.quorum;
  const idsOf = (of: readonly SeatedOrganisation[]) => new Set(of.map(({ id }) => id));
  const constraints: PlanConstraint[] = [];
  if ((input.quorum ?? null) === null) {
    constraints.push(quorum(requiredBy(charter.quorum, visible.length), idsOf(visible)));
  }
  if (atLeast !== null && input.quorumParts.length === 0) {
    const partOf = (need: ToldNeed) => {
      const organisations = idsOf(visible.filter((one) => answers(one, need)));
      return quorumPart({ name: need.label, atLeast, organisations });
    };
    constraints.push(...charter.needs.map(partOf));
  }
  const whose = "(the quorum of the charter)";
  return constraints.map((one) => ({ ...one, words: `${one.words} ${whose}` }));
}
