import { Audience } from "@convene/shared/audience";
import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Person } from "./person.entity.ts";
import { CreatePersonInput, DeletePersonInput, UpdatePersonInput } from "./person.inputs.ts";
import { canDeletePerson, canEditPerson, personAsSeenBy } from "./person.policy.ts";
import type { PersonService } from "./person.service.ts";
import { PersonConnection } from "./person.type.ts";

@Resolver(() => Person)
export class PersonResolver {
  constructor(private readonly service: PersonService) {}

  @Query(() => Person, {
    nullable: true,
    description:
      "Somebody by their id. Null where there is nobody, or the viewer may not see them.",
  })
  person(
    @Arg("id", () => ID, { description: "A TypeID with the prefix `per`." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Person | null> {
    return loaders.people.load(id);
  }

  @Query(() => PersonConnection, {
    nullable: true,
    description: "The people whom the viewer may see, by name; case and accents apart.",
  })
  people(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<Person>> {
    return this.service.list(viewer, args);
  }

  @Mutation(() => Person, {
    nullable: true,
    description:
      "Enters somebody. Open to the owners and editors of the organisation that is named; without one, to administrators and secretariats.",
  })
  createPerson(
    @Arg("input", () => CreatePersonInput, { description: "What is known of them." })
    input: CreatePersonInput,
    @Ctx() context: Context,
  ): Promise<Person> {
    return this.service.create(requireWriter(context), input);
  }

  @Mutation(() => Person, {
    nullable: true,
    description:
      "Changes somebody's record. Open to themselves, to the owners and editors of the organisation that entered them, and to administrators.",
  })
  updatePerson(
    @Arg("input", () => UpdatePersonInput, { description: "The change." })
    input: UpdatePersonInput,
    @Ctx() context: Context,
  ): Promise<Person> {
    return this.service.update(requireWriter(context), input);
  }

  @Mutation(() => Person, {
    nullable: true,
    description:
      "Forgets somebody, everywhere, and answers who it was. Their roles end and keep their titles, with nobody in them. Open to the owners of the organisation that entered them, and to administrators. They themselves ask for it at `/auth/account/data`, having signed in anew.",
  })
  deletePerson(
    @Arg("input", () => DeletePersonInput, { description: "Who." }) input: DeletePersonInput,
    @Ctx() context: Context,
  ): Promise<Person> {
    return this.service.delete(requireWriter(context), input);
  }

  @FieldResolver(() => String, { nullable: true })
  about(@Root() person: Person, @Ctx() { viewer }: Context): string | null {
    return personAsSeenBy(viewer, person).about;
  }

  @FieldResolver(() => Audience, {
    nullable: true,
    description:
      "Who may see `about` of those who see them. Null for all but those who may change the record.",
  })
  aboutAudience(@Root() person: Person, @Ctx() { viewer }: Context): Audience | null {
    return canEditPerson(viewer, person) ? (person.aboutAudience ?? Audience.PUBLIC) : null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether it is known where they read mail, though they have no account. Which address it is, is told to nobody. Null for all who may not change this record.",
  })
  hasMailAddress(@Root() person: Person, @Ctx() { viewer }: Context): boolean | null {
    return canEditPerson(viewer, person) ? person.mailAddress !== null : null;
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may change this record." })
  viewerCanEdit(@Root() person: Person, @Ctx() { viewer }: Context): boolean {
    return canEditPerson(viewer, person);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may have them forgotten." })
  viewerCanDelete(@Root() person: Person, @Ctx() { viewer }: Context): boolean {
    return canDeletePerson(viewer, person);
  }
}
