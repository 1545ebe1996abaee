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

  @Field(() => [NotificationPreferenceInput], {
    defaultValue: [],
    description: "The kinds that are to change.",
  })
  kinds!: NotificationPreferenceInput[];
}
