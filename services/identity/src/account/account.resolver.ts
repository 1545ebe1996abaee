import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { PersonStub } from "../person/person.stub.ts";
import { Account } from "./account.entity.ts";
import type { AccountService } from "./account.service.ts";

@Resolver(() => Account)
export class AccountResolver {
  constructor(private readonly accounts: AccountService) {}

  @Query(() => Account, {
    nullable: true,
    description: "The account of whoever asks; null for nobody, and for a token without one.",
  })
  me(@Ctx() { viewer }: Context): Promise<Account | null> {
    return this.accounts.own(viewer);
  }

  @FieldResolver(() => PersonStub, {
    nullable: true,
    description:
      "Who they are in the graph. At first nobody else sees that person; null until it is made, a moment after the account.",
  })
  person(@Root() { personId }: Account): PersonStub {
    return Object.assign(new PersonStub(), { id: personId });
  }
}
