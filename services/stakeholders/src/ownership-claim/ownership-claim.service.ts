import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import { type Transaction, violatedUnique } from "@convene/shared/database/transaction";
import { conflict, forbidden, limitExceeded, notFound } from "@convene/shared/errors";
import { optionalText, requiredText, webAddress } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { tell } from "../notice/notice.service.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { canSeeOrganisation } from "../organisation/organisation.policy.ts";
import { lockOrganisation } from "../organisation/organisation.repository.ts";
import { Person } from "../person/person.entity.ts";
import { secretariatsOf } from "../report/report-notice.service.ts";
import { RoleAccess } from "../role/role.enum.ts";
import { buildRole, giveRole } from "../role/role.service.ts";
import { OwnershipClaim } from "./ownership-claim.entity.ts";
import { OwnershipClaimState, OwnershipDecision } from "./ownership-claim.enum.ts";
import type {
  ClaimOrganisationInput,
  DecideOwnershipClaimInput,
} from "./ownership-claim.inputs.ts";
import { canClaim, canDecideClaim, canSeeClaim } from "./ownership-claim.policy.ts";
import { claimedAmong, claimVisibleTo, countClaims } from "./ownership-claim.repository.ts";

/** Nobody goes through the directory and claims whatever is free. */
const MOST_OPEN = 3;
const MOST_IN_A_MONTH = 10;
const MONTH = 30 * 86_400_000;

export class OwnershipClaimService {
  constructor(private readonly parts: Pick<ServiceParts, "db" | "transactions">) {}

  /** What the viewer has claimed, and what waits for them or was decided; the latest first. */
  list(viewer: Viewer | null, args: ConnectionArgs): Promise<Connection<OwnershipClaim>> {
    return list(
      this.parts.db.manager,
      {
        entity: OwnershipClaim,
        order: [{ column: "t.id", direction: "DESC", type: "text" }],
        where: [claimVisibleTo(viewer)],
      },
      args,
    );
  }

  /** @throws CONFLICT where somebody owns it or the viewer has claimed it; LIMIT_EXCEEDED. */
  async claim(viewer: Viewer, input: ClaimOrganisationInput): Promise<OwnershipClaim> {
    try {
      return await this.parts.transactions.write((tx) =>
        tx.once({
          viewer,
          mutation: "claimOrganisation",
          input,
          first: () => insert(tx, viewer, input),
          again: async (id) => (await lockClaim(tx, viewer, id)).claim,
        }),
      );
    } catch (error) {
      if (violatedUnique(error) !== "uq_ownership_claim_open") throw error;
      throw conflict("You have claimed it already", { field: "organisation" });
    }
  }

  /** @throws CONFLICT where it is decided, or somebody owns the organisation by now. */
  decide(viewer: Viewer, input: DecideOwnershipClaimInput): Promise<OwnershipClaim> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "decideOwnershipClaim",
        input,
        first: () => decide(tx, viewer, input),
        again: async (id) => (await lockClaim(tx, viewer, id)).claim,
      }),
    );
  }
}

async function insert(tx: Transaction, viewer: Viewer, input: ClaimOrganisationInput) {
  const organisation = await lockOrganisation(tx, viewer, input.organisation);
  const { person } = viewer;
  if (!canClaim(viewer) || person === null || !(await tx.lock(Person, person))) {
    throw forbidden("Your account must first be tied to a person");
  }
  const claim = Object.assign(new OwnershipClaim(), {
    ...{ id: newId("clm"), organisationId: organisation.id, personId: person },
    evidence: requiredText("evidence", input.evidence, 2_000),
    evidenceUrl: webAddress("evidenceUrl", input.evidenceUrl ?? null),
    ...{ state: OwnershipClaimState.OPEN, reply: null, decidedById: null },
    ...{ createdAt: new Date(), decidedAt: null },
  });
  await expectFree(tx, organisation);
  const counted = await countClaims(tx.manager, person, new Date(Date.now() - MONTH));
  if (counted.open >= MOST_OPEN || counted.lately >= MOST_IN_A_MONTH) {
    throw limitExceeded("You have claimed several organisations: wait until they are decided");
  }
  await tx.manager.insert(OwnershipClaim, claim);
  await tellDeciders(tx, claim, organisation);
  return claim;
}

async function decide(tx: Transaction, viewer: Viewer, input: DecideOwnershipClaimInput) {
  const { claim, organisation } = await lockClaim(tx, viewer, input.claim);
  if (!canDecideClaim(viewer, claim, organisation)) {
    throw forbidden("Only the secretariats of its networks decide, and nobody about their own");
  }
  const isApproved = input.decision === OwnershipDecision.APPROVE;
  const reply = isApproved
    ? optionalText("reply", input.reply, 2_000)
    : requiredText("reply", input.reply ?? "", 2_000);
  if (claim.state !== OwnershipClaimState.OPEN) throw conflict(`It is ${claim.state} already`);
  if (isApproved) {
    await expectFree(tx, organisation);
    const { organisationId, personId } = claim;
    await giveRole(tx, buildRole({ organisationId, personId, access: RoleAccess.OWNER }));
  }
  const state = isApproved ? OwnershipClaimState.APPROVED : OwnershipClaimState.DECLINED;
  Object.assign(claim, { state, reply, decidedById: viewer.person, decidedAt: new Date() });
  await tx.manager.save(claim);
  await tellClaimant(tx, claim, organisation);
  return claim;
}

/** Who owns an organisation already gives roles in it; nobody else does. */
async function expectFree(tx: Transaction, { id, name }: Organisation): Promise<void> {
  if (!(await claimedAmong(tx.manager, [id])).has(id)) return;
  throw conflict(`Somebody answers for ${name} already: ask them for a role`, {
    field: "organisation",
  });
}

/** The organisation first, so that of two claims at once one is approved. */
async function lockClaim(tx: Transaction, viewer: Viewer, id: string) {
  const found = await tx.manager.findOneBy(OwnershipClaim, { id });
  const organisation = found && (await tx.lock(Organisation, found.organisationId));
  const claim = organisation && (await tx.lock(OwnershipClaim, id));
  if (
    !claim ||
    !canSeeOrganisation(viewer, organisation) ||
    !canSeeClaim(viewer, claim, organisation)
  ) {
    throw notFound("OwnershipClaim", id);
  }
  return { claim, organisation };
}

/** Where no network decides, administrators do: they are told with the moderators. */
async function tellDeciders(tx: Transaction, claim: OwnershipClaim, organisation: Organisation) {
  const { name: title, networks } = organisation;
  const item = { event: "CLAIM_MADE" as const, title, name: null, text: null };
  const people = await secretariatsOf(tx.manager, networks);
  await tell(tx, { people, moderators: people.length === 0, except: claim.personId, item });
}

async function tellClaimant(tx: Transaction, claim: OwnershipClaim, { name }: Organisation) {
  const isApproved = claim.state === OwnershipClaimState.APPROVED;
  const event = isApproved ? ("CLAIM_APPROVED" as const) : ("CLAIM_DECLINED" as const);
  const item = { event, title: name, name: null, text: claim.reply };
  await tell(tx, { people: [claim.personId], moderators: false, except: null, item });
}
