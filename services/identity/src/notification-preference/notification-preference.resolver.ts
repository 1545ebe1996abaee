import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Account } from "../account/account.entity.ts";
import type { Context } from "../context.ts";
import { canUpdatePreferences } from "./notification-preference.policy.ts";
import { UpdateNotificationPreferencesInput } from "./notification-preference.inputs.ts";
import type { NotificationPreferenceService } from "./notification-preference.service.ts";
import { NotificationPreferences } from "./notification-preference.type.ts";

@Resolver(() => NotificationPreferences)
export class NotificationPreferencesFieldsResolver {
  @FieldResolver(() => Boolean, { description: "Whether the viewer may change them." })
  viewerCanEdit(
    @Root() { accountId }: NotificationPreferences,
    @Ctx() { viewer }: Context,
  ): boolean {
    return viewer !== null && canUpdatePreferences(viewer, accountId);
  }
}

@Resolver(() => Account)
export class NotificationPreferenceResolver {
  constructor(private readonly service: NotificationPreferenceService) {}

  @FieldResolver(() => NotificationPreferences, {
    description: "How they want to be written to.",
  })
  notificationPreferences(@Root() { id }: Account): Promise<NotificationPreferences> {
    return this.service.ofAccount(id);
  }

  @Mutation(() => NotificationPreferences, {
    nullable: true,
    description: "Changes how one wants to be written to. What waits is mailed as is chosen now.",
  })
  updateNotificationPreferences(
    @Ctx() context: Context,
    @Arg("input", () => UpdateNotificationPreferencesInput, { description: "What changes." })
    input: UpdateNotificationPreferencesInput,
  ): Promise<NotificationPreferences> {
    return this.service.update(requireWriter(context), input);
  }
}
