import { invalid } from "@convene/shared/errors";
import type { KeptNeed } from "../charter-need/charter-need.entity.ts";
import type { CharterQuorumInput } from "./charter-quorum.inputs.ts";
import type { KeptQuorum } from "./charter-quorum.entity.ts";

/** What a quorum must fit: the charter's needs, and how many organisations hold a seat. */
interface Fit {
  readonly needs: readonly KeptNeed[];
  readonly seats: number;
}

/** @throws BAD_USER_INPUT with the path of what is wrong: also where it could never be reached. */
export function readQuorum(
  quorum: CharterQuorumInput | null | undefined,
  { needs, seats }: Fit,
): KeptQuorum | null {
  if (!quorum) return null;
  const { organisations = null, percent = null, ofEachNeed = null } = quorum;
  if ((organisations === null) === (percent === null)) {
    throw invalid("quorum", "A quorum is a number of organisations, or a percentage of them");
  }
  fromOneTo(seats, "quorum.organisations", {
    given: organisations,
    because: `only ${seats} hold a seat as members or co-leads`,
  });
  fromOneTo(100, "quorum.percent", { given: percent, because: "it is a percentage" });
  const least = Math.min(...needs.map(({ atLeast }) => atLeast));
  fromOneTo(needs.length === 0 ? 0 : least, "quorum.ofEachNeed", {
    given: ofEachNeed,
    because: needs.length === 0 ? "the charter has no needs" : `one need asks for ${least} alone`,
  });
  return { organisations, percent, ofEachNeed };
}

function fromOneTo(
  most: number,
  field: string,
  { given, because }: { given: number | null; because: string },
): void {
  if (given === null) return;
  if (given < 1) throw invalid(field, `${field} must be at least 1, not ${given}`);
  if (given > most) throw invalid(field, `${field} cannot be ${given}: ${because}`);
}
