import { MutationInput } from "@convene/shared/mutation-input";
import { LanguageTagScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Field, InputType } from "type-graphql";
import {
  NotificationFrequency,
  NotificationKind,
} from "../notification-setting/notification-kind.enum.ts";

@InputType({ description: "How often one wishes to hear of one kind of news." })
export class NotificationPreferenceInput {
  @Field(() => NotificationKind, { description: "Of what." })
  kind!: NotificationKind;

  @Field(() => NotificationFrequency, { description: "How often." })
  frequency!: NotificationFrequency;
}

@InputType({ description: "When one wants no mail, on one's own clock." })
export class QuietHoursInput {
  @Field(() => String, { description: "From when, such as `21:00`." })
  from!: string;

  @Field(() => String, {
    description: "Until when, such as `07:00`: the next morning, where it is before `from`.",
  })
  until!: string;
}

@InputType({ description: "How one wants to be written to; what is left out stays as it is." })
export class UpdateNotificationPreferencesInput extends MutationInput {
  @Field(() => LanguageTagScalar, {
    nullable: true,
    description: "The language of one's mails: ar, en, es, fr, ru or zh.",
  })
  language?: string | null;

  @Field(() => TimeZoneScalar, {
    nullable: true,
    description: "By whose mornings and Mondays mails are sent.",
  })
  timeZone?: string | null;

  @Field(() => QuietHoursInput, {
    nullable: true,
    description: "When one wants no mail, at most 18 hours. Null: mail comes at any hour.",
  })
  quietHours?: QuietHoursInput | null;

  @Field(() => [NotificationPreferenceInput], {
    defaultValue: [],
    description: "The kinds that are to change.",
  })
  kinds!: NotificationPreferenceInput[];
}
