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

@ObjectType({ description: "When somebody wants no mail, on their own clock." })
export class QuietHours {
  @Field(() => String, { description: "From when, such as `21:00`." })
  from!: string;

  @Field(() => String, {
    description: "Until when, such as `07:00`: the next morning, where it is before `from`.",
  })
  until!: string;
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

  @Field(() => TimeZoneScalar, {
    description:
      "By whose mornings, Mondays and nights mails are sent. Until one is chosen, that of the hours at which they have said that they can meet; else UTC.",
  })
  timeZone!: string;

  @Field(() => QuietHours, {
    nullable: true,
    description:
      "When they want no mail: what is due then waits for the end, unless it is about something that begins before. Null: at any hour. They hold once a time zone is known: before, nobody knows when it is night.",
  })
  quietHours!: QuietHours | null;

  @Field(() => [NotificationPreference], { description: "Every kind, once." })
  kinds!: NotificationPreference[];
}
