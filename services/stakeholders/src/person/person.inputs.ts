import { Audience } from "@convene/shared/audience";
import { MutationInput } from "@convene/shared/mutation-input";
import { LanguageTagScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Field, ID, InputType } from "type-graphql";

@InputType({
  description:
    "Where somebody reads mail who has no account. It is told to nobody, and used for polls, invitations to meetings and what they are to do; each of these mails has a link that stops them.",
})
export class PersonMailInput {
  @Field(() => String, { description: "The address." })
  address!: string;

  @Field(() => LanguageTagScalar, {
    nullable: true,
    description: "What they read: mails are in ar, en, es, fr, ru or zh. English unless given.",
  })
  language?: string | null;

  @Field(() => TimeZoneScalar, {
    nullable: true,
    description: "Where they are: times are told on its clock, and no mail is sent at night.",
  })
  timeZone?: string | null;
}

@InputType()
abstract class PersonFields extends MutationInput {
  @Field(() => String, {
    nullable: true,
    description: "What they say of themselves, in plain text of at most 2,000 characters.",
  })
  about?: string | null;

  @Field(() => Audience, {
    nullable: true,
    description: "Who may see them; at first, their networks.",
  })
  audience?: Audience | null;

  @Field(() => Audience, {
    nullable: true,
    description:
      "Who of these may see what they say of themselves; `PUBLIC`, or null, for all of them.",
  })
  aboutAudience?: Audience | null;

  @Field(() => PersonMailInput, {
    nullable: true,
    description: "Where they read mail, if they have no account. Null: nowhere any more.",
  })
  mail?: PersonMailInput | null;
}

@InputType({ description: "Somebody new." })
export class CreatePersonInput extends PersonFields {
  @Field(() => String, { description: "The name that they go by." })
  name!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "The organisation that enters them and keeps their record; the viewer must be its owner or editor. It gives no role: see `addRole`.",
  })
  organisation?: string | null;
}

@InputType({ description: "A change: what is left out stays, null takes away." })
export class UpdatePersonInput extends PersonFields {
  @Field(() => ID, { description: "Who." })
  id!: string;

  @Field(() => String, { nullable: true, description: "The name that they go by." })
  name?: string | null;
}

@InputType({ description: "Somebody who is to be forgotten." })
export class DeletePersonInput extends MutationInput {
  @Field(() => ID, { description: "Who." })
  id!: string;
}
