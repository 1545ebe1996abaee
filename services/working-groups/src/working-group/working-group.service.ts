import type { Connection } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import { type Transaction, violatedUnique } from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid } from "@convene/shared/errors";
import { expectVersion } from "@convene/shared/expected-version";
import { numbersUpTo, optionalText, requiredText } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { expectChoosable } from "@convene/shared/takedown/chosen-audience";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { readNeeds } from "../charter-need/charter-need.value.ts";
import { readQuestions } from "@convene/shared/join-request/join-question.value";
import type {
  StakeholderKey,
  StakeholderRepository,
} from "../stakeholder/stakeholder.repository.ts";
import { FIRST_STATES } from "./working-group-state.policy.ts";
import { noteTransition } from "./working-group-transition.repository.ts";
import { WorkingGroup } from "./working-group.entity.ts";
import { publishGroups } from "./working-group.feed.ts";
import type {
  CreateWorkingGroupInput,
  UpdateWorkingGroupInput,
  WorkingGroupsArgs,
} from "./working-group.inputs.ts";
import { canCreateGroup, canEditGroup } from "./working-group.policy.ts";
import { filterSql, groupVisibleTo, lockGroup } from "./working-group.repository.ts";

const OBJECTIVES = 23;
const BY_CODE = [
  { column: "lower(t.code)", direction: "ASC", type: "text" },
  { column: "t.id", direction: "ASC", type: "text" },
] as const;

/** Which groups there are, and what is said of each. */
export class WorkingGroupService {
  constructor(
    private readonly parts: ServiceParts,
    private readonly stakeholders: StakeholderRepository,
  ) {}

  list(viewer: Viewer | null, args: WorkingGroupsArgs): Promise<Connection<WorkingGroup>> {
    const where = [groupVisibleTo(viewer), ...filterSql(viewer, args.filter)];
    return list(this.parts.db.manager, { entity: WorkingGroup, order: BY_CODE, where }, args);
  }

  /** @throws CONFLICT with the field `code` when the network has a group of this code. */
  async create(viewer: Viewer, input: CreateWorkingGroupInput): Promise<WorkingGroup> {
    const made = newGroup(input);
    const networks = made.networks.map((id): StakeholderKey => ({ type: "Network", id }));
    await this.stakeholders.catchUpOn(networks);
    return this.once(viewer, { mutation: "createWorkingGroup", input }, async (tx) => {
      await this.stakeholders.requireVisible(tx.manager, viewer, networks);
      if (!canCreateGroup(viewer, made.networkId)) {
        throw forbidden("Only the secretariat of its network sets a group up");
      }
      await tx.manager.insert(WorkingGroup, made);
      const entered = { from: null, to: made.state, reason: null };
      await noteTransition(tx, viewer, { groupId: made.id, ...entered });
      await publishGroups(tx, [made.id]);
      return tx.manager.create(WorkingGroup, made);
    });
  }

  /** @throws CONFLICT with the field `code` when the network has another group of this code. */
  update(viewer: Viewer, input: UpdateWorkingGroupInput): Promise<WorkingGroup> {
    const changes = changesOf(input);
    return this.once(viewer, { mutation: "updateWorkingGroup", input }, async (tx) => {
      const group = await lockGroup(tx, viewer, input.id);
      if (!canEditGroup(viewer, group))
        throw forbidden("Only its co-leads and secretariat edit it");
      expectVersion(group, input, { type: "WorkingGroup", stored: groupAsStored(group) });
      expectChoosable(group.audience, input.audience);
      if (changes.needs && group.charterVersion !== null) {
        throw conflict("Its charter says whom it needs: adopt a new one", { field: "needs" });
      }
      Object.assign(group, changes, { version: group.version + 1, updatedAt: new Date() });
      await tx.manager.save(group);
      await publishGroups(tx, [group.id]);
      return group;
    });
  }

  private once(
    viewer: Viewer,
    request: { mutation: string; input: CreateWorkingGroupInput | UpdateWorkingGroupInput },
    work: (tx: Transaction) => Promise<WorkingGroup>,
  ): Promise<WorkingGroup> {
    const write = this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: (id) => lockGroup(tx, viewer, id),
      }),
    );
    return write.catch((error: unknown) => {
      if (violatedUnique(error) !== "uq_working_group_code") throw error;
      throw conflict("Another group of the network has this code", { field: "code" });
    });
  }
}

function newGroup(input: CreateWorkingGroupInput) {
  if (!FIRST_STATES.includes(input.state)) {
    throw invalid("state", `A group is entered as ${FIRST_STATES.join(" or ")}`);
  }
  expectChoosable(null, input.audience);
  const networkId = input.network ?? null;
  const now = new Date();
  return {
    id: newId("grp"),
    code: requiredText("code", input.code, 40),
    name: requiredText("name", input.name),
    description: optionalText("description", input.description, 10_000),
    workplan: optionalText("workplan", input.workplan),
    objectiveNumbers: numbersUpTo("objectives", input.objectives, OBJECTIVES),
    needs: readNeeds(input.needs ?? []),
    version: 1,
    charterVersion: null,
    quorum: null,
    joinQuestions: null,
    state: input.state,
    networkId,
    audience: input.audience,
    organisations: [],
    networks: networkId === null ? [] : [networkId],
    createdAt: now,
    updatedAt: now,
  };
}

/** By the names of the input. */
const groupAsStored = (group: WorkingGroup) => ({
  ...{ code: group.code, name: group.name, description: group.description },
  ...{ workplan: group.workplan, objectives: group.objectiveNumbers, needs: group.needs },
  ...{ joinQuestions: group.joinQuestions ?? [], audience: group.audience },
});

/** Null takes away what may be absent, and leaves alone what may not. */
function changesOf(input: UpdateWorkingGroupInput): Partial<WorkingGroup> {
  const { code, name, description, workplan, objectives, needs, joinQuestions, audience } = input;
  return {
    ...(present(code) && { code: requiredText("code", code, 40) }),
    ...(present(name) && { name: requiredText("name", name) }),
    ...(description !== undefined && {
      description: optionalText("description", description, 10_000),
    }),
    ...(workplan !== undefined && { workplan: optionalText("workplan", workplan) }),
    ...(present(objectives) && {
      objectiveNumbers: numbersUpTo("objectives", objectives, OBJECTIVES),
    }),
    ...(present(needs) && { needs: readNeeds(needs) }),
    ...(present(joinQuestions) && { joinQuestions: readQuestions(joinQuestions) }),
    ...(present(audience) && { audience }),
  };
}

const present = <T>(value: T | null | undefined): value is T =>
  value !== undefined && value !== null;
