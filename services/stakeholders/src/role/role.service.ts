import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, notFound } from "@convene/shared/errors";
import { dateOrder, optionalText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import { In, IsNull, MoreThan, Not } from "typeorm";
import { Organisation } from "../organisation/organisation.entity.ts";
import { canSeeOrganisation } from "../organisation/organisation.policy.ts";
import { lockOrganisation } from "../organisation/organisation.repository.ts";
import type { OrganisationLife } from "../organisation/organisation.service.ts";
import { Person } from "../person/person.entity.ts";
import { lockPerson } from "../person/person.repository.ts";
import { refreshStanding } from "../standing/standing.repository.ts";
import { hasEnded, isLater, today } from "@convene/shared/today";
import { Role } from "./role.entity.ts";
import { RoleAccess } from "./role.enum.ts";
import type { AddRoleInput, EndRoleInput } from "./role.inputs.ts";
import { canEndRole, canGrant } from "./role.policy.ts";

export class RoleService implements OrganisationLife {
  constructor(private readonly transactions: Transactions) {}

  add(viewer: Viewer, input: AddRoleInput): Promise<Role> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "addRole",
        input,
        first: () => this.insert(tx, viewer, input),
        again: async (id) => (await lockRole(tx, viewer, id)).role,
      }),
    );
  }

  /** @throws CONFLICT when it has ended already: who lost a role does not give it back. */
  end(viewer: Viewer, input: EndRoleInput): Promise<Role> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "endRole",
        input,
        first: () => end(tx, viewer, input),
        again: async (id) => (await lockRole(tx, viewer, id)).role,
      }),
    );
  }

  /** Who makes an organisation becomes its owner; an administrator makes it for others. */
  async begun(tx: Transaction, { id }: Organisation, viewer: Viewer): Promise<void> {
    if (isAdmin(viewer) || viewer.person === null) return;
    const person = await tx.lock(Person, viewer.person);
    if (!person) throw forbidden("Your account must first be tied to a person");
    const role = buildRole({ organisationId: id, personId: person.id, access: RoleAccess.OWNER });
    await giveRole(tx, role);
  }

  /** With an organisation that was entered by mistake its roles go too. */
  async ending(tx: Transaction, { id }: Organisation): Promise<void> {
    const roles = await tx.manager.findBy(Role, { organisationId: id, personId: Not(IsNull()) });
    const kept = await tx.manager.findBy(Person, { keeperId: id });
    await tx.manager.delete(Role, { organisationId: id });
    await tx.manager.update(Person, { keeperId: id }, { keeperId: null });
    const people = [
      ...roles.flatMap(({ personId }) => personId ?? []),
      ...kept.map((one) => one.id),
    ];
    await refreshStanding(tx, { people });
  }

  private async insert(tx: Transaction, viewer: Viewer, input: AddRoleInput): Promise<Role> {
    const organisation = await lockOrganisation(tx, viewer, input.organisation);
    const access = input.access ?? null;
    if (!canGrant(viewer, { organisationId: organisation.id, access })) {
      throw forbidden(`Only the owners of ${organisation.name} may give this role`);
    }
    const person = await lockPerson(tx, viewer, input.person);
    const role = buildRole({
      organisationId: organisation.id,
      personId: person.id,
      title: optionalText("title", input.title),
      access,
      startDate: input.startDate ?? today(),
      endDate: input.endDate ?? null,
    });
    dateOrder("endDate", role.startDate, role.endDate);
    return giveRole(tx, role);
  }
}

export async function giveRole(tx: Transaction, role: Role): Promise<Role> {
  await tx.manager.insert(Role, role);
  await standAnew(tx, role);
  return role;
}

async function end(tx: Transaction, viewer: Viewer, input: EndRoleInput): Promise<Role> {
  const { role, organisation } = await lockRole(tx, viewer, input.id);
  if (!canEndRole(viewer, role)) {
    throw forbidden(`Only the owners of ${organisation.name} may end this role`);
  }
  if (hasEnded(role)) throw conflict(`The role has ended, on ${role.endDate}`);
  const endDate = input.endDate ?? today();
  if (isLater(endDate, role.endDate) && !canGrant(viewer, role)) {
    throw forbidden(`Only the owners of ${organisation.name} may prolong this role`);
  }
  dateOrder("endDate", role.startDate, endDate);
  if (!isAdmin(viewer)) await keepAnOwner(tx, role);
  role.endDate = endDate;
  await tx.manager.save(role);
  await standAnew(tx, role);
  return role;
}

/** From today on, of no name and with no access, unless told. */
export const buildRole = (given: Pick<Role, "organisationId" | "personId"> & Partial<Role>): Role =>
  Object.assign(new Role(), {
    id: newId("rol"),
    title: null,
    access: null,
    startDate: today(),
    endDate: null,
    ...given,
  });

/** The role, locked by its organisation, for one who may see it. */
async function lockRole(tx: Transaction, viewer: Viewer, id: string) {
  const found = await tx.manager.findOneBy(Role, { id });
  const organisation = found && (await tx.lock(Organisation, found.organisationId));
  if (!organisation || !canSeeOrganisation(viewer, organisation)) throw notFound("Role", id);
  const role = await tx.lock(Role, id);
  if (!role) throw notFound("Role", id);
  return { role, organisation };
}

/** The organisation is locked: two owners who leave at once follow each other. */
async function keepAnOwner(tx: Transaction, { id, organisationId, access }: Role): Promise<void> {
  if (access !== RoleAccess.OWNER) return;
  const current = { organisationId, access, id: Not(In([id])), personId: Not(IsNull()) };
  const others = await tx.manager.countBy(Role, [
    { ...current, endDate: IsNull() },
    { ...current, endDate: MoreThan(today()) },
  ]);
  if (others === 0) throw conflict("It would be left without an owner: name another one first");
}

async function standAnew(tx: Transaction, { personId }: Role): Promise<void> {
  if (personId !== null) await refreshStanding(tx, { people: [personId] });
}

/** The roles of somebody who is forgotten end, and keep their titles. */
export async function forgetRolesOf(tx: Transaction, { id }: Pick<Person, "id">): Promise<void> {
  await tx.manager.query(
    `UPDATE role SET person_id = NULL, access = NULL, end_date =
       CASE WHEN end_date <= $2 THEN end_date ELSE GREATEST(start_date, $2::date) END
     WHERE person_id = $1`,
    [id, today()],
  );
}
