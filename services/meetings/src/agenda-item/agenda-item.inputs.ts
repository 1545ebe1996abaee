import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType, Int } from "type-graphql";
import { AgendaItemPurpose } from "./agenda-item-purpose.enum.ts";

@InputType({ description: "A new point of a meeting's agenda." })
export class AddAgendaItemInput extends MutationInput {
  @Field(() => ID, { description: "The meeting." })
  meeting!: string;

  @Field(() => String, { description: "What it is about. At most 300 characters." })
  title!: string;

  @Field(() => Int, { description: "The time to set apart for it, in minutes, 1 to 1,440." })
  durationMinutes!: number;

  @Field(() => AgendaItemPurpose, { nullable: true, description: "What it asks of the meeting." })
  purpose?: AgendaItemPurpose | null;

  @Field(() => ID, { nullable: true, description: "The organisation that presents it." })
  presenter?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The objective of the Compact that it is about, 1 to 23.",
  })
  objective?: number | null;

  @Field(() => ID, { nullable: true, description: "The practice that it is about." })
  practice?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The consultation that it is about: a call for input.",
  })
  consultation?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Where it stands, from 1; those behind move on. At the end unless given.",
  })
  position?: number | null;
}

@InputType({ description: "What changes of an agenda item; what is not given stays." })
export class UpdateAgendaItemInput extends MutationInput {
  @Field(() => ID, { description: "The agenda item." })
  id!: string;

  @Field(() => String, { nullable: true, description: "What it is about." })
  title?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The time to set apart for it, in minutes, 1 to 1,440.",
  })
  durationMinutes?: number | null;

  @Field(() => AgendaItemPurpose, {
    nullable: true,
    description: "What it asks of the meeting. Null takes it away.",
  })
  purpose?: AgendaItemPurpose | null;

  @Field(() => ID, {
    nullable: true,
    description: "The organisation that presents it. Null takes it away.",
  })
  presenter?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The objective of the Compact, 1 to 23. Null takes it away.",
  })
  objective?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: "The practice that it is about. Null takes it away.",
  })
  practice?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The consultation that it is about: a call for input. Null takes it away.",
  })
  consultation?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the item that was seen. When it has another by now: CONFLICT, with `stored` and `submitted` in its extensions.",
  })
  expectedVersion?: number | null;
}

@InputType({ description: "Where an agenda item goes." })
export class MoveAgendaItemInput extends MutationInput {
  @Field(() => ID, { description: "The agenda item." })
  id!: string;

  @Field(() => Int, {
    description: "Where it then stands, from 1; behind the last counts as the last.",
  })
  position!: number;
}

@InputType({ description: "Which agenda item goes." })
export class RemoveAgendaItemInput extends MutationInput {
  @Field(() => ID, { description: "The agenda item." })
  id!: string;
}
