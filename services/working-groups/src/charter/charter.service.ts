import type { Transaction } from "@convene/shared/database/transaction";
import { conflict, forbidden } from "@convene/shared/errors";
import { distinct, optionalText, requiredText } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { today } from "@convene/shared/today";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { readNeeds } from "../charter-need/charter-need.value.ts";
import { readQuorum } from "../charter-quorum/charter-quorum.value.ts";
import { countVoices } from "../seat/seat.repository.ts";
import type { WorkingGroup } from "../working-group/working-group.entity.ts";
import { publishGroups } from "../working-group/working-group.feed.ts";
import { canGovernGroup } from "../working-group/working-group.policy.ts";
import { lockGroup } from "../working-group/working-group.repository.ts";
import { isOver } from "../working-group/working-group-state.policy.ts";
import { Charter } from "./charter.entity.ts";
import type { AdoptCharterInput } from "./charter.inputs.ts";

const MOST_LANGUAGES = 20;

/** What groups are for, and whom they need. Every version is kept. */
export class CharterService {
  constructor(private readonly parts: ServiceParts) {}

  /** @throws CONFLICT when the group is concluded, or another version stands than it replaces. */
  adopt(viewer: Viewer, input: AdoptCharterInput): Promise<WorkingGroup> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "adoptCharter",
        input,
        first: () => adoptIn(tx, viewer, input),
        again: (id) => lockGroup(tx, viewer, id),
      }),
    );
  }
}

async function adoptIn(
  tx: Transaction,
  viewer: Viewer,
  input: AdoptCharterInput,
): Promise<WorkingGroup> {
  const group = await lockGroup(tx, viewer, input.group);
  if (!canGovernGroup(viewer, group)) {
    throw forbidden("Only the secretariat of its network adopts a charter");
  }
  if (isOver(group)) throw conflict("The group is concluded", { field: "group" });
  const standing = group.charterVersion ?? 0;
  if (typeof input.replaces === "number" && input.replaces !== standing) {
    throw conflict(`Version ${standing} stands, not ${input.replaces}`, {
      field: "replaces",
      ...(await bothOf(tx, group, input)),
    });
  }
  const seats = await countVoices(tx.manager, group.id, today());
  const adopted = { ...read(input, seats), version: standing + 1, adoptedAt: new Date() };
  const { version: charterVersion, needs, quorum, adoptedAt: updatedAt } = adopted;
  const who = { groupId: group.id, personId: viewer.person };
  await tx.manager.insert(Charter, { id: newId("cht"), ...who, ...adopted });
  const version = group.version + 1;
  Object.assign(group, { charterVersion, needs, quorum, version, updatedAt });
  await tx.manager.save(group);
  await publishGroups(tx, [group.id]);
  return group;
}

/** What stands, and what was to take its place. Who adopts charters may see both. */
async function bothOf(
  { manager }: Transaction,
  { id: groupId, charterVersion: version }: WorkingGroup,
  { idempotencyKey: _, ...submitted }: AdoptCharterInput,
) {
  const found = await manager.findOneBy(Charter, { groupId, version: version ?? 0 });
  if (!found) return { stored: null, submitted };
  const { purpose, needs, quorum, languages, interpretation, reason } = found;
  const stored = { purpose, needs, quorum, languages, interpretation, reason };
  return { stored: { version, ...stored }, submitted };
}

function read(input: AdoptCharterInput, seats: number) {
  const needs = readNeeds(input.needs);
  return {
    purpose: requiredText("purpose", input.purpose, 10_000),
    needs,
    quorum: readQuorum(input.quorum, { needs, seats }),
    languages: distinct("languages", input.languages, MOST_LANGUAGES),
    interpretation: distinct("interpretation", input.interpretation, MOST_LANGUAGES),
    reason: optionalText("reason", input.reason, 2_000),
  };
}
