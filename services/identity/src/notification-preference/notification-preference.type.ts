import { LanguageTagScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Field, ObjectType } from "type-graphql";
import {
  NotificationFrequency,
  NotificationKind,
} from "../notification-setting/notification-kind.enum.ts";

@ObjectType({ description: "How often one hears of one kind of news." })
export class NotificationPreference {
  @Field(() => NotificationKind, { description: "Of what." })
  kind!: NotificationKind;

  @Field(() => NotificationFrequency, { description: "How often." })
  frequency!: NotificationFrequency;
}

@ObjectType({
  description:
    "How an account wants to be written to. Links to sign in are mailed whenever somebody asks for one, whatever stands here. Only they themselves see it.",
})
export class NotificationPreferences {
  /** Whose they are. */
  accountId!: string;

  @Field(() => LanguageTagScalar, {
    description: "The language of its mails: one of the six of the United Nations.",
  })
  language!: string;

  @Field(() => TimeZoneScalar, { description: "By whose mornings and Mondays mails are sent." })
  timeZone!: string;

  @Field(() => [NotificationPreference], { description: "Every kind, once." })
  kinds!: NotificationPreference[];
}
