import { Audience } from "@convene/shared/audience";
import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import type { OnceRequest } from "@convene/shared/database/idempotency";
import type { Transaction } from "@convene/shared/database/transaction";
import { type AppError, forbidden, invalid } from "@convene/shared/errors";
import { optionalText, requiredText } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { expectChoosable } from "@convene/shared/takedown/chosen-audience";
import { foldText } from "@convene/shared/table/text-folding";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { giveUpAdministrator } from "../administrator/last-administrator.service.ts";
import { lockOrganisationToEdit } from "../organisation/organisation.repository.ts";
import { noteAudience } from "./audience-change.repository.ts";
import { Person } from "./person.entity.ts";
import { publishPeople } from "./person.feed.ts";
import { mailAfter, NO_MAIL, tellMail } from "./person-mail.service.ts";
import type { CreatePersonInput, DeletePersonInput, UpdatePersonInput } from "./person.inputs.ts";
import { type Forgotten, erasePerson } from "./person-erasure.service.ts";
import {
  canCreateIndependentPerson,
  canDeletePerson,
  canEditPerson,
  isSelf,
} from "./person.policy.ts";
import { lockPerson, personVisibleTo } from "./person.repository.ts";

interface PersonServiceParts extends Pick<ServiceParts, "db" | "transactions" | "feeds"> {
  readonly forgotten: Forgotten;
}

export class PersonService {
  constructor(private readonly parts: PersonServiceParts) {}

  list(viewer: Viewer | null, args: ConnectionArgs): Promise<Connection<Person>> {
    return list(
      this.parts.db.manager,
      {
        entity: Person,
        order: [
          { column: "t.name_key", direction: "ASC", type: "text" },
          { column: "t.id", direction: "ASC", type: "text" },
        ],
        where: [personVisibleTo(viewer)],
      },
      args,
    );
  }

  create(viewer: Viewer, input: CreatePersonInput): Promise<Person> {
    return this.once(viewer, { mutation: "createPerson", input }, (tx) =>
      insert(tx, viewer, input),
    );
  }

  update(viewer: Viewer, input: UpdatePersonInput): Promise<Person> {
    return this.once(viewer, { mutation: "updatePerson", input }, async (tx) => {
      const person = await lockPerson(tx, viewer, input.id);
      if (!canEditPerson(viewer, person)) throw forbidden(`Only ${person.name} may change this`);
      expectChoosable(person.audience, input.audience);
      const before = person.audience;
      Object.assign(person, readChange(input), await mailAfter(tx, person, input.mail));
      await tx.manager.save(person);
      await noteAudience(tx, person, { before, by: viewer.id });
      await publishPeople(tx, [person.id]);
      await tellMail(tx, person, input.mail !== undefined);
      return person;
    });
  }

  /**
   * Erases: nothing of the person stays but the titles of their roles, and no account.
   *
   * @throws FORBIDDEN; NOT_FOUND; CONFLICT where nobody would be left to give roles
   */
  async delete(viewer: Viewer, { id }: DeletePersonInput): Promise<Person> {
    // Who administers may have changed a moment ago.
    await this.parts.feeds.catchUp("identity");
    return this.parts.transactions.write(async (tx) => {
      const person = await lockPerson(tx, viewer, id);
      if (!canDeletePerson(viewer, person)) throw refusedToErase(viewer, person);
      await giveUpAdministrator(tx, id);
      await erasePerson(tx, person, this.parts.forgotten);
      return person;
    });
  }

  private once(
    viewer: Viewer,
    request: Pick<OnceRequest<Person>, "mutation" | "input">,
    first: (tx: Transaction) => Promise<Person>,
  ): Promise<Person> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => first(tx),
        again: (id) => lockPerson(tx, viewer, id),
      }),
    );
  }
}

const refusedToErase = (viewer: Viewer, person: Person): AppError =>
  forbidden(
    isSelf(viewer, person)
      ? "Sign in anew, and ask for it on the page of your account, /auth/account/data"
      : `Only ${person.name} may do this`,
  );

/** Seen by their networks, of which there are none yet. */
export const buildBlankPerson = (): Person =>
  Object.assign(new Person(), {
    id: newId("per"),
    about: null,
    aboutAudience: null,
    audience: Audience.NETWORK,
    organisations: [],
    networks: [],
    roleOrganisations: [],
    keeperId: null,
    listingVersion: null,
    ...NO_MAIL,
    createdAt: new Date(),
  });

async function insert(tx: Transaction, viewer: Viewer, input: CreatePersonInput): Promise<Person> {
  const keeperId = input.organisation ?? null;
  if (keeperId !== null) await lockOrganisationToEdit(tx, viewer, keeperId);
  else if (!canCreateIndependentPerson(viewer)) {
    throw forbidden("Say for which organisation: only secretariats enter people without one");
  }
  expectChoosable(null, input.audience);
  const person = Object.assign(buildBlankPerson(), readChange(input), {
    keeperId,
    organisations: keeperId === null ? [] : [keeperId],
  });
  Object.assign(person, await mailAfter(tx, person, input.mail));
  await tx.manager.insert(Person, person);
  await publishPeople(tx, [person.id]);
  await tellMail(tx, person, false);
  return person;
}

function readChange(input: CreatePersonInput | UpdatePersonInput) {
  const { name, about, audience, aboutAudience } = input;
  if (aboutAudience === Audience.TAKEN_DOWN) {
    throw invalid("aboutAudience", "Only moderators take something down: report it");
  }
  if (audience === null) throw invalid("audience", "audience cannot be taken away");
  return {
    ...(name !== undefined && nameOf(name)),
    ...(about !== undefined && { about: optionalText("about", about, 2_000) }),
    ...(audience !== undefined && { audience }),
    ...(aboutAudience !== undefined && {
      aboutAudience: aboutAudience === Audience.PUBLIC ? null : aboutAudience,
    }),
  };
}

function nameOf(given: string | null): Pick<Person, "name" | "nameKey"> {
  const name = requiredText("name", given ?? "");
  return { name, nameKey: foldText(name) };
}
