import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Account } from "../account/account.entity.ts";
import type { Context } from "../context.ts";
import { Consent } from "./consent.entity.ts";
import { GiveConsentInput, WithdrawConsentInput } from "./consent.inputs.ts";
import { canConsent } from "./consent.policy.ts";
import { type ConsentService, NOTICE_VERSION } from "./consent.service.ts";

@Resolver(() => Consent)
export class ConsentFieldsResolver {
  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may withdraw it: true of what they have agreed to.",
  })
  viewerCanWithdraw(@Root() { accountId, given }: Consent, @Ctx() { viewer }: Context): boolean {
    return given && canConsent(viewer, accountId);
  }
}

@Resolver(() => Account)
export class ConsentResolver {
  constructor(private readonly service: ConsentService) {}

  @FieldResolver(() => [Consent], {
    description:
      "What they have agreed to and withdrawn, the latest first; at most 100. None for anybody but themselves.",
  })
  consents(@Root() { id }: Account, @Ctx() { viewer }: Context): Promise<Consent[]> {
    return this.service.seenBy(viewer, id);
  }

  @FieldResolver(() => String, {
    description: "The version of the notice on what is done with data, as it stands now.",
  })
  noticeVersion(): string {
    return NOTICE_VERSION;
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may agree to something, or withdraw it.",
  })
  viewerCanConsent(@Root() { id }: Account, @Ctx() { viewer }: Context): boolean {
    return canConsent(viewer, id);
  }

  @Mutation(() => Consent, {
    nullable: true,
    description:
      "Agrees to something for oneself. Only somebody who is signed in may: no key agrees to anything.",
  })
  giveConsent(
    @Ctx() context: Context,
    @Arg("input", () => GiveConsentInput, { description: "To what." }) input: GiveConsentInput,
  ): Promise<Consent> {
    return this.service.give(requireWriter(context), input);
  }

  @Mutation(() => Consent, {
    nullable: true,
    description: "Withdraws for oneself what was agreed to. Only somebody who is signed in may.",
  })
  withdrawConsent(
    @Ctx() context: Context,
    @Arg("input", () => WithdrawConsentInput, { description: "What." })
    input: WithdrawConsentInput,
  ): Promise<Consent> {
    return this.service.withdraw(requireWriter(context), input);
  }
}
